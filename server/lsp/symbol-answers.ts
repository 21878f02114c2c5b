import {
  type Connection,
  type DocumentLink,
  type Location,
  type LocationLink,
  SemanticTokensBuilder,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { instrumentAt, instrumentNamed } from '../features/instruments.ts';
import { pageUri } from '../features/page.ts';
import {
  definitionAt,
  linksOf,
  occurrencesAt,
  type Place,
  renameableAt,
  renameAt,
  termTokens,
} from '../features/symbols.ts';
import type { Locale } from '../text/span.ts';
import type { AnswerOptions } from './answers.ts';
import { cancellable } from './cancel.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { Verdict } from './workspace.ts';

/** What the server can do with terms and clause numbers. */
export const symbolCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  semanticTokensProvider: {
    legend: { tokenTypes: ['definedTerm'], tokenModifiers: ['definition'] },
    full: true,
  },
};

/** Answers about defined terms and clause numbers. */
export function answerSymbols(
  connection: Connection,
  { workspace, related, library, abilities }: AnswerOptions,
): void {
  type Judged = Verdict & { readonly context: NonNullable<Verdict['context']> };
  const judged = async (uri: string): Promise<Judged | undefined> => {
    const verdict = await workspace.verdict(uri, { now: true });
    return verdict?.context ? { ...verdict, context: verdict.context } : undefined;
  };
  /** The documents that share terms with a judged one, and where each place in them lies. */
  const around = async (verdict: Judged) => {
    const others = await related.to(verdict);
    const byDocument = new Map(others.map((other) => [other.document, other]));
    const locate = ({ document, ...span }: Place): Location => {
      const other = byDocument.get(document);
      const { uri, lines } = other ? { uri: other.uri, lines: document.lines } : verdict;
      return { uri, range: rangeOf(span, lines) };
    };
    return { others: others.map(({ document }) => document), byDocument, locate };
  };

  connection.onDefinition(
    cancellable(async ({ textDocument: { uri }, position }): Promise<LocationLink[] | Location | null> => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { lines } = verdict;
      const { others, locate } = await around(verdict);
      const { document } = verdict.context;
      const offset = offsetOf(position, lines);
      const law = abilities.pages ? instrumentAt(document, offset, library.catalogue) : undefined;
      if (law) return pageOf(law.instrument.id, verdict.locale);
      const found = definitionAt(document, offset, others);
      if (!found) return null;
      const target = locate(found.target);
      if (!abilities.definitionLinks) return target;
      const whole = locate({ ...wider(found.whole, found.target), document: found.target.document });
      return [
        {
          originSelectionRange: rangeOf(found.origin, lines),
          targetUri: target.uri,
          targetRange: whole.range,
          targetSelectionRange: target.range,
        },
      ];
    }),
  );

  connection.onReferences(
    cancellable(async ({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { others, locate } = await around(verdict);
      return occurrencesAt(verdict.context.document, offsetOf(position, verdict.lines), {
        definition: includeDeclaration,
        others,
      }).map(locate);
    }),
  );

  connection.onDocumentHighlight(
    cancellable(async ({ textDocument: { uri }, position }) => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { lines } = verdict;
      const { others } = await around(verdict);
      const { document } = verdict.context;
      const places = occurrencesAt(document, offsetOf(position, lines), { definition: true, others }).filter(
        (place) => place.document === document,
      );
      return places.length > 0 ? places.map((span) => ({ range: rangeOf(span, lines) })) : null;
    }),
  );

  connection.onPrepareRename(
    cancellable(async ({ textDocument: { uri }, position }) => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { others } = await around(verdict);
      const found = renameableAt(verdict.context.document, offsetOf(position, verdict.lines), others);
      return found ? { range: rangeOf(found.span, verdict.lines), placeholder: found.name } : null;
    }),
  );

  connection.onRenameRequest(
    cancellable(async ({ textDocument: { uri }, position, newName }): Promise<WorkspaceEdit | null> => {
      const verdict = await judged(uri);
      if (!verdict) return null;
      const { others, byDocument, locate } = await around(verdict);
      const changes = new Map<string, { version: number | null; edits: TextEdit[] }>();
      const offset = offsetOf(position, verdict.lines);
      for (const { document, span, text } of renameAt(verdict.context.document, offset, newName, others)) {
        const { uri, range } = locate({ ...span, document });
        const other = byDocument.get(document);
        const change = changes.get(uri) ?? {
          version: other ? (other.version ?? null) : verdict.version,
          edits: [],
        };
        changes.set(uri, { ...change, edits: [...change.edits, { range, newText: text }] });
      }
      if (changes.size === 0) return null;
      return abilities.documentChanges
        ? {
            documentChanges: [...changes].map(([uri, { version, edits }]) => ({
              textDocument: { uri, version },
              edits,
            })),
          }
        : { changes: Object.fromEntries([...changes].map(([uri, { edits }]) => [uri, edits])) };
    }),
  );

  connection.languages.semanticTokens.on(
    cancellable(async ({ textDocument: { uri } }) => {
      const builder = new SemanticTokensBuilder();
      const verdict = await judged(uri);
      if (!verdict) return builder.build();
      const { others } = await around(verdict);
      for (const { definition, ...span } of termTokens(verdict.context.document, others)) {
        const { start, end } = rangeOf(span, verdict.lines);
        // A token stands on one line; a term that is wrapped stays plain.
        if (start.line === end.line)
          builder.push(start.line, start.character, end.character - start.character, 0, definition ? 1 : 0);
      }
      return builder.build();
    }),
  );

  connection.onDocumentLinks(
    cancellable(async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
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
    }),
  );
}

const pageOf = (instrument: string, locale: Locale): Location => ({
  uri: pageUri(`instruments/${instrument}`, locale),
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
});

type Spans = Parameters<typeof rangeOf>[0];

const wider = (whole: Spans, part: Spans): Spans => ({
  start: Math.min(whole.start, part.start),
  end: Math.max(whole.end, part.end),
});
