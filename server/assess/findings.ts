import type { Level, Requirement } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Bilingual, Span } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import type { Assessment, Finding, TypeAnswer } from './assessment.ts';
import { codesOf } from './codes.ts';
import type { Context } from './context.ts';
import { fingerprintOf } from './fingerprint.ts';
import { guessedMessage, messageFor, oftenFoundMessage } from './messages.ts';
import { placeFor, titleSpan } from './place.ts';
import type { ReviewSettings } from './review.ts';

/** What to tell the author, in order of place. A gap is told once. */
export function findingsOf(
  assessments: readonly Assessment[],
  type: TypeAnswer,
  context: Context,
  settings: ReviewSettings,
): Finding[] {
  const { document, library } = context;
  const findings: Finding[] = document.problems.map((problem) =>
    plain('declaration', 'warning', problem.span, problem.message),
  );
  for (const { value, span } of document.declaration.types) {
    const message = unknownType(
      value,
      library.catalogue.types.map((t) => t.id),
    );
    if (message) findings.push(plain('declaration', 'warning', span, message));
  }
  const suppressed = document.suppressions.flatMap(({ ids, span }) => ids.map((id) => ({ id, span })));
  const codes = suppressed.length > 0 ? codesOf(library.catalogue) : [];
  for (const { id, span } of suppressed)
    if (!codes.includes(id)) findings.push(plain('declaration', 'warning', span, unknownCode(id, codes)));
  for (const { start, end } of joined(document.notChecked)) {
    findings.push(
      plain(
        'not-checked',
        'warning',
        { start, end: Math.min(end, document.lines.endOf(document.lines.lineAt(start))) },
        {
          en: 'Not checked: too complex. The rest of the document is checked.',
          zh: '未检查：结构过于复杂。文件其余部分已检查。',
        },
      ),
    );
  }
  const required = assessments.filter((a) => a.expected === 'required');
  const kind = context.types[0];
  if (type.source === 'guessed' && kind) {
    const absent = required.filter((a) => a.missing).length;
    if (absent > 0) {
      findings.push(
        plain(
          'type-guessed',
          'information',
          titleSpan(document),
          guessedMessage(kind, required.length, absent),
        ),
      );
    }
  } else {
    for (const assessment of required) {
      const finding = findingFor(assessment, context, settings);
      if (finding) findings.push(finding);
    }
    const unsaid = assessments.filter((a) => a.expected === 'optional' && a.missing).length;
    if (kind && unsaid > 0) {
      findings.push(plain('often-found', 'hint', titleSpan(document), oftenFoundMessage(kind, unsaid)));
    }
  }
  for (const a of assessments.filter((a) => a.error)) {
    findings.push(
      plain('internal-error', 'warning', titleSpan(document), {
        en: `The check ${a.requirement.id} failed (${a.error}); the other checks are unharmed.`,
        zh: `检查项 ${a.requirement.id} 未能运行（${a.error}），其他检查不受影响。`,
      }),
    );
  }
  return findings
    .filter((f) => levelSet(f.code, settings) !== 'off')
    .map((f) => ({ ...f, suppressed: suppressionOf(f, document) }))
    .sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));

  function plain(code: string, level: Finding['level'], span: Span, message: Bilingual): Finding {
    const fingerprint = fingerprintOf(code, document.text.slice(span.start, span.end));
    return {
      code,
      level,
      span,
      message,
      related: [],
      assessment: undefined,
      suppressed: undefined,
      fingerprint,
    };
  }

  function findingFor(
    assessment: Assessment,
    context: Context,
    settings: ReviewSettings,
  ): Finding | undefined {
    if (assessment.met) return undefined;
    const { requirement, outcome, evidence, nearest } = assessment;
    if (outcome === 'not-applicable' || assessment.error) return undefined;
    const level = levelOf(assessment, context, settings);
    if (level === 'off') return undefined;
    const span = evidence[0]?.span ?? placeFor(requirement, assessments, context).span;
    const told = outcome === 'missing' ? nearest : evidence.slice(1);
    return {
      code: requirement.id,
      level,
      span,
      message: messageFor(assessment, library.catalogue),
      related: told.map((passage) => ({
        span: passage.span,
        message: 'lacking' in passage ? nearestMessage(passage.lacking.map((l) => l.message)) : alsoHere,
      })),
      assessment,
      suppressed: undefined,
      fingerprint: fingerprintOf(requirement.id, outcome, evidence[0]?.text ?? ''),
    };
  }
}

/** Neighbours told as one: a document that is too long has thousands of them. */
function joined(spans: readonly Span[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = runs.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs;
}

/** A type that no page describes, with the one that may be meant. */
function unknownType(value: string, known: readonly string[]): Bilingual | undefined {
  if (known.includes(value)) return undefined;
  const meant = suggest(value, known);
  return {
    en: `Unknown document type "${value}"${meant ? `; did you mean "${meant}"?` : `. Known types: ${known.join(', ')}.`}`,
    zh: `未知的文件类型“${value}”${meant ? `；是否为“${meant}”？` : `。可用的类型：${known.join('、')}。`}`,
  };
}

/** A suppression that stops nothing, with the requirement that may be meant. */
function unknownCode(id: string, codes: readonly string[]): Bilingual {
  const meant = suggest(id, codes);
  return {
    en: `This suppression names no requirement: "${id}"${meant ? `; did you mean "${meant}"?` : '.'}`,
    zh: `停用检查的注释所写的要求不存在：“${id}”${meant ? `；是否为“${meant}”？` : '。'}`,
  };
}

const alsoHere: Bilingual = { en: 'also said here', zh: '此处亦有表述' };

const nearestMessage = (lacks: readonly Bilingual[]): Bilingual => ({
  en: `found nearest: ${lacks.map((l) => l.en).join('; ')}`,
  zh: `最接近的表述：${lacks.map((l) => l.zh).join('；')}`,
});

/** Missing: the requirement's level. Weak: warning in contracts and bids, else information. Partial: information. */
function levelOf({ requirement, outcome }: Assessment, context: Context, settings: ReviewSettings): Level {
  const set = levelSet(requirement.id, settings);
  if (set === 'off') return 'off';
  const own = set ?? levelIn(requirement, context);
  if (asksTheOtherSide(requirement, context, settings)) return 'information';
  if (outcome === 'missing') return own;
  if (outcome === 'weak') return context.strict ? own : lower(own);
  return lower(own);
}

const lower = (level: Level): Level => (level === 'error' || level === 'warning' ? 'information' : level);

function levelIn(requirement: Requirement, { types }: Context): Level {
  const special = types.map((type) => requirement.levels[type.id]).find((level) => level !== undefined);
  return special ?? requirement.level;
}

function levelSet(code: string, { levels }: ReviewSettings): Level | undefined {
  return levels[code] ?? levels[code.split('/')[0] ?? ''];
}

/** Somebody who drafts for the supplier need not ask for the supplier's duties; the other side will. */
function asksTheOtherSide(
  requirement: Requirement,
  { document }: Context,
  settings: ReviewSettings,
): boolean {
  const side = document.declaration.actingFor?.value ?? settings.actingFor;
  if (side !== 'supplier' || requirement.check.verb === 'none') return false;
  return requirement.check.parts.some((part) => part.ways.some((way) => way.bearer.includes('supplier')));
}

function suppressionOf(finding: Finding, document: LegalDocument): { reason: string } | undefined {
  const line = document.lines.lineAt(finding.span.start);
  const found = document.suppressions.find(
    (s) =>
      (s.scope === 'file' || s.line === line) &&
      (s.ids.length === 0 ||
        s.ids.includes(finding.code) ||
        s.ids.includes(finding.code.split('/')[0] ?? '')),
  );
  return found && { reason: found.reason };
}
