import type { Diagnostic, Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { CalmDiagnostics, WorksheetService, Writing } from '../service.ts';
import { type Clock, Debouncer } from '../workspace/clock.ts';
import type { Check } from './settings.ts';

/** How long nobody has to type, in milliseconds, before what waits is shown. */
export const PAUSE = 5000;

interface State {
  writing: Writing;
  /** What the client was told last. */
  shown: CalmDiagnostics | null;
  /** Where the cursor is; null where the document has none, undefined where the client doesn't tell. */
  cursor: Position | null | undefined;
  /** How often what waited was let go. */
  releases: number;
}

/**
 * The diagnostics of open documents, shown when they don't disturb: those on the answer that somebody writes wait until they
 * leave it, save, or pause. The protocol doesn't tell where the cursor is: it is taken to be where the last change was.
 */
export class CalmedDiagnostics {
  readonly #service: WorksheetService;
  readonly #released: (uri: string) => void;
  readonly #pause: Debouncer<string>;
  readonly #states = new Map<string, State>();
  #check: Check;

  /** @param released is told the documents of which more is to be shown than was */
  constructor(service: WorksheetService, clock: Clock, check: Check, released: (uri: string) => void) {
    this.#service = service;
    this.#check = check;
    this.#released = released;
    this.#pause = new Debouncer(clock, PAUSE, (uri) => this.release(uri));
  }

  /** When findings are shown from now on. */
  setCheck(check: Check): void {
    if (check === this.#check) return;
    this.#check = check;
    for (const uri of this.#states.keys()) this.release(uri);
  }

  /** To be told of changes before the service is. */
  changes(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (this.#check === 'type') return;
    const state = this.#stateOf(uri);
    state.shown ??= this.#service.calmDiagnostics(uri, null, null);
    if (this.#check === 'save') state.writing = 'document';
    else {
      const last = changes.at(-1);
      state.writing = last && 'range' in last ? endOf(last.range.start, last.text) : null;
      this.#pause.schedule(uri);
    }
  }

  /** To be told where the cursor has gone; null where it has left the document. */
  cursorMoved(uri: string, position: Position | null): void {
    const state = this.#stateOf(uri);
    state.cursor = position;
    if (this.#check === 'pause' && state.writing !== null && !this.#isUnderCursor(uri, state)) this.release(uri);
  }

  /** Shows what waits: the document was saved. */
  release(uri: string): void {
    this.#pause.cancel(uri);
    const state = this.#states.get(uri);
    if (!state || state.writing === null) return;
    state.writing = null;
    state.releases++;
    if (state.shown?.waiting) this.#released(uri);
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.#pause.cancel(uri);
    this.#states.delete(uri);
  }

  /** What is to be shown now. */
  of(uri: string): readonly Diagnostic[] {
    const state = this.#stateOf(uri);
    const writing = this.#check === 'pause' && !this.#isUnderCursor(uri, state) ? null : state.writing;
    state.shown = this.#service.calmDiagnostics(uri, writing, state.shown);
    return state.shown?.diagnostics ?? [];
  }

  /** A number that changes when the same version of a document is to be shown differently. */
  generation(uri: string): number {
    return this.#states.get(uri)?.releases ?? 0;
  }

  #isUnderCursor(uri: string, { writing, cursor }: State): boolean {
    if (cursor === undefined || writing === null || writing === 'document') return true;
    const lines = cursor && this.#service.answerAround(uri, writing);
    return lines !== null && lines.first <= cursor!.line && cursor!.line <= lines.last;
  }

  #stateOf(uri: string): State {
    let state = this.#states.get(uri);
    if (!state) {
      state = { writing: null, shown: null, cursor: undefined, releases: 0 };
      this.#states.set(uri, state);
    }
    return state;
  }
}

/** Where a text ends that starts at a position. */
function endOf({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r\n?|\n/);
  const last = lines.at(-1)!.length;
  return { line: line + lines.length - 1, character: lines.length === 1 ? character + last : last };
}
