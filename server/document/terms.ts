import { memoized } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import type { Block, LegalDocument, Section } from './model.ts';
import { sentencesOf } from './sentences.ts';

/** A term that the document defines. Spans are offsets into its text, in UTF-16 units. */
export interface DefinedTerm {
  readonly name: string;
  /** The name where it is defined, without its quotation marks. */
  readonly span: Span;
  /** The sentence or item that defines it. */
  readonly definition: Span;
  readonly text: string;
  /** Where the name stands in `text`. */
  readonly at: number;
}

/** Every place of a defined term, the definition's own included. */
export interface TermUse {
  readonly term: DefinedTerm;
  readonly span: Span;
  /** As written: it may be inflected. */
  readonly written: string;
}

/** The terms a document defines, in order; of two definitions of one name, the first. */
export const termsOf = memoized((document: LegalDocument): readonly DefinedTerm[] => {
  const byName = new Map<string, DefinedTerm>();
  for (const { section, offset } of document.sections) {
    for (const term of termsIn(section)) {
      const placed = {
        ...term,
        span: shift(term.span, offset),
        definition: shift(term.definition, offset),
      };
      if (!byName.has(term.name)) byName.set(term.name, placed);
    }
  }
  return [...byName.values()].slice(0, 500);
});

const termsIn = memoized((section: Section): readonly DefinedTerm[] =>
  section
    .blocks()
    .filter(isText)
    .flatMap((block) => termsInBlock(block, section.text)),
);

const isText = ({ kind }: Block): boolean => kind !== 'code' && kind !== 'html' && kind !== 'contents';

const open = '["“”«「『]';
const close = '["“”»」』]';
const quoted = `${open}\\s?([^"“”«»「」『』]{1,60}?)\\s?${close}`;
const list = `${quoted}(?:\\s*(?:,|、|or|and|或|和)?\\s*${quoted})?`;
const sayMeans =
  '(?:shall mean|means?|mean|refers? to|shall have the meaning|has the meaning|have the meaning|is defined as)\\b';
/** Words that may stand between a bracket and the term it introduces. */
const introduces =
  '(?:(?:the|an?|each|and|or|this|our|its|such|as|together|collectively|individually|jointly|severally|respectively|here(?:in)?after|referred|to|called|known|defined|in|Agreement|Contract)\\b[\\s,:]*)*';

const patterns: readonly RegExp[] = [
  new RegExp(`${list}\\s*,?\\s*(?:\\([^)]{0,80}\\)\\s*)?${sayMeans}`, 'g'),
  new RegExp(
    `[(（]\\s*${introduces}${quoted}(?:[\\s,]*${introduces}${quoted})?(?:[\\s,]*${introduces}${quoted})?`,
    'g',
  ),
  new RegExp(`(?:以下|下)?(?:分别)?(?:简称|统称|合称|(?<!名)称)(?:为|作)?\\s*[:：]?\\s*${list}`, 'g'),
  new RegExp(
    `${list}\\s*(?:[(（][^)）]{0,60}[)）])?\\s*[,，:：]?\\s*(?:是指|系指|指的是|指(?![定示导明令派纹出]))`,
    'g',
  ),
  /以下(?:简称|统称|合称|称)(?:为)?\s*[:：]?\s*([^\s“”"「」《》（）()，。；、：:]{1,20})\s*[）)]/g,
  /本(?:合同|协议|条款|政策|办法|制度|规定|预案|文件|声明)(?:中)?所称的?\s*([^\s“”"「」《》（）()，。；、]{1,20}?)\s*[,，]?\s*(?:是指|系指|指(?![定示导明令派]))/g,
  // A person with an account is a "Member"; 开设账号的人为“会员”。
  new RegExp(
    `\\b(?:is|are|be)\\s+(?:(?:an?|the|called|known as|referred to as)\\s+){0,2}${quoted}(?=\\s*[.,;)]|$)`,
    'g',
  ),
  new RegExp(`[人者户]均?(?:为|是|即为?|成为)${quoted}(?=[。；，]|$)`, 'g'),
  /^((?:甲|乙|丙|丁|买|卖|供|需|委托|受托)方)\s*(?:[（(][^）)]{0,30}[）)])?\s*[:：]/g,
];

function termsInBlock(block: Block, source: string): DefinedTerm[] {
  const { prose } = block;
  const found = new Map<number, { start: number; end: number }>();
  for (const pattern of patterns) {
    for (const match of prose.text.matchAll(pattern)) {
      let from = match.index;
      for (const name of match.slice(1)) {
        if (name === undefined) continue;
        const start = prose.text.indexOf(name, from);
        from = start + name.length;
        if (isName(name)) found.set(start, { start, end: from });
      }
    }
  }
  // **Term** means …: bold is gone from the prose, so it is looked for where it stands in the source.
  const bold = new RegExp(`^(.{2,60}?)\\s+${sayMeans}`).exec(prose.text)?.[1];
  if (bold !== undefined && isName(bold) && /[*_]/.test(source.charAt(prose.source(0) - 1))) {
    found.set(0, { start: 0, end: bold.length });
  }
  const sentences = found.size > 0 ? sentencesOf(prose.text) : [];
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      name: prose.text.slice(start, end),
      span: { start: prose.source(start), end: prose.source(end - 1) + 1 },
      ...sentenceAround(block, start, sentences),
    }));
}

/** English terms are capitalised; a quotation that is a sentence is no term. */
function isName(name: string): boolean {
  if (/[.;:!?。；：！？，,]/.test(name) || name.trim() === '') return false;
  if (/[\u3400-\u9fff]/.test(name)) return name.length <= 20;
  return /^[A-Z]/.test(name) && name.length > 1 && name.split(' ').length <= 7;
}

/** The sentence that a place in a block stands in. */
function sentenceAround(
  { prose }: Block,
  at: number,
  sentences: readonly Span[],
): Pick<DefinedTerm, 'definition' | 'text' | 'at'> {
  const { start, end } = sentences.find((s) => at < s.end) ?? { start: 0, end: prose.text.length };
  return {
    definition: { start: prose.source(start), end: prose.source(end - 1) + 1 },
    text: prose.text.slice(start, end),
    at: at - start,
  };
}

/** Where the document uses its terms, in order; of overlapping ones the longest. */
export const termUses = memoized((document: LegalDocument): readonly TermUse[] =>
  usesOf(document, termsOf(document)),
);

/** Where the document uses any of these terms, its own or those of a document that it incorporates. */
export function usesOf(document: LegalDocument, terms: readonly DefinedTerm[]): readonly TermUse[] {
  const forms = new Map<string, DefinedTerm>();
  for (const term of terms) {
    for (const form of formsOf(term.name)) if (!forms.has(form)) forms.set(form, term);
  }
  // A term's own name goes before another one's inflection.
  for (const term of terms) forms.set(term.name, term);
  if (forms.size === 0) return [];
  const names = [...forms.keys()].sort((a, b) => b.length - a.length).map(escape);
  const pattern = new RegExp(names.join('|'), 'gu');
  return document.sections.flatMap(({ section, offset }) =>
    section
      .blocks()
      .filter(isText)
      .flatMap(({ prose }) =>
        [...prose.text.matchAll(pattern)].flatMap((match): TermUse[] => {
          const [written] = match;
          const term = forms.get(written);
          const end = match.index + written.length;
          if (!term || !standsAlone(prose.text, match.index, end)) return [];
          const span = { start: prose.source(match.index), end: prose.source(end - 1) + 1 };
          return [{ term, span: shift(span, offset), written }];
        }),
      ),
  );
}

/** A text as a pattern that finds it. */
export const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Latin words end at their letters; Chinese ones stand side by side. */
function standsAlone(text: string, start: number, end: number): boolean {
  const latin = /[A-Za-z0-9_]/;
  return !(
    (latin.test(text[start] ?? '') && latin.test(text[start - 1] ?? '')) ||
    (latin.test(text[end - 1] ?? '') && latin.test(text[end] ?? ''))
  );
}

/** The forms in which a name may be written: singular, plural, capitals. */
export function formsOf(name: string): string[] {
  if (!/[A-Za-z]$/.test(name)) return [name];
  const singular = singularOf(name);
  const forms = [name, singular === name ? pluralOf(name) : singular];
  return [...new Set([...forms, ...forms.map((form) => form.toUpperCase())])];
}

export function pluralOf(name: string): string {
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}

export function singularOf(name: string): string {
  if (/ies$/i.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^su]s$/i.test(name) ? name.slice(0, -1) : name;
}
