import {
  CodeAction,
  type CodeLens,
  Command,
  CompletionItem,
  CompletionItemKind,
  type CompletionList,
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  InsertTextFormat,
  MarkupKind,
  type Position,
  type Range,
  type SnippetTextEdit,
  StringValue,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import type { Finding } from '../assess/assessment.ts';
import type { Edit } from '../assess/fixes.ts';
import type { Action } from '../features/actions.ts';
import type { Completion } from '../features/completion.ts';
import type { ShownFinding } from '../features/diagnostics.ts';
import type { Lens } from '../features/lenses.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

// The only place where offsets (UTF-16 units) become lines and characters (both from 0), and back.

export function positionOf(offset: number, lines: Lines): Position {
  const line = lines.lineAt(offset);
  return { line, character: Math.max(0, offset - lines.startOf(line)) };
}

export const rangeOf = ({ start, end }: Span, lines: Lines): Range => ({
  start: positionOf(start, lines),
  end: positionOf(end, lines),
});

/** Positions outside the text are clamped, as the protocol asks. */
export const offsetOf = ({ line, character }: Position, lines: Lines): number =>
  Math.min(lines.startOf(line) + Math.max(0, character), lines.endOf(line));

export function spanOf({ start, end }: Range, lines: Lines): Span {
  const [a, b] = [offsetOf(start, lines), offsetOf(end, lines)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

const severities: Record<Finding['level'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What the client can show. */
export interface Abilities {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** It opens links of the scheme `clausecheck`. */
  readonly pages: boolean;
  /** It knows the commands of the extension. */
  readonly commands: boolean;
  readonly snippetEdits: boolean;
  readonly snippetCompletions: boolean;
  readonly documentChanges: boolean;
  readonly definitionLinks: boolean;
  /** It fetches the edit of a code action when the action is chosen. */
  readonly resolvesEdits: boolean;
}

export function asDiagnostic(
  shown: ShownFinding,
  { uri, lines }: { uri: string; lines: Lines },
  abilities: Abilities,
): Diagnostic {
  const { span, level, code, message, related, page } = shown;
  const diagnostic = Diagnostic.create(
    rangeOf(span, lines),
    message,
    severities[level],
    code,
    'clausecheck',
    abilities.relatedInformation && related.length > 0
      ? related.map((r) =>
          DiagnosticRelatedInformation.create({ uri, range: rangeOf(r.span, lines) }, r.message),
        )
      : undefined,
  );
  if (page && abilities.pages && abilities.codeDescription) diagnostic.codeDescription = { href: page };
  return diagnostic;
}

/** `diagnostics`: those the client sent with its request; the action names the ones it mends. */
export function asCodeAction(
  { title, kind, isPreferred, finding, edits }: Action,
  { uri, version, lines }: { uri: string; version: number; lines: Lines },
  diagnostics: readonly Diagnostic[],
  abilities: Abilities,
): CodeAction {
  const range = finding && rangeOf(finding.span, lines);
  const mended = diagnostics.filter((d) => d.code === finding?.code && range && sameStart(d.range, range));
  // A snippet leaves one place to fill in; many clauses at once come as plain text.
  const snippets = abilities.snippetEdits && !kind.startsWith('source') && edits.length === 1;
  const changes = edits.map((edit) => (snippets ? asSnippetEdit(edit, lines) : asTextEdit(edit, lines)));
  const action = CodeAction.create(
    title,
    abilities.documentChanges || snippets
      ? { documentChanges: [TextDocumentEdit.create({ uri, version }, changes)] }
      : { changes: { [uri]: edits.map((edit) => asTextEdit(edit, lines)) } },
    kind,
  );
  if (mended.length > 0) action.diagnostics = mended;
  if (isPreferred) action.isPreferred = true;
  return action;
}

const sameStart = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line && a.start.character === b.start.character;

export const asTextEdit = ({ span, plain }: Edit, lines: Lines): TextEdit =>
  TextEdit.replace(rangeOf(span, lines), plain);

const asSnippetEdit = ({ span, snippet, plain }: Edit, lines: Lines): SnippetTextEdit | TextEdit =>
  /\$\{?\d/.test(snippet)
    ? { range: rangeOf(span, lines), snippet: StringValue.createSnippet(snippet) }
    : TextEdit.replace(rangeOf(span, lines), plain);

const completionKinds = {
  clause: CompletionItemKind.Snippet,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  term: CompletionItemKind.Reference,
} as const;

export function asCompletionList(
  completions: readonly Completion[],
  lines: Lines,
  { snippetCompletions }: Abilities,
): CompletionList {
  const items = completions.map((completion): CompletionItem => {
    const { label, detail, documentation, kind, span, snippet, plain, filter } = completion;
    return {
      ...CompletionItem.create(label),
      kind: completionKinds[kind],
      detail,
      filterText: filter,
      insertTextFormat: snippetCompletions ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: TextEdit.replace(rangeOf(span, lines), snippetCompletions ? snippet : plain),
      ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    };
  });
  return { isIncomplete: false, items };
}

/** A client that does not know the extension's commands shows the words alone. */
export const asCodeLens = ({ span, title, page }: Lens, lines: Lines, { commands }: Abilities): CodeLens => ({
  range: rangeOf(span, lines),
  command: !commands
    ? Command.create(title, '')
    : page
      ? Command.create(title, 'clausecheck.openPage', page)
      : Command.create(title, 'clausecheck.coverage.focus'),
});
