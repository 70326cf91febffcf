import { blankWorksheet } from '../features/blank-worksheet.ts';
import { parseMarkdown } from '../markdown/document.ts';
import { knowledgeRole } from '../workspace/knowledge-role.ts';
import { type Command, ExitCode, InputError } from './command.ts';
import { filesOf } from './operands.ts';
import { printTo } from './output.ts';
import { readWhole } from './read-files.ts';
import { OUTPUT } from './shared-options.ts';

const OPTIONS = { output: OUTPUT } as const;

/** `worksheets blank`: the worksheet that a key answers. */
export const blank: Command<typeof OPTIONS> = {
  name: 'blank',
  operands: 'KEY',
  summary: 'Makes an empty worksheet from an answer key.',
  about: [
    "The worksheet has the key's questions in the key's own layout, with room for answers. Answers, hints, accepted words and the front matter stay behind. KEY is a file, or `-` for standard input.",
  ],
  options: OPTIONS,
  examples: [
    { command: 'worksheets blank --output class-01.md week-1.key.md', help: 'A worksheet to hand out' },
    { command: 'worksheets blank week-1.key.md | diff - class-01.md', help: 'What a student wrote' },
  ],
  async run({ values, operands }, io) {
    const [name, ...more] = operands;
    if (name === undefined || more.length > 0) throw new InputError('Name one KEY.');
    const { files, lost } = await filesOf([name], () => false, io);
    if (lost[0] !== undefined) throw new InputError(lost[0]);
    if (files[0] === undefined) throw new InputError(`"${name}" is a folder, expected a file.`);
    const read = readWhole(files[0]);
    if ('reason' in read) throw new InputError(`"${name}" cannot be read: ${read.reason}.`);
    const document = parseMarkdown(read.text);
    if (knowledgeRole(document) !== 'key') {
      throw new InputError(`"${name}" is no answer key: one starts with "worksheets: key" between two lines of ---.`);
    }
    await printTo(values.output, io, null, () => [blankWorksheet(document)]);
    return ExitCode.Clean;
  },
};
