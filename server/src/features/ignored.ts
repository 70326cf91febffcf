import type { MarkdownDocument } from '../markdown/document.ts';
import type { Finding } from '../rules/rule.ts';
import { type Directive, readDirectives } from '../worksheet/directives.ts';
import { RULE_IDS } from './rules-in-force.ts';

/** The findings that no comment of the document asks to leave out. */
export function withoutIgnored(document: MarkdownDocument, findings: readonly Finding[]): readonly Finding[] {
  const directives = readDirectives(document);
  if (directives.length === 0 || findings.length === 0) return findings;
  const lines = new Map<number, ReadonlySet<string>>();
  for (const directive of directives) {
    if (directive.kind !== 'disable-next-line') continue;
    const line = lineBelow(document, directive);
    lines.set(line, new Set([...(lines.get(line) ?? []), ...meant(directive)]));
  }
  const switches = directives.filter(({ kind }) => kind !== 'disable-next-line');
  const off = new Set<string>();
  let at = 0;
  return findings.filter(({ rule, span }) => {
    for (; at < switches.length && switches[at]!.span.start <= span.start; at++) {
      for (const id of meant(switches[at]!)) {
        if (switches[at]!.kind === 'disable') off.add(id);
        else off.delete(id);
      }
    }
    return !off.has(rule) && !lines.get(document.lines.lineAt(span.start))?.has(rule);
  });
}

/** The line that a `disable-next-line` is about: the first that is neither blank nor another such comment. */
export function lineBelow({ text, lines }: MarkdownDocument, { span }: Directive): number {
  let line = lines.lineAt(span.end) + 1;
  while (line < lines.lineCount && NOTHING.test(text.slice(lines.lineStart(line), lines.lineEnd(line)))) line++;
  return line;
}

const NOTHING = /^[\s>]*(?:<!--\s*worksheets-[^>]*-->\s*)*$/;

function meant({ rules }: Directive): ReadonlySet<string> {
  return rules.length > 0 ? new Set(rules) : RULE_IDS;
}
