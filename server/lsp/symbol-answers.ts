import {
  type Connection,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { instrumentNamed } from '../features/instruments.ts';
import { pageUri } from '../features/page.ts';
import {
  definitionAt,
  linksOf,
  occurrencesAt,
  type Outline,
  outlineOf,
  renameableAt,
  renameAt,
} from '../features/symbols.ts';
import type { Lines } from '../text/lines.ts';
import type { AnswerOptions } from './answers.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { Verdict } from './workspace.ts';

/** What the server can do with terms and clause numbers. */
export const symbolCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  documentSymbolProvider: { label: 'Clausecheck' },
  foldingRangeProvider: true,
} as const;

/** Answers about defined terms and clause numbers. */
export function answerSymbols(
  connection: Connection,
  { workspace, library, abilities }: AnswerOptions,
): void {
  type Judged = Verdict & { readonly context: NonNullable<Verdict['context']> };
  const judged = async (uri: string): Promise<Judged | undefined> => {
    const verdict = await workspace.verdict(uri, { now: true });
    return verdict?.context ? { ...verdict, context: verdict.context } : undefined;
  };

  connection.onDefinition(
    async ({ textDocument: { uri }, position }): Promise<LocationLink[] | Location | null> => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { lines } = verdict;
      const found = definitionAt(verdict.context.document, offsetOf(position, lines));
      if (!found) return null;
      if (!abilities.definitionLinks) return { uri, range: rangeOf(found.target, lines) };
      return [
        {
          originSelectionRange: rangeOf(found.origin, lines),
          targetUri: uri,
          targetRange: rangeOf(wider(found.whole, found.target), lines),
          targetSelectionRange: rangeOf(found.target, lines),
        },
      ];
    },
  );

  connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
    const verdict = await judged(uri);
    if (!verdict) return null;
    const { lines } = verdict;
    return occurrencesAt(verdict.context.document, offsetOf(position, lines), {
      definition: includeDeclaration,
    }).map((span) => ({ uri, range: rangeOf(span, lines) }));
  });

  connection.onDocumentHighlight(async ({ textDocument: { uri }, position }) => {
    const verdict = await judged(uri);
    if (!verdict) return null;
    const { lines } = verdict;
    const places = occurrencesAt(verdict.context.document, offsetOf(position, lines), { definition: true });
    return places.length > 0 ? places.map((span) => ({ range: rangeOf(span, lines) })) : null;
  });

  connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
    const verdict = await judged(uri);
    if (!verdict) return null;
    const found = renameableAt(verdict.context.document, offsetOf(position, verdict.lines));
    return found ? { range: rangeOf(found.span, verdict.lines), placeholder: found.name } : null;
  });

  connection.onRenameRequest(
    async ({ textDocument: { uri }, position, newName }): Promise<WorkspaceEdit | null> => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { lines, version } = verdict;
      const edits = renameAt(verdict.context.document, offsetOf(position, lines), newName).map(
        ({ span, text }) => ({ range: rangeOf(span, lines), newText: text }),
      );
      if (edits.length === 0) return null;
      return abilities.documentChanges
        ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
        : { changes: { [uri]: edits } };
    },
  );

  connection.onDocumentLinks(async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
    const verdict = await judged(uri);
    if (!verdict) return [];
    const { lines, locale, context } = verdict;
    return linksOf(context.document).flatMap(({ span, target, instrument }): DocumentLink[] => {
      const range = rangeOf(span, lines);
      if (target) return [{ range, target: `${uri}#L${lines.lineAt(target.start) + 1}` }];
      const known = instrument === undefined ? undefined : instrumentNamed(instrument, library.catalogue);
      if (!known || !abilities.pages) return [];
      return [{ range, target: pageUri(`instruments/${known.id}`, locale), tooltip: known.title[locale] }];
    });
  });

  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const verdict = await judged(uri);
    return verdict ? outlineOf(verdict.context.document).map((one) => symbolOf(one, verdict.lines)) : [];
  });

  connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
    const verdict = await judged(uri);
    return verdict ? outlineOf(verdict.context.document).flatMap((one) => foldsOf(one, verdict.lines)) : [];
  });
}

type Spans = Parameters<typeof rangeOf>[0];

const wider = (whole: Spans, part: Spans): Spans => ({
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
