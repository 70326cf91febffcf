/**
 * A number that is the same for the same text, and rarely for another: FNV-1a of its UTF-16 code units.
 *
 * @param most of so many code units only
 * @param seed what to start with, for a second number that has nothing to do with the first
 */
export function hashOf(text: string, most = Number.POSITIVE_INFINITY, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length && at < most; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
