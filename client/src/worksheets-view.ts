import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST,
  LIST_CHANGED,
  type ListParams,
  type ListResult,
  type OverviewQuestion,
  QUESTIONS,
  type QuestionsParams,
  type QuestionsResult,
} from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import { folderItem, questionItem, type WorksheetNode, worksheetItem } from './worksheet-items.ts';

const VIEW = 'worksheets.view';
/** Whether all has been looked at and there is no worksheet, for the text that welcomes people then. */
const IS_EMPTY = 'worksheets.isEmpty';

type Node =
  | { readonly kind: 'folder'; readonly folder: vscode.WorkspaceFolder }
  | WorksheetNode
  | {
      readonly kind: 'question';
      readonly worksheet: vscode.Uri;
      readonly index: number;
      readonly question: OverviewQuestion;
    };

/** The view of the workspace's worksheets, and the commands in its title. */
export function showWorksheets(server: Server): vscode.Disposable[] {
  const worksheets = new Worksheets(server);
  return [worksheets, vscode.commands.registerCommand('worksheets.refresh', () => worksheets.load(true))];
}

/** The worksheets that the server has found, and their questions. Nothing is asked of it before somebody looks. */
class Worksheets implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #server: Server;
  readonly #worksheets = new Map<string, WorksheetNode>();
  readonly #treeData = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #listening: vscode.Disposable[] = [];
  #loading: Promise<void> | null = null;
  /** Ends the progress bar of the view; null where none is shown. */
  #stopProgress: (() => void) | null = null;

  readonly onDidChangeTreeData = this.#treeData.event;

  constructor(server: Server) {
    this.#server = server;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#listening.push(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#treeData.fire(undefined)));
    server.client.then(
      (client) => this.#listening.push(...this.#listenTo(client)),
      // The server has said that there is none.
      () => {},
    );
  }

  #listenTo(client: BaseLanguageClient): vscode.Disposable[] {
    return [
      client.onNotification(LIST_CHANGED, (changes: ListResult) => this.#take(changes)),
      client.onDidChangeState(() => {
        if (!client.isRunning() || this.#loading === null) return;
        this.#worksheets.clear();
        void this.load();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#listening).dispose();
    this.#view.dispose();
    this.#stopProgress?.();
  }

  /** Asks for all worksheets. @param refresh whether their files are to be read again */
  load(refresh = false): Promise<void> {
    const params: ListParams = { refresh };
    this.#loading = this.#server.ask<ListResult>(LIST, params).then((list) => list && this.#take(list, true));
    return this.#loading;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      await (this.#loading ?? this.load());
      return this.#roots();
    }
    if (node.kind === 'folder') return this.#worksheetsIn(node.folder);
    return node.kind === 'worksheet' ? this.#questionsOf(node) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'folder') return folderItem(node.folder);
    return node.kind === 'worksheet' ? worksheetItem(node) : questionItem(node.worksheet, node.question, node.index);
  }

  /** @param all whether these are all there are, or only those that have changed */
  #take({ worksheets, state, unread }: ListResult, all = false): void {
    const before = this.#worksheets.size;
    let isNew = all;
    const changed: Node[] = [];
    for (const { uri, answered, total } of worksheets) {
      const known = this.#worksheets.get(uri);
      if (total === null) isNew = this.#worksheets.delete(uri) || isNew;
      else if (known) changed.push(Object.assign(known, { answered, total }));
      else this.#worksheets.set(uri, { kind: 'worksheet', uri: vscode.Uri.parse(uri), answered, total });
    }
    if (isNew || this.#worksheets.size !== before) this.#treeData.fire(undefined);
    else if (changed.length > 0) this.#treeData.fire(changed);
    this.#showReading(state === 'reading');
    const isEmpty = state === 'complete' && this.#worksheets.size === 0;
    void vscode.commands.executeCommand('setContext', IS_EMPTY, isEmpty);
    this.#view.message =
      state === 'stopped' ? vscode.l10n.t('Stopped with {0} files unread. Refresh to go on.', unread) : '';
  }

  #showReading(isReading: boolean): void {
    if (!isReading) {
      this.#stopProgress?.();
      this.#stopProgress = null;
    } else if (this.#stopProgress === null) {
      const read = new Promise<void>((resolve) => {
        this.#stopProgress = resolve;
      });
      void vscode.window.withProgress({ location: { viewId: VIEW } }, () => read);
    }
  }

  #roots(): Node[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const [only] = folders;
    if (folders.length < 2 || only === undefined) return this.#sorted([...this.#worksheets.values()]);
    const inFolders = folders.filter((folder) => this.#worksheetsIn(folder).length > 0);
    const elsewhere = [...this.#worksheets.values()].filter(({ uri }) => !vscode.workspace.getWorkspaceFolder(uri));
    return [...inFolders.map((folder): Node => ({ kind: 'folder', folder })), ...this.#sorted(elsewhere)];
  }

  #worksheetsIn(folder: vscode.WorkspaceFolder): Node[] {
    const inFolder = ({ uri }: WorksheetNode) => vscode.workspace.getWorkspaceFolder(uri)?.index === folder.index;
    return this.#sorted([...this.#worksheets.values()].filter(inFolder));
  }

  #sorted(worksheets: WorksheetNode[]): WorksheetNode[] {
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    return worksheets.sort((a, b) => compare(a.uri.path, b.uri.path));
  }

  async #questionsOf({ uri }: WorksheetNode): Promise<Node[]> {
    const params: QuestionsParams = { uri: uri.toString() };
    const questions = (await this.#server.ask<QuestionsResult>(QUESTIONS, params)) ?? [];
    return questions.map((question, index) => ({ kind: 'question', worksheet: uri, index, question }));
  }
}
