import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Log, Notification, Region, Result } from 'sarif';
import type { Finding } from '../../assess/assessment.ts';
import type { Lines } from '../../text/lines.ts';
import type { Bilingual, Span } from '../../text/span.ts';
import type { CheckedFile } from '../check.ts';
import { pathFrom } from './path.ts';
import { placeOf } from './place.ts';
import type { PrintContext, Printer, Run } from './printer.ts';
import { sarifLevels, sarifRules } from './sarif-rules.ts';

/** SARIF 2.1.0 for code scanning. Holds no time and no line in its fingerprints: two runs give the same bytes. */
export function sarifPrinter(context: PrintContext): Printer {
  const { locale, versions, cwd } = context;
  const rules = sarifRules(context);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results: Result[] = [];
  return {
    file({ file, lines, report }: CheckedFile) {
      for (const finding of report.findings) results.push(resultOf(finding, uriOf(file, cwd), lines));
      return '';
    },
    end: (run) => JSON.stringify(logOf(run), undefined, 2) + '\n',
  };

  function resultOf(finding: Finding, uri: string, lines: Lines): Result {
    const { code, level, message, related, suppressed, fingerprint, assessment } = finding;
    const ruleIndex = ruleIndexes.get(code);
    const locate = (span: Span): Location => ({
      physicalLocation: {
        artifactLocation: { uri, ...(isRelative(uri) && { uriBaseId: '%SRCROOT%' }) },
        region: placeOf(span, lines),
      },
    });
    return {
      ruleId: code,
      ...(ruleIndex !== undefined && { ruleIndex }),
      kind: level === 'hint' ? 'informational' : 'fail',
      level: sarifLevels[level],
      message: { text: message[locale] },
      locations: [locate(finding.span)],
      ...(related.length > 0 && {
        relatedLocations: related.map((other, id) => ({
          id,
          ...locate(other.span),
          message: { text: other.message[locale] },
        })),
      }),
      partialFingerprints: { 'clausecheckFinding/v1': fingerprint },
      ...(suppressed && {
        suppressions: [
          { kind: 'inSource', ...(suppressed.reason !== '' && { justification: suppressed.reason }) },
        ],
      }),
      ...(assessment && { properties: { outcome: assessment.outcome } }),
    };
  }

  /** Something that kept the tool from its work. */
  function notificationOf(file: string, message: Bilingual, region?: Region): Notification {
    const artifactLocation = { uri: uriOf(file, cwd) };
    return {
      level: 'error',
      message: { text: message[locale] },
      locations: [{ physicalLocation: { artifactLocation, ...(region && { region }) } }],
    };
  }

  function logOf({ unreadable, problems }: Run): Log {
    return {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'clausecheck',
              version: versions.tool,
              semanticVersion: versions.tool,
              language: language(),
              rules,
              properties: { catalogue: versions.catalogue, law: versions.catalogue },
            },
          },
          language: language(),
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { '%SRCROOT%': { description: { text: sourceRoot[locale] } } },
          invocations: [
            {
              executionSuccessful: unreadable.length + problems.length === 0,
              toolExecutionNotifications: unreadable.map(({ file, message }) =>
                notificationOf(file, message),
              ),
              toolConfigurationNotifications: problems.map(({ file, at, message }) =>
                notificationOf(file, message, at && { startLine: at.line, startColumn: at.column }),
              ),
            },
          ],
          results,
        },
      ],
    };
  }

  function language(): string {
    return locale === 'zh' ? 'zh-CN' : 'en';
  }
}

const sourceRoot = { en: 'The folder the command ran in', zh: '运行命令时所在的文件夹' };

/** Relative to the working folder where it lies in it, with forward slashes and escapes. */
function uriOf(file: string, cwd: string): string {
  const path = pathFrom(cwd, file);
  if (isAbsolute(path) || (isAbsolute(file) && path.startsWith('../'))) return pathToFileURL(file).href;
  return path
    .split('/')
    .map((step) => encodeURIComponent(step))
    .join('/');
}

const isRelative = (uri: string): boolean => !uri.startsWith('file:');
