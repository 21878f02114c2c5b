import type { Catalogue } from '../../server/catalogue/requirement.ts';
import type { Locale } from '../../server/text/span.ts';
import { interval, shares } from './rates.ts';
import type { Figures, Score } from './score.ts';

/** The page "What is not checked, and how often it is wrong", from the figures of an evaluation. */
export function limitsPage(
  own: Score,
  keywords: Score,
  fresh: Pick<Score, 'documents' | 'report'>,
  catalogue: Catalogue,
  locale: Locale,
): string {
  const t = texts[locale];
  const unchecked = catalogue.requirements.filter((r) => r.check.verb === 'none');
  return [
    `# ${t.title}`,
    '',
    t.advice,
    '',
    `## ${t.wrong}`,
    '',
    t.measured(own.documents, own.report['all']?.items ?? 0, catalogue.reviewed),
    '',
    `| | ${t.columns.join(' | ')} |`,
    '|---|---|---|---|---|---|---|',
    ...(['all', 'en', 'zh'] as const).flatMap((slice) => [
      row(t.slices[slice], own.report[slice], locale),
      row(`${t.keywords} (${t.slices[slice]})`, keywords.report[slice], locale),
    ]),
    '',
    t.reading,
    '',
    `### ${t.fresh}`,
    '',
    t.freshly(fresh.documents, fresh.report['all']?.items ?? 0),
    '',
    `| | ${t.columns.join(' | ')} |`,
    '|---|---|---|---|---|---|---|',
    ...(['all', 'en', 'zh'] as const).map((slice) => row(t.slices[slice], fresh.report[slice], locale)),
    '',
    t.written,
    '',
    `| ${t.writtenColumns.join(' | ')} |`,
    '|---|---|---|---|---|---|---|---|',
    ...writtenParts.map((part) => `| ${part.join(' | ')} |`),
    '',
    `## ${t.byRequirement}`,
    '',
    `| | ${t.columns.join(' | ')} |`,
    '|---|---|---|---|---|---|---|',
    ...catalogue.requirements
      .filter((r) => own.report[`element ${r.id.split('/')[1]}`])
      .map((r) => row(`${r.title[locale]} \`${r.id}\``, own.report[`element ${r.id.split('/')[1]}`], locale)),
    '',
    t.thin(
      catalogue.requirements
        .filter((r) => r.check.verb !== 'none' && !own.report[`element ${r.id.split('/')[1]}`])
        .map((r) => `\`${r.id}\``)
        .join(locale === 'zh' ? '、' : ', '),
    ),
    '',
    `## ${t.notChecked}`,
    '',
    ...unchecked.map((r) => `- \`${r.id}\` ${r.title[locale]}: ${t.nothing}`),
    ...t.also.map((line) => `- ${line}`),
    '',
  ].join('\n');
}

function row(name: string, figures: Figures | undefined, locale: Locale): string {
  if (!figures) return `| ${name} | | | | | | |`;
  const { missing, present } = figures;
  const exact = Math.round((figures.exact ?? 0) * figures.items);
  return `| ${[
    name,
    interval(missing.hit, missing.said, locale),
    interval(missing.hit, missing.labelled, locale),
    interval(present.hit, present.said, locale),
    interval(present.hit, present.labelled, locale),
    interval(exact, figures.items, locale),
    shares(Math.round((figures.evidence.near ?? 0) * figures.evidence.judged), figures.evidence.judged),
  ].join(' | ')} |`;
}

/** Each part of the invented documents, as scored once; test/validation/README.md tells by which rules. */
const writtenParts = [
  ['24', '240', '41/45', '172/217', '172/175', '20/65', '130/240', '22/24'],
  ['34', '292', '71/75', '219/243', '219/226', '42/66', '204/292', '30/34'],
  ['40', '361', '125/132', '278/309', '278/282', '48/79', '258/361', '37/40'],
  ['40', '284', '65/68', '158/188', '158/164', '90/120', '214/284', '27/40'],
  ['36', '258', '66/70', '144/165', '144/157', '80/101', '196/258', '28/36'],
  ['38', '429', '106/112', '317/380', '317/324', '42/105', '273/429', '32/38'],
  ['26', '221', '63/78', '119/157', '119/124', '59/97', '138/221', '20/26'],
] as const;

const texts = {
  en: {
    title: 'What is not checked, and how often it is wrong',
    advice:
      'Clausecheck reads a document and compares it with guidance. It is no legal advice, and a clean result is no certificate. ' +
      'The clauses it inserts are drafts, to be adapted and reviewed by a lawyer.',
    wrong: 'How often it is wrong',
    measured: (documents: number, items: number, date: string) =>
      `Measured by \`npm run evaluate -- --write\` on ${documents} real documents that two readers labelled apart from each other ` +
      `(${items} items that they do not dispute), law as of ${date}. The labels are the work of trained readers, not of a court; ` +
      'the rules were developed with these documents in view, so they say little about others: for these, see below.',
    columns: [
      'missing: precision',
      'missing: recall',
      'present: precision',
      'present: recall',
      'exact outcome',
      'evidence near',
    ],
    slices: { all: 'all', en: 'English', zh: 'Chinese' },
    keywords: 'keyword search',
    reading:
      'Each cell: rate, count, and the 95 % interval. "Missing: precision" is the share of the clauses called missing that are; ' +
      'it decides how many false alarms you see.',
    fresh: 'On documents that nobody had seen',
    freshly: (documents: number, items: number) =>
      `${documents} further documents (${items} items) were labelled before the rules were run on them and scored once, before the rules were changed with them in view. ` +
      'This is nearer to what you will see: about one in three clauses called missing was there after all, in words the rules did not know. ' +
      'Most of these documents are policies on one topic, of which nothing is expected; there no such finding is shown. Of the ' +
      'clauses that the rules of that time expected and called missing, 49 of 55 were. For documents of no known type a passage ' +
      'that would do in another type is now called weak, to be read: run again with the rules that had not seen the last 29 ' +
      'documents, this raises the precision of "missing" from 64 % (34/53) to 77 % (34/44) there, at the same recall.',
    written:
      'More documents were invented in the manner of what public repositories hold, by writers who did not know the rules, read ' +
      'twice and scored once before the rules were changed with them in view. In the last four parts single pages of a set were ' +
      'often not known for what they are; there nothing is called missing.',
    writtenColumns: [
      'documents',
      'items',
      'clauses that the type requires: found',
      'all clauses: found',
      'called present: right',
      'called missing: right',
      'exact outcome',
      'type right',
    ],
    byRequirement: 'By requirement',
    thin: (ids: string) =>
      ids
        ? `No real document with a label covers ${ids}: there only the examples written for this project were tried.`
        : '',
    notChecked: 'What is not checked',
    nothing: 'addressed to others or an aspiration; nothing to check.',
    also: [
      'Whether what a document says is true, or is done.',
      'Other documents that it refers to: a duty by reference counts in part.',
      'Documents without a type: nothing is called missing in them. A guessed type gives one information, no warnings.',
      'Text in pictures, in PDF files and behind links; sections reported as "not checked: too complex".',
      'Languages other than English and Chinese.',
      'Whether an instrument has changed since the date above.',
    ],
  },
  zh: {
    title: '哪些内容不检查、误差多大',
    advice:
      'Clausecheck 将文件与指导性要求相对照，不构成法律意见；没有提示也不代表合规证明。所插入的条款均为草稿，须由律师修改、审核。',
    wrong: '误差多大',
    measured: (documents: number, items: number, date: string) =>
      `由 \`npm run evaluate -- --write\` 在${documents}份真实文件上测得。这些文件由两名读者各自独立标注（双方无争议的项目${items}项），法律状态截至${date}。` +
      '标注出自受过训练的读者，而非裁判机关；规则开发时参照过这些文件，因此不能代表其他文件，后者见下文。',
    columns: ['缺失：精确率', '缺失：召回率', '已有：精确率', '已有：召回率', '结果完全一致', '依据位置相近'],
    slices: { all: '全部', en: '英文', zh: '中文' },
    keywords: '关键词检索',
    reading:
      '每格依次为比率、计数和95%区间。“缺失：精确率”是被判为缺失的条款中确实缺失的比例，它决定误报的多少。',
    fresh: '从未见过的文件',
    freshly: (documents: number, items: number) =>
      `另有${documents}份文件（${items}项）在规则运行之前完成标注，并在据其修改规则之前评分一次。` +
      '这更接近您实际会遇到的情况：被判为缺失的条款中，约三分之一其实已有，只是当时规则尚不认识其措辞。' +
      '这些文件多为单一主题制度，不要求其包含任何条款，因此不会显示此类提示。在当时的规则认为应当包含且判为缺失的条款中，55项有49项判断正确。' +
      '对类型不明的文件，现将在其他类型文件中可以满足要求的表述判为薄弱，请读者自行阅读：以未见过最后29份文件的规则重新运行，' +
      '“缺失”的精确率由64%（34/53）升至77%（34/44），召回率不变。',
    written:
      '另由不了解规则者仿照公开代码库中常见的文件撰写虚构文件，由两名读者标注，并在据其修改规则之前评分一次。' +
      '最后四批中，成套文件的单页往往认不出类型；对这些文件不判断缺失。',
    writtenColumns: [
      '文件',
      '项目',
      '类型所要求的条款：已识别',
      '全部条款：已识别',
      '判为已有：正确',
      '判为缺失：正确',
      '结果完全一致',
      '类型正确',
    ],
    byRequirement: '分项数据',
    thin: (ids: string) => (ids ? `${ids}尚无带标注的真实文件，仅用本项目自撰的示例检验过。` : ''),
    notChecked: '不检查的内容',
    nothing: '面向其他主体或者属于愿景，无需检查。',
    also: [
      '文件所述是否属实、是否落实。',
      '所引用的其他文件：仅作引用的义务按部分满足处理。',
      '没有类型的文件：不判断缺失。仅为推测的类型只给出一条信息，不作警告。',
      '图片、PDF文件和链接背后的文字；报告为“未检查：结构过于复杂”的章节。',
      '英文和中文以外的语言。',
      '上述日期之后法律文件是否变化。',
    ],
  },
} as const;
