import type { Catalogue, Instrument } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import { referencesOf } from '../document/references.ts';
import type { Locale, Span } from '../text/span.ts';
import type { PageLink } from './authority.ts';

/** The instrument that a reference at `offset` (UTF-16) names, when the catalogue knows it. */
export function instrumentAt(
  document: LegalDocument,
  offset: number,
  catalogue: Catalogue,
): { readonly span: Span; readonly instrument: Instrument } | undefined {
  const reference = referencesOf(document).find(({ span }) => span.start <= offset && offset <= span.end);
  const instrument = reference?.instrument ? instrumentNamed(reference.instrument, catalogue) : undefined;
  return reference && instrument && { span: reference.span, instrument };
}

/** What an instrument is and how current, as Markdown. */
export function instrumentSummary(
  { id, title, number, issued, issuer, currency }: Instrument,
  locale: Locale,
  link: PageLink,
): string {
  const address = link(`instruments/${id}`);
  const name = address === undefined ? title[locale] : `[${title[locale]}](${address})`;
  const facts = [number, issuer[locale], issued].filter((fact) => fact !== '').join(' · ');
  return [`**${name}**`, facts, currency[locale]].filter((part) => part !== '').join('\n\n');
}

/** The instrument a document means by a name: its title, another name of it, or the words that begin it. */
export function instrumentNamed(name: string, { instruments }: Catalogue): Instrument | undefined {
  const wanted = plain(name);
  if (wanted.length < 3) return undefined;
  return (
    instruments.find((i) => namesOf(i).some((known) => plain(known) === wanted)) ??
    instruments.find((i) => namesOf(i).some((known) => known.length > 5 && wanted.endsWith(plain(known))))
  );
}

const namesOf = ({ title, names }: Instrument): readonly string[] => [
  title.en,
  title.zh,
  ...names.en,
  ...names.zh,
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+|^中华人民共和国|\s+of the people’?'?s republic of china$|[《》〔〕\s]/g, '')
    .replace(/^中华人民共和国/, '');
