import type { Assessment } from '../assess/assessment.ts';
import { shift, type Locale, type Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { pageUri } from './page.ts';

/** A line above a heading that says what the text under it is worth. */
export interface Lens {
  /** The heading, in UTF-16 offsets. */
  readonly span: Span;
  readonly title: string;
  /** The page of the requirement that is not met in full; undefined when all are. */
  readonly page: string | undefined;
}

/** Above each heading: what the text under it meets, then what it says in part or in weak terms only. */
export function lensesOf({ document, report }: FeatureContext, locale: Locale): Lens[] {
  const headings = document.sections.flatMap(({ section, offset }) =>
    section.headings().map((heading) => shift(heading.span, offset)),
  );
  const under = new Map<Span, Assessment[]>();
  for (const assessment of report.assessments) {
    const start = assessment.evidence[0]?.span.start;
    if (assessment.expected === 'no' || start === undefined) continue;
    const heading = headings.findLast((h) => h.start <= start);
    if (heading) under.set(heading, [...(under.get(heading) ?? []), assessment]);
  }
  const t = texts[locale];
  return headings.flatMap((span) => {
    const here = under.get(span) ?? [];
    const met = here.filter((a) => a.outcome === 'met').map((a) => a.requirement.id);
    const rest = here.filter((a) => a.outcome !== 'met');
    return [
      ...(met.length > 0 ? [{ span, title: t.meets(shortly(met)), page: undefined }] : []),
      ...rest.map((a) => ({
        span,
        title: t.lacks(a.requirement.id, lackOf(a, locale)),
        page: pageUri(a.requirement.id, locale),
      })),
    ];
  });
}

/** The pack is named once: `opinions/pi-use, pi-storage`. */
const shortly = (ids: readonly string[]): string[] =>
  ids.map((id, i) =>
    i > 0 && packOf(id) === packOf(ids[i - 1] ?? '') ? id.slice(packOf(id).length + 1) : id,
  );

const packOf = (id: string): string => id.split('/')[0] ?? '';

function lackOf({ denied, outcome, lacking }: Assessment, locale: Locale): string {
  const t = texts[locale];
  if (denied) return t.denied;
  const lacks = lacking.map((lack) => lack.message[locale]).join(t.and);
  return lacks || (outcome === 'weak' ? t.weak : t.partial);
}

const texts = {
  en: {
    meets: (ids: readonly string[]) => `meets ${ids.join(', ')}`,
    lacks: (id: string, lack: string) => `${id}: ${lack}`,
    denied: 'the opposite is said',
    weak: 'in weak terms only',
    partial: 'in part',
    and: '; ',
  },
  zh: {
    meets: (ids: readonly string[]) => `满足 ${ids.join('、')}`,
    lacks: (id: string, lack: string) => `${id}：${lack}`,
    denied: '作了相反的表述',
    weak: '仅作弱化表述',
    partial: '只规定了一部分',
    and: '；',
  },
} as const;
