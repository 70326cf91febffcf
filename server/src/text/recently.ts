import { detached } from './detached.ts';

/** How many texts are remembered, and how long they may be in UTF-16 code units, where nothing else is said. */
const MOST = 1_000;
const LONGEST = 5_000;

/** As many different words as are worth remembering: more than a class writes. */
export const MANY_WORDS = 20_000;

/** The same function, which remembers what it found in the last texts: at least in the last `most`, at most in twice as many. */
export function recently<Found>(find: (text: string) => Found, most = MOST): (text: string) => Found {
  let known = new Map<string, Found>();
  // What was asked for since the last change of maps is in `known`; the rest goes with the next change.
  let before = known;
  return (text) => {
    let found = known.get(text);
    if (found !== undefined) return found;
    found = before.get(text);
    if (found === undefined) found = find(text);
    if (text.length > LONGEST) return found;
    if (known.size >= most) {
      before = known;
      known = new Map();
    }
    known.set(detached(text), found);
    return found;
  };
}
