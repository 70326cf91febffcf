import { FINDING_FORMATS } from './check.ts';
import { type Command, ExitCode, InputError, type Io } from './command.ts';
import { loadFiles, shardOf } from './files.ts';
import { isAboutAccess, type Style } from './formats/format.ts';
import type { InspectOptions } from './inspect.ts';
import { filesOf } from './operands.ts';
import { type Pieces, printTo } from './output.ts';
import { inspectAll } from './parallel.ts';
import { Progress } from './progress.ts';
import { summarize } from './report/class-summary.ts';
import { questionsCsv, worksheetsCsv } from './report/csv-tables.ts';
import { type Entry, entriesAsFiles, entriesAsJson, entryOf, merged, readEntries } from './report/entries.ts';
import { htmlPage } from './report/html-page.ts';
import { textTables } from './report/text-table.ts';
import { ASSISTANCE, KEY, OUTPUT, RULE, ruleLevels, SHARD } from './shared-options.ts';

const OPTIONS = {
  format: {
    value: ['pretty', 'html', 'csv', 'json', 'sarif', 'junit', 'github'],
    help: '`pretty` for people (as without it), `html` for one page that needs nothing else, `csv` for spreadsheets, `json` for programs and for a later report, or one of the other formats of `worksheets check` for the findings alone',
  },
  html: { help: 'The same as `--format html`' },
  by: { value: ['worksheet', 'question'], help: 'What a row of `csv` is: a worksheet (as without it) or a question' },
  output: OUTPUT,
  key: KEY,
  assistance: ASSISTANCE,
  rule: RULE,
  shard: SHARD,
} as const;

/** `worksheets report`: what a class made of its worksheets. */
export const report: Command<typeof OPTIONS> = {
  name: 'report',
  operands: '[PATH]...',
  summary: 'Shows who answered how many questions, and which questions gave trouble.',
  about: [
    'A PATH is a file, a folder with all Markdown files in it, a pattern of such files in quotes, or `-` for standard input; without any it is the current folder. Glossaries and answer keys among the files are used, and not counted.',
    'A PATH that ends in `.json` is what `check`, `outline` or `report` printed with `--format json`: parts that several machines have worked on become one report, the same as of one run.',
    'A question gives trouble where it is not answered, where its answer is in doubt, and where a finding says that something is wrong. The same question counts as one in all worksheets, as far as its words or a key tell.',
  ],
  options: OPTIONS,
  exitStatus: '0, or 2 where something could not be done; findings make no difference.',
  examples: [
    { command: 'worksheets report submissions/', help: 'A class at a glance' },
    { command: 'worksheets report --html --output class.html submissions/', help: 'The same as a page to look at' },
    { command: 'worksheets report --format csv --by question submissions/', help: 'Its questions for a spreadsheet' },
    { command: 'worksheets report --format sarif part-*.json', help: 'The findings of several shards together' },
  ],
  async run({ values, operands }, io) {
    const format = values.html ? 'html' : values.format;
    const isPrinted = (operand: string): boolean => /\.json$/i.test(operand);
    const printed = await readPrinted(operands.filter(isPrinted), io);
    const places = operands.filter((operand) => !isPrinted(operand));
    const settings = { assistance: values.assistance, rules: ruleLevels(values.rule) };
    const found =
      printed.length > 0 && places.length === 0
        ? { entries: [], complete: true }
        : await inspectPlaces(
            places.length > 0 ? places : ['.'],
            values,
            { ...settings, questions: true, findings: format === 'json' ? 'fixable' : 'plain' },
            io,
          );
    const entries = merged([...printed.flat(), ...found.entries]);
    await printTo(values.output, io, null, (style) => printedReport(format, values.by, entries, style));
    const failed = entries.some(({ findings }) => findings?.some(isAboutAccess));
    return found.complete && !failed ? ExitCode.Clean : ExitCode.CouldNotRun;
  },
};

/** @returns the entries of each file of json @throws InputError where one of them is anything else */
async function readPrinted(operands: readonly string[], io: Io): Promise<readonly (readonly Entry[])[]> {
  const { files, lost } = await filesOf(operands, (name) => /\.json$/i.test(name), io);
  // A part that is missing would make the report say less than there is.
  if (lost[0] !== undefined) throw new InputError(lost[0]);
  return files.map(readEntries);
}

async function inspectPlaces(
  places: readonly string[],
  { key, shard }: { readonly key: readonly string[]; readonly shard: string | null },
  options: Omit<InspectOptions, 'knowledge'>,
  io: Io,
): Promise<{ readonly entries: readonly Entry[]; readonly complete: boolean }> {
  const { files, knowledge, complete } = await loadFiles(places, key, io);
  const mine = shardOf(files, shard);
  const progress = new Progress(io, mine.length);
  const entries: Entry[] = [];
  for await (const file of progress.over(inspectAll(mine, { ...options, knowledge }, io.script))) {
    if (file.role === 'worksheet' || file.findings.some(isAboutAccess)) entries.push(entryOf(file));
  }
  return { entries, complete };
}

function printedReport(
  format: (typeof OPTIONS.format.value)[number],
  by: (typeof OPTIONS.by.value)[number],
  entries: readonly Entry[],
  style: Style,
): Pieces {
  switch (format) {
    case 'pretty':
      return textTables(summarize(entries), style);
    case 'html':
      return htmlPage(summarize(entries));
    case 'csv':
      return by === 'question' ? questionsCsv(summarize(entries)) : worksheetsCsv(summarize(entries));
    case 'json':
      return entriesAsJson(entries);
    default:
      return FINDING_FORMATS[format](entriesAsFiles(entries), style);
  }
}
