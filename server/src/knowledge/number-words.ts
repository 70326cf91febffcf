const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A small number as a word, others in digits. */
export const numberWord = (count: number): string => WORDS[count] ?? String(count);

/** Small numbers in digits, by their words. */
export const DIGITS: ReadonlyMap<string, string> = new Map(WORDS.map((word, number) => [word, String(number)]));
