/**
 * Inline Markdown as a reader sees it: emphasis marks, code marks, link targets, HTML tags and escapes gone, white space folded.
 * Blanks (`____`) stay.
 *
 * Each pattern stops where the next match could start, so that many openings without an end take linear time.
 */
export function plainText(source: string): string {
  if (!/[*_`[\]\\<&\s]/.test(source)) return source;
  return source
    .replace(/!\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)(?:\{:[^{}]*\})?/g, '$1')
    .replace(/<((?:https?|mailto):[^<>]*)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/`+/g, '')
    .replace(/(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])/g, '')
    .replace(/(?<![\w_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\w_])/g, '$2')
    .replace(/\*{2,}/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .trim();
}
