import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Io } from '../../../server/src/cli/command.ts';
import { run } from '../../../server/src/cli/run.ts';

/** What a command line printed, and how it ended. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files, to run the command line in; call `remove` when done. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'worksheets-'));

  constructor(texts: Record<string, string>) {
    for (const [name, text] of Object.entries(texts)) {
      const file = path.join(this.path, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** Runs `worksheets` with these arguments in the folder. */
  run(...args: string[]): Promise<Outcome> {
    return this.runWith({}, ...args);
  }

  /** The same, where the surroundings differ in something. */
  async runWith(io: Partial<Io>, ...args: string[]): Promise<Outcome> {
    let out = '';
    let err = '';
    const exitCode = await run(args, {
      cwd: this.path,
      color: false,
      interactive: false,
      script: null,
      input: async () => '',
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      ...io,
    });
    return { exitCode, out, err };
  }

  /** The text of a file in the folder. */
  read(name: string): string {
    return readFileSync(path.join(this.path, name), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** A worksheet with one question answered and one blank. */
export const worksheet = `# Birds

1. What do swifts eat?

   - Insects they catch in flight

2. Where do swifts sleep?

   -

3. Why do swifts seldom land?

   - Their legs are short
`;

/** The same, with nothing left to answer. */
export const finished = worksheet.replace('   -\n', '   - On the wing\n');

/** A key to it. */
export const key = `---
worksheets: key
---
# Swifts

1. Where do swifts sleep?

   They sleep **on the wing**.
`;

/** A glossary that explains one of its words. */
export const birds = `---
worksheets: glossary
---
# Birds

## Swift

A bird that spends most of its life in the air.

- Aliases: common swift
- Source: [Bird book](https://example.org/swift)
`;
