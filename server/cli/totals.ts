import type { Finding } from '../assess/assessment.ts';
import type { Locale } from '../text/span.ts';
import type { Checked, CheckedFile } from './check.ts';
import { versionLine, type Versions } from './version.ts';

/** What a run found, in numbers. */
export interface Totals {
  readonly files: number;
  /** Files whose type is neither declared nor guessed: nothing is expected of them. */
  readonly untyped: number;
  readonly ignored: number;
  readonly unreadable: number;
  readonly levels: Readonly<Record<Finding['level'], number>>;
  readonly suppressed: number;
}

export const noTotals: Totals = {
  files: 0,
  untyped: 0,
  ignored: 0,
  unreadable: 0,
  levels: { error: 0, warning: 0, information: 0, hint: 0 },
  suppressed: 0,
};

export function addTo(totals: Totals, checked: Checked): Totals {
  switch (checked.kind) {
    case 'ignored':
      return { ...totals, ignored: totals.ignored + 1 };
    case 'unreadable':
      return { ...totals, unreadable: totals.unreadable + 1 };
    case 'checked': {
      const shown = shownFindings(checked);
      const levels = { ...totals.levels };
      for (const { level } of shown) levels[level]++;
      return {
        ...totals,
        files: totals.files + 1,
        untyped: totals.untyped + (checked.report.type.types.length === 0 ? 1 : 0),
        levels,
        suppressed: totals.suppressed + checked.report.findings.length - shown.length,
      };
    }
  }
}

/** Findings that no suppression covers. */
export const shownFindings = ({ report }: CheckedFile): Finding[] =>
  report.findings.filter((finding) => !finding.suppressed);

/** 2 when something named could not be read, 1 for a finding at warning or above, else 0. */
export const exitCodeOf = ({ unreadable, levels }: Totals): 0 | 1 | 2 =>
  unreadable > 0 ? 2 : levels.error + levels.warning > 0 ? 1 : 0;

/** One line: files, findings by level, versions. */
export function totalsLine(totals: Totals, versions: Versions, locale: Locale): string {
  const { files, untyped, ignored, unreadable, suppressed } = totals;
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((level) => ({ level, n: totals.levels[level] }))
    .filter(({ n }) => n > 0);
  if (locale === 'zh') {
    const asides = [
      untyped > 0 ? `${untyped} 个无文件类型` : '',
      ignored > 0 ? `忽略 ${ignored} 个` : '',
      unreadable > 0 ? `${unreadable} 个无法读取` : '',
    ].filter(Boolean);
    const found = counts.map(({ level, n }) => `${levelNames[level].zh} ${n} 项`);
    if (suppressed > 0) found.push(`已抑制 ${suppressed} 项`);
    return `已检查 ${files} 个文件${asides.length > 0 ? `（${asides.join('，')}）` : ''}${verdict(totals, found, '：', '，', verdicts.zh)}。${versionLine(versions, locale)}`;
  }
  const asides = [
    untyped > 0 ? `${untyped} without a document type` : '',
    ignored > 0 ? `${ignored} ignored` : '',
    unreadable > 0 ? `${unreadable} unreadable` : '',
  ].filter(Boolean);
  const found = counts.map(
    ({ level, n }) => `${n} ${n > 1 && level !== 'information' ? `${level}s` : level}`,
  );
  if (suppressed > 0) found.push(`${suppressed} suppressed`);
  return `${files} ${files === 1 ? 'file' : 'files'} checked${asides.length > 0 ? ` (${asides.join(', ')})` : ''}${verdict(totals, found, ': ', ', ', verdicts.en)}. ${versionLine(versions, locale)}`;
}

/** Nothing was found only where something was looked at. */
function verdict(
  { files, ignored, unreadable }: Totals,
  found: readonly string[],
  colon: string,
  comma: string,
  { none, allIgnored }: { readonly none: string; readonly allIgnored: string },
): string {
  if (files > 0) return colon + (found.join(comma) || none);
  return ignored > 0 && unreadable === 0 ? colon + allIgnored : '';
}

const verdicts = {
  en: { none: 'no findings', allIgnored: 'the configuration ignores everything that was named' },
  zh: { none: '没有发现问题', allIgnored: '所指定的文件均被配置忽略' },
} as const;

export const levelNames: Readonly<Record<Finding['level'], Record<Locale, string>>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};
