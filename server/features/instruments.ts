import type { Catalogue, Instrument } from '../catalogue/requirement.ts';

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
