/** What a command reads from and writes to. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether `out` shows colours. */
  readonly color: boolean;
  /** Whether `err` is a terminal, where a line can be written over. */
  readonly interactive: boolean;
  /** The script that runs, to be run in more threads; `null` where one thread has to do. */
  readonly script: string | null;
  /** All of standard input, decoded as UTF-8. */
  input(): Promise<string>;
  /** Resolves as soon as more can be written. */
  out(text: string): Promise<void> | void;
  err(text: string): void;
}

/** What a command's end means to the program that started it. */
export const ExitCode = { Clean: 0, Findings: 1, CouldNotRun: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** An option of a command. */
export interface Option {
  /** What its value stands for ("FILE"), or the values there are; left out for a switch. The first of several is the default. */
  readonly value?: string | readonly [string, ...string[]];
  /** Whether it may be given more than once. */
  readonly multiple?: true;
  /** What it does, as a clause. */
  readonly help: string;
}

/** Options by their long names. */
export type Options = Readonly<Record<string, Option>>;

/** What was given for an option: a list of texts, one of the values there are, a text, or whether a switch was named. */
type Value<Given extends Option> = Option extends Given
  ? unknown
  : Given extends { readonly multiple: true }
    ? readonly string[]
    : Given extends { readonly value: readonly (infer Choice)[] }
      ? Choice
      : Given extends { readonly value: string }
        ? string | null
        : boolean;

/** What a command was given. */
export interface Arguments<Given extends Options> {
  /** The options, by their names. */
  readonly values: { readonly [Name in keyof Given]: Value<Given[Name]> };
  /** Everything that is no option. */
  readonly operands: readonly string[];
}

/** A use of a command, as shown in its help. */
export interface Example {
  readonly command: string;
  /** What it does, as a clause. */
  readonly help: string;
}

/** One subcommand: all that its help, its page and its arguments are made of. */
export interface Command<Given extends Options = Options> {
  readonly name: string;
  /** What stands behind its options ("[PATH]..."). */
  readonly operands: string;
  /** What it does, as a sentence. */
  readonly summary: string;
  /** What there is to know about it: paragraphs of Markdown without links. */
  readonly about: readonly string[];
  readonly options: Given;
  /** What its exit status says, where it is more than whether it could run. */
  readonly exitStatus?: string;
  readonly examples: readonly Example[];
  run(given: Arguments<Given>, io: Io): Promise<ExitCode>;
}

/** The command cannot do what it was asked; the message tells a person why, in one sentence. */
export class InputError extends Error {
  // Told by its name: loaders may have a module twice, and with it this class.
  override readonly name = 'InputError';
}
