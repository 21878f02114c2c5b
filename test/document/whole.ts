import { parseMarkdown, type Root, type RootContent } from '../../server/document/markdown.ts';
import { readSections } from '../../server/document/sections.ts';

/** The complete tree of a text, positions included, as it is parsed in one piece. */
export const wholeTree = (text: string): string => JSON.stringify(tidy(parseMarkdown(text).tree.children));

/** The same, put together from the sections; each is parsed with the labels of the others. */
export function joinedTree(text: string): { readonly tree: string; readonly sections: number } {
  const { sections } = readSections(text, 0, undefined);
  const children: RootContent[] = [];
  for (const { section, offset } of sections) {
    const line = lineOf(text, offset);
    for (const child of section.tree()?.children ?? []) children.push(moved(child, offset, line));
  }
  return { tree: JSON.stringify(tidy(children)), sections: sections.length };
}

const lineOf = (text: string, offset: number): number =>
  text.slice(0, offset).match(/\r\n|\r|\n/g)?.length ?? 0;

function moved<N extends Root | RootContent>(node: N, offset: number, line: number): N {
  const copy: N = { ...node };
  if (node.position) {
    const { start, end } = node.position;
    copy.position = {
      start: { line: start.line + line, column: start.column, offset: (start.offset ?? 0) + offset },
      end: { line: end.line + line, column: end.column, offset: (end.offset ?? 0) + offset },
    };
  }
  if ('children' in copy && 'children' in node) {
    Object.assign(copy, { children: node.children.map((child) => moved(child, offset, line)) });
  }
  return copy;
}

/** Without keys that have no value, so that two trees compare as they look. */
const tidy = (children: readonly RootContent[]): unknown => JSON.parse(JSON.stringify(children)) as unknown;
