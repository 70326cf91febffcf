import { t } from '@vscode/l10n';
import { Composer, CST, type Document, type ErrorCode, LineCounter, Parser } from 'yaml';
import type { Span } from '../text/span.ts';

/** A YAML text that was read: its document, or what keeps it from being read. */
export type YamlReading =
  | { readonly document: Document.Parsed; readonly lines: LineCounter; readonly problem: null }
  | { readonly document: null; readonly problem: YamlProblem };

/** Why a text cannot be read. */
export interface YamlProblem {
  /** The place in the text. */
  readonly span: Span;
  /** What to do about it, to follow what cannot be read: "look for a missing quote". */
  readonly advice: string;
}

/** How deep collections may be inside each other: the library reads them by recursion, and the stack has an end. */
const MAX_DEPTH = 50;

const ADVICE: Partial<Record<ErrorCode, () => string>> = {
  DUPLICATE_KEY: () => t('this name stands here twice'),
  MULTIPLE_DOCS: () => t('one text is expected, and a second one starts'),
  TAB_AS_INDENT: () => t('lines are indented with spaces, and this is a tab'),
};

/** Reads a YAML text of one document. Never throws. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const tooDeep = firstDeeperThan(MAX_DEPTH, tokens);
  if (tooDeep !== null) {
    const span = { start: tooDeep, end: tooDeep + 1 };
    return { document: null, problem: { span, advice: t('it goes too deep') } };
  }
  const [document, second] = [...new Composer().compose(tokens, true, text.length)];
  const error = document!.errors[0];
  const [start, end] = error?.pos ?? (second ? [second.range[0], second.range[1]] : [0, 0]);
  const code = error?.code ?? (second ? 'MULTIPLE_DOCS' : null);
  if (code === null) return { document: document as Document.Parsed, lines, problem: null };
  const advice = ADVICE[code]?.() ?? t('look for a missing quote, bracket or space');
  return { document: null, problem: { span: { start, end }, advice } };
}

/** The offset of a collection that is inside that many others; `null` where there is none. */
function firstDeeperThan(depth: number, tokens: readonly CST.Token[]): number | null {
  let level: readonly CST.Token[] = tokens.flatMap((token) => (token.type === 'document' ? (token.value ?? []) : []));
  for (let at = 0; level.length > 0; at++) {
    const collections = level.filter(CST.isCollection);
    if (at >= depth && collections[0]) return collections[0].offset;
    level = collections.flatMap(({ items }) => items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()));
  }
  return null;
}
