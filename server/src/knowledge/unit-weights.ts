import type { QuestionReading } from './key-wordings.ts';
import { isGeneric, isLight } from './question-words.ts';
import type { Unit } from './units.ts';

/** How much a unit weighs, as a factor of its rarity. */
const WEIGHT = {
  term: 1.6,
  leastTerm: 2.3,
  everyday: 0.3,
  generic: 0.3,
  digit: 0.5,
  /** In how many questions a word counts as being that none has. */
  unknownFrequency: 1.1,
};

/** What the units of questions tell, by how many of the key questions have them. Immutable. */
export class UnitWeights {
  readonly #count: number;
  readonly #frequency = new Map<string, number>();

  constructor(readings: readonly QuestionReading[]) {
    this.#count = readings.length;
    for (const { wordings } of readings) {
      for (const key of new Set(wordings.flatMap(({ units }) => units.map((unit) => unit.key)))) {
        this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
      }
    }
  }

  /** The keys of all units that some key question has. */
  keys(): Iterable<string> {
    return this.#frequency.keys();
  }

  /** Whether some key question has such a unit. */
  has(key: string): boolean {
    return this.#frequency.has(key);
  }

  /** Whether no key question has a word that tells something. */
  isStrange(key: string): boolean {
    return !this.#frequency.has(key) && !isLight(key) && !isGeneric(key);
  }

  /** How much a unit tells: by its rarity among the key questions, more if it is a term. */
  of({ key, terms }: Unit): number {
    const weight = Math.log(1 + this.#count / (this.#frequency.get(key) ?? WEIGHT.unknownFrequency));
    if (terms.length > 0) return Math.max(weight * WEIGHT.term, WEIGHT.leastTerm);
    if (isGeneric(key)) return weight * WEIGHT.generic;
    return weight * (isLight(key) ? WEIGHT.everyday : /^\d$/.test(key) ? WEIGHT.digit : 1);
  }
}
