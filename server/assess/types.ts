import type { DocumentType } from '../catalogue/requirement.ts';
import type { LegalDocument, Section } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import type { TypeAnswer } from './assessment.ts';
import type { Library, TypePhrase } from './library.ts';
import type { ReviewSettings } from './review.ts';
import { roughConcepts } from './rough.ts';

/** The document's types: as it declares them, else as the configuration says, else guessed. */
export function typesOf(document: LegalDocument, library: Library, settings: ReviewSettings): TypeAnswer {
  const known = new Set(library.catalogue.types.map((type) => type.id));
  const declared = document.declaration.types.map((t) => t.value).filter((id) => known.has(id));
  if (declared.length > 0) return { types: declared, source: 'front-matter', confidence: 1 };
  const configured = settings.types.filter((id) => known.has(id));
  if (configured.length > 0) return { types: configured, source: 'configuration', confidence: 1 };
  const guessed = guess(document, library);
  return guessed ?? { types: [], source: 'none', confidence: 0 };
}

/**
 * A guess needs the type's name in the title, or several of its own cues in headings and text. What rules a type
 * out in the title rules it out altogether.
 */
function guess(document: LegalDocument, library: Library): TypeAnswer | undefined {
  const title = fold(document.title?.text ?? '');
  const inTitle = library.findTypes(title).filter((hit) => hit.id.part !== 'cue');
  const open = library.catalogue.types.flatMap((type): Possible[] => {
    if (inTitle.some((hit) => hit.id.part === 'not' && hit.id.type === type.id)) return [];
    const lengthOf = (part: TypePhrase['part']): number =>
      Math.max(0, ...inTitle.filter(({ id }) => id.part === part && id.type === type.id).map(lengthOfHit));
    return [{ type, length: lengthOf('name'), hinted: lengthOf('hint') > 0 }];
  });
  // A name in the title is worth more than any hint.
  const named = open.some(({ length }) => length > 0);
  const itself = named ? [] : namesItself(document, library);
  const possible = open.map((p) => ({ ...p, hinted: !named && (p.hinted || itself.includes(p.type.id)) }));
  // Only the cues of types that could be meant are looked for in earnest.
  const most = cuesIn(document, library, undefined);
  const likely = possible.filter((p) => confidenceOf(p, most) >= enough);
  if (likely.length === 0) return undefined;
  const [only] = likely;
  // The name in the title is enough when nothing else comes near; how sure that is, is told when asked.
  if (only && likely.length === 1 && only.length > 0) return namedType(only, document, library);
  const cues = cuesIn(document, library, new Set(likely.map(({ type }) => type.id)));
  let best: { id: string; confidence: number } | undefined;
  for (const one of likely) {
    const confidence = confidenceOf(one, cues);
    if (confidence >= enough && (!best || confidence > best.confidence))
      best = { id: one.type.id, confidence };
  }
  return best && { types: [best.id], source: 'guessed', confidence: rounded(best.confidence) };
}

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100;

function namedType(named: Possible, document: LegalDocument, library: Library): TypeAnswer {
  const types = [named.type.id];
  let confidence: number | undefined;
  return {
    types,
    source: 'guessed',
    get confidence() {
      return (confidence ??= rounded(confidenceOf(named, cuesIn(document, library, new Set(types)))));
    },
  };
}

interface Possible {
  readonly type: DocumentType;
  /** Length of its name in the title; 0 when it is not there. */
  readonly length: number;
  /** The title may mean it, or the document calls itself so. */
  readonly hinted: boolean;
}

const enough = 0.6;

/** Grows with the cues found. */
function confidenceOf({ type, length, hinted }: Possible, cues: Cues): number {
  const found = cues.get(type.id)?.size ?? 0;
  const share = found / Math.max(1, type.cues.length);
  if (length > 0) return Math.min(0.98, 0.75 + 0.04 * found + Math.min(0.05, length / 400));
  const byCues = found >= 4 ? Math.min(0.85, 0.35 + 0.05 * found + 0.3 * share) : 0;
  return hinted && found >= 2 ? Math.max(byCues, Math.min(0.74, 0.6 + 0.03 * found)) : byCues;
}

const lengthOfHit = ({ start, end }: { start: number; end: number }): number => end - start;

/** The types a document gives itself in its first words: "These Terms of Service …", 本隐私政策. */
function namesItself({ sections: [first] }: LegalDocument, library: Library): readonly string[] {
  if (!first) return [];
  let names = keptNames.get(first.section);
  if (!names) keptNames.set(first.section, (names = ownNames(first.section, library)));
  return names;
}

const keptNames = new WeakMap<Section, readonly string[]>();

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

type Cues = ReadonlyMap<string, ReadonlySet<string>>;

/** The cues of these types; without types, of all, and perhaps more than there are. */
function cuesIn(document: LegalDocument, library: Library, types: ReadonlySet<string> | undefined): Cues {
  const cues = new Map<string, Set<string>>();
  const isNew = ({ type, phrase }: TypePhrase): boolean => !cues.get(type)?.has(phrase);
  const add = (cue: TypePhrase | undefined): void => {
    if (!cue) return;
    const set = cues.get(cue.type);
    if (set) set.add(cue.phrase);
    else cues.set(cue.type, new Set([cue.phrase]));
  };
  for (const { section } of document.sections) {
    const { numbers } = roughConcepts(section, library);
    if (numbers && !types) {
      for (const number of numbers) add(library.cueOf(number));
      continue;
    }
    const mayAdd = (number: number): boolean => {
      const cue = library.cueOf(number);
      return cue !== undefined && types?.has(cue.type) === true && isNew(cue);
    };
    // A section that may only repeat what is found already need not be read.
    if (!numbers || numbers.some(mayAdd)) for (const cue of sectionCues(section, library)) add(cue);
  }
  return cues;
}

function sectionCues(section: Section, library: Library): readonly TypePhrase[] {
  let cues = keptCues.get(section);
  if (!cues) {
    const prose = section.blocks().filter((block) => block.kind !== 'code' && block.kind !== 'contents');
    cues = prose
      .flatMap((block) => library.findTypes(block.prose.folded).map((hit) => hit.id))
      .filter((id) => id.part === 'cue');
    keptCues.set(section, cues);
  }
  return cues;
}

const keptCues = new WeakMap<Section, readonly TypePhrase[]>();
