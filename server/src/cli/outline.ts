import type { OutlineQuestion } from '../service.ts';
import { isAnswered } from '../worksheet/status.ts';
import { needOperands } from './arguments.ts';
import { type Command, ExitCode } from './command.ts';
import { loadFiles } from './files.ts';
import { isAboutAccess, oneLine } from './formats/format.ts';
import { jsonArray } from './formats/json.ts';
import { type InspectedFile, type InspectOptions, isWorksheet } from './inspect.ts';
import { printTo } from './output.ts';
import { inspectAll } from './parallel.ts';
import { Progress } from './progress.ts';
import { KEY, OUTPUT } from './shared-options.ts';

const OPTIONS = {
  format: { value: ['pretty', 'json'], help: '`pretty` for people (as without it), `json` for programs' },
  output: OUTPUT,
  key: KEY,
} as const;

/** `worksheets outline`: the questions of worksheets, and how far they are answered. */
export const outline: Command<typeof OPTIONS> = {
  name: 'outline',
  operands: 'PATH...',
  summary: 'Lists the questions of worksheets, and how far they are answered.',
  about: [
    'A PATH is a file, a folder with all Markdown files in it, a pattern of such files in quotes, or `-` for standard input. For each question there is the state of its answer, and the key question that it was recognised as, with how much of the key answer is covered.',
  ],
  options: OPTIONS,
  exitStatus: '0, or 2 where something could not be done.',
  examples: [
    { command: 'worksheets outline class-11.md', help: 'What is answered, and what was recognised' },
    { command: 'worksheets outline --key class.key.md --format json class-11.md', help: 'The same for a program' },
  ],
  async run({ values, operands }, io) {
    needOperands(operands, 'PATH');
    const { files, knowledge, complete } = await loadFiles(operands, values.key, io);
    const options: InspectOptions = { knowledge, assistance: 'answers', rules: {}, findings: 'none', questions: true };
    const progress = new Progress(io, files.length);
    let failed = false;
    const inspected = async function* (): AsyncGenerator<InspectedFile> {
      for await (const file of progress.over(inspectAll(files, options, io.script))) {
        failed ||= file.findings.some(isAboutAccess);
        yield file;
      }
    };
    await printTo(values.output, io, progress, () =>
      values.format === 'json' ? jsonArray(inspected(), asJson) : prettyOutlines(inspected()),
    );
    return complete && !failed ? ExitCode.Clean : ExitCode.CouldNotRun;
  },
};

function asJson(inspected: InspectedFile): object {
  const { file, reasons, questions } = inspected;
  return { file, worksheet: isWorksheet(inspected), reasons, questions };
}

async function* prettyOutlines(files: AsyncIterable<InspectedFile>): AsyncGenerator<string> {
  let gap = '';
  for await (const file of files) {
    yield gap + prettyOutline(file);
    gap = '\n';
  }
}

function prettyOutline(inspected: InspectedFile): string {
  const { file, reasons, questions } = inspected;
  const answered = questions.filter(isAnswered).length;
  const title = isWorksheet(inspected) ? `${answered} of ${questions.length} answered` : 'no worksheet';
  const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  return [`${oneLine(file)}: ${title}${why}`, ...questions.map(prettyQuestion)].map((line) => `${line}\n`).join('');
}

function prettyQuestion({ line, status, text, match, coverage }: OutlineQuestion): string {
  const known = match === null ? '' : `  [${match.key}${coverage === null ? '' : `, ${Math.round(coverage * 100)} %`}]`;
  return `${String(line).padStart(6)}  ${status.padEnd(11)}  ${oneLine(text)}${known}`;
}
