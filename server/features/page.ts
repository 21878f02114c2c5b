import { draftUsual } from '../assess/draft.ts';
import type { Library } from '../assess/library.ts';
import { citationOf, groundOf } from '../assess/messages.ts';
import type { Example, ExampleOutcome, Instrument, Requirement } from '../catalogue/requirement.ts';
import type { Bilingual, Locale } from '../text/span.ts';

/** The address of the page behind a finding: it opens offline, in the editor. */
export const pageUri = (id: string, locale: Locale): string => `clausecheck:/${locale}/${id}.md`;

/** The command of the extension that opens a page: where only commands are links, and Markdown with a scheme of its own is not. */
export const pageCommand = (id: string, locale: Locale): string =>
  `command:clausecheck.openPage?${encodeURIComponent(JSON.stringify([pageUri(id, locale)]))}`;

/** The text of a page by the path of its address (`/en/opinions/pi-storage.md`), as Markdown to read. */
export function pageAt(path: string, library: Library): string | undefined {
  const [, locale, id] = /^\/(en|zh)\/(.+)\.md$/.exec(path) ?? [];
  if (!id || (locale !== 'en' && locale !== 'zh')) return undefined;
  const requirement = library.requirement(id);
  if (requirement) return requirementPage(requirement, locale, library);
  const instrument = library.catalogue.instruments.find((i) => `instruments/${i.id}` === id);
  return instrument && instrumentPage(instrument, locale);
}

function requirementPage(requirement: Requirement, locale: Locale, library: Library): string {
  const say = (text: Bilingual): string => text[locale];
  const { catalogue } = library;
  const names = (ids: readonly string[]): string =>
    ids
      .map((id) => say(catalogue.types.find((t) => t.id === id)?.title ?? { en: id, zh: id }))
      .join(separator[locale]);
  const parts = [
    `# ${say(requirement.title)}`,
    `\`${requirement.id}\``,
    say(groundOf(requirement, catalogue)),
    say(requirement.prose),
    heading(words.sources, locale),
    requirement.cites.map((cite) => citationLine(cite, locale, catalogue.instruments)).join('\n'),
    ...requirement.facts.map((fact) => say(fact.text)),
    heading(words.expected, locale),
    `- ${say(words.required)}${say(words.colon)}${names(requirement.required) || '–'}\n- ${say(words.optional)}${say(words.colon)}${names(requirement.optional) || '–'}`,
    ...(['model', 'fallback'] as const).flatMap((position) =>
      requirement.clauses
        .filter((clause) => clause.language === locale && clause.position === position)
        .flatMap((clause, index) => [
          ...(index === 0 ? [heading(words[position], locale)] : []),
          fence(draftUsual(clause.text, locale).plain),
        ]),
    ),
    ...(['met', 'partial', 'weak', 'missing'] as const).flatMap((outcome) =>
      examplesOf(requirement.examples, outcome, locale),
    ),
    `*${say(words.reviewed)}${requirement.reviewed}${say(words.stop)}${say(words.guidance)}*`,
  ];
  return parts.filter((part) => part !== '').join('\n\n') + '\n';
}

function instrumentPage(instrument: Instrument, locale: Locale): string {
  const say = (text: Bilingual): string => text[locale];
  const details = [instrument.number, say(instrument.issuer), instrument.issued, instrument.effective];
  const parts = [
    `# ${say(instrument.title)}`,
    details.filter((detail) => detail !== '').join(' · '),
    say(instrument.currency),
    say(instrument.prose),
    ...instrument.facts.map((fact) => say(fact.text)),
    `*${say(words.reviewed)}${instrument.reviewed}${say(words.stop).trim()}*`,
  ];
  return parts.filter((part) => part !== '').join('\n\n') + '\n';
}

function citationLine(
  { instrument: id, provision }: Requirement['cites'][number],
  locale: Locale,
  instruments: readonly Instrument[],
): string {
  const instrument = instruments.find((i) => i.id === id);
  const name = citationOf(instrument, provision, locale).replace(/,$/, '');
  const currency = instrument?.currency[locale] ?? '';
  return `- ${instrument ? `[${name}](${pageUri(`instruments/${id}`, locale)})` : name}${currency && ` – ${currency}`}`;
}

function examplesOf(examples: readonly Example[], outcome: ExampleOutcome, locale: Locale): string[] {
  const shown = examples.filter((e) => e.outcome === outcome && e.language === locale);
  if (shown.length === 0) return [];
  return [
    heading(words[outcome], locale),
    // The notes of a page are in English.
    ...shown.flatMap((example) => [locale === 'en' ? example.note : '', fence(example.text)]),
  ];
}

const heading = (text: Bilingual, locale: Locale): string => `## ${text[locale]}`;

const fence = (text: string): string => '````markdown\n' + text.trimEnd() + '\n````';

const separator: Bilingual = { en: ', ', zh: '、' };

const words = {
  sources: { en: 'Sources', zh: '依据' },
  expected: { en: 'Where it belongs', zh: '应写入的文件' },
  required: { en: 'expected in', zh: '应当写明' },
  optional: { en: 'often found in', zh: '常见于' },
  model: { en: 'Model clause', zh: '示范条款' },
  fallback: { en: 'Fallback position', zh: '备选条款' },
  met: { en: 'Met', zh: '已满足' },
  partial: { en: 'Met in part', zh: '部分满足' },
  weak: { en: 'Weak', zh: '弱化表述' },
  missing: { en: 'Missing', zh: '缺失' },
  reviewed: { en: 'Sources last checked on ', zh: '依据最近核对日期：' },
  stop: { en: '. ', zh: '。' },
  colon: { en: ': ', zh: '：' },
  guidance: {
    en: 'The Opinions are guidance, not law.',
    zh: '《指导意见》属于指导性文件，不是法律。',
  },
} as const satisfies Record<string, Bilingual>;
