import type { Command, Option } from './command.ts';

/** Lines of help are no longer than this, where words allow it. */
const WIDTH = 80;
/** Where the text of an option starts. */
const COLUMN = 22;

/** What `--help` prints for a command. */
export function helpText(command: Command): string {
  const { summary, about, options, exitStatus, examples } = command;
  const parts = [
    `Usage: ${usage(command)}`,
    ...[summary, ...about].map((text) => wrapped(text, 0)),
    Object.entries(options)
      .map(([name, option]) => described(flag(name, option), helpOf(option)))
      .join('\n'),
    exitStatus && wrapped(`Exit status: ${exitStatus}`, 0),
    examples.length > 0 && `Examples:\n${examples.map(({ command: line, help }) => described(line, help)).join('\n')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A command's page of the documentation: Markdown with the sections of a manual page. */
export function helpPage(command: Command): string {
  const { name, summary, about, options, exitStatus, examples } = command;
  const section = (title: string, paragraphs: readonly string[]): readonly string[] =>
    paragraphs.length > 0 ? [`## ${title}`, ...paragraphs] : [];
  const parts = [
    `# worksheets ${name}`,
    summary,
    ...section('Synopsis', [`\`\`\`text\n${usage(command)}\n\`\`\``]),
    ...section('Description', about),
    ...section(
      'Options',
      Object.entries(options).map(([option, it]) => `\`${flag(option, it)}\`\\\n${helpOf(it)}`),
    ),
    ...section('Exit status', exitStatus ? [exitStatus] : []),
    ...section(
      'Examples',
      examples.map(({ command: line, help }) => `${help}:\n\n\`\`\`sh\n${line}\n\`\`\``),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function usage({ name, operands, options }: Command): string {
  return ['worksheets', name, Object.keys(options).length > 0 && '[OPTION]...', operands].filter(Boolean).join(' ');
}

function flag(name: string, { value }: Option): string {
  if (value === undefined) return `--${name}`;
  return `--${name} ${typeof value === 'string' ? value : value.join('|')}`;
}

function helpOf({ help, multiple }: Option): string {
  return multiple ? `${help}. May be given several times.` : `${help}.`;
}

function described(name: string, text: string): string {
  const lead = `  ${name}`;
  const room = lead.length + 2 <= COLUMN ? lead.padEnd(COLUMN) : `${lead}\n${' '.repeat(COLUMN)}`;
  return room + wrapped(text, COLUMN);
}

/** Text for a terminal: without Markdown's marks for code, its lines filled, all but the first indented. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.replaceAll('`', '').split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
