import { once } from '../text/once.ts';
import { recently } from '../text/recently.ts';
import { sameElements } from '../text/same-elements.ts';
import { CoverageMeasure } from './coverage.ts';
import { findTerms, findTermsInCode, termsOf } from './find-terms.ts';
import { readKey } from './key-wordings.ts';
import type { AnswerKey, Glossary, Knowledge, Term } from './model.ts';
import { QuestionIndex } from './question-index.ts';
import { sortedNames, startingWith } from './sorted-names.ts';
import { callPath, createTermIndex, keysOf, type TermIndex, type TermName } from './term-index.ts';

/**
 * Indexes glossaries and keys. Built-in ones and a workspace's take the same way; where two define one name, both count,
 * in the order given. The indexes are made when first asked for; what is prepared for a glossary is remembered with the
 * object, so that after a change in one file only that file is prepared anew.
 */
export function createKnowledge(glossaries: readonly Glossary[], keys: readonly AnswerKey[]): Knowledge {
  const index = () => termIndexOf(glossaries);
  const names = once(() => sortedNames(glossaries));
  const inText = recently((text) => findTerms(index(), text));
  const questions = once(() => {
    const readings = keys.flatMap((key) => readKey(key, glossaries, inText));
    return new QuestionIndex(readings, inText);
  });
  const measure = once(() => new CoverageMeasure(keys, inText));
  return {
    glossaries,
    keys,
    define: (query) => define(index(), query),
    lookUp: (query) => (query.length > LONGEST_NAME ? [] : firstNamed(index(), wordings(withoutMarks(query)))),
    findTerms: inText,
    findTermsInCode: (code) => findTermsInCode(index(), code),
    complete: (prefix, limit) => startingWith(names(), prefix, limit),
    match: (asked) => questions().match(asked),
    coverage: (question, answer) => measure().coverage(question, answer),
    keyPoints: (question, answer) => measure().keyPoints(question, answer),
  };
}

/** The index last made for a list of glossaries that starts with this one: a change in a key leaves it as it is. */
const termIndexes = new WeakMap<Glossary, { readonly glossaries: readonly Glossary[]; readonly index: TermIndex }>();

function termIndexOf(glossaries: readonly Glossary[]): TermIndex {
  const [first] = glossaries;
  const known = first && termIndexes.get(first);
  if (known !== undefined && sameElements(known.glossaries, glossaries)) {
    return known.index;
  }
  const index = createTermIndex(glossaries);
  if (first !== undefined) termIndexes.set(first, { glossaries, index });
  return index;
}

/** In UTF-16 code units; nothing longer is a name. */
const LONGEST_NAME = 300;

function define(index: TermIndex, query: string): readonly Term[] {
  const text = withoutMarks(query);
  return firstNamed(index, [text, text.replace(/^(?:an?|the)\s+/i, '')]);
}

/** In backticks, or at the end of a sentence, a name is the same. */
const withoutMarks = (query: string) => withoutBackticks(query.trim()).replace(/(?<![?!.,;:])[?!.,;:]+$/, '');

function withoutBackticks(text: string): string {
  const pairs = text.length >> 1;
  let marks = 0;
  while (marks < pairs && text[marks] === '`' && text[text.length - 1 - marks] === '`') marks++;
  return marks === 0 ? text : text.slice(marks, text.length - marks).trim();
}

function firstNamed(index: TermIndex, wordings: Iterable<string>): readonly Term[] {
  for (const words of wordings) {
    if (words.length > LONGEST_NAME) continue;
    const path = callPath(words.replace(/\((?:[^()]|\([^()]*\))*\)/g, '()'));
    const calls = path === null ? undefined : index.calls.get(path);
    if (calls !== undefined && (words.includes('(') || path!.includes('.'))) return termsOf(ranked(calls, words));
    const [exact, folded] = keysOf(path ?? words);
    const names = index.exact.get(exact) ?? index.folded.get(folded);
    if (exact !== '' && names !== undefined) return termsOf(ranked(names, words));
  }
  return [];
}

const ASKING = /^(?:(?:what|who)(?:'s| is| are)\s+|define\s+|explain\s+)?(?:(?:an?|the)\s+)?/i;
const QUALIFIED = /^(.+\S)\s*\((\s*[^()\s][^()]*)\)$/;
/** What a name belongs to, and which kind of thing it is: "the TCP FIN flag" is FIN. */
const FIELD = /^(?:tcp|http|osi|udp|ip|websocket|web socket|socket\.io)(?:'s)?\s+/i;
const KIND =
  /(?<!\s)\s+(?:flag|bit|header|field|segment|packet|frame|method|event|code|status|state|option|protocol)s?$/i;
const NUMBERED = /^(?:status|close|error|response)?\s*(?:code\s+)?(?=\d{3,4}$)/i;

/** The ways to understand what somebody looks up, the most literal one first. */
function wordings(text: string): ReadonlySet<string> {
  const all = new Set([text, text.replace(ASKING, '')]);
  // Sets are walked in the order in which things are added, so that what is added is taken apart as well.
  for (const words of all) {
    const [, name, qualifier] = QUALIFIED.exec(words) ?? [];
    if (name !== undefined && /\s\(/.test(words)) all.add(`${qualifier} ${name}`).add(name).add(qualifier!);
    for (const part of [FIELD, NUMBERED, KIND]) {
      const rest = words.replace(part, '');
      if (rest !== '') all.add(rest);
    }
  }
  return all;
}

/** Names spelled like the query first, bare names of layers last. */
function ranked(names: readonly TermName[], query: string): readonly TermName[] {
  const rank = (name: TermName) => (name.text === query ? 0 : name.needs === 'layers' ? 2 : 1);
  return [...names].sort((a, b) => rank(a) - rank(b));
}
