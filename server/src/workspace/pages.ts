import { type MarkdownDocument, parseMarkdown, updateMarkdown } from '../markdown/document.ts';

/** How much of a document is read at a time, at least, in UTF-16 code units. */
const PAGE = 1000;
const EMPTY_LINE = /\n(?=\r?\n)/g;

/** Parses a text page by page: what there is of it after each, and at least one. */
export function* readInPages(text: string): Generator<MarkdownDocument> {
  let document = parseMarkdown('');
  for (const page of pagesOf(text)) {
    const end = document.text.length;
    document = updateMarkdown(document, [{ span: { start: end, end }, newText: page }]);
    yield document;
  }
}

/** A text in parts that end before empty lines, where there are some. */
function* pagesOf(text: string): Generator<string> {
  let start = 0;
  do {
    EMPTY_LINE.lastIndex = start + PAGE;
    const end = EMPTY_LINE.test(text) ? EMPTY_LINE.lastIndex : text.length;
    yield text.slice(start, end);
    start = end;
  } while (start < text.length);
}
