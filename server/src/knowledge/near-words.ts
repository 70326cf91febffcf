import { wordStem } from './stem.ts';
import { singular } from './words.ts';

/** Words that say nearly the same in an explanation, one meaning a line; a word may have several. */
const ALIKE = groups(`
  able capable
  accomplish achieve
  address location
  advantage benefit
  allow enable permit let
  allocate reserve assign
  alike similar same equal identical
  answer reply response respond
  argument parameter
  array list
  ask request
  automatic default implicit
  backward reverse
  before prior previous preceding
  begin start
  below under beneath
  big large huge
  block prevent avoid
  bottom lowest
  build construct create make
  call invoke
  change modify alter update
  choose select pick
  combine merge join
  compute calculate evaluate determine
  confirm acknowledge
  connect link
  constant fixed static
  contiguous consecutive adjacent
  continuous constant ongoing permanent
  contain hold include
  convert transform translate
  copy duplicate
  correct right proper
  data information value
  declare define specify
  delay latency lag fast quick
  delete remove
  deliver arrive
  emit send fire trigger dispatch push
  different differ unlike
  divide split break separate
  drop lose lost miss
  dynamic variable
  easy simple
  element item node entry
  empty null nothing
  end last final back rear tail
  establish open
  error mistake bug fault
  everyone everybody all
  example instance
  execute run perform
  exist present
  expand grow increase
  explicit specified stated
  fast quick rapid
  find locate search look
  finish complete end terminate close
  first initial beginning front head
  forever infinite infinity endless
  function method procedure routine
  get obtain retrieve fetch receive
  give provide supply return assign
  group collection set
  guarantee ensure
  handle process
  happen occur
  height depth level
  hide conceal
  idea concept
  immediate instant
  implement implementation
  important main key
  individual single
  inner inside within internal
  insert add append
  iteration loop repetition
  keep maintain retain remain stay
  kind type sort
  know understand
  label name identifier
  largest maximum greatest highest biggest
  leaf leaves
  least minimum minimal smallest lowest
  lifetime life duration
  limit bound
  listen wait
  log console print display
  named custom
  longest furthest deepest farthest
  mean signify
  memory storage
  message packet
  middle center
  move shift
  multiple several many various
  need require
  new fresh
  next following subsequent after then
  notify inform tell
  number amount count quantity
  object instance
  once one single
  only just solely
  order sequence
  outside external
  part portion piece section segment
  particular specific certain
  pass send
  path route
  persistent permanent continuous
  place position spot location
  point refer
  pointer reference
  problem task
  procedure process
  program software application app
  programmer developer
  purpose goal aim role
  job task function role duty responsibility
  light lightweight simple
  reach access
  recursive itself
  reduce decrease lower shrink
  register subscribe
  reliable dependable
  repeat again
  replace substitute swap
  result outcome
  return output
  reuse reusability
  root top
  safe secure
  save store
  send transmit transfer
  show display
  simulate imitate
  simultaneous concurrent
  size length resizable
  slow slower
  small little
  smaller less
  solve solution
  sorted ordered
  stage phase step
  standard convention
  stop halt
  store hold save keep
  structure form
  swap exchange
  talk communicate
  technique way manner
  test check verify condition
  traverse visit walk
  twice two
  both pair two
  use utilize
  user client
  whole entire complete full
  word term
`);

/** Phrases that are written in several ways, one meaning a line; each counts as one word. */
const PHRASES = `
  bidirectional, bi directional, two way, 2 way, both direction, both way, either direction, full duplex, fullduplex, duplex, back and forth
  real time, realtime, instantly
  stays open, stay open, kept open, keeps open, keep open, keeping open, remains open, remain open, left open, persistent, long lived
  fall back, falls back, falling back, fallback
  three way, 3 way, three step, 3 step
  switch protocol, switching protocol, switches protocol, upgrade, upgraded, upgrading
  all client, every client, everyone, everybody, each client, all connected client, all the connected client, all the client
  one client, single client, that client, specific client, particular client, one specific client, that one client
  at the same time, at once, simultaneously
  in order, right order, correct order
  last in first out, lifo
  first in first out, fifo
  round trip, roundtrip
  set up, setup
  automatic, automatically, by itself, by themselves, on its own, on their own
  again and again, over and over, repeatedly, constantly, keep asking, keeps asking
  resend, resends, resent, resending, send again, sends again, sent again, send it again, sends it again, retransmit, retransmits, retransmitted, retransmission
  other side, other end, opposite side, peer
`;

/** Pairs of which one is what the other is not. */
const OPPOSITE = pairs(`
  first last
  before after
  more less
  more fewer
  most least
  always never
  fast slow
  open closed
  small large
  short long
  top bottom
  left right
  front back
  minimum maximum
  smallest largest
  lowest highest
  increase decrease
  fixed variable
  static dynamic
  same different
  public private
  global local
  true false
  reliable unreliable
  ordered unordered
  connected connectionless
  stateful stateless
  encrypted plain
  single multiple
  one many
`);

/** A phrase as its words in lower case and in the singular, and what counts for it. */
export interface Phrase {
  readonly words: readonly string[];
  readonly stem: string;
}

/** The phrases that start with a word, longest first. */
export function phrasesFrom(singular: string): readonly Phrase[] {
  return STARTS.get(singular) ?? [];
}

const STARTS = phrases(PHRASES);

/** Whether two stems say nearly the same. */
export function areAlike(stem: string, other: string): boolean {
  const meanings = ALIKE.get(stem);
  return meanings !== undefined && (ALIKE.get(other)?.some((meaning) => meanings.includes(meaning)) ?? false);
}

/** The stems of what a stem is the opposite of. */
export function oppositesOf(stem: string): readonly string[] {
  return OPPOSITE.get(stem) ?? [];
}

function rows(lines: string): string[][] {
  return lines
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => wordStem(word)),
    );
}

function groups(lines: string): ReadonlyMap<string, readonly number[]> {
  const meanings = new Map<string, number[]>();
  for (const [meaning, stems] of rows(lines).entries()) {
    for (const stem of stems) meanings.set(stem, [...(meanings.get(stem) ?? []), meaning]);
  }
  return meanings;
}

function pairs(lines: string): ReadonlyMap<string, readonly string[]> {
  const opposites = new Map<string, string[]>();
  for (const [one, other] of rows(lines)) {
    opposites.set(one!, [...(opposites.get(one!) ?? []), other!]);
    opposites.set(other!, [...(opposites.get(other!) ?? []), one!]);
  }
  return opposites;
}

function phrases(lines: string): ReadonlyMap<string, readonly Phrase[]> {
  const starts = new Map<string, Phrase[]>();
  for (const line of lines.trim().split('\n')) {
    const variants = line.trim().split(', ');
    for (const variant of variants) {
      const words = variant.split(' ').map(singular);
      starts.set(words[0]!, [...(starts.get(words[0]!) ?? []), { words, stem: variants[0]! }]);
    }
  }
  for (const all of starts.values()) all.sort((a, b) => b.words.length - a.words.length);
  return starts;
}
