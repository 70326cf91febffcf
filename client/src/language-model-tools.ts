import * as vscode from 'vscode';
import {
  CHECK_ANSWER,
  type CheckAnswerParams,
  type CheckAnswerResult,
  isAnswered,
  LOOK_UP,
  type LookUpParams,
  type LookUpResult,
  OUTLINE,
  type OutlineParams,
  type OutlineResult,
} from '../../server/src/lsp/protocol.ts';
import { identify } from './identify.ts';
import type { Server } from './server.ts';

interface FileInput {
  /** A path relative to the workspace folder, an absolute path or a URI; the active editor's where it is left out. */
  readonly file?: string;
}

interface AnswerInput extends FileInput {
  /** 1-based. */
  readonly line: number;
  readonly answer?: string;
}

/**
 * The tools of the manifest, for agents in the editor: the same checks as everywhere, giving away no more than the worksheet's owner
 * allows. They need no language model.
 */
export function registerLanguageModelTools(server: Server): vscode.Disposable[] {
  const ask = async <Params, Result>(method: string, params: Params): Promise<Result> => {
    const answer = await server.ask<Result>(method, params);
    if (answer === undefined) throw new Error(vscode.l10n.t('Markdown Worksheets is not running.'));
    return answer;
  };
  return [
    tool<LookUpParams>('worksheets_lookUpTerm', ({ term }) => ask<LookUpParams, LookUpResult>(LOOK_UP, { term })),
    tool<FileInput>('worksheets_openQuestions', async ({ file }) => {
      const textDocument = identify(await find(file));
      const outline = await ask<OutlineParams, OutlineResult>(OUTLINE, { textDocument });
      if (!outline?.worksheet) return { worksheet: false, reasons: outline?.reasons ?? [] };
      return {
        worksheet: true,
        questions: outline.questions.length,
        answered: outline.questions.filter(isAnswered).length,
        open: outline.questions
          .filter((question) => !isAnswered(question))
          .map(({ line, text, status }) => ({ line, text, status })),
      };
    }),
    tool<AnswerInput>('worksheets_checkAnswer', async ({ file, line, answer }) => {
      const textDocument = identify(await find(file));
      const params: CheckAnswerParams = {
        textDocument,
        line: line - 1,
        ...(answer !== undefined && { answer }),
      };
      const checked = await ask<CheckAnswerParams, CheckAnswerResult>(CHECK_ANSWER, params);
      if (checked === null) throw new Error(vscode.l10n.t('There is no question on line {0}.', line));
      return checked;
    }),
  ];
}

/** A tool that answers with JSON. */
function tool<Input>(name: string, answer: (input: Input) => Promise<unknown>): vscode.Disposable {
  return vscode.lm.registerTool<Input>(name, {
    async invoke({ input }) {
      const text = JSON.stringify(await answer(input), null, 1);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}

/** A document that the server has open: opened for it if need be. Agents see no file outside of the workspace this way. */
async function find(file: string | undefined): Promise<vscode.TextDocument> {
  const open = file === undefined ? vscode.window.activeTextEditor?.document : await openFile(file);
  if (open === undefined) throw new Error(vscode.l10n.t('No worksheet is open: name its file.'));
  return open;
}

async function openFile(file: string): Promise<vscode.TextDocument> {
  for (const uri of placesOf(file)) {
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (!isOpen && vscode.workspace.getWorkspaceFolder(uri) === undefined) continue;
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      // It may be in another folder of the workspace.
    }
  }
  throw new Error(vscode.l10n.t('The workspace has no file "{0}".', file));
}

function placesOf(file: string): vscode.Uri[] {
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) return [vscode.Uri.parse(file)];
  const inFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, file));
  return /^(?:[/\\]|[a-z]:[/\\])/i.test(file) ? [vscode.Uri.file(file)] : inFolders;
}
