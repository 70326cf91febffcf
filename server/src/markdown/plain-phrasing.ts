import { detached } from '../text/detached.ts';
import { autolinksIn } from './gfm.ts';
import type { Emphasis, Link, PhrasingContent, Point, Strong, Text } from './nodes.ts';

/** No mark starts or ends in such text. */
const TEXT = /[^*_~`[\]<&\\\t\r\n\0\ufeff]+/y;
const BLANK = /(?<= )_+/y;
/** With the spaces that the next line starts with. */
const LINE_BREAK = /(?<! )(?:\r\n?|\n)( *)/y;

const CODE = /`(?! )([^`*_~[\]\t\r\n\0\ufeff]+)(?<! )`(?!`)/y;

interface Mark {
  readonly opens: '*' | '_' | '[';
  /** What it is around is the first group. */
  readonly pattern: RegExp;
  /** UTF-16 code units before the words. */
  readonly width: number;
  readonly makeNode: (children: [Text], match: RegExpExecArray) => Emphasis | Strong | Link;
}

const emphasis: Mark['makeNode'] = (children) => ({ type: 'emphasis', children });

/**
 * Marks around words, with nothing beside them that leaves it open what they do. Asterisks and underscores before them can only open
 * emphasis, those behind only close it (CommonMark 6.2); the address of a link (6.3) has only signs that stand for themselves.
 */
const MARKS: readonly Mark[] = [
  {
    opens: '*',
    pattern:
      /(?<![^ \r\n("'])\*\*(?=[\p{L}\p{N}])([^*_~`[\]<&\\\t\r\n\0\ufeff]+)(?<=[\p{L}\p{N}.,:;?!)"'])\*\*(?=[ .,:;?!)"'\r\n]|$)/uy,
    width: 2,
    makeNode: (children) => ({ type: 'strong', children }),
  },
  {
    opens: '*',
    pattern:
      /(?<![^ \r\n("'])\*(?=[\p{L}\p{N}])([^*_~`[\]<&\\\t\r\n\0\ufeff]+)(?<=[\p{L}\p{N}.,:;?!)"'])\*(?=[ .,:;?!)"'\r\n]|$)/uy,
    width: 1,
    makeNode: emphasis,
  },
  {
    opens: '_',
    pattern:
      /(?<![^ \r\n("'])_(?=[\p{L}\p{N}])([^*_~`[\]<&\\\t\r\n\0\ufeff]+)(?<=[\p{L}\p{N}.,:;?!)"'])_(?=[ .,:;?!)"'\r\n]|$)/uy,
    width: 1,
    makeNode: emphasis,
  },
  {
    opens: '[',
    pattern: /(?<!!)\[(?![ ^])([^*_~`[\]<&\\\t\r\n\0\ufeff]+)(?<! )\]\(([!-%'*-;=?-Z^_a-~]+)\)/y,
    width: 1,
    makeNode: (children, { 2: url }) => ({ type: 'link', title: null, url: detached(url!), children }),
  },
];

/** A line of a block. */
export interface Place {
  /** Where the block starts: positions are relative to that. */
  readonly base: number;
  /** 1-based, in the block. */
  readonly line: number;
  readonly lineStart: number;
}

/**
 * The nodes of words with plain marks in them, on one line or several; `null` where there are others, or may be a bare address.
 *
 * @param from where the words start, on the line of `place`
 */
export function plainPhrasing(text: string, place: Place, from: number, to: number): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = [];
  const { base } = place;
  let { line, lineStart } = place;
  let at = from;
  /** Where the words of the line start. */
  let lineWords = from;
  const pointAt = (offset: number): Point => ({ line, column: offset - lineStart + 1, offset: offset - base });
  let words = pointAt(at);
  const endWords = () => {
    // The spaces that a line starts with are none of the text.
    const end = at === lineWords ? lineStart : at;
    const value = detached(text.slice(base + words.offset!, end).replace(/(?<=[\r\n]) +/g, ''));
    if (value !== '') nodes.push({ type: 'text', value, position: { start: words, end: pointAt(end) } });
  };
  while (at < to) {
    const plain = matchAt(TEXT, text, at);
    if (plain) {
      if (autolinksIn(plain[0]) !== 'none') return null;
      at = Math.min(at + plain[0].length, to);
      continue;
    }
    const marked = codeAt(text, at) ?? wordsAt(text, at);
    if (marked) {
      endWords();
      const start = pointAt(at);
      at += marked.length;
      nodes.push(marked.nodeFrom(start, pointAt(at)));
      words = pointAt(at);
      continue;
    }
    // What opens nothing that is closed is text.
    const blank = matchAt(BLANK, text, at);
    const lineBreak = blank ? null : matchAt(LINE_BREAK, text, at);
    const found = blank ?? lineBreak;
    if (!found) return null;
    at += found[0].length;
    if (lineBreak) {
      line++;
      lineStart = at - lineBreak[1]!.length;
      lineWords = at;
    }
  }
  endWords();
  return nodes;
}

/** A mark with what it is around, and the node for that. */
interface Marked {
  readonly length: number;
  readonly nodeFrom: (start: Point, end: Point) => PhrasingContent;
}

function codeAt(text: string, offset: number): Marked | null {
  const match = matchAt(CODE, text, offset);
  return (
    match && {
      length: match[0].length,
      nodeFrom: (start, end) => ({ type: 'inlineCode', value: detached(match[1]!), position: { start, end } }),
    }
  );
}

function wordsAt(text: string, offset: number): Marked | null {
  for (const { opens, pattern, width, makeNode } of MARKS) {
    const match = text[offset] === opens ? matchAt(pattern, text, offset) : null;
    if (!match) continue;
    const [whole, words] = match;
    if (autolinksIn(words!) !== 'none') return null;
    const nodeFrom: Marked['nodeFrom'] = (start, end) => {
      const position = { start: moved(start, width), end: moved(start, width + words!.length) };
      const child: Text = { type: 'text', value: detached(words!), position };
      return { ...makeNode([child], match), position: { start, end } };
    };
    return { length: whole.length, nodeFrom };
  }
  return null;
}

const moved = ({ line, column, offset }: Point, by: number): Point => ({
  line,
  column: column + by,
  offset: offset! + by,
});

/** The match of a sticky pattern at an offset; `null` where there is none. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
