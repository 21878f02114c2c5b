import { readDocument } from '../../server/document/document.ts';
import type { Block, Heading, LegalDocument } from '../../server/document/model.ts';

/** All blocks of a text, section after section, with their place in the text. */
export function blocksOf(document: LegalDocument | string): (Block & { readonly offset: number })[] {
  const read = typeof document === 'string' ? readDocument(document) : document;
  return read.sections.flatMap(({ section, offset }) =>
    section.blocks().map((block) => ({ ...block, offset })),
  );
}

export const headingsOf = (text: string): Heading[] =>
  readDocument(text).sections.flatMap(({ section }) => [...section.headings()]);

/** Kind and text of every block, and in front of an item the text that leads in to it. */
export function outlineOf(text: string): string[] {
  return readDocument(text).sections.flatMap(({ section }) => {
    const blocks = section.blocks();
    return blocks.map((block) => {
      const lead = block.leadIn === undefined ? '' : `${blocks[block.leadIn]?.prose.text ?? '?'} > `;
      return `${block.kind}: ${lead}${block.prose.text}`;
    });
  });
}

/** A document by everything a reader can see, to compare two readings. */
export const seen = (document: LegalDocument): unknown => ({
  text: document.text,
  language: document.language,
  declaration: document.declaration,
  title: document.title,
  suppressions: document.suppressions,
  problems: document.problems,
  notChecked: document.notChecked,
  sections: document.sections.map(({ section, offset, above }) => ({
    offset,
    above,
    text: section.text,
    headings: section.headings(),
    blocks: section.blocks().map(({ prose, ...block }) => ({
      ...block,
      text: prose.text,
      sources: Array.from({ length: prose.text.length + 1 }, (_, i) => prose.source(i)),
    })),
  })),
});
