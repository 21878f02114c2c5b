import type { Root, RootContent } from 'mdast';
import type { Extension, ParseContext, Tokenizer } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { noSeeds, type Seeds } from './labels.ts';

export type * from 'mdast';

export interface Parsed {
  readonly tree: Root;
  /** The labels that this text itself defines; told when no seeds were given. */
  readonly own: Seeds;
}

/**
 * Parses Markdown (CommonMark with GitHub's tables, footnotes, strike-through). `seeds` are taken as defined, so
 * that a piece of a document parses as it does in the whole. May throw: ask the guard first.
 */
export function parseMarkdown(text: string, seeds: Seeds = noSeeds): Parsed {
  if (seeds.definitions.length + seeds.footnotes.length > 0) {
    return { tree: markdown()().use(remarkSeed, seeds).parse(text), own: noSeeds };
  }
  const tree = markdown().parse(text);
  return { tree, own: definedIn(tree, { definitions: [], footnotes: [] }) };
}

let made: ReturnType<typeof makeProcessor> | undefined;

const markdown = (): ReturnType<typeof makeProcessor> => (made ??= makeProcessor());

// One tilde is "about" or "to" in Chinese ("3~5个工作日"), never a deletion.
const makeProcessor = () => unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

function definedIn(node: Root | RootContent, found: { definitions: string[]; footnotes: string[] }): Seeds {
  if (node.type === 'definition') found.definitions.push(node.identifier.toUpperCase());
  if (node.type === 'footnoteDefinition') found.footnotes.push(node.identifier.toUpperCase());
  // Definitions stand among blocks only.
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
    for (const child of node.children) definedIn(child, found);
  }
  return found;
}

function remarkSeed(this: Processor, seeds: Seeds): undefined {
  (this.data().micromarkExtensions ??= []).push(seed(seeds));
}

/** Before the first character is read, the labels are put where the parser looks them up. */
function seed({ definitions, footnotes }: Seeds): Extension {
  let seeded: ParseContext | undefined;
  const tokenize: Tokenizer = function (_effects, _ok, nok) {
    if (seeded !== this.parser) {
      seeded = this.parser;
      seeded.defined.push(...definitions);
      (seeded.gfmFootnotes ??= []).push(...footnotes);
    }
    return nok;
  };
  return { document: { null: { name: 'seed', add: 'before', tokenize } } };
}
