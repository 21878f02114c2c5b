import pc from 'picocolors';
import type { Assessment } from '../../assess/assessment.ts';
import { lacksOf } from '../../assess/messages.ts';
import type { DocumentType } from '../../catalogue/requirement.ts';
import type { Locale } from '../../text/span.ts';
import type { CheckedFile } from '../check.ts';
import { coverageOf } from '../coverage.ts';
import { totalsLine } from '../totals.ts';
import { cellsOf } from './cells.ts';
import { visible } from './frame.ts';
import { placeOf } from './place.ts';
import type { PrintContext, Printer } from './printer.ts';

/** Coverage for people: a table for each file, required clauses first. */
export function coverageTextPrinter(context: PrintContext, all: boolean): Printer {
  const { locale, versions, quiet, library } = context;
  const colors = pc.createColors(context.color);
  const t = texts[locale];
  const paint = {
    met: colors.green,
    partial: colors.yellow,
    weak: colors.yellow,
    missing: colors.red,
    'not-applicable': colors.dim,
  };
  return {
    file(checked) {
      const rows = coverageOf(checked.report, all).toSorted((a, b) => order[a.expected] - order[b.expected]);
      const required = rows.filter((a) => a.expected === 'required');
      const met = required.filter((a) => a.outcome === 'met').length;
      return [
        `${colors.bold(visible(checked.file))}  ${typeLine(checked, library.catalogue.types, locale)}`,
        ...rows.map((a) => row(a, checked)),
        ...(required.length > 0 ? [`  ${t.sum(met, required.length)}`] : []),
        '',
        '',
      ].join('\n');
    },
    end: ({ totals }) => (quiet ? '' : `${totalsLine(totals, versions, locale)}\n`),
  };

  function row(a: Assessment, { file, document, report }: CheckedFile): string {
    const missing = a.outcome === 'missing' && a.expected !== 'required';
    const outcome = (missing ? colors.dim : paint[a.outcome])(pad(t.outcomes[a.outcome], 8));
    const at = a.evidence[0] && placeOf(a.evidence[0].span, document.lines);
    const where = at ? ` ${visible(file)}:${at.startLine}:${at.startColumn}` : '';
    const suppressed = report.findings.find((f) => f.code === a.requirement.id)?.suppressed;
    const notes = [
      a.requirement.check.verb === 'none' ? t.unchecked : '',
      lacksOf(a, locale),
      a.denied ? t.denied : '',
      suppressed ? `${t.suppressed}${suppressed.reason}` : '',
    ];
    return `  ${outcome} ${pad(t.expected[a.expected], 8)} ${pad(a.requirement.id, 36)} ${a.requirement.title[locale]}${colors.dim(where)}${notes
      .filter(Boolean)
      .map((note) => ` – ${visible(note)}`)
      .join('')}`;
  }
}

function typeLine({ report, document }: CheckedFile, types: readonly DocumentType[], locale: Locale): string {
  const t = texts[locale];
  if (!document.declaration.applies) return t.exempt;
  if (document.isForeign) return t.foreign;
  const names = report.type.types.map((id) => types.find((type) => type.id === id)?.title[locale] ?? id);
  if (names.length === 0) return t.sources.none;
  return `${names.join(locale === 'zh' ? '、' : ', ')} (${t.sources[report.type.source]})`;
}

const pad = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - cellsOf(text)));

const order = { required: 0, optional: 1, no: 2 } as const;

const texts = {
  en: {
    outcomes: { met: 'met', partial: 'partial', weak: 'weak', missing: 'missing', 'not-applicable': '–' },
    expected: { required: 'expected', optional: 'often', no: '' },
    sources: {
      'front-matter': 'declared',
      configuration: 'by configuration',
      guessed: 'guessed',
      none: 'no document type: nothing is expected',
    },
    exempt: 'does not apply: the document says so',
    foreign: 'not checked: in neither English nor Chinese',
    denied: 'the document says the opposite',
    suppressed: 'suppressed: ',
    unchecked: 'addressed to others, nothing to check',
    sum: (met: number, all: number) => `${met} of ${all} expected clauses met`,
  },
  zh: {
    outcomes: { met: '已满足', partial: '部分', weak: '弱化', missing: '缺失', 'not-applicable': '–' },
    expected: { required: '应有', optional: '常见', no: '' },
    sources: {
      'front-matter': '文件声明',
      configuration: '配置指定',
      guessed: '推测',
      none: '无文件类型，不要求任何条款',
    },
    exempt: '不适用：文件已声明',
    foreign: '未检查：既非英文也非中文',
    denied: '文件作了相反的表述',
    suppressed: '已抑制：',
    unchecked: '面向其他主体，无需检查',
    sum: (met: number, all: number) => `应有条款 ${all} 项，满足 ${met} 项`,
  },
} as const;
