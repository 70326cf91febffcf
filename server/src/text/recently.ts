/** How many texts are remembered, and how long they may be in UTF-16 code units, where nothing else is said. */
const MOST = 300;
const LONGEST = 5_000;

/** The same function, which remembers what it found in the last texts. */
export function recently<Found>(find: (text: string) => Found, most = MOST): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = find(text);
      if (known.size >= most) known.clear();
      if (text.length <= LONGEST) known.set(text, found);
    }
    return found;
  };
}
