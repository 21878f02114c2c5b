import type { Root } from 'mdast';
import type { Extension, ParseContext, Tokenizer } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

export type * from 'mdast';

/** Labels that are defined elsewhere in the document, as the parser normalises them (upper case). */
export interface Seeds {
  readonly definitions: readonly string[];
  readonly footnotes: readonly string[];
}

export const noSeeds: Seeds = { definitions: [], footnotes: [] };

export interface Parsed {
  readonly tree: Root;
  /** The labels that this text itself defines. */
  readonly own: Seeds;
}

/**
 * Parses Markdown (CommonMark with GitHub's tables, footnotes, strike-through). `seeds` are taken as defined, so
 * that a piece of a document parses as it does in the whole. May throw: ask the guard first.
 */
export function parseMarkdown(text: string, seeds: Seeds = noSeeds): Parsed {
  const watch: Watch = { context: undefined };
  const tree = markdown().use(remarkSeed, seeds, watch).parse(text);
  return {
    tree,
    own: {
      definitions: watch.context?.defined.slice(seeds.definitions.length) ?? [],
      footnotes: watch.context?.gfmFootnotes?.slice(seeds.footnotes.length) ?? [],
    },
  };
}

// One tilde is "about" or "to" in Chinese ("3~5个工作日"), never a deletion.
const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

interface Watch {
  context: ParseContext | undefined;
}

function remarkSeed(this: Processor, seeds: Seeds, watch: Watch): undefined {
  (this.data().micromarkExtensions ??= []).push(seed(seeds, watch));
}

/** Before the first character is read, the labels are put where the parser looks them up. */
function seed({ definitions, footnotes }: Seeds, watch: Watch): Extension {
  const tokenize: Tokenizer = function (_effects, _ok, nok) {
    if (watch.context !== this.parser) {
      watch.context = this.parser;
      this.parser.defined.push(...definitions);
      (this.parser.gfmFootnotes ??= []).push(...footnotes);
    }
    return nok;
  };
  return { document: { null: { name: 'seed', add: 'before', tokenize } } };
}
