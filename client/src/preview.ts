import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { PREVIEW, type PreviewMarks, type PreviewParams, type PreviewResult } from '../../server/src/lsp/protocol.ts';
import { identify } from './identify.ts';
import { drawMarks, withMarks } from './preview-marks.ts';
import type { Server } from './server.ts';

interface Known {
  readonly version: number;
  readonly marks: PreviewMarks;
}

/**
 * A plugin for VS Code's Markdown preview: terms carry their definition as a tooltip, and open questions are marked. A preview is
 * drawn at once; it is drawn anew when the server has said what there is to mark.
 */
export function previewPlugin(server: Server): (markdown: MarkdownIt) => MarkdownIt {
  const known = new WeakMap<vscode.TextDocument, Known>();
  const asking = new WeakSet<vscode.TextDocument>();

  const ask = async (document: vscode.TextDocument): Promise<void> => {
    if (asking.has(document)) return;
    asking.add(document);
    const { version } = document;
    const params: PreviewParams = { textDocument: identify(document) };
    const marks = await server.ask<PreviewResult>(PREVIEW, params).finally(() => asking.delete(document));
    // A preview of an untitled file would bring it back.
    if (!marks || document.isClosed) return;
    const before = known.get(document);
    known.set(document, { version, marks });
    const news = JSON.stringify(before?.marks ?? { terms: [], open: [] }) !== JSON.stringify(marks);
    if (news || document.version !== version) await vscode.commands.executeCommand('markdown.preview.refresh');
  };
  const marksOf = (uri: vscode.Uri | undefined): PreviewMarks | undefined => {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri?.toString());
    if (document === undefined) return undefined;
    const found = known.get(document);
    if (found?.version !== document.version) void ask(document);
    return found?.marks;
  };

  return (markdown) => {
    drawMarks(markdown, vscode.l10n.t('Not answered yet'));
    const { renderer } = markdown;
    const render = renderer.render.bind(renderer);
    renderer.render = (tokens, options, env) => {
      // VS Code says here which document it draws; not so to other users of its Markdown.
      const place = env?.currentDocument;
      const marks = marksOf(place instanceof vscode.Uri ? place : undefined);
      return render(marks ? withMarks(tokens, marks) : tokens, options, env);
    };
    return markdown;
  };
}
