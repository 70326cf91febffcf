import { t } from '@vscode/l10n';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../text/span.ts';
import type { AnswerStatus, Question } from '../worksheet/model.ts';
import { plainText } from '../worksheet/plain-text.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

interface Section {
  readonly name: string;
  readonly heading: Span;
  readonly sections: Section[];
  readonly questions: Question[];
}

/** The sections of a worksheet that have questions, and in them the questions, each with how far it is answered. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const root: Section = { name: '', heading: { start: 0, end: 0 }, sections: [], questions: [] };
  let path = [root];
  for (const question of snapshot.worksheet.questions) {
    const { section: names } = question;
    const other = names.findIndex((name, depth) => path[depth + 1]?.name !== name);
    path = path.slice(0, 1 + (other < 0 ? names.length : other));
    for (const name of names.slice(path.length - 1)) {
      const section = { name, heading: headingOf(snapshot, name, question), sections: [], questions: [] };
      path.at(-1)!.sections.push(section);
      path.push(section);
    }
    path.at(-1)!.questions.push(question);
  }
  return symbolsIn(snapshot, root);
}

function symbolsIn(snapshot: Snapshot, { sections, questions }: Section): DocumentSymbol[] {
  return [
    ...sections.map((section) => sectionSymbol(snapshot, section)),
    ...questions.map((question) => questionSymbol(snapshot, question)),
  ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function sectionSymbol(snapshot: Snapshot, section: Section): DocumentSymbol {
  const children = symbolsIn(snapshot, section);
  const selectionRange = toRange(snapshot.document.lines, section.heading);
  return {
    name: section.name,
    kind: SymbolKind.String,
    range: { start: selectionRange.start, end: children.at(-1)!.range.end },
    selectionRange,
    children,
  };
}

function questionSymbol({ document: { lines } }: Snapshot, { text, span, answer, status }: Question): DocumentSymbol {
  return {
    name: text,
    detail: statusName(status),
    kind: SymbolKind.Field,
    range: toRange(lines, { start: span.start, end: Math.max(span.end, answer?.span.end ?? 0) }),
    selectionRange: toRange(lines, span),
  };
}

/** The last heading of this name before a question; the start of the question where the section is no heading. */
function headingOf({ document }: Snapshot, name: string, { span }: Question): Span {
  for (let index = document.partIndexAt(span.start); index >= 0; index--) {
    const { node, source } = document.parts[index]!;
    const start = document.partStart(index);
    if (node.type !== 'heading' || start >= span.start) continue;
    const [line = ''] = source.split(/\r\n?|\n/, 1);
    if (plainText(line.replace(/^\s*#+\s*|(?<!\s)\s+#+\s*$/g, '')) === name) return { start, end: start + line.length };
  }
  return { start: span.start, end: span.start };
}

/** How far a question is answered, for people. */
function statusName(status: AnswerStatus): string {
  switch (status) {
    case 'answered':
      return t('answered');
    case 'unsure':
      return t('answered, not sure');
    case 'placeholder':
      return t('a placeholder');
    case 'blank':
      return t('not answered yet');
  }
}
