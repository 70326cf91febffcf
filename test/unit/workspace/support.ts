import type { AnswerKey, Glossary, Knowledge } from '../../../server/src/knowledge/model.ts';
import type { Clock } from '../../../server/src/workspace/clock.ts';
import { type FileAccess, mayHoldKnowledge } from '../../../server/src/workspace/file-access.ts';
import type { KnowledgeLibrary } from '../../../server/src/workspace/knowledge-loader.ts';

/** A clock that only moves when told to. */
export class FakeClock implements Clock {
  #now = 0;
  #timers: { readonly due: number; readonly callback: () => void }[] = [];

  after(delay: number, callback: () => void): () => void {
    const timer = { due: this.#now + delay, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Lets so many milliseconds pass. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter((timer) => timer.due <= this.#now).sort((a, b) => a.due - b.due);
    this.#timers = this.#timers.filter((timer) => timer.due > this.#now);
    for (const { callback } of due) callback();
  }
}

/** A clock that calls back one after the other, without any delay, when told to. */
export class StepClock implements Clock {
  readonly #due: (() => void)[] = [];

  after(_delay: number, callback: () => void): () => void {
    this.#due.push(callback);
    return () => {};
  }

  /** Calls back once, if anything is due, and waits for what comes of it; whether anything was. */
  async step(): Promise<boolean> {
    const next = this.#due.shift();
    await next?.();
    return next !== undefined;
  }

  /** Calls back until nothing is due any more. */
  async settle(): Promise<void> {
    while (await this.step());
  }
}

/** Files that only exist in a map from URI to text. */
export class MemoryFiles implements FileAccess {
  readonly texts: Map<string, string>;
  /** The URIs read as a whole, in order. */
  readonly readWhole: string[] = [];

  constructor(texts: Record<string, string>) {
    this.texts = new Map(Object.entries(texts));
  }

  async findFiles(folder: string): Promise<readonly string[]> {
    return [...this.texts.keys()].filter((uri) => uri.startsWith(`${folder}/`) && mayHoldKnowledge(uri)).sort();
  }

  async read(uri: string, limit?: number): Promise<string | null> {
    if (limit === undefined) this.readWhole.push(uri);
    return this.texts.get(uri)?.slice(0, limit) ?? null;
  }
}

/** Knowledge without anything in it. */
export const noKnowledge: Knowledge = {
  glossaries: [],
  keys: [],
  define: () => [],
  lookUp: () => [],
  findTerms: () => [],
  findTermsInCode: () => [],
  complete: () => [],
  match: () => null,
  coverage: () => 0,
  keyPoints: () => [],
};

/** A library whose glossaries and keys have their whole text as title. */
export const titles: KnowledgeLibrary = {
  parse: (role, uri, { text }): Glossary | AnswerKey =>
    role === 'glossary'
      ? { kind: 'glossary', uri, title: text, terms: [], problems: [] }
      : { kind: 'key', uri, title: text, questions: [], problems: [] },
  parseContextive: (uri, text) => ({ kind: 'glossary', uri, title: text, terms: [], problems: [] }),
  combine: (files) => ({
    ...noKnowledge,
    glossaries: files.filter((file) => file.kind === 'glossary'),
    keys: files.filter((file) => file.kind === 'key'),
  }),
};

/** The text of a glossary. */
export function glossary(body = ''): string {
  return `---\nworksheets: glossary\n---\n${body}`;
}

/** The text of an answer key. */
export function answerKey(body = ''): string {
  return `---\nworksheets: key\n---\n${body}`;
}
