import type { Span } from '../text/span.ts';
import type { KnowsQuestion } from './known-question.ts';
import type { Answer, AnswerStatus } from './model.ts';
import { plainText } from './plain-text.ts';
import { isOneLink } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';

/**
 * The answer below or behind a question; null where nothing but marks of an empty place stands there.
 *
 * @param isQuiz whether the document's questions have options to choose from
 */
export function readAnswer(text: string, lines: readonly PlacedLine[], isQuiz: boolean): Answer | null {
  const [question, ...below] = lines as [PlacedLine, ...PlacedLine[]];
  const content = below.filter(({ line }) => isContent(line)).slice(givenOf(question!, below, isQuiz).length);
  const isOpen = content.length > 1 && content.every(({ line }) => isOpening(line.text));
  const said = withoutLinksAround(
    question!.line.text,
    content.filter(({ line }) => !isScaffold(line.text)),
  );
  const answering = isOpen || said.every(isHint) ? [] : said;
  const last = answering[answering.length - 1];
  const rest = answerBehind(text, question);
  const words = rest ? text.slice(rest.start, rest.end) : '';
  const isSource = isOneLink(words) && (last !== undefined || isReading(question.line.text, words));
  const behind = isSource ? null : rest;
  if (!behind && !last) return null;
  const first = behind ? question : answering[0]!;
  const end = last ?? question;
  const start = behind ? behind.start : startOf(text, first, question.line.quotes);
  const reading = answering.map(({ line }) => line.text).filter((said) => said !== '');
  if (behind) reading.unshift(plainText(words));
  // A cell ends before its line does.
  const span = behind && !last ? behind : { start, end: endOf(text, end) };
  return {
    span,
    lines: [first.number, end.number],
    text: reading.join('\n'),
  };
}

/** Paragraphs that are one link each, behind an answer or instead of it, lead to the next reading. */
function withoutLinksAround(question: string, content: readonly PlacedLine[]): readonly PlacedLine[] {
  if (content.length === 1 && asksForLink.test(question)) return content;
  let end = content.length;
  while (
    end > 0 &&
    content[end - 1]!.line.isLink &&
    content[end - 1]!.line.marker === null &&
    !content[end - 1]!.line.continues
  )
    end--;
  return content.slice(0, end);
}

/** "Give an example of a good URI.", "Which tutorial was the best?" */
const asksForLink =
  /\b(?:ur[il]s?|links?|web\s?sites?|web\s?pages?|(?:web|ip)\s?address(?:es)?|endpoints?)\b|\b(?:which|best|favou?rite)\b.{0,30}\b(?:sites?|tutorials?|articles?|videos?|(?:re)?sources?|references?)\b/i;

/** Whether a link behind a question leads to what it is about: its words are those of a title, no sentence, and nobody asked for one or for a name. */
function isReading(question: string, link: string): boolean {
  const words = plainText(link).split(' ');
  const isTitle = /^\P{Ll}/u.test(words[0]!) && words.length < 5;
  return isTitle && !asksForLink.test(question) && !/\bwho\b/i.test(question);
}

function answerBehind(text: string, { line, base }: PlacedLine): Span | null {
  if (line.sameLineAnswer === null) return null;
  const tail = text.slice(base + line.sameLineAnswer, base + (line.sameLineEnd ?? line.span.end));
  const lead = /^[\s:–>-]*(?:a(?:ns(?:wer)?)?\s*[:.]\s*)?/i.exec(tail)![0].length;
  if (!/[\p{L}\d]/u.test(plainText(tail.slice(lead)))) return null;
  return { start: base + line.sameLineAnswer + lead, end: base + line.sameLineAnswer + tail.trimEnd().length };
}

/** Where a line's text ends. */
function endOf(text: string, { line, base }: PlacedLine): number {
  const start = base + line.span.start;
  return start + text.slice(start, base + line.span.end).trimEnd().length;
}

/** Where a line's own marks start: behind the indentation, and behind the quote that the question stands in too. */
function startOf(text: string, { line, base }: PlacedLine, quotes: number): number {
  const raw = text.slice(base + line.span.start, base + line.span.end);
  return base + line.span.start + new RegExp(`^(?:\\s*>){0,${quotes}}\\s*`).exec(raw)![0].length;
}

/** Whether a line below a question says something, and is not only the mark of an empty place. */
export function isContent(line: PlacedLine['line']): boolean {
  if (line.isWrapped || (line.kind !== 'code' && line.kind !== 'table' && line.kind !== 'text')) return false;
  if (line.kind === 'code') return line.span.end > line.span.start;
  return line.text !== '' && !/^[\s.<>*_\-\\|]*$/.test(line.text);
}

/** What belongs to the question although it stands below it: options to choose from, or code that it speaks of; empty where nothing does. */
export function givenOf(question: PlacedLine, below: readonly PlacedLine[], isQuiz: boolean): readonly PlacedLine[] {
  const content = below.filter(({ line }) => isContent(line));
  if (speaksOfCode.test(question.line.text) && content[0]?.line.kind === 'code') {
    const isIndented = !isFence(content[0]!);
    const after = content.findIndex(
      ({ line, block, number }, index) =>
        line.kind !== 'code' ||
        block !== content[0]!.block ||
        (isIndented && index > 0 && number > content[index - 1]!.number + 1 && isProse.test(line.text)),
    );
    return after < 0 ? content : content.slice(0, after);
  }
  if (!isQuiz && !asksToChoose(question)) return [];
  const options = optionsIn(content);
  if (options.length >= 2) return options;
  return ofTheFollowing.test(question.line.text) ? listIn(content) : [];
}

const isFence = ({ line, block }: PlacedLine) =>
  /^[\s>]*(?:`{3}|~{3})/.test(block.source.slice(line.span.start, line.span.end));

/** A few words without any sign of a program: what somebody typed below code at the code's own indentation. */
const isProse = /^\p{L}+(?:,?\s+[\p{L}\p{N}'’-]+){2,}[.!]?$/u;

/** Whether what follows a question are options in letters to choose from, or might be: what answers in so many points looks alike. */
export const hasOptions = (below: readonly PlacedLine[]): boolean =>
  optionsIn(below.filter(({ line }) => isContent(line))).length >= 2;

function optionsIn(content: readonly PlacedLine[]): readonly PlacedLine[] {
  const end = content.findIndex(({ line }) => !isOption.test(line.text));
  return end < 0 ? content : content.slice(0, end);
}

/** A list right at the start; empty where there is none with two items. */
function listIn(content: readonly PlacedLine[]): readonly PlacedLine[] {
  const { marker, indent } = content[0]?.line ?? { marker: null, indent: 0 };
  if (marker === null) return [];
  const end = content.findIndex(({ line }) => line.marker !== marker || line.indent !== indent);
  const list = end < 0 ? content : content.slice(0, end);
  return list.length >= 2 ? list : [];
}

/** "Which one ...?", "Select all that apply", "A hub is a ____" */
const asksToChoose = ({ line }: PlacedLine) => line.blanks.open.length > 0 || choosing.test(line.text);

const choosing =
  /\b(?:which|choose|select|pick|circle|true or false)\b|\b(?:correct|best|following)\b|\b(?:is|are|for|to)\s*(?:\.\.\.|…|:)?$/i;

/** "Which of the following holds a name?" */
const ofTheFollowing = /\b(?:which|what|one|any|all|none)\b.{0,20}\bof (?:the following|these|those)\b|\bwhich of\b/i;

/** "Rewrite the following statement", "What does the code below print?" */
const speaksOfCode =
  /\b(?:below|following|(?:in|of)\s+the\s+(?:code|function|program|snippet)|(?:this|given)\s+(?:code|function|snippet|block|statement|program|example|loop|class))\b/i;

/** `a. Push`: one of several answers to choose from, as short as such options are. */
const isOption = /^\(?[a-h][.)](?:\s+\S+){1,8}\s*$/i;

/** "Hint: think of a bus.": what whoever asks adds below the question, in no place for an answer. */
const isHint = ({ line }: PlacedLine) =>
  line.marker === null && line.label !== 'answer' && /^(?:hint|note|tip)s?\s*:/i.test(line.text);

/** `Takeaway 1:` with nothing behind it: a place to write, not an answer. */
const isScaffold = (text: string) => /^\p{L}+(?:\s\p{L}+)?\s*#?\d+\s*:$/u.test(text);

/** `Pros:`, `200 =`: one of several that an answer could go on from. */
const isOpening = (text: string) => /^\P{P}{1,30}[:=]$/u.test(text.replace(/[’']/g, ''));

/** The word in a fill-in sentence without open blanks, where marks show it; else the sentence that a key knows. null where there is neither. */
export function readFilled(
  text: string,
  { line, base }: PlacedLine,
  knows: KnowsQuestion,
  isLast: boolean,
): { span: Span; text: string } | null {
  if (line.blanks.open.length > 0) return null;
  if (line.blanks.filled) return at(text, base + line.blanks.filled.start, base + line.blanks.filled.end);
  if (line.likeness >= 0.5) return null;
  const known = knows(line.text, true);
  const isKnown = known?.kind === 'fill-in' && known.verbatim;
  // A statement among numbered questions, with a marked word and nothing below, has its answer in it.
  const isSibling = isLast && line.likeness < 0.35 && (line.marker === 'ordered' || line.innerNumber);
  if (!isKnown && !isSibling) return null;
  const raw = text.slice(base + line.content.start, base + line.content.end);
  const marked = /(?<![\w*_`])(\*{1,3}|_{1,4}|`)(?:[*_`]*)([^*_`]+)(?:[*_`]*)\1?(?![\w*`])/.exec(raw);
  if (marked?.[2] && raw.length > marked[0].length + 10) {
    const start = base + line.content.start + marked.index;
    return { span: { start, end: start + marked[0].length }, text: marked[2].trim() };
  }
  if (!isKnown) return null;
  return { span: { start: base + line.content.start, end: base + line.content.end }, text: line.text };
}

const at = (text: string, start: number, end: number) => ({
  span: { start, end },
  text: plainText(text.slice(start, end)).trim(),
});

/** Words that hold the place of an answer, whatever marks stand around them. */
const placeholder = new RegExp(
  `^(?:lorem ipsum.*|(?:${[
    '(?:todo|to do|fixme|tbd|tba|tbc)(?:\\s*[:–-][^.!?\\n]{0,60})?',
    '(?:the|your|an)\\s+(?:answer|response)\\s+to\\s+(?:the|this)\\b[^.!?\\n]{0,40}\\bquestion',
    '(?:your\\s+)?answer(?:\\s+goes)?(?:\\s+here)?|(?:your\\s+)?response(?:\\s+goes)?\\s+here',
    '(?:type|write|insert|enter|add|put)(?:\\s+(?:your|the|an?|some))?(?:\\s+(?:answers?|response|text))?\\s+here',
    '(?:type|write|insert|enter|add)(?:\\s+(?:your|the|an))?\\s+answers?',
    'please\\s+(?:add|answer|describe|enter|fill|give|insert|provide|put|type|write)\\b[^.!?\\n]{0,80}',
    'to be (?:answered|done|filled in|completed|continued)',
    'no answer(?: yet)?|a:|xyz|[xyz]|x+|asdf+|\\.{2,}(?!\\.)|…|(?:\\?\\s?)+|fill (?:this )?in|coming soon|placeholder',
  ].join('|')})[.!:]*)$`,
  'i',
);
const pairs = ['[]', '()', '<>', '{}', '""', "''", '**', '__'];

/** Reads a status off an answer's text; null means that there is none. */
export function statusOf(answer: string | null): AnswerStatus {
  if (answer === null) return 'blank';
  const text = answer.trim();
  const inner = pairs.includes(`${text[0]}${text[text.length - 1]}`) ? text.slice(1, -1).trim() : '';
  // "[x]" may be a box that is ticked.
  const bare = inner.length > 2 ? inner : text;
  if (placeholder.test(bare)) return 'placeholder';
  if (/\?[\s)"']*$/.test(text) && !/[.!?]\s+\S/.test(text) && text.split(/\s+/).length <= 6) return 'unsure';
  return 'answered';
}
