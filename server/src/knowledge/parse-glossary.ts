import { t } from '@vscode/l10n';
import { parse as parseYaml } from 'yaml';
import type { Heading, MarkdownDocument } from '../markdown/document.ts';
import type { Span } from '../text/span.ts';
import { fileNameOf } from '../text/uri.ts';
import { commaSeparated, plainOf, readEntry, sourcesOf } from './label-list.ts';
import type { Glossary, KnowledgeProblem, Term } from './model.ts';
import { keysOf } from './term-index.ts';

/**
 * Reads a glossary: a heading is a term, the text below it the definition, and a last list may carry `Aliases:`,
 * `See also:` and `Source:` lines. The first heading of depth 1 names the glossary, and a heading without text of its own
 * above deeper headings groups them. Never throws; what the author should mend is in `problems`.
 */
export function parseGlossary(uri: string, document: MarkdownDocument): Glossary {
  const headings = headingsOf(document);
  const title = titleOf(uri, document, headings);
  const terms: Term[] = [];
  const problems: KnowledgeProblem[] = [];
  for (const [position, heading] of headings.entries()) {
    if (position === title.heading) continue;
    const next = headings[position + 1];
    const entry = readEntry(document, heading.block + 1, next?.block ?? document.blocks.length);
    if (entry.text === '' && entry.labels.length === 0 && next !== undefined && next.depth > heading.depth) continue;
    if (heading.text === '') continue;
    const values = (label: string) => entry.labels.filter((line) => line.label === label).flatMap(commaSeparated);
    terms.push({
      name: heading.text,
      aliases: values('aliases'),
      definition: entry.text,
      seeAlso: values('see also'),
      sources: entry.labels.filter((line) => line.label === 'source').flatMap(sourcesOf),
      glossary: title.text,
      uri,
      line: heading.line,
      span: heading.span,
    });
    if (entry.text === '') {
      problems.push({
        rule: 'empty-definition',
        span: heading.span,
        message: t('"{0}" has no definition yet.', heading.text),
      });
    }
  }
  problems.push(...repeatedNames(terms));
  return { kind: 'glossary', uri, title: title.text, terms, problems };
}

/** A heading of a document's top level. */
export interface TopHeading {
  readonly block: number;
  readonly depth: number;
  /** As a reader sees it. */
  readonly text: string;
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
}

/** The headings of a document's top level, in order. */
export function headingsOf(document: MarkdownDocument): TopHeading[] {
  return document.blocks.flatMap(({ node, source }, block) => {
    if (node.type !== 'heading') return [];
    const start = document.blockStart(block);
    return [
      {
        block,
        depth: (node as Heading).depth,
        text: plainOf((node as Heading).children)
          .replace(/\s+/g, ' ')
          .trim(),
        span: { start, end: start + source.length },
        line: document.blockLine(block),
      },
    ];
  });
}

/** A document's title: its front matter's, its first heading of depth 1, or its file name. */
export function titleOf(
  uri: string,
  document: MarkdownDocument,
  headings: readonly TopHeading[],
): { readonly text: string; readonly heading: number } {
  const tops = headings.filter(({ depth }) => depth === 1);
  const first = tops.length > 0 ? headings.indexOf(tops[0]!) : -1;
  const written = frontMatterTitle(document);
  if (written !== null) return { text: written, heading: tops.length === 1 && first === 0 ? first : -1 };
  if (first >= 0) return { text: headings[first]!.text, heading: first };
  return { text: fileNameOf(uri).replace(/(?:\.(?:glossary|key))?\.\w+$/, ''), heading: -1 };
}

function frontMatterTitle(document: MarkdownDocument): string | null {
  if (document.frontMatter === null) return null;
  try {
    const title: unknown = parseYaml(document.frontMatter.value)?.title;
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
  } catch {
    return null;
  }
}

function repeatedNames(terms: readonly Term[]): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = [];
  const owners = new Map<string, Term>();
  for (const term of terms) {
    const own = new Set<string>();
    for (const text of [term.name, ...term.aliases]) {
      const owner = owners.get(nameKey(text));
      if (owner === undefined) owners.set(nameKey(text), term);
      else if (owner !== term) {
        const message = `"${text}" already stands for "${owner.name}" (line ${owner.line + 1}).`;
        problems.push({ rule: 'claimed-twice', span: term.span, message });
      } else if (own.has(text)) {
        problems.push({ rule: 'repeated-alias', span: term.span, message: t('"{0}" is listed twice here.', text) });
      }
      own.add(text);
    }
  }
  return problems;
}

/** What two names have in common where no text could tell them apart: their words, for a call its spelling. */
export function nameKey(text: string): string {
  const [, folded] = keysOf(text);
  if (folded === '' || /[():/]/.test(text)) return text.toLowerCase().replace(/\s+/g, ' ');
  return /^[A-Z]+$/.test(text) ? text : folded;
}
