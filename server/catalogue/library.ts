import type { Bilingual } from '../text/span.ts';
import { unknownMessage, type Reference } from './notes.ts';
import { readPage, type PageReading, type WrittenPage } from './page.ts';
import { registers } from './type-page.ts';
import type { Catalogue, Concept, ConceptName, PageProblem, Requirement } from './requirement.ts';

/**
 * All pages as one catalogue. A page with a problem is left out, and so is a requirement that speaks of an unknown
 * concept: it would find nothing in every document. The problems are listed.
 */
export function loadCatalogue<C extends ConceptName = Concept>(pages: readonly Page<C>[]): Catalogue<C> {
  // What is read from a page knows its words, whatever the others know.
  const readings = pages.map((page) => ('text' in page ? (readPage(page) as PageReading<never>) : page));
  const known = namesOf(readings);
  const problems: PageProblem[] = [];
  const sound = readings.filter((reading) => {
    const unknown = reading.references.filter((reference) => !isKnown(reference, reading, known));
    problems.push(
      ...reading.problems,
      ...unknown.map((reference) => unknownProblem(reference, reading, known)),
    );
    // A bad phrase is left out of its concept; the rest of the vocabulary stays.
    if (reading.concepts && !reading.requirement) return true;
    return reading.problems.length === 0 && !unknown.some((reference) => fatal.has(reference.to));
  });
  const concepts = withoutTwins(
    sound.flatMap((reading) => reading.concepts ?? []),
    problems,
  );
  const requirements = sound.flatMap((reading) => reading.requirement ?? []).sort(inOrder);
  return {
    reviewed: requirements.reduce((latest, { reviewed }) => (reviewed > latest ? reviewed : latest), ''),
    requirements,
    types: sound.flatMap((reading) => reading.type ?? []),
    instruments: sound.flatMap((reading) => reading.instrument ?? []),
    concepts,
    problems: problems.sort((a, b) => compare(a.path, b.path) || a.line - b.line),
  };
}

/** A page as it is written, or what was read from it before. */
export type Page<C extends ConceptName = Concept> = WrittenPage | PageReading<C>;

const fatal = new Set<Reference['to']>(['concept', 'type', 'type-or-register']);

type Names = Readonly<Record<Reference['to'], ReadonlySet<string>>>;

/** Every name that a page defines, unsound pages included: one mistake is told once. */
function namesOf(readings: readonly PageReading<ConceptName>[]): Names {
  const under = (folder: string): Set<string> =>
    new Set(
      readings.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path.slice(folder.length, -3)),
    );
  const type = under('types/');
  return {
    type,
    'type-or-register': new Set([...type, ...registers]),
    instrument: under('instruments/'),
    concept: new Set(readings.flatMap(({ concepts }) => concepts?.map((c) => c.id) ?? [])),
    sister: new Set(readings.map(({ path }) => path.slice(0, -3))),
  };
}

const isKnown = ({ to, id }: Reference, { path }: PageReading<ConceptName>, names: Names): boolean =>
  names[to].has(to === 'sister' ? sisterId(id, path) : id);

const sisterId = (slug: string, path: string): string => `${path.split('/')[0]}/${slug}`;

const what: Readonly<Record<Reference['to'], Bilingual>> = {
  concept: { en: 'concept', zh: '概念' },
  instrument: { en: 'instrument', zh: '文件' },
  type: { en: 'document type', zh: '文件类型' },
  'type-or-register': { en: 'document type', zh: '文件类型' },
  sister: { en: 'requirement of this pack', zh: '本包要求' },
};

function unknownProblem(
  { to, id, line }: Reference,
  { path }: PageReading<ConceptName>,
  names: Names,
): PageProblem {
  const pack = `${path.split('/')[0]}/`;
  const candidates =
    to === 'sister'
      ? [...names.sister].filter((name) => name.startsWith(pack)).map((name) => name.slice(pack.length))
      : names[to];
  return { path, line, message: unknownMessage(what[to], id, candidates) };
}

function withoutTwins<C extends ConceptName>(concepts: readonly C[], problems: PageProblem[]): C[] {
  const first = new Map<string, C>();
  for (const concept of concepts) {
    const twin = first.get(concept.id);
    if (!twin) first.set(concept.id, concept);
    else {
      problems.push({
        path: concept.path,
        line: concept.line,
        message: {
          en: `The concept "${concept.id}" is already defined in ${twin.path}, line ${twin.line}.`,
          zh: `概念“${concept.id}”已在 ${twin.path} 第 ${twin.line} 行定义。`,
        },
      });
    }
  }
  return [...first.values()];
}

/** The Opinions first, in the order of their tasks and measures; then by id. */
function inOrder(a: Requirement, b: Requirement): number {
  return (
    Number(b.pack === 'opinions') - Number(a.pack === 'opinions') ||
    compare(a.pack, b.pack) ||
    itemOf(a) - itemOf(b) ||
    compare(a.id, b.id)
  );
}

function itemOf({ cites }: Requirement): number {
  const [, kind, number] = /\b(task|measure) (\d+)/.exec(cites[0]?.provision.en ?? '') ?? [];
  return (kind === 'measure' ? 100 : 0) + Number(number ?? 99);
}

/** By code unit, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
