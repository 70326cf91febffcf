import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { WorksheetService } from '../service.ts';
import type { NamedFile } from './operands.ts';
import { reasonOf } from './system-errors.ts';
import { writeWhole } from './write-files.ts';

/** A mended finding may bring another to light; more often than this, fixes would go round in circles. */
const MOST_ROUNDS = 10;
/**
 * Mends in a file what can be mended without a look at it. The service shows the file as it is afterwards.
 *
 * @param uri an open document with the file's text
 * @returns how many findings were mended; or why none can be, as a clause
 */
export function fixFile(service: WorksheetService, uri: string, { path }: NamedFile): number | string {
  const before = service.document(uri)!.text;
  const wasFound = service.diagnostics(uri).length;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const edits = safeEdits(service, uri);
    if (edits.length === 0) break;
    const document = TextDocument.create(uri, 'markdown', round, service.document(uri)!.text);
    service.change(uri, round, [{ text: TextDocument.applyEdits(document, edits) }]);
  }
  const { text } = service.document(uri)!;
  if (text === before) return 0;
  try {
    replaceText(path, before, text);
    return Math.max(1, wasFound - service.diagnostics(uri).length);
  } catch (error) {
    service.change(uri, MOST_ROUNDS + 1, [{ text: before }]);
    return reasonOf(error);
  }
}

/** @throws where the file holds something else than `before` by now, or cannot be written; it stays as it is */
function replaceText(file: string, before: string, after: string): void {
  const bytes = readFileSync(file);
  const mark = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? '\uFEFF' : '';
  if (!Buffer.from(mark + before).equals(bytes)) throw new Error('it is no UTF-8 text, or has changed meanwhile');
  writeWhole(file, mark + after);
}

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

function safeEdits(service: WorksheetService, uri: string): TextEdit[] {
  return (service.fixAll(uri)?.edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits.filter((edit): edit is TextEdit => 'newText' in edit) : [],
  );
}
