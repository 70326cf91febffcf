/** A copy of a text that does not keep the one alive it was cut from, as a slice would: a whole version of a document. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
