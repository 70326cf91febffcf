/** What `make` returns, made when it is first asked for, and no more than once; what it was made from is let go then. */
export function once<T>(make: () => T): () => T {
  let pending: (() => T) | null = make;
  let made: T;
  return () => {
    if (pending) {
      made = pending();
      pending = null;
    }
    return made;
  };
}
