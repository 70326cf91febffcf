import type { Outline, OutlineQuestion } from '../service.ts';
import { readArguments } from './arguments.ts';
import { type Command, ExitCode } from './command.ts';
import { inspect, readKeys, readTextFiles, serviceWith } from './session.ts';

/** `worksheets outline`: the questions of worksheets, and how far they are answered. */
export const outline: Command = {
  help: `Usage: worksheets outline [--format pretty|json] [--key FILE]... FILE...

Lists the questions of each FILE with the state of their answers, and the key questions they were recognised as.

  --format pretty|json  for people (as without it) or for programs
  --key FILE            an answer key or glossary to use besides the built-in ones
`,
  async run(args, io) {
    const { format, keys, operands } = readArguments(args, ['pretty', 'json'], 'FILE');
    const service = serviceWith(await readKeys(keys, io));
    const files = await readTextFiles(operands, io);
    const outlines = files.map((file) => ({
      file: file.name,
      ...inspect(service, file, (uri) => service.outline(uri) ?? { worksheet: false, reasons: [], questions: [] }),
    }));
    io.out(format === 'json' ? `${JSON.stringify(outlines, null, 2)}\n` : outlines.map(prettyOutline).join('\n'));
    return ExitCode.Clean;
  },
};

function prettyOutline({ file, worksheet, reasons, questions }: Outline & { readonly file: string }): string {
  const answered = questions.filter(({ status }) => status === 'answered').length;
  const title = worksheet ? `${answered} of ${questions.length} answered` : 'no worksheet';
  const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  return [`${file}: ${title}${why}`, ...questions.map(prettyQuestion)].map((line) => `${line}\n`).join('');
}

function prettyQuestion({ line, status, text, match, coverage }: OutlineQuestion): string {
  const known = match === null ? '' : `  [${match.key}${coverage === null ? '' : `, ${Math.round(coverage * 100)} %`}]`;
  return `${String(line).padStart(6)}  ${status.padEnd(11)}  ${text}${known}`;
}
