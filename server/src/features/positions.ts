import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Edit } from '../text/edit.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** An LSP range (0-based lines, UTF-16 characters) for a span of offsets. */
export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** An edit of offsets as LSP has it. */
export function toTextEdit(lines: LineIndex, edit: Edit): TextEdit {
  return { range: toRange(lines, edit.span), newText: edit.newText };
}
