import type { Extension, ParseContext, TokenizeContext } from 'micromark-util-types';

/**
 * Whether `[label]` is a reference depends on the definitions of the whole document, and only on them. While a part of
 * a document is parsed, the parser's own lists of definitions are replaced by lists that answer from the set of the
 * whole document and note what was asked; a part has to be parsed again exactly when one of these answers changes.
 */
export interface LabelQuestion {
  /** Where the text that asks starts, in the part being parsed. */
  readonly offset: number;
  readonly label: string;
}

let known: ReadonlySet<string> = new Set();
let questions: LabelQuestion[] = [];
let textOffset = -1;

/** Runs `parse` with the definitions `labels`, and returns what it asked for. */
export function withLabels<Result>(labels: ReadonlySet<string>, parse: () => Result): [Result, LabelQuestion[]] {
  known = labels;
  questions = [];
  textOffset = -1;
  const result = parse();
  return [result, questions];
}

/** The label that the definition of a link or an image defines, given the `identifier` of its node. */
export function linkLabel(identifier: string): string {
  return `[${identifier.toUpperCase()}`;
}

/** The label that the definition of a footnote defines, given the `identifier` of its node. */
export function footnoteLabel(identifier: string): string {
  return `^${identifier.toUpperCase()}`;
}

/** The labels that `text` seems to define: most of those it does, at a glance. */
export function guessLabels(text: string): Set<string> {
  const labels = new Set<string>();
  for (const [, caret, label] of text.matchAll(/^[ \t>]*\[(\^?)([^[\]\r\n]+)\]:/gm)) {
    const identifier = label!
      .replace(/[\t ]+/g, ' ')
      .trim()
      .toLowerCase();
    labels.add(caret === '^' ? footnoteLabel(identifier) : linkLabel(identifier));
  }
  return labels;
}

/** The extension of micromark that puts the lists in place, before anything else is parsed. */
export const labelsExtension: Extension = {
  document: {
    null: {
      name: 'labels',
      tokenize(this: TokenizeContext, _effects, _ok, nok) {
        observe(this.parser);
        return nok;
      },
    },
  },
};

/** CommonMark 4.7: a label has at most 999 characters, so a longer one is not worth a note. */
const MAX_LABEL_LENGTH = 999;

class Labels extends Array<string> {
  readonly prefix: string;

  constructor(prefix: string) {
    super();
    this.prefix = prefix;
  }

  override includes(identifier: string): boolean {
    const label = this.prefix + identifier;
    // Before any text is parsed it is a definition that asks, about itself.
    if (textOffset >= 0 && identifier.length <= MAX_LABEL_LENGTH) questions.push({ offset: textOffset, label });
    return known.has(label);
  }

  override push(): number {
    return 0;
  }
}

function observe(parser: ParseContext): void {
  if (parser.defined instanceof Labels) return;
  parser.defined = new Labels('[');
  parser.gfmFootnotes = new Labels('^');
  const { text } = parser;
  parser.text = (from) => {
    textOffset = from?.offset ?? 0;
    return text(from);
  };
}
