import { type Command, ExitCode, InputError, type Io } from './command.ts';
import { loadFiles, shardOf } from './files.ts';
import { csv } from './formats/csv.ts';
import { type Format, isAboutAccess } from './formats/format.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { junit } from './formats/junit.ts';
import { fixedText, pretty } from './formats/pretty.ts';
import { sarif } from './formats/sarif.ts';
import type { InspectedFile, InspectOptions } from './inspect.ts';
import { STANDARD_INPUT } from './operands.ts';
import { printTo } from './output.ts';
import { inspectAll } from './parallel.ts';
import { Progress } from './progress.ts';
import { ASSISTANCE, KEY, OUTPUT, RULE, ruleLevels, SHARD } from './shared-options.ts';

/** The formats that findings can be printed in. */
export const FINDING_FORMATS: Record<'pretty' | 'json' | 'sarif' | 'junit' | 'csv' | 'github', Format> = {
  pretty,
  json,
  sarif,
  junit,
  csv,
  github,
};

const OPTIONS = {
  format: {
    value: ['pretty', 'json', 'sarif', 'junit', 'csv', 'github'],
    help: '`pretty` for people (as without it), `json` for programs, `sarif` for code scanning, `junit` for CI systems, `csv` for spreadsheets, `github` for annotations in GitHub Actions',
  },
  output: OUTPUT,
  key: KEY,
  assistance: ASSISTANCE,
  rule: RULE,
  fix: { help: 'Mend in the files what can be mended without a look at it, and report the rest' },
  shard: SHARD,
} as const;

/** `worksheets check`: the findings of worksheets, glossaries and keys. */
export const check: Command<typeof OPTIONS> = {
  name: 'check',
  operands: '[PATH]...',
  summary: 'Checks worksheets, glossaries and answer keys.',
  about: [
    'A PATH is a file, a folder with all Markdown files in it, a pattern of such files in quotes, or `-` for standard input; without any it is the current folder. Files that `.gitignore` files exclude are left out unless they are named themselves.',
    'Glossaries and answer keys among the files are used for the others. A Markdown file that is no worksheet has no findings. A file that cannot be read is reported, and the others are checked.',
  ],
  options: OPTIONS,
  exitStatus: '0 where there are no findings, 1 where there are some, 2 where something could not be done.',
  examples: [
    { command: 'worksheets check submissions/', help: 'The findings of a whole class' },
    {
      command: 'worksheets check --key week-1.key.md --rule unanswered=off "submissions/**/class-01.md"',
      help: "What is off in the answers to one worksheet, by the instructor's own key",
    },
    { command: 'worksheets check --fix class-01.md', help: 'Spelling and layout mended, the rest reported' },
    {
      command: 'worksheets check --shard 1/4 --format json --output part-1.json submissions/',
      help: 'A quarter of the work, for a machine of four',
    },
  ],
  async run({ values, operands }, io) {
    if (values.fix && operands.includes(STANDARD_INPUT)) {
      throw new InputError('Standard input cannot be mended in its place: name a file to use --fix.');
    }
    const rules = ruleLevels(values.rule);
    const { files, knowledge, complete } = await loadFiles(operands.length > 0 ? operands : ['.'], values.key, io);
    const mine = shardOf(files, values.shard);
    const findings = values.fix ? 'fix' : values.format === 'json' ? 'fixable' : 'plain';
    const options: InspectOptions = { knowledge, assistance: values.assistance, rules, findings, questions: false };
    const progress = new Progress(io, mine.length);
    const tally = new Tally();
    const inspected = tally.over(progress.over(inspectAll(mine, options, io.script)));
    const format = FINDING_FORMATS[values.format];
    await printTo(values.output, io, progress, (style) => format(inspected, style));
    if (values.format !== 'pretty' || values.output !== null) tally.sayFixed(io);
    return complete ? tally.exitCode : ExitCode.CouldNotRun;
  },
};

/** Counts what passes by. */
class Tally {
  #findings = 0;
  #failed = 0;
  #fixed = 0;
  #fixedFiles = 0;

  async *over(files: AsyncIterable<InspectedFile>): AsyncGenerator<InspectedFile> {
    for await (const file of files) {
      this.#findings += file.findings.length;
      if (file.findings.some(isAboutAccess)) this.#failed++;
      this.#fixed += file.fixed;
      if (file.fixed > 0) this.#fixedFiles++;
      yield file;
    }
  }

  get exitCode(): ExitCode {
    if (this.#failed > 0) return ExitCode.CouldNotRun;
    return this.#findings > 0 ? ExitCode.Findings : ExitCode.Clean;
  }

  sayFixed(io: Io): void {
    if (this.#fixed > 0) io.err(`${fixedText(this.#fixed, this.#fixedFiles)}\n`);
  }
}
