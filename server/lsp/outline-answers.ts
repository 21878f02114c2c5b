import {
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  type SelectionRange,
  SymbolKind,
  type SymbolInformation,
} from 'vscode-languageserver';
import { isMeantBy, namedIn, type Outline, outlineOf, selectionsAt } from '../features/outline.ts';
import type { Lines } from '../text/lines.ts';
import type { AnswerOptions } from './answers.ts';
import { cancellable } from './cancel.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { Verdict } from './workspace.ts';

/** What the server tells of the order of a document; headings of Markdown are the editor's own business. */
export const outlineCapabilities = {
  documentSymbolProvider: { label: 'Clausecheck' },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  workspaceSymbolProvider: true,
} as const;

export function answerOutline(connection: Connection, { workspace, closed, openUris }: AnswerOptions): void {
  const outline = async (uri: string): Promise<{ outline: readonly Outline[]; verdict?: Verdict }> => {
    const verdict = await workspace.verdict(uri, { now: true });
    return verdict?.context ? { outline: outlineOf(verdict.context.document), verdict } : { outline: [] };
  };

  connection.onDocumentSymbol(
    cancellable(async ({ textDocument: { uri } }) => {
      const { outline: clauses, verdict } = await outline(uri);
      return verdict ? clauses.map((one) => symbolOf(one, verdict.lines)) : [];
    }),
  );

  connection.onFoldingRanges(
    cancellable(async ({ textDocument: { uri } }) => {
      const { outline: clauses, verdict } = await outline(uri);
      return verdict ? clauses.flatMap((one) => foldsOf(one, verdict.lines)) : [];
    }),
  );

  connection.onSelectionRanges(
    cancellable(async ({ textDocument: { uri }, positions }) => {
      const { outline: clauses, verdict } = await outline(uri);
      if (!verdict) return null;
      return positions.map((position): SelectionRange => {
        const here = { range: { start: position, end: position } };
        return selectionsAt(clauses, offsetOf(position, verdict.lines)).reduce<SelectionRange>(
          (inner, span, index) => {
            const wider = { range: rangeOf(span, verdict.lines) };
            return index === 0 ? wider : nest(inner, wider);
          },
          here,
        );
      });
    }),
  );

  connection.onWorkspaceSymbol(
    cancellable(async ({ query }): Promise<SymbolInformation[]> => {
      const open = openUris();
      const verdicts = await Promise.all(open.map((uri) => workspace.verdict(uri, { now: true })));
      const found = verdicts.flatMap((verdict) =>
        verdict?.context
          ? [{ uri: verdict.uri, lines: verdict.lines, names: namedIn(verdict.context.document) }]
          : [],
      );
      for (const uri of await closed.list()) {
        const known = open.includes(uri) ? undefined : await closed.namesIn(uri);
        if (known) found.push({ uri, ...known });
      }
      return found.flatMap(({ uri, lines, names }) =>
        names
          .filter((named) => isMeantBy(query, named))
          .map(({ name, kind, span }) => ({
            name,
            kind: kind === 'term' ? SymbolKind.Key : SymbolKind.String,
            location: { uri, range: rangeOf(span, lines) },
          })),
      );
    }),
  );
}

/** The outermost range gets one more around it. */
const nest = (range: SelectionRange, outermost: SelectionRange): SelectionRange => ({
  ...range,
  parent: range.parent ? nest(range.parent, outermost) : outermost,
});

const wider = (whole: Outline['clause']['extent'], part: Outline['clause']['span']) => ({
  start: Math.min(whole.start, part.start),
  end: Math.max(whole.end, part.end),
});

function symbolOf({ clause, children }: Outline, lines: Lines): DocumentSymbol {
  return {
    name: `${clause.number} ${clause.title}`.trim() || clause.key,
    kind: SymbolKind.String,
    range: rangeOf(wider(clause.extent, clause.span), lines),
    selectionRange: rangeOf(clause.span, lines),
    children: children.map((child) => symbolOf(child, lines)),
  };
}

function foldsOf({ clause, children }: Outline, lines: Lines): FoldingRange[] {
  const startLine = lines.lineAt(clause.extent.start);
  const endLine = lines.lineAt(Math.max(clause.extent.start, clause.extent.end - 1));
  return [
    ...(endLine > startLine ? [{ startLine, endLine }] : []),
    ...children.flatMap((child) => foldsOf(child, lines)),
  ];
}
