import { parseArgs } from 'node:util';
import { type Arguments, InputError, type Option, type Options } from './command.ts';

/**
 * Reads the arguments of a command.
 *
 * @param args those behind its name
 * @throws InputError where they make no sense
 */
export function readArguments<Given extends Options>(args: readonly string[], options: Given): Arguments<Given> {
  const { values, positionals } = parse(args, options);
  const read = Object.entries(options).map(
    ([name, option]) => [name, checkedValue(name, option, values[name])] as const,
  );
  return { values: Object.fromEntries(read) as Arguments<Given>['values'], operands: positionals };
}

/** @throws InputError where there is none: the command is about something ("FILE") */
export function needOperands(operands: readonly string[], operand: string): void {
  if (operands.length === 0) throw new InputError(`Nothing to work on: name at least one ${operand}.`);
}

type Parsed = string | boolean | (string | boolean)[] | undefined;

function parse(args: readonly string[], options: Options): { values: Record<string, Parsed>; positionals: string[] } {
  const known = Object.entries(options).map(([name, { value, multiple = false }]) => {
    return [name, { type: value === undefined ? 'boolean' : 'string', multiple }] as const;
  });
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: Object.fromEntries(known) });
  } catch (error) {
    // The first sentence says what is wrong; the rest is about shell quoting.
    throw new InputError(`${(error as Error).message.split(/\.(?:\s|$)/, 1)[0]}.`);
  }
}

function checkedValue(name: string, { value: expected, multiple }: Option, given: Parsed): Parsed | null {
  if (multiple) return given ?? [];
  if (expected === undefined) return given ?? false;
  if (typeof expected === 'string') return given ?? null;
  const chosen = expected.find((choice) => choice === (given ?? expected[0]));
  if (chosen === undefined) throw new InputError(`Unexpected ${name} "${given}", expected ${listed(expected)}.`);
  return chosen;
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
