import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  type ITextDocument,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { createWorksheetService } from '../../server/src/service.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';
import { parseWithRemark } from '../fuzz/oracle.ts';

/** One who looks at a document after each keystroke. */
export interface Peer {
  readonly name: string;
  /** Opens a document and returns what a keystroke does: the edit, and all that is looked at after it. */
  open(text: string): (offset: number, deleted: number, inserted: string) => unknown;
}

const uri = 'file:///bench/worksheet.md';

/** This project: the service, as the language server asks it. */
export const ownService: Peer = {
  name: 'worksheets service',
  open(text) {
    const service = createWorksheetService({
      knowledge: knowledgeLibrary.combine([]),
      settings: { assistance: 'answers' },
    });
    service.open(uri, 0, text);
    service.diagnostics(uri);
    let version = 0;
    return (offset, deleted, inserted) => {
      const { lines } = service.document(uri)!;
      const range = { start: lines.positionAt(offset), end: lines.positionAt(offset + deleted) };
      service.change(uri, ++version, [{ range, text: inserted }]);
      return service.diagnostics(uri);
    };
  },
};

/** VS Code's own language service for Markdown, with all of its diagnostics. */
export const markdownLanguageService: Peer = {
  name: 'vscode-markdown-languageservice',
  open(text) {
    const changed = new Emitter<ITextDocument>();
    const quiet = new Emitter<never>();
    let document = TextDocument.create(uri, 'markdown', 0, text);
    const own = () => ({
      ...document,
      $uri: URI.parse(uri),
      getText: document.getText.bind(document),
      positionAt: document.positionAt.bind(document),
    });
    const asText = () => own() as unknown as ITextDocument;
    const markdown = new MarkdownIt({ html: true });
    const service = createLanguageService({
      logger: { level: 0, log() {} },
      parser: {
        slugifier: githubSlugifier,
        tokenize: async (each: ITextDocument) => markdown.parse(each.getText(), {}),
      },
      workspace: {
        workspaceFolders: [URI.parse('file:///bench')],
        onDidChangeMarkdownDocument: changed.event,
        onDidCreateMarkdownDocument: quiet.event,
        onDidDeleteMarkdownDocument: quiet.event,
        getAllMarkdownDocuments: async () => [asText()],
        hasMarkdownDocument: () => true,
        openMarkdownDocument: async () => asText(),
        stat: async () => undefined,
        readDirectory: async () => [],
      },
    });
    const warning = DiagnosticLevel.warning;
    const options = {
      validateReferences: warning,
      validateFragmentLinks: warning,
      validateFileLinks: warning,
      validateMarkdownFileLinkFragments: warning,
      validateUnusedLinkDefinitions: warning,
      validateDuplicateLinkDefinitions: warning,
      ignoreLinks: [],
    };
    return (offset, deleted, inserted) => {
      const range = { start: document.positionAt(offset), end: document.positionAt(offset + deleted) };
      document = TextDocument.update(document, [{ range, text: inserted }], document.version + 1);
      changed.fire(asText());
      return service.computeDiagnostics(asText(), options, CancellationToken.None);
    };
  },
};

const whole = (name: string, look: (text: string) => unknown): Peer => ({
  name,
  open(opened) {
    let text = opened;
    return (offset, deleted, inserted) => {
      text = text.slice(0, offset) + inserted + text.slice(offset + deleted);
      return look(text);
    };
  },
});

/** All of remark's parse, as every keystroke would cost without an incremental one. */
export const remark = whole('a full remark-parse', parseWithRemark);

/** The linter that VS Code's extension of the same name runs. */
export const markdownlint = whole('markdownlint', (text) => lint({ strings: { worksheet: text } }));
