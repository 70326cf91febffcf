import type { Candidate } from './term-index.ts';

/** Names of layers that mean something else more often than not. */
const COMMON = /^(?:application|session|network|presentation|physical|internet|link)$/i;
const MODEL = /\bOSI\b|\b(?:seven|five|four|[457])[\s-]layers?\b|\blayers\s+(?:of|in)\b/i;
const LAYER_BEHIND = /^[\s-]*layers?\b/i;
const LAYER_BEFORE =
  /\blayers?(?:\s*[:(–—-]|\s+(?:are|is|such\s+as|like))?\s*(?:the\s+)?$|\b(?:layer\s*|l)[1-7]\s*(?:[:(.)–—-]\s*)?$/i;
const AND = /^\s*(?:,(?:\s*(?:and|or)\b)?|and\b|or\b|&|\/)\s*(?:the\s+)?$/i;
const ARTICLE = /\b(?:an?|this|that|your|my|our|their|its|same|one|each|every|web|computer|local)\s+$/i;
const SET_OFF_BEFORE = /(?:^|[:,;(/>→–—|.*•-]|\b(?:and|or|then|to|from|called|named)(?=\s)|\d[.):]?)\s*$|\n[^\S\n]*$/i;
const SET_OFF_BEHIND = /^\s*(?:$|[\n:,;)(/→–—|.=*<-]|(?:and|or|then|is|are)\b)/i;

/**
 * For each candidate whether it stands for a layer of a model: the bare "transport" of "the network and transport
 * layers", of a list of layers, or of a text about the OSI model. Candidates that are no layer names are false.
 */
export function layersCount(text: string, candidates: readonly Candidate[]): readonly boolean[] {
  const bare = candidates.map(({ names }) => names.some((name) => name.needs === 'layers'));
  if (!bare.includes(true)) return bare;
  const distinct = new Set<unknown>();
  for (const { names } of candidates) {
    const layer = names.find((name) => name.needs === 'layers' || /\blayer$/i.test(name.term.name));
    if (layer !== undefined) distinct.add(layer.term);
  }
  const enumeration = distinct.size >= 3;
  const model = MODEL.test(text);
  const counts: boolean[] = [];
  // From the end, so that "network and transport layers" is known when "network" is looked at.
  for (let position = candidates.length - 1; position >= 0; position--) {
    counts[position] = bare[position]! && counted(position);
  }
  return counts;

  function counted(position: number): boolean {
    const { start, end } = candidates[position]!;
    const before = text.slice(Math.max(0, start - 40), start);
    const behind = text.slice(end, end + 40);
    if (LAYER_BEHIND.test(behind) || LAYER_BEFORE.test(before)) return true;
    const next = candidates[position + 1];
    if (next !== undefined && AND.test(text.slice(end, next.start)) && namesLayer(position + 1)) return true;
    if (!enumeration && !model) return false;
    const setOff = !ARTICLE.test(before) && (SET_OFF_BEFORE.test(before) || SET_OFF_BEHIND.test(behind));
    return setOff || (model && !COMMON.test(text.slice(start, end)));
  }

  /** Whether the candidate is a layer that the text calls one: "transport layers", or "transport" that has been counted. */
  function namesLayer(position: number): boolean {
    const { start, end } = candidates[position]!;
    return counts[position] === true || /\blayers?$/i.test(text.slice(start, end));
  }
}
