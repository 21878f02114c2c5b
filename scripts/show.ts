// `npm run show -- FILE…`: a document as the reader sees it. Headings as a tree; under them every statement with its
// line, role, marks and parties.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDocument } from '../server/document/document.ts';
import type { LegalDocument, PlacedSection } from '../server/document/model.ts';
import type { Statement } from '../server/document/statement.ts';
import { statementsOf } from '../server/document/statements.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run show -- FILE…');
  process.exit(2);
}
for (const file of files) {
  const document = readDocument(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8'));
  const types = document.declaration.types.map((type) => type.value).join(', ');
  console.log(
    `${file} · ${document.language} · ${document.title?.text ?? 'no title'}${types && ` · declared ${types}`}`,
  );
  for (const placed of document.sections) showSection(placed, document);
  for (const { span, message } of document.problems) {
    console.log(`problem ${lineOf(document, span.start)}: ${message.en}`);
  }
  for (const { start, end } of document.notChecked) {
    console.log(`not checked: ${lineOf(document, start)}–${lineOf(document, end)}`);
  }
}

function showSection({ section, offset }: PlacedSection, document: LegalDocument): void {
  const headings = section.headings();
  for (const statement of statementsOf(section)) {
    const { block } = statement;
    const line = String(lineOf(document, offset + statement.span.start)).padStart(5);
    if (block.kind === 'heading') {
      const heading = headings.find((h) => h.span.start === block.span.start) ?? headings[block.under];
      const level = heading?.level ?? 1;
      console.log(`${line} ${'  '.repeat(level - 1)}${'#'.repeat(Math.min(level, 6))} ${statement.text}`);
      continue;
    }
    const indent = '  '.repeat(headings[block.under]?.level ?? 1);
    console.log(`${line} ${indent}${labelOf(statement)} ${statement.text}`);
  }
}

/** "[item 2.1 provision supplier shall=duty ↑leadIn]" */
function labelOf(statement: Statement): string {
  const { block, role, marks, parties, text, leadIn } = statement;
  return `[${[
    block.kind === 'paragraph' ? '' : block.kind,
    block.number?.written ?? '',
    role,
    ...parties.map((party) => `${text.slice(party.start, party.end)}:${party.side}`),
    ...marks.map((mark) => `${text.slice(mark.start, mark.end)}=${mark.kind}`),
    leadIn ? `↑“${leadIn.text.slice(0, 24)}”` : '',
  ]
    .filter(Boolean)
    .join(' ')}]`;
}

function lineOf({ lines }: LegalDocument, offset: number): number {
  return lines.lineAt(offset) + 1;
}
