import { isGeneric } from './question-words.ts';
import { type FindTerms, type Unit, unitsOf } from './units.ts';

/** What a question wants to be told about its subject. */
export type Quest = 'what' | 'difference' | 'when' | 'why' | 'how' | 'list' | 'who' | 'whether';

/** A question taken apart for comparing it with others. */
export interface Wording {
  readonly units: readonly Unit[];
  readonly quests: readonly Quest[];
  readonly hasBlank: boolean;
  /** Whether it means whatever its section is about: "What are a couple of key takeaways from this video?" */
  readonly generic: boolean;
  /** Whether it is a sentence that states something, as one whose blank has been filled in does. */
  readonly statement: boolean;
  /** The question without its numbering. */
  readonly text: string;
}

const NUMBERING =
  /^\s*(?:(?:q(?:uestion)?\.?\s*)?\(?(?:\d{1,3}|[a-h])\s*(?:[.):]|-(?=\s))+\s*|q(?:uestion)?\s*[.:]\s*)/i;
const ASIDE =
  /\((?:think|hint)\b[^)]*\)|\(?\b(?:in|about|at (?:least|most))?\s*(?:\d+|an?|one|two|three|a few)(?:\s*(?:-|–|to|or)\s*(?:\d+|two|three|four))?\s+(?:short |complete )?(?:sentences?|words|lines|paragraphs?)\b\)?/gi;
/** A blank in a sentence; where only the words count. */
export const BLANK = /(?:\\?_[ ]?){2,}|\.{4,}|…/g;
const DEICTIC =
  /\b(?:this|that|these|the|above)\s+(?:video|article|reading|readings|topic|chapter|section|lesson|lecture|module|problem|issue|subject|tutorial)\b|\b(?:this|that)\b\s*[?.!]*$/i;

const PROMPT =
  /^\W*(?:what|why|how|when|where|who|which|whose|can|could|do|does|did|is|are|will|would|should|may|explain|describe|define|name|list|give|compare|discuss|tell|state|write|translate|summarize)\b/i;

const QUESTS: readonly [Quest, RegExp][] = [
  [
    'difference',
    /\bdiff?e?r|\bnot the same\b|\bcompar|\bversus\b|\bvs\b|\bdistinguish|\bcontrast|\brelat(?:e|es|ion)\b/,
  ],
  [
    'when',
    /\bwhen (?:to|would|should|do|does|is|are|might|can|will|was)\b|\bin (?:what|which) (?:cases?|situations?|scenarios?)\b|\b(?:situation|case|scenario)s?\b|\bbetter\b|\bwhat (?:is|are) (?:an? |the )?[\w. -]{1,30} good for\b|\b(?:pick|choose|prefer|reach for)\b/,
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
    'who list': 0.7,
    'who when': 0.55,
  }),
);
const STRANGERS = 0.65;
/** Where one of the two questions wants to be told more than the other. */
const PARTLY = 0.97;

/** How well the quests of two questions go together, 0..1. */
export function questKinship(a: readonly Quest[], b: readonly Quest[]): number {
  let best = STRANGERS;
  for (const one of a) {
    for (const other of b) {
      best = Math.max(
        best,
        one === other ? 1 : (KINSHIP.get(`${one} ${other}`) ?? KINSHIP.get(`${other} ${one}`) ?? 0),
      );
    }
  }
  return a.length === b.length ? best : best * PARTLY;
}

/**
 * Takes a question apart.
 *
 * @param findTerms finds the glossaries' terms in a text
 */
export function readWording(question: string, findTerms: FindTerms): Wording {
  const hasBlank = question.search(BLANK) >= 0;
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
  const statement = !/\?\s*$/.test(text) && !PROMPT.test(text);
  return { text, units, quests: [...quests], hasBlank, generic, statement };
}

/** Whether more than half of the words behind the first have a capital, so that it tells no name. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.slice(1) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}
