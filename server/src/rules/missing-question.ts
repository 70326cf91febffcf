import { t } from '@vscode/l10n';
import type { AnswerKey, KeyQuestion } from '../knowledge/model.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { perObject } from '../text/per-object.ts';
import type { Span } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { type QuestionAt, type QuestionGroup, questionGroups } from '../worksheet/placed-question.ts';
import { insertQuestions } from './insert-question.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { plainWords, shortened } from './wording.ts';

/** Reports questions of the key that a worksheet follows, which the worksheet doesn't ask. */
export const missingQuestion: Rule = {
  id: 'missing-question',
  severity: 'information',
  summary: 'The key that the worksheet follows asks more.',
  explanation:
    'A worksheet follows the key that its front matter names, or one nearly all of whose questions it asks. Where its front matter names ' +
    'the key, parts of the key that the worksheet asks less than half of are taken to be left out on purpose. One finding for each ' +
    'section, at its heading or at the top; the quick fix puts the questions in their place, in the layout of the others.',
  examples: [
    {
      name: 'A section without its second question',
      markdown:
        '---\nworksheets: { key: class-reading.key.md }\n---\n<|## Socket.io vs Web Sockets|>\n\n1. What is the difference between WebSocket and Socket.IO?\n' +
        '   - A protocol and a library.\n2. When would you use WebSockets?\n   -\n',
      fixed:
        '---\nworksheets: { key: class-reading.key.md }\n---\n## Socket.io vs Web Sockets\n\n1. What is the difference between WebSocket and Socket.IO?\n' +
        '   - A protocol and a library.\n2. When would you use Socket.IO?\n   -\n3. When would you use WebSockets?\n   -\n',
    },
  ],
  check: (context) =>
    gapsIn(context).map((gap) => {
      const [first] = gap.missing;
      const { title, uri } = gap.key;
      return {
        rule: 'missing-question',
        severity: 'information',
        span: placeOf(context.document, gap),
        message:
          gap.missing.length === 1
            ? t('The key "{0}" also asks here: "{1}"', title, shortened(first!.text))
            : t(
                'The key "{0}" asks {1} more questions here, first: "{2}"',
                title,
                gap.missing.length,
                shortened(first!.text),
              ),
        question: null,
        related: [{ uri, line: first!.line, message: t('The question in the key') }],
      } satisfies Finding;
    }),
  fix(context, { related }) {
    const gap = gapsIn(context).find(
      ({ key, missing }) => key.uri === related?.[0]?.uri && missing[0]!.line === related[0].line,
    );
    if (!gap) return [];
    const { missing, model, before } = gap;
    const count = missing.length;
    const title = count === 1 ? t('Add the missing question') : t('Add the {0} missing questions', count);
    const heading = gap.inSection ? null : `${marksOf(context.document, model)} ${missing[0]!.section.at(-1)}`;
    const edits = insertQuestions(context.document, context.worksheet.questions, {
      texts: missing.map(({ text }) => text),
      model,
      before,
      heading,
    });
    return [{ title, edits, preferred: true }];
  },
};

/** Questions of one section of a key that are missing at one place. Never empty. */
interface Gap {
  readonly key: AnswerKey;
  readonly missing: readonly KeyQuestion[];
  /** The question of the worksheet beside the gap. */
  readonly model: Question;
  /** Whether the gap is before it. */
  readonly before: boolean;
  /** Whether it belongs to the key's section; else the worksheet has nothing of that. */
  readonly inSection: boolean;
}

/** A smaller key is asked by chance. */
const SMALLEST_KEY = 5;
/** So much of a key is asked by a worksheet that follows it without saying so. */
const NEARLY_ALL = 0.8;
/** So many questions tell whether a worksheet has to do with a key at all. */
const SAMPLE = 10;

function gapsIn(context: RuleContext): Gap[] {
  const { worksheet } = context;
  if (worksheet.role !== 'worksheet') return [];
  return keysFollowed(context).flatMap((key) => gapsAgainst(context, key, worksheet.frontMatter.key !== null));
}

function keysFollowed(context: RuleContext): readonly AnswerKey[] {
  const { keys, worksheet } = context;
  if (worksheet.frontMatter.key !== null) return keys;
  const groups = questionGroups(worksheet);
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  const sample: (string | undefined)[] = [];
  for (const group of groups) {
    if (sample.length >= SAMPLE) break;
    sample.push(...matchesOf(context, group).uris);
  }
  const uris = sample.slice(0, SAMPLE);
  const isLikely = ({ uri, questions }: AnswerKey) =>
    questions.length >= SMALLEST_KEY &&
    count >= questions.length * NEARLY_ALL &&
    uris.filter((matched) => matched === uri).length * 2 > uris.length;
  return keys.filter(isLikely);
}

function gapsAgainst(context: RuleContext, key: AnswerKey, isNamed: boolean): Gap[] {
  const asked = askedOf(context, key);
  if (asked.size === 0 || asked.size === key.questions.length) return [];
  const nearlyAll = asked.size >= key.questions.length * NEARLY_ALL;
  if (!isNamed && !nearlyAll) return [];
  const sections = new Map<string, KeyQuestion[]>();
  for (const question of key.questions) {
    const name = question.section.join('\n');
    const section = sections.get(name);
    if (section) section.push(question);
    else sections.set(name, [question]);
  }
  return [...sections.values()].flatMap((section) => {
    const missing = section.filter((question) => !asked.has(question));
    if (missing.length === 0 || (!nearlyAll && missing.length * 2 > section.length)) return [];
    return gapAt(key, section, missing, asked) ?? [];
  });
}

function gapAt(
  key: AnswerKey,
  section: readonly KeyQuestion[],
  missing: readonly KeyQuestion[],
  asked: ReadonlyMap<KeyQuestion, Question>,
): Gap | null {
  const inSection = missing.length < section.length;
  const all = inSection ? section : key.questions;
  const at = all.indexOf(missing[0]!);
  const above = all.slice(0, at).findLast((question) => asked.has(question));
  const beside = above ?? all.slice(at).find((question) => asked.has(question));
  return beside ? { key, missing, model: asked.get(beside)!, before: above === undefined, inSection } : null;
}

/** The questions of a key that a worksheet asks, in these or other words, each with the worksheet's. */
function askedOf(context: RuleContext, key: AnswerKey): ReadonlyMap<KeyQuestion, Question> {
  const first = new Map<KeyQuestion, { readonly group: QuestionGroup; readonly index: number }>();
  for (const group of questionGroups(context.worksheet)) {
    for (const [match, index] of matchesOf(context, group).first) {
      if (match.uri === key.uri && !first.has(match)) first.set(match, { group, index });
    }
  }
  const asked = new Map(Array.from(first, ([match, { group, index }]) => [match, group.placed[index] as Question]));
  if (asked.size === key.questions.length || asked.size * 2 < key.questions.length) return asked;
  // A question that is asked twice in the key is matched with one of the two.
  const byWords = new Map(context.worksheet.questions.map((question) => [plainWords(question.text), question]));
  for (const question of key.questions) {
    const same = asked.has(question) ? undefined : wordingsOf(question).find((words) => byWords.has(words));
    if (same !== undefined) asked.set(question, byWords.get(same)!);
  }
  return asked;
}

/** The words of all wordings of a key question. */
const wordingsOf = perObject(({ text, alsoAsked }: KeyQuestion) => [text, ...alsoAsked].map(plainWords));

/** The key questions that some questions were recognised as. */
interface Matches {
  /** Of each question, the key that it was found in. */
  readonly uris: readonly (string | undefined)[];
  /** Which of the questions is the first that was recognised as each. */
  readonly first: ReadonlyMap<KeyQuestion, number>;
}

const matchesIn = perObject((_scope: object) => new WeakMap<readonly QuestionAt[], Matches>());

/** Remembered for as long as the questions stay. */
function matchesOf(context: RuleContext, { questions }: QuestionGroup): Matches {
  const known = matchesIn(context.scope);
  let found = known.get(questions);
  if (!found) {
    const first = new Map<KeyQuestion, number>();
    const uris = questions.map(({ question }, index) => {
      const match = context.match(question)?.question;
      if (match && !first.has(match)) first.set(match, index);
      return match?.uri;
    });
    found = { uris, first };
    known.set(questions, found);
  }
  return found;
}

/** The heading of the section with the gap, or the first line of the text. */
function placeOf(document: MarkdownDocument, { model, inSection }: Gap): Span {
  const heading = inSection ? headingAbove(document, model) : -1;
  const top = document.parts.findIndex(({ node }) => node.type !== 'yaml');
  const start = document.partStart(Math.max(heading, top, 0));
  const end = document.lines.lineEnd(document.lines.lineAt(start));
  return { start: start + /^\s*/.exec(document.text.slice(start, end))![0].length, end };
}

/** The part of the heading that a question's section is called by; -1 where there is none. */
function headingAbove(document: MarkdownDocument, { section, span }: Question): number {
  const title = section.at(-1);
  if (title === undefined) return -1;
  const words = plainWords(title);
  const { parts } = document;
  let at = document.partIndexAt(span.start);
  while (at >= 0 && !(parts[at]!.node.type === 'heading' && plainWords(parts[at]!.source) === words)) at--;
  return at;
}

/** The heading marks of a question's section. */
function marksOf(document: MarkdownDocument, question: Question): string {
  const source = document.parts[headingAbove(document, question)]?.source ?? '';
  return /^\s*(#{1,6})/.exec(source)?.[1] ?? '##';
}
