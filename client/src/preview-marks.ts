import type { MarkdownIt, Token } from 'markdown-it';
import type { PreviewMarks } from '../../server/src/lsp/protocol.ts';

type Terms = PreviewMarks['terms'];

const TERM = 'worksheets_term';
const OPEN = 'worksheets_open';

/** Lets a renderer draw what {@link withMarks} adds. */
export function drawMarks({ renderer, utils }: MarkdownIt, notAnswered: string): void {
  renderer.rules[TERM] = (tokens, index) => {
    const { content, info } = tokens[index]!;
    return `<abbr class="worksheets-term" title="${utils.escapeHtml(info)}">${utils.escapeHtml(content)}</abbr>`;
  };
  renderer.rules[OPEN] = () => ` <span class="worksheets-open">${utils.escapeHtml(notAnswered)}</span>`;
}

/**
 * A document's tokens with its terms explained and its open questions marked. The tokens given stay as they are: previews keep
 * them.
 */
export function withMarks(tokens: readonly Token[], marks: PreviewMarks): Token[] {
  let line = 0;
  // Several cells of a table stand on one line: its question is marked once.
  const open = new Set(marks.open);
  return tokens.map((token) => {
    line = token.map?.[0] ?? line;
    return token.type === 'inline' && token.children
      ? withMarkedLines(token, token.children, line, marks.terms, open)
      : token;
  });
}

/** @param first the line that the token starts on */
function withMarkedLines(
  token: Token,
  tokens: readonly Token[],
  first: number,
  explained: Terms,
  open: Set<number>,
): Token {
  const children: Token[] = [];
  let line = first;
  let terms: Terms = explained.filter((term) => term.line === line);
  const endLine = (): void => {
    if (open.delete(line)) children.push(made(token, OPEN, ''));
  };
  for (const child of tokens) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      endLine();
      line++;
      terms = explained.filter((term) => term.line === line);
      children.push(child);
    } else if (child.type === 'text') terms = explain(child, terms, children);
    else if (child.type === 'code_inline') terms = explainCode(child, terms, children);
    else children.push(child);
  }
  endLine();
  return copied(token, { children });
}

/** Adds a text with its terms marked; gives the terms that stand after it. */
function explain(text: Token, terms: Terms, children: Token[]): Terms {
  let rest = text.content;
  let left = terms;
  for (let at = find(rest, left); at; at = find(rest, left)) {
    const { text: name, definition } = left[at.index]!;
    if (at.start > 0) children.push(copied(text, { content: rest.slice(0, at.start) }));
    children.push(copied(made(text, TERM, name), { info: definition }));
    rest = rest.slice(at.start + name.length);
    left = left.slice(at.index + 1);
  }
  if (rest !== '') children.push(copied(text, { content: rest }));
  return left;
}

/** The first of the terms that a text has, and where; those before it stand in something that cannot be marked. */
function find(text: string, terms: Terms): { readonly index: number; readonly start: number } | null {
  for (const [index, term] of terms.entries()) {
    const start = text.indexOf(term.text);
    if (start >= 0) return { index, start };
  }
  return null;
}

function explainCode(code: Token, terms: Terms, children: Token[]): Terms {
  const at = find(code.content, terms);
  if (!at) {
    children.push(code);
    return terms;
  }
  const explained = copied(code, { attrs: [...(code.attrs ?? [])] });
  explained.attrJoin('class', 'worksheets-term');
  explained.attrSet('title', terms[at.index]!.definition);
  children.push(explained);
  return terms.slice(at.index + 1);
}

/** A token like another, with some things different. */
function copied(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, changes);
}

function made(like: Token, type: string, content: string): Token {
  return copied(like, { type, content, children: null, attrs: null, markup: '', tag: '', nesting: 0, map: null });
}
