import type { Span } from '../text/span.ts';
import { flatten } from './inline.ts';
import type { Heading, Paragraph, Root, RootContent } from './markdown.ts';
import type { Item, Node, Words } from './tree.ts';

/** The blocks of a parsed tree; `text` is what it was parsed from. */
export const treeOf = ({ children }: Pick<Root, 'children'>, text: string): readonly Node[] =>
  children.map((node) => nodeOf(node, text));

function nodeOf(node: RootContent, text: string): Node {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', span, depth: node.depth, words: wordsOf(node, text) };
    case 'paragraph':
      return { kind: 'paragraph', span, words: wordsOf(node, text) };
    case 'list': {
      const items = node.children.map((item): Item => ({ span: spanOf(item), children: treeOf(item, text) }));
      return { kind: 'list', span, ordered: node.ordered === true, items };
    }
    case 'blockquote':
      return { kind: 'quote', span, children: treeOf(node, text) };
    case 'footnoteDefinition':
      return { kind: 'note', span, children: treeOf(node, text) };
    case 'code':
      return { kind: 'code', span, value: node.value };
    case 'html':
      return { kind: 'html', span };
    case 'table': {
      const rows = node.children.map((row) => row.children.map((cell) => flatten(cell, text)));
      return { kind: 'table', span, rows };
    }
    default:
      return { kind: 'rule', span };
  }
}

const spanOf = (node: RootContent): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

const wordsOf = (node: Paragraph | Heading, text: string): Words => ({
  flat: flatten(node, text),
  bold: node.children.filter(({ type }) => type === 'strong' || type === 'emphasis').map(spanOf),
  links: node.children.every((child) =>
    child.type === 'link' ? child.url.startsWith('#') : child.type === 'text' && !/\p{L}/u.test(child.value),
  ),
});
