import type { Source, Term } from '../knowledge/model.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { readArguments } from './arguments.ts';
import { type Command, ExitCode } from './command.ts';
import { readKeys } from './session.ts';

/** `worksheets define`: what terms mean. */
export const define: Command = {
  help: `Usage: worksheets define [--format pretty|json] [--key FILE]... TERM...

Looks each TERM up in the glossaries. Put a TERM of several words in quotes.

  --format pretty|json  for people (as without it) or for programs
  --key FILE            a glossary to use besides the built-in ones
`,
  async run(args, io) {
    const { format, keys, operands } = readArguments(args, ['pretty', 'json'], 'TERM');
    const knowledge = knowledgeLibrary.combine(await readKeys(keys, io));
    const found = operands.map((query) => ({ query, term: knowledge.define(query)[0] ?? null }));
    if (format === 'json') io.out(`${JSON.stringify(found.map(asJson), null, 2)}\n`);
    else
      io.out(
        found.map(({ query, term }) => (term === null ? `No glossary has "${query}".\n` : pretty(term))).join('\n'),
      );
    return ExitCode.Clean;
  },
};

function asJson({ query, term }: { readonly query: string; readonly term: Term | null }): object {
  if (term === null) return { query, term };
  const { name, definition, sources, glossary } = term;
  return { query, term: name, definition, source: sources[0] === undefined ? null : cite(sources[0]), glossary };
}

function pretty({ name, glossary, definition, aliases, seeAlso, sources }: Term): string {
  const lines = [`${name} · ${glossary}`, definition];
  if (aliases.length > 0) lines.push(`Also called: ${aliases.join(', ')}`);
  if (seeAlso.length > 0) lines.push(`See also: ${seeAlso.join(', ')}`);
  for (const source of sources) lines.push(`Source: ${cite(source)}`);
  return lines.map((line) => `${line}\n`).join('');
}

function cite({ title, url }: Source): string {
  return url === null ? title : `${title} (${url})`;
}
