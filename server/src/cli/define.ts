import { cite, lookedUp } from '../features/look-up.ts';
import type { Term } from '../knowledge/model.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { needOperands } from './arguments.ts';
import { type Command, ExitCode } from './command.ts';
import { readKeys } from './knowledge.ts';
import { KEY } from './shared-options.ts';

const OPTIONS = {
  format: { value: ['pretty', 'json'], help: '`pretty` for people (as without it), `json` for programs' },
  key: KEY,
} as const;

/** `worksheets define`: what terms mean. */
export const define: Command<typeof OPTIONS> = {
  name: 'define',
  operands: 'TERM...',
  summary: 'Looks terms up in the glossaries.',
  about: ['Upper and lower case, plurals and hyphens make no difference. A TERM of several words goes in quotes.'],
  options: OPTIONS,
  examples: [
    { command: 'worksheets define "opening handshake" ACK', help: 'What two terms mean' },
    { command: 'worksheets define --key class/ evaporation', help: "A term of the class's own glossaries" },
  ],
  async run({ values, operands }, io) {
    needOperands(operands, 'TERM');
    const knowledge = knowledgeLibrary.combine(await readKeys(values.key, io));
    const found = operands.map((query) => ({ query, term: knowledge.lookUp(query)[0] ?? null }));
    await io.out(
      values.format === 'json'
        ? `${JSON.stringify(
            found.map(({ query, term }) => ({ query, ...(term ? lookedUp(term) : { term }) })),
            null,
            2,
          )}\n`
        : found.map(({ query, term }) => (term === null ? `No glossary has "${query}".\n` : pretty(term))).join('\n'),
    );
    return ExitCode.Clean;
  },
};

function pretty({ name, glossary, definition, aliases, seeAlso, sources }: Term): string {
  const lines = [`${name} · ${glossary}`, definition];
  if (aliases.length > 0) lines.push(`Also called: ${aliases.join(', ')}`);
  if (seeAlso.length > 0) lines.push(`See also: ${seeAlso.join(', ')}`);
  for (const source of sources) lines.push(`Source: ${cite(source)}`);
  return lines.map((line) => `${line}\n`).join('');
}
