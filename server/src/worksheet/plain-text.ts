/**
 * Inline Markdown as a reader sees it: emphasis marks, code marks, link targets, HTML tags and escapes gone, white space folded.
 * Blanks (`____`) stay.
 *
 * Each pattern stops where the next match could start, so that many openings without an end take linear time.
 */
export function plainText(source: string): string {
  return folded(MARK.test(source) ? withoutMarks(source) : source);
}

const MARK = /[*_`[\]\\<&]/;

/** What looks like a tag in code is none. */
const TAG_OR_CODE = /(?<!`)(`+)(?!`)[^`]+\1(?!`)|<\/?[a-zA-Z][^<>]*>/g;

function withoutMarks(source: string): string {
  let text = source;
  if (source.includes('[')) {
    text = text
      .replace(/!\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
      .replace(/\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)(?:\{:[^{}]*\})?/g, '$1');
  }
  if (source.includes('<')) {
    text = text
      .replace(/<((?:https?|mailto):[^<>]*)>/g, '$1')
      .replace(/<img\s[^<>]*?\balt="([^"<>]*)"[^<>]*>/gi, '$1')
      .replace(TAG_OR_CODE, (match) => (match.startsWith('<') ? ' ' : match));
  }
  if (source.includes('\\')) text = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  if (source.includes('`')) text = text.replace(/`+/g, '');
  const asterisks = source.includes('*');
  if (asterisks) text = text.replace(/(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])/g, '');
  if (source.includes('_')) text = text.replace(/(?<![\w_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\w_])/g, '$2');
  if (asterisks) text = text.replace(/\*{2,}/g, '');
  if (!source.includes('&')) return text;
  return text
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
}

const folded = (text: string) => (/[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text);
