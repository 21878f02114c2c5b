import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type CoverageAnswer,
  type CoverageEntryShown,
  type CoverageGroupShown,
  coverageRequest,
  type CoverageState,
  type StatusParams,
} from '../server/lsp/protocol.ts';
import { activeMarkdown } from './active.ts';

/** A row of the view. */
export type CoverageRow =
  | { readonly kind: 'group'; readonly uri: Uri; readonly group: CoverageGroupShown }
  | { readonly kind: 'entry'; readonly uri: Uri; readonly entry: CoverageEntryShown };

/** The view "Clause coverage" in the side bar: what the active document says on each requirement. */
export function showCoverage(
  client: BaseLanguageClient,
  onVerdict: Event<StatusParams>,
): Disposable & { rows: () => readonly CoverageRow[] } {
  const changed = new EventEmitter<undefined>();
  let rows: CoverageRow[] = [];
  let asked = 0;
  const provider: TreeDataProvider<CoverageRow> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) =>
      row === undefined
        ? rows
        : row.kind === 'group'
          ? row.group.entries.map((entry) => ({ kind: 'entry', uri: row.uri, entry }))
          : [],
    getTreeItem: (row) => (row.kind === 'group' ? groupItem(row.group) : entryItem(row.uri, row.entry)),
  };
  const view = window.createTreeView('clausecheck.coverage', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  void refresh();
  const parts = Disposable.from(
    view,
    changed,
    onVerdict(({ uri }) => {
      const document = activeMarkdown();
      if (document && client.code2ProtocolConverter.asUri(document.uri) === uri) void refresh();
    }),
    client.onDidChangeState(() => void refresh()),
    window.onDidChangeActiveTextEditor(() => void refresh()),
    commands.registerCommand('clausecheck.coverage.show', (uri: Uri | string, range: Range | number[]) =>
      showPlace(typeof uri === 'string' ? Uri.parse(uri) : uri, range),
    ),
    commands.registerCommand('clausecheck.coverage.explain', (row?: CoverageRow) =>
      row?.kind === 'entry' ? commands.executeCommand('clausecheck.openPage', row.entry.page) : undefined,
    ),
  );
  return { dispose: () => void parts.dispose(), rows: () => rows };

  async function refresh(): Promise<void> {
    const document = activeMarkdown();
    const mine = ++asked;
    // Another panel has the focus: the last document stays in view.
    if (!document && window.visibleTextEditors.length > 0 && !window.activeTextEditor) return;
    let answer: CoverageAnswer | null = null;
    if (document && client.state === State.Running) {
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      answer = await client.sendRequest(coverageRequest, { uri }).catch(() => null);
    }
    if (mine !== asked) return;
    rows =
      document && answer ? answer.groups.map((group) => ({ kind: 'group', uri: document.uri, group })) : [];
    view.description = rows.length > 0 && answer ? answer.summary : '';
    void commands.executeCommand(
      'setContext',
      'clausecheck.coverage',
      rows.length > 0 ? 'shown' : document ? 'untyped' : 'none',
    );
    changed.fire(undefined);
  }
}

function groupItem({ id, title, description }: CoverageGroupShown): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = description;
  item.contextValue = 'group';
  item.accessibilityInformation = { label: description ? `${title}, ${description}` : title };
  return item;
}

function entryItem(uri: Uri, entry: CoverageEntryShown): TreeItem {
  const { id, title, description, tooltip, state, range, repair, suppressed } = entry;
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = id;
  item.description = description;
  item.tooltip = new MarkdownString(tooltip);
  item.iconPath = suppressed ? new ThemeIcon('bell-slash') : icons[state];
  item.contextValue = repair ? `entry-${repair}` : 'entry';
  item.accessibilityInformation = { label: `${title}: ${description}` };
  item.command = {
    command: 'clausecheck.coverage.show',
    title: title,
    arguments: [uri, [range.start.line, range.start.character, range.end.line, range.end.character]],
  };
  return item;
}

/** Each state has a shape of its own; the word stands beside it. */
const icons: Readonly<Record<CoverageState, ThemeIcon>> = {
  met: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  partial: new ThemeIcon('color-mode', new ThemeColor('list.warningForeground')),
  weak: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  missing: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  denied: new ThemeIcon('stop', new ThemeColor('list.errorForeground')),
  unsaid: new ThemeIcon('circle-outline', new ThemeColor('disabledForeground')),
};

/** Selects a place; the numbers are line, character, line, character, from 0. */
async function showPlace(uri: Uri, range: Range | number[]): Promise<void> {
  const [line = 0, character = 0, endLine = line, end = character] = Array.isArray(range) ? range : [];
  const selection = Array.isArray(range) ? new Range(line, character, endLine, end) : range;
  const viewColumn = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  )?.viewColumn;
  await window.showTextDocument(uri, { selection, ...(viewColumn !== undefined && { viewColumn }) });
}
