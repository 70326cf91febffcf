/** What a command reads from and writes to. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether `out` shows colours. */
  readonly color: boolean;
  /** The script that runs, to be run in more threads; `null` where one thread has to do. */
  readonly script: string | null;
  out(text: string): void;
  err(text: string): void;
}

/** What a command's end means to the program that started it. */
export const ExitCode = { Clean: 0, Findings: 1, CouldNotRun: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** One subcommand. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /** @param args the arguments behind the subcommand's name */
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}

/** The command cannot do what it was asked; the message tells a person why, in one sentence. */
export class InputError extends Error {}
