import type { DocumentType } from '../catalogue/requirement.ts';
import type { LegalDocument, Section } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { TypeAnswer } from './assessment.ts';
import { CueReader, cuesAtMost, type CountCues } from './cues.ts';
import type { Library } from './library.ts';
import type { ReviewSettings } from './review.ts';
import { lookAtWords } from './rough.ts';

/**
 * The document's types: as it declares them, else as the configuration says, else guessed. A guess looks at the words
 * of all sections, a section a step.
 */
export function* typesOf(
  document: LegalDocument,
  library: Library,
  settings: ReviewSettings,
): Generator<undefined, TypeAnswer> {
  const known = new Set(library.catalogue.types.map((type) => type.id));
  const declared = document.declaration.types.map((t) => t.value).filter((id) => known.has(id));
  if (declared.length > 0) return { types: declared, source: 'front-matter', confidence: 1 };
  const configured = settings.types.filter((id) => known.has(id));
  if (configured.length > 0) return { types: configured, source: 'configuration', confidence: 1 };
  return (yield* guess(document, library)) ?? { types: [], source: 'none', confidence: 0 };
}

/**
 * A guess needs the type's name in the title, or several of its own cues in headings and text. What rules a type
 * out in the title rules it out altogether.
 */
function* guess(document: LegalDocument, library: Library): Generator<undefined, TypeAnswer | undefined> {
  const { text = '', below = '' } = document.title ?? {};
  const title = fold(`${text} · ${below}`);
  const lengths = {
    name: new Map<string, number>(),
    hint: new Map<string, number>(),
    not: new Map<string, number>(),
  };
  for (const { id, start, end } of library.findTypes(title)) {
    if (id.part === 'cue') continue;
    const known = lengths[id.part];
    known.set(id.type, Math.max(end - start, known.get(id.type) ?? 0));
  }
  const open = library.catalogue.types
    .filter(({ id }) => !lengths.not.has(id))
    .map((type): Possible => ({
      type,
      length: lengths.name.get(type.id) ?? 0,
      hinted: lengths.hint.has(type.id),
    }));
  if (open.length === 0) return undefined;
  yield* lookAtWords(document, library);
  // Only the cues of types that could be meant are looked for in earnest.
  const most = cuesAtMost(document, library);
  // A name in the title is worth more than any hint, and a hint without cues is worth nothing.
  const named = open.some(({ length }) => length > 0);
  const inDoubt = !named && open.some(({ type, hinted }) => !hinted && most(type.id) >= cuesForHint);
  const itself = inDoubt ? namesItself(document, library) : [];
  const possible = open.map((p) => ({ ...p, hinted: !named && (p.hinted || itself.includes(p.type.id)) }));
  const likely = possible.filter((p) => confidenceOf(p, most) >= enough);
  const chosen = likely.length > 0 ? choose(likely, document, library) : undefined;
  return chosen && new Guessed(chosen, document, library);
}

/** The likeliest, the first of those that are equally likely; reads until nothing can change it. */
function choose(
  likely: readonly Possible[],
  document: LegalDocument,
  library: Library,
): Possible | undefined {
  const cues = new CueReader(document, library, typesIn(likely));
  for (;;) {
    const most = cues.atMost();
    const open = likely
      .map((one) => ({ one, least: confidenceOf(one, cues.atLeast), most: confidenceOf(one, most) }))
      .filter((bounds) => bounds.most >= enough);
    const best = Math.max(...open.map(({ least }) => least));
    const first = open.findIndex(({ least }) => least === best);
    const isSure = open.every(
      (other, i) => i === first || (i < first ? other.most < best : other.most <= best),
    );
    if (best >= enough && isSure) return open[first]?.one;
    if (!cues.read(typesIn(open.map(({ one }) => one)))) return undefined;
  }
}

const typesIn = (possible: readonly Possible[]): ReadonlySet<string> =>
  new Set(possible.map(({ type }) => type.id));

/** How sure it is, is told when asked. */
class Guessed implements TypeAnswer {
  readonly types: readonly string[];
  readonly source = 'guessed';
  readonly #chosen: Possible;
  readonly #document: LegalDocument;
  readonly #library: Library;
  #confidence: number | undefined;

  constructor(chosen: Possible, document: LegalDocument, library: Library) {
    this.types = [chosen.type.id];
    this.#chosen = chosen;
    this.#document = document;
    this.#library = library;
  }

  get confidence(): number {
    this.#confidence ??= Math.round(100 * exactConfidence(this.#chosen, this.#document, this.#library)) / 100;
    return this.#confidence;
  }
}

function exactConfidence(chosen: Possible, document: LegalDocument, library: Library): number {
  const types = typesIn([chosen]);
  const cues = new CueReader(document, library, types);
  while (cues.read(types));
  return confidenceOf(chosen, cues.atLeast);
}

interface Possible {
  readonly type: DocumentType;
  /** Length of its name in the title; 0 when it is not there. */
  readonly length: number;
  /** The title may mean it, or the document calls itself so. */
  readonly hinted: boolean;
}

const enough = 0.6;
/** A type that is only hinted at needs so many cues. */
const cuesForHint = 2;

/** Grows with the cues found. */
function confidenceOf({ type, length, hinted }: Possible, count: CountCues): number {
  const found = count(type.id);
  const share = found / Math.max(1, type.cues.length);
  if (length > 0) return Math.min(0.98, 0.75 + 0.04 * found + Math.min(0.05, length / 400));
  const byCues = found >= 4 ? Math.min(0.85, 0.35 + 0.05 * found + 0.3 * share) : 0;
  return hinted && found >= cuesForHint ? Math.max(byCues, Math.min(0.74, 0.6 + 0.03 * found)) : byCues;
}

/** The types a document gives itself in its first words: "These Terms of Service …", 本隐私政策. */
function namesItself({ sections: [first] }: LegalDocument, library: Library): readonly string[] {
  if (!first) return [];
  let names = keptNames.get(first.section);
  if (!names) keptNames.set(first.section, (names = ownNames(first.section, library)));
  return names;
}

const keptNames = memo<Section, readonly string[]>();

function ownNames(section: Section, library: Library): string[] {
  const paragraphs = section.blocks().filter(({ kind, quoted }) => kind === 'paragraph' && !quoted);
  return paragraphs.slice(0, 6).flatMap(({ prose: { folded } }) =>
    library
      .findTypes(folded)
      .filter(
        ({ id, start }) => id.part === 'name' && ownWord.test(folded.slice(Math.max(0, start - 12), start)),
      )
      .map(({ id }) => id.type),
  );
}

const ownWord = /(?:\bthis|\bthese|\bfollowing|本|以下)[ "“《]*$/;
