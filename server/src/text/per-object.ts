/** The same function, which remembers what it found of each object for as long as that lives. */
export function perObject<Key extends object, Found extends NonNullable<unknown> | null>(
  find: (of: Key) => Found,
): (of: Key) => Found {
  const known = new WeakMap<Key, Found>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) {
      found = find(of);
      known.set(of, found);
    }
    return found;
  };
}
