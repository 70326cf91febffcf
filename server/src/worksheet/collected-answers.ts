import type { Span } from '../text/span.ts';
import { isContent } from './answers.ts';
import type { Part } from './parts.ts';
import { plainText } from './plain-text.ts';
import type { PlacedLine } from './segment.ts';

/**
 * Gives each question its answer where all answers stand together below the last of them: as a list under a title such as
 * "Answers", or one behind the other, each with its label.
 *
 * @param parts the questions of a run of lines, in order
 */
export function handOutAnswers(parts: readonly Part[]): readonly Part[] {
  const handed = [...parts];
  let first = 0;
  for (let last = 0; last < parts.length; last++) {
    if (!isAlike(parts[first]!, parts[last]!)) first = last;
    const run = parts.slice(first, last + 1);
    const shared = run.length > 1 ? collectedBelow(run) : null;
    if (!shared) continue;
    run.forEach((part, index) => {
      if (part !== shared.part && hasContent(part.lines)) return;
      const answer = shared.answers ? shared.answers(part, index) : [];
      const next = part === shared.part ? shared.title : part.nextLine;
      handed[first + index] = { ...part, lines: [part.lines[0]!, ...answer], nextLine: next, collected: true };
    });
    first = last + 1;
  }
  return handed;
}

const isAlike = (a: Part, b: Part) =>
  a.lines[0]!.line.layout === b.lines[0]!.line.layout && a.section.join('\n') === b.section.join('\n');

const hasContent = (lines: readonly PlacedLine[]) =>
  lines[0]!.line.sameLineAnswer !== null || lines.slice(1).some(({ line }) => isContent(line));

/** What stands below the last question of a run for all of them; null where that is the answer to the last one. */
interface Collected {
  readonly part: Part;
  /** Number of the line at which the answers, or their title, start. */
  readonly title: number;
  /** The lines that answer one of the questions; null where no answer is written yet. */
  readonly answers: ((part: Part, index: number) => readonly PlacedLine[]) | null;
}

function collectedBelow(run: readonly Part[]): Collected | null {
  const part = run[run.length - 1]!;
  const unanswered = run.slice(0, -1).filter(({ lines }) => !hasContent(lines));
  if (unanswered.length === 0 || part.lines[0]!.line.sameLineAnswer !== null) return null;
  const at = part.lines.findIndex(({ line }, index) => index > 0 && (line.label === 'answer' || isContent(line)));
  const title = part.lines[at];
  if (title?.line.label !== 'answer') return null;
  if (title.line.text !== '') {
    const pieces = byLabel(title);
    if (pieces.length < run.length || run.length - 1 > unanswered.length) return null;
    return { part, title: title.number, answers: (_, index) => [pieces[index]!] };
  }
  // A label without heading or emphasis stands for the last question's own answer, unless it speaks of several, or they are
  // counted below it, and no other question has such a label.
  const items = itemsOf(part.lines.slice(at + 1));
  const others = run.slice(0, -1).flatMap(({ lines }) => lines.slice(1));
  const isOnly = !others.some(({ line }) => line.label === 'answer');
  const isTitle = title.line.heading > 0 || title.line.emphasis !== 'none' || (isOnly && isPlural(title));
  if (items.length < 2) return isTitle && items.length === 0 ? { part, title: title.number, answers: null } : null;
  if (!isTitle && !(isOnly && items.length >= run.length)) return null;
  const numbers = items.map(([item]) => item!.line.number);
  const counted = numbers.every((number) => number !== null) && new Set(numbers).size === numbers.length;
  const asked = run.map(({ lines }) => lines[0]!.line.number);
  const bothCounted = counted && asked.every((number) => number !== null) && new Set(asked).size === asked.length;
  return {
    part,
    title: title.number,
    answers: ({ lines }, index) =>
      (bothCounted ? items.find(([item]) => item!.line.number === lines[0]!.line.number) : items[index]) ?? [],
  };
}

/** "Answers:" */
const isPlural = ({ line, block }: PlacedLine) =>
  /\banswers\s*[:.)]\s*$/i.test(block.source.slice(line.span.start, line.span.end));

/** The items of a list, each with all that stands below it; paragraphs, where there is no list. */
function itemsOf(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  const first = lines.find(({ line }) => line.marker !== null || isContent(line));
  if (!first) return [];
  const { marker, indent } = first.line;
  const items: PlacedLine[][] = [];
  for (const placed of lines) {
    const { line, block } = placed;
    const starts = marker === null ? isContent(line) && block !== items.at(-1)?.[0]?.block : line.marker === marker;
    if (starts && (marker === null || line.indent <= indent + 1)) items.push([placed]);
    else items.at(-1)?.push(placed);
  }
  return items;
}

/** The pieces of a line that start with a label each: `A. one A. two`. */
function byLabel({ line, block, ...place }: PlacedLine): readonly PlacedLine[] {
  const { source } = block;
  const starts = [
    ...source.slice(line.span.start, line.span.end).matchAll(/(?<![\w.])(?:answer|ans|a)\s*[.:)]\s*(?=\S)/gi),
  ];
  return starts.map((match, index) => {
    const start = line.span.start + match.index;
    const end = line.span.start + (starts[index + 1]?.index ?? line.span.end - line.span.start);
    const content: Span = { start: start + match[0].length, end };
    const text = plainText(source.slice(content.start, content.end));
    return { ...place, block, line: { ...line, span: { start, end }, content, text } };
  });
}
