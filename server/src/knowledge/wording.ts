import type { Term, TermOccurrence } from './model.ts';
import { isEmptyWord, isGeneric, stemOf } from './question-words.ts';
import { callPath } from './term-index.ts';
import { wordsOf } from './words.ts';

/** What a question wants to be told about its subject. */
export type Quest = 'what' | 'difference' | 'when' | 'why' | 'how' | 'list' | 'who' | 'whether';

/** One word of a question that says something, or one name such as `Socket.IO` or `io.on()`. */
export interface Unit {
  /** Equal for units that say the same: a stem, or a name's words run together. */
  readonly key: string;
  /** The terms it names, alone or together with its neighbours. */
  readonly terms: readonly Term[];
  /** Of a call its parts (`socket`, `emit`), empty for anything else. */
  readonly parts: readonly string[];
  /** Whether it is written as a name is, with a capital inside a sentence. */
  readonly capital: boolean;
  /** Whether nothing else goes by that name: `Socket.IO`, `io.on()`, 1006. */
  readonly proper: boolean;
  /** The units it forms a term's name with. */
  readonly group: readonly string[];
  /** Whether the word was taken for a misspelling of `key`. */
  readonly guessed?: boolean;
}

/** A question taken apart for comparing it with others. */
export interface Wording {
  readonly units: readonly Unit[];
  readonly quests: ReadonlySet<Quest>;
  readonly hasBlank: boolean;
  /** Whether it means whatever its section is about: "What are a couple of key takeaways from this video?" */
  readonly generic: boolean;
  /** The text without numbering, punctuation and case: equal where a question was copied. */
  readonly plain: string;
}

const NUMBERING =
  /^\s*(?:(?:q(?:uestion)?\.?\s*)?\(?(?:\d{1,3}|[a-h])\s*(?:[.):]|-(?=\s))+\s*|q(?:uestion)?\s*[.:]\s*)/i;
const ASIDE = /\((?:think|hint)\b[^)]*\)/gi;
const BLANK = /(?:\\?_[ ]?){2,}|\.{4,}|…/g;
const DEICTIC =
  /\b(?:this|that|these|the|above)\s+(?:video|article|reading|readings|topic|chapter|section|lesson|lecture|module|problem|issue|subject|tutorial)\b|\b(?:this|that)\b\s*[?.!]*$/i;

const QUESTS: readonly [Quest, RegExp][] = [
  ['difference', /\bdiffer|\bcompar|\bversus\b|\bvs\b|\bdistinguish|\bcontrast|\brelat(?:e|es|ion)\b/],
  [
    'when',
    /\bwhen (?:to|would|should|do|does|is|are|might|can|will|was)\b|\bin (?:what|which) (?:cases?|situations?|scenarios?)\b|\b(?:situation|case|scenario)s?\b|\bbetter\b|\b(?:pick|choose|prefer|reach for)\b/,
  ],
  ['why', /\bwhy\b|\breasons?\b|\bbenefits?\b|\badvantages?\b|\bgain\b|\bimportant\b/],
  ['list', /\b(?:list|name|write down|enumerate)\b|\bwhat are the (?:names|layers|steps|parts|types)\b|\bwhich\b/],
  ['how', /\bhow\b(?! (?:many|much|long|often))|\bsteps?\b|\bwalk through\b|\bway\b/],
  ['who', /\bwho\b|\b(?:what|which|in what) year\b|\bwhen was\b|\bhow (?:many|much|long|often)\b/],
  ['whether', /^\W*(?:can|could|may|is|are|does|do|will|would|has|have|should) /],
  [
    'what',
    /\bwhat|\bdefin|\bexplain|\bdescri|\bmean|\bpurpose\b|\brole\b|\bfunction\b|\bjob\b|\bresponsib|\bterm\b|\bused for\b/,
  ],
];

/** How far an answer to one quest answers the other; pairs that are not listed are strangers. */
const KINSHIP = new Map<string, number>(
  Object.entries({
    'what how': 0.92,
    'what list': 0.92,
    'what why': 0.8,
    'what when': 0.72,
    'what difference': 0.72,
    'what who': 0.6,
    'what whether': 0.8,
    'how list': 0.88,
    'how why': 0.8,
    'how whether': 0.85,
    'how difference': 0.75,
    'why when': 0.88,
    'why whether': 0.85,
    'when whether': 0.8,
    'list when': 0.75,
    'difference list': 0.7,
    'difference whether': 0.75,
    'difference when': 0.75,
    'who list': 0.75,
    'who when': 0.75,
  }),
);
const STRANGERS = 0.65;

/** How well the quests of two questions go together, 0..1. */
export function questKinship(a: ReadonlySet<Quest>, b: ReadonlySet<Quest>): number {
  return (a.size === b.size ? 1 : 0.97) * questKinshipOfSets(a, b);
}

function questKinshipOfSets(a: ReadonlySet<Quest>, b: ReadonlySet<Quest>): number {
  let best = STRANGERS;
  for (const one of a) {
    for (const other of b) {
      best = Math.max(
        best,
        one === other ? 1 : (KINSHIP.get(`${one} ${other}`) ?? KINSHIP.get(`${other} ${one}`) ?? 0),
      );
    }
  }
  return best;
}

/**
 * Takes a question apart.
 *
 * @param findTerms finds the glossaries' terms in a text
 */
export function readWording(question: string, findTerms: (text: string) => readonly TermOccurrence[]): Wording {
  const hasBlank = BLANK.test(question);
  BLANK.lastIndex = 0;
  const text = question.replace(NUMBERING, '').replace(ASIDE, ' ').replace(BLANK, ' ');
  const lower = text.toLowerCase();
  const quests = new Set(QUESTS.filter(([, pattern]) => pattern.test(lower)).map(([quest]) => quest));
  // "What is the difference" asks for the difference, "Explain when" for the occasion.
  if (quests.size > 1) quests.delete('what');
  // "Why does it need three steps" doesn't ask for the steps.
  if (quests.has('why') && !/\bhow\b/.test(lower)) quests.delete('how');
  if (quests.size === 0) quests.add('what');
  const units = unitsOf(text, findTerms);
  const named = units.some((unit) => unit.terms.length > 0);
  const generic = !named && (DEICTIC.test(text) || units.every((unit) => isGeneric(unit.key)));
  return { units, quests, hasBlank, generic, plain: plainOf(text) };
}

const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The units of a text, each once. */
export function unitsOf(text: string, findTerms: (text: string) => readonly TermOccurrence[]): readonly Unit[] {
  const units = new Map<string, Unit>();
  let leading = true;
  addText(text, []);
  return [...units.values()];

  /** @param terms what the whole text names */
  function addText(piece: string, terms: readonly Term[], group: readonly string[] = []): void {
    let from = 0;
    for (const { span, terms: named } of terms.length === 0 ? findTerms(piece) : inner(piece)) {
      addWords(piece.slice(from, span.start), terms, group);
      addName(piece.slice(span.start, span.end), [...terms, ...named], group);
      from = span.end;
    }
    addWords(piece.slice(from), terms, group);
  }

  function addName(written: string, terms: readonly Term[], group: readonly string[]): void {
    const words = wordsOf(written);
    const call = /[\w$]\.[\w$]|\(/.test(written) ? callPath(written) : null;
    if (terms.some(({ name }) => isProperName(name))) {
      add({ key: words.map((word) => word.singular).join(''), terms, proper: true });
    } else if (call !== null) add({ key: call, terms, parts: call.split('.').map(stemOf), proper: true });
    else if (words.length < 2) addWords(written, terms, group);
    else {
      const telling = words.filter(({ lower }) => !isEmptyWord(lower, false));
      addText(written, terms, [...group, ...telling.map(({ lower }) => stemOf(lower))]);
    }
  }

  function addWords(piece: string, terms: readonly Term[], group: readonly string[]): void {
    for (const { lower, start } of wordsOf(piece)) {
      const empty = isEmptyWord(lower, leading && terms.length === 0);
      // A name that is nothing but an empty word, such as GET, still is a name.
      if (empty && (terms.length === 0 || group.length > 0)) continue;
      const key = stemOf(lower);
      const capital = !leading && /\p{Lu}/u.test(piece[start]!);
      const proper = /^\d{2,}$/.test(lower);
      add({ key, terms, group: group.filter((other) => other !== key), capital, proper });
    }
  }

  function add(unit: Partial<Unit> & Pick<Unit, 'key' | 'terms'>): void {
    leading = false;
    const known = units.get(unit.key) ?? {
      terms: [],
      parts: [],
      group: unit.group ?? [],
      capital: false,
      proper: false,
    };
    // A word that stands alone as well needs no company.
    const group = unit.group === undefined || unit.group.length === 0 ? [] : known.group;
    units.set(unit.key, { ...known, ...unit, terms: [...known.terms, ...unit.terms], group });
  }

  /** The names within a name: "Socket.IO middleware" names Socket.IO too. */
  function inner(name: string): readonly TermOccurrence[] {
    const last = wordsOf(name).at(-1)!.start;
    return [
      ...findTerms(name.slice(0, last)),
      ...findTerms(name.slice(last)).map(({ span, terms }) => ({
        span: { start: span.start + last, end: span.end + last },
        terms,
      })),
    ];
  }
}

/** A name of one word with a shape of its own: `WebSocket`, `Socket.IO`, `Sec-WebSocket-Key`. */
function isProperName(name: string): boolean {
  return !/\s/.test(name) && /[a-z].*[A-Z]|[A-Z].*[a-z].*[A-Z.]/.test(name);
}
