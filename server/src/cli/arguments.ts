import { parseArgs } from 'node:util';
import { InputError } from './command.ts';

/** What a command was given. */
export interface Arguments<Format extends string> {
  readonly format: Format;
  /** Files named with `--key`. */
  readonly keys: readonly string[];
  /** Everything that is no option. */
  readonly operands: readonly string[];
}

/**
 * Reads the arguments of a command that takes `--format` and `--key`.
 *
 * @param formats the first is the default
 * @param operand what the command is about ("FILE"); at least one is needed
 * @throws InputError where the arguments make no sense
 */
export function readArguments<const Format extends string>(
  args: readonly string[],
  formats: readonly [Format, ...Format[]],
  operand: string,
): Arguments<Format> {
  const { values, positionals } = parse(args);
  const format = formats.find((known) => known === (values.format ?? formats[0]));
  if (format === undefined) {
    throw new InputError(`Unexpected format "${values.format}", expected ${listed(formats)}.`);
  }
  if (positionals.length === 0) throw new InputError(`Nothing to work on: name at least one ${operand}.`);
  return { format, keys: values.key ?? [], operands: positionals };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, key: { type: 'string', multiple: true } },
    });
  } catch (error) {
    // The first sentence says what is wrong; the rest is about shell quoting.
    throw new InputError(`${(error as Error).message.split(/\.(?:\s|$)/, 1)[0]}.`);
  }
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
