/**
 * A number that is the same for the same text, and rarely for another: FNV-1a of its UTF-16 code units.
 *
 * @param most of so many code units only
 */
export function hashOf(text: string, most = Number.POSITIVE_INFINITY): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length && at < most; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
