import { hashOf } from '../text/hash.ts';

/**
 * A set of words as a short text: a Bloom filter (B. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970).
 * A word of the set is always found; of other words about three in a thousand are taken for one.
 */
export interface WordFilter {
  /** How many bits there are. */
  readonly size: number;
  /** Six bits a character: see `digit`. */
  readonly bits: string;
}

const BITS_PER_WORD = 12;
const HASHES = 8;
const BITS_PER_DIGIT = 6;

/** The filter of some words, to be written to a file. */
export function createWordFilter(words: ReadonlySet<string>): WordFilter {
  const size = Math.max(1, words.size * BITS_PER_WORD);
  const digits = new Uint8Array(Math.ceil(size / BITS_PER_DIGIT));
  for (const word of words) {
    for (const bit of bitsOf(word, size)) digits[Math.floor(bit / BITS_PER_DIGIT)]! |= 1 << (bit % BITS_PER_DIGIT);
  }
  return { size, bits: Array.from(digits, (value) => digit(value)).join('') };
}

/** Whether a word is in a filter's set, or taken for one. */
export function hasWord({ size, bits }: WordFilter, word: string): boolean {
  for (const bit of bitsOf(word, size)) {
    if ((numberOf(bits.charCodeAt(Math.floor(bit / BITS_PER_DIGIT))) & (1 << (bit % BITS_PER_DIGIT))) === 0)
      return false;
  }
  return true;
}

const FIRST = 0x23;
const BACKSLASH = 0x5c;

/** A printable character for a number below 64, none that JSON has to escape. */
function digit(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

const numberOf = (code: number) => (code < BACKSLASH ? code : code - 1) - FIRST;

/** Which bits stand for a word: two hashes (FNV-1a) make as many as are needed. */
function bitsOf(word: string, size: number): number[] {
  const first = hashOf(word);
  const second = hashOf(word, undefined, 0x9747b28c) | 1;
  return Array.from({ length: HASHES }, (_, index) => (first + Math.imul(index, second)) >>> 0).map(
    (bit) => bit % size,
  );
}
