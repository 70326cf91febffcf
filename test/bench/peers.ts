import { LocalLinter } from 'harper.js';
import { slimBinaryInlined } from 'harper.js/slimBinaryInlined';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
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
import type { LinePosition } from '../../server/src/text/line-index.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';
import { parseWithRemark } from '../fuzz/oracle.ts';
import type { Keystroke } from './measure.ts';

/** One who looks at a document after each keystroke. */
export interface Peer {
  readonly who: string;
  /** It takes minutes for more than so many UTF-16 code units. */
  readonly most?: number;
  /** Opens a document and returns what a keystroke does: the edit, and all that is looked at after it. */
  open(text: string): Type | Promise<Type>;
}

type Type = (offset: number, deleted: number, inserted: string) => unknown;

const uri = 'file:///bench/worksheet.md';

/** This project: the service, as the language server asks it. */
export class Service {
  readonly #service = createWorksheetService({
    knowledge: knowledgeLibrary.combine([]),
    settings: { assistance: 'answers' },
  });
  #version = 0;

  open(text: string): unknown {
    this.#service.open(uri, ++this.#version, text);
    return this.#service.diagnostics(uri);
  }

  type([offset, deleted, inserted]: Keystroke): unknown {
    const range = { start: this.#position(offset), end: this.#position(offset + deleted) };
    this.#service.change(uri, ++this.#version, [{ range, text: inserted }]);
    return this.#service.diagnostics(uri);
  }

  hover(offset: number): unknown {
    return this.#service.hover(uri, this.#position(offset));
  }

  complete(offset: number): unknown {
    return this.#service.completion(uri, this.#position(offset), null);
  }

  #position(offset: number): LinePosition {
    return this.#service.document(uri)!.lines.positionAt(offset);
  }
}

/** VS Code's own language service for Markdown, with all of its diagnostics. */
const markdownLanguageService: Peer = {
  who: 'vscode-markdown-languageservice',
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

const whole = (who: string, makeReady: () => Look | Promise<Look>): Peer => ({
  who,
  async open(opened) {
    let text = opened;
    const look = await makeReady();
    return (offset, deleted, inserted) => {
      text = text.slice(0, offset) + inserted + text.slice(offset + deleted);
      return look(text);
    };
  },
});

type Look = (text: string) => unknown;

/** Those who look at Markdown while it is written: a language service, a parser, two linters of Markdown, one of English. */
export const peers: readonly Peer[] = [
  markdownLanguageService,
  whole('a full remark-parse', () => parseWithRemark),
  whole('markdownlint', () => (text) => lint({ strings: { worksheet: text } })),
  whole('remark-lint', () => {
    const processor = remark().use(remarkGfm).use(remarkPresetLintRecommended).freeze();
    return (text) => processor.process(text);
  }),
  {
    ...whole('harper.js', async () => {
      const linter = new LocalLinter({ binary: slimBinaryInlined });
      await linter.setup();
      return (text) => linter.lint(text, { language: 'markdown' });
    }),
    most: 200_000,
  },
];
