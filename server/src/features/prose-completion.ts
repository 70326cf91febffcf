import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Term } from '../knowledge/model.ts';
import { perObject } from '../text/per-object.ts';
import { sourceLinks, termMarkup } from './markup.ts';
import { toRange } from './positions.ts';
import { shownMarkdown } from './shown-markdown.ts';
import type { Snapshot } from './snapshot.ts';
import { listSnippets } from './snippets.ts';

/** Letters typed before a term is worth offering. */
const shortest = 2;
/** No name is longer, in UTF-16 code units. */
const longest = 300;
const most = 20;

/** Terms, and recurrent lists where answers are allowed, by the word before the cursor. Nothing in code or front matter. */
export function proseCompletion(snapshot: Snapshot, offset: number): CompletionItem[] {
  const { document, knowledge } = snapshot;
  const index = document.partIndexAt(offset);
  const type = index < 0 ? 'paragraph' : document.parts[index]!.node.type;
  if (type === 'code' || type === 'yaml' || type === 'html') return [];
  const line = document.lines.lineAt(offset);
  const before = document.text.slice(document.lines.lineStart(line), offset);
  const prefix = /(?<![\p{L}\d._'’-])[._'’-]*([\p{L}\d][\p{L}\d._'’-]*)$/u.exec(before.slice(-longest))?.[1] ?? '';
  if (prefix.length < shortest) return [];
  // Inside a word the whole of it is replaced: the rest would be left behind the term.
  const rest = /^[\p{L}\d]+(?:[._'’-][\p{L}\d]+)*/u.exec(document.text.slice(offset, offset + longest))?.[0] ?? '';
  const range = toRange(document.lines, { start: offset - prefix.length, end: offset + rest.length });
  const terms = knowledge.complete(prefix, most).map(
    (term, order): CompletionItem => ({
      label: term.name,
      labelDetails: { description: term.glossary },
      kind: CompletionItemKind.Keyword,
      documentation: documentationOf(term),
      textEdit: { range, newText: plainName(term.name) },
      // An alias found it: the name itself need not start with what was typed.
      filterText: prefix,
      sortText: `5${String(order).padStart(2, '0')}`,
    }),
  );
  return snapshot.assistance === 'answers' ? [...terms, ...lists(before, prefix, range)] : terms;
}

/** What is shown of a term, made once: each letter typed asks for up to twenty. */
const documentationOf = perObject((term: Term) => shownMarkdown(termMarkup(term, false)));

function lists(before: string, prefix: string, range: ReturnType<typeof toRange>): CompletionItem[] {
  const indent = ' '.repeat(before.length - prefix.length);
  // A list starts a line: behind other text its first number would be no marker.
  if (/[\p{L}\d]/u.test(before.slice(0, -prefix.length).replace(/^\s*\d+[.)]/, ''))) return [];
  return listSnippets
    .filter(({ prefixes }) => prefixes.some((word) => word.startsWith(prefix.toLowerCase())))
    .map(({ label, lines, source }) => ({
      label,
      kind: CompletionItemKind.Snippet,
      documentation: shownMarkdown(`${lines.join('\n')}\n\n${sourceLinks([source])}`),
      textEdit: { range, newText: lines.join(`\n${indent}`) },
      insertTextFormat: InsertTextFormat.PlainText,
      insertTextMode: 1,
      filterText: prefix,
      sortText: `6${label}`,
    }));
}

const plainName = (name: string) => name.replace(/`/g, '');
