import { t } from '@vscode/l10n';
import { type MarkdownDocument, updateMarkdown } from '../markdown/document.ts';
import { isOnlyDirectives } from '../worksheet/directives.ts';
import { readFrontMatter } from '../worksheet/front-matter.ts';
import type { Question } from '../worksheet/model.ts';
import { plainText } from '../worksheet/plain-text.ts';
import { readWorksheet } from '../worksheet/read-worksheet.ts';
import { isOpen } from '../worksheet/status.ts';
import { readKeyAnswer } from './key-answer.ts';
import { barSeparated, commaSeparated, type LabelLine, readLabelLine, sourcesOf } from './label-list.ts';
import type { AlsoSaid, AnswerKey, KeyQuestion, KnowledgeProblem, Misconception } from './model.ts';
import { headingsOf, titleOf } from './parse-glossary.ts';

const LABEL_LINE =
  /^(?:[ \t]|>|\d+[.)](?=[ \t]))*[-*+][ \t]+[*_]{0,2}(?:also (?:asked|said)|accepts?|key points?|hints?|misconceptions?|sources?|see also)[*_]{0,2}[ \t]*:/i;

/**
 * Reads an answer key: a worksheet in any layout that its author has filled in. A last list under an answer may carry
 * `Also asked:`, `Also said:`, `Accept:`, `Key points: none`, `Hint:`, `Misconception:` and `Source:` lines. Never throws; what the
 * author should mend is in `problems`.
 */
export function parseAnswerKey(uri: string, document: MarkdownDocument): AnswerKey {
  const labels = labelTexts(document);
  // The recognisers must not take "Also asked: What is ...?" for a question, nor a hint for part of an answer.
  const worksheet = readWorksheet(labels.length === 0 ? document : without(document, labels), { knows: () => null });
  const title = titleOf(uri, document, headingsOf(document)).text;
  const questions: KeyQuestion[] = [];
  const problems: KnowledgeProblem[] = [];
  let next = 0;
  for (const [position, question] of worksheet.questions.entries()) {
    const until = worksheet.questions[position + 1]?.line ?? Number.POSITIVE_INFINITY;
    while (next < labels.length && labels[next]!.line <= question.line) next++;
    const first = next;
    while (next < labels.length && labels[next]!.line < until) next++;
    const lines = labels.slice(first, next).map(({ label }) => label);
    const entry = keyQuestion(question, document, lines, { title, uri });
    questions.push(entry);
    problems.push(...problemsOf(entry, lines));
  }
  const { assistance } = readFrontMatter(document);
  return { kind: 'key', ...(assistance && { assistance }), uri, title, questions, problems };
}

interface LabelText {
  readonly label: LabelLine;
  /** 0-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** An answer key as a worksheet, with space for its label lines, so that no hint is taken for an answer. Offsets stay. */
export function withoutLabelLines(document: MarkdownDocument): MarkdownDocument {
  const labels = labelTexts(document);
  return labels.length === 0 ? document : without(document, labels);
}

/** The label lines of a whole document, each with the lines it is continued on. */
function labelTexts(document: MarkdownDocument): LabelText[] {
  const found: LabelText[] = [];
  const { lines, text } = document;
  const lineText = (line: number) => text.slice(lines.lineStart(line), lines.lineEnd(line));
  for (let line = 0; line < lines.lineCount; line++) {
    const head = LABEL_LINE.exec(lineText(line));
    if (head === null) continue;
    const first = line;
    while (line + 1 < lines.lineCount && /^[ \t>]+(?!<!--)[^\s>*+#-]/.test(lineText(line + 1))) line++;
    const start = lines.lineStart(first);
    const end = lines.lineEnd(line);
    const label = readLabelLine(text.slice(start, end), start);
    if (label !== null) found.push({ label, line: first, start, end });
  }
  return found;
}

/** One version of a document is read as a key and shown as a worksheet: its label lines are blanked once. */
const blankedDocuments = new WeakMap<MarkdownDocument, MarkdownDocument>();

/** The document with the label lines blanked, every other character where it was. */
function without(document: MarkdownDocument, labels: readonly LabelText[]): MarkdownDocument {
  const known = blankedDocuments.get(document);
  if (known !== undefined) return known;
  const blanked = labels.map(({ start, end }) => ({
    span: { start, end },
    newText: document.text.slice(start, end).replace(/[^\r\n]/g, ' '),
  }));
  const result = updateMarkdown(document, blanked);
  blankedDocuments.set(document, result);
  return result;
}

function keyQuestion(
  question: Question,
  document: MarkdownDocument,
  labels: readonly LabelLine[],
  file: { readonly title: string; readonly uri: string },
): KeyQuestion {
  const of = (label: LabelLine['label']) => labels.filter((line) => line.label === label);
  // What only holds the place of an answer is none.
  const given = isOpen(question) ? { answer: null, filled: null } : question;
  const answer = answerOf(given, document);
  const { keyPoints, shortAnswer } = readKeyAnswer(answer);
  const listed = of('accept').flatMap(commaSeparated);
  const accept = question.kind === 'open' ? [] : listed.length > 0 ? listed : acceptedIn(given, answer, keyPoints);
  return {
    text: question.text,
    alsoAsked: of('also asked').flatMap(({ source }) => barSeparated(source)),
    kind: question.kind,
    section: question.section[0] === file.title ? question.section.slice(1) : question.section,
    answer,
    shortAnswer: accept[0] ?? shortAnswer,
    keyPoints: isPersonal(labels) ? [] : keyPoints,
    alsoSaid: of('also said').flatMap(alsoSaidOf),
    accept,
    hint: of('hint').map(({ source }) => source)[0] ?? null,
    misconceptions: of('misconception').flatMap(misconceptionOf),
    sources: of('source').flatMap(sourcesOf),
    key: file.title,
    uri: file.uri,
    line: question.line,
    span: question.span,
  };
}

/** Whether each person answers differently, as when asked for their own goals: `Key points: none`. */
const isPersonal = (labels: readonly LabelLine[]) =>
  labels.some(({ label, source }) => label === 'key points' && /^none\b/i.test(source));

/** What stands where an answer belongs. */
type Given = Pick<Question, 'answer' | 'filled'>;

/** The answer's Markdown, without the indentation and quote marks of the place it stands in. */
function answerOf({ answer, filled }: Given, document: MarkdownDocument): string {
  if (answer === null) return filled?.text ?? '';
  const lineStart = document.lines.lineStart(document.lines.lineAt(answer.span.start));
  const lead = document.text.slice(lineStart, answer.span.start).replace(/[^\s>]/g, ' ');
  const lines = `${lead}${document.text.slice(answer.span.start, answer.span.end)}`
    .split(/\r\n?|\n/)
    .filter((line) => !LABEL_LINE.test(line) && !isOnlyDirectives(line.replace(/^[\s>]*/, '')));
  const quotes = lines.every((line) => /^\s*(?:>|$)/.test(line)) ? /^\s*>[ \t]?/ : /^/;
  const unquoted = lines.map((line) => line.replace(quotes, ''));
  const indents = unquoted.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const indent = Math.min(...indents);
  return unquoted
    .map((line) => line.slice(Math.min(indent, line.length)).trimEnd())
    .join('\n')
    .trim();
}

/** What a fill-in takes where its author lists nothing: the word in the blank, the bold word, or the answer itself. */
function acceptedIn({ filled }: Given, answer: string, keyPoints: readonly string[]): string[] {
  if (filled !== null) return [filled.text];
  if (keyPoints.length > 0) return [...keyPoints];
  const word = plainText(answer).replace(/(?<![.!])[.!]+$/, '');
  return word !== '' && word.split(' ').length <= 4 ? [word] : [];
}

/** `"a key point": the same in other words | once more`. */
function alsoSaidOf(line: LabelLine): AlsoSaid[] {
  const quoted = /^["“](.+?)["”]\s*:\s*(\S.*)$/s.exec(line.source);
  return quoted === null ? [] : [{ point: plainText(quoted[1]!), wordings: quoted[2]! }];
}

/** `"what is believed" | "the same in other words": what is right`. */
function misconceptionOf({ source }: LabelLine): Misconception[] {
  const quoted = /^["“](.+?)["”]\s*[:.–—-]\s*(\S.*)$/s.exec(source) ?? /^([^:]+):\s+(\S.*)$/s.exec(source);
  if (quoted === null) return [];
  const claims = quoted[1]!.split(/["”]\s*\|\s*["“]/);
  return claims.map((claim) => ({ claim: plainText(claim), correction: quoted[2]!.trim() }));
}

function problemsOf(entry: KeyQuestion, labels: readonly LabelLine[]): KnowledgeProblem[] {
  const problem = (rule: string, message: string, span = entry.span) => [{ rule, span, message }];
  if (entry.answer === '') return problem('empty-key-answer', t('This question has no answer yet.'));
  if (entry.kind === 'fill-in') {
    return entry.accept.length > 0
      ? []
      : problem('no-accepted-word', t('No word is accepted here yet. List some in an "Accept:" line.'));
  }
  if (entry.keyPoints.length === 0 && !isPersonal(labels)) {
    return problem('no-key-points', t('This answer has no key points. Put what a good answer mentions in bold.'));
  }
  const isUnknown = (line: LabelLine) => !alsoSaidOf(line).some(({ point }) => entry.keyPoints.includes(point));
  return labels
    .filter((line) => line.label === 'also said' && isUnknown(line))
    .flatMap(({ span }) =>
      problem(
        'unknown-key-point',
        t('Name a key point of this answer in quotes, as it stands in bold: - Also said: "key point": other words.'),
        span,
      ),
    );
}
