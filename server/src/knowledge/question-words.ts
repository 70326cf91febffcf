import { DIGITS } from './number-words.ts';
import { wordStem } from './stem.ts';

/** Words of questions that say nothing about the subject: articles, pronouns, helping verbs, ways to put a question. */
const EMPTY = new Set(
  `explain describe define definition definitions discuss summarize summarise identify elaborate a an the of in on at to from for with by into onto over about as is are was were be been being am it its it's they
  them their theirs there here this that these those he she his her we us our you your yours i me my mine one ones and or
  but if so then than also too very just only even such some any each other another do does did done doing have has
  had having can could will would shall should may might must get gets got gotten go goes going gone s t re ve ll d m not
  non n isn doesn don ain please briefly short shortly simply basic basically own word words term terms sentence
  sentences paragraph classmate someone somebody anyone people person developer student possibly possible actually
  exactly really generally typically usually often sometimes commonly mainly main normally what which who whom whose
  how why when where whats hows whens whys wheres while through between within during using via per like few couple
  several various example examples eg ie etc following thing things stuff way ways let lets make makes made making want
  wants need needs needed happen happens happening right kind kinds type types sort work works working worked look looks
  use uses used using usage user important importance importantly purpose role job function functions functionality
  responsible responsibility good helpful useful help helps handle handled handles perform performed performs difference
  differences different differ differs differing differently compare compares compared comparison contrast versus vs
  distinguish relation relate relates related regarding respect sense point everything something anything much many
  more most less least well mean means meant meaning call calls called refer refers referred known know show shows
  serve serves act acts choose chose chosen choice pick prefer option better best case cases situation situations
  scenario reason reasons benefit benefits advantage advantages gain fit place instead rather part parts happens`.split(
    /\s+/,
  ),
);

/** Verbs that ask for an answer where they start a question; elsewhere they are words as any other. */
const REQUESTS = new Set(
  `tell say state write give list name provide outline document put walk think hint answer question show translate
  imagine suppose`.split(/\s+/),
);

/** Everyday words: they tell a little about what is asked, but not the subject. */
const LIGHT = new Set(
  `able accept accomplish achieve across add after again against ago ahead allow almost alone along already although always
  amount answer appear apply area around ask attempt avoid away back bad base become before begin behavior behaviour behind
  being believe big both bring build by-hand calculate cannot carry cause certain change check clear code collect come
  common complete concept consider consist contain continue control correct count cover current day deal decide deep
  default detail direct discover each early easy effect efficient element else enable encounter end enough ensure entire
  environment establish evidence exact exist expect experience express-ly extra fact famous far fast feature feel few
  fill find finish fit follow force form forward found full general give given goal great group grow guarantee half handy
  hard hear heard high hold hope idea include increase indicate individual inside instance invent involve item join keep
  know large last late later lead learn leave left less level life like likely limit line list little live long lose lot
  low manage matter member mention method middle mind moment month move near necessary never new next normal note notice
  now number obtain occur offer old once ongoing open operate order original others outside over overall own particular
  pass people perfect perform person plain play popular potential practice project website site lab assignment homework week prefer prepare present prevent previous
  primary problem process produce product proper prove pull push quality quick quickly reach read real realize really
  receive recent recommend reduce regular remain remember remove repeat replace report represent require respond rest
  result return review rule run safe same save second see seem seen select send separate set several share short side
  similar simple simultaneous since single situation size slow small solution solve soon special specific spot stage
  standard start statement stay step still stop straight strong structure style success such suggest suitable support
  sure switch system take talk task tell test thought time today together told took top total touch toward tried true try
  turn two under understand unique until up upcoming used various version view visit wait walk watch week whole will wish
  within without wonder world worth write written wrong yes yet`
    .split(/\s+/)
    .map((word) => wordStem(word)),
);

/** Words that stand for one another in questions, one meaning a line. */
const SYNONYMS = synonyms(`
  application app apps program software
  connect talk communicate
  close end terminate shutdown finish teardown
  lose lost drop miss missing
  establish open set setup start begin initiate
  create invent develop introduce design
  remember memorize memorise mnemonic saying
  send push deliver transmit emit
  check verify validate
  compute calculate derive
  plain normal regular raw ordinary direct directly
  split divide spread break
  guarantee ensure promise
  everybody everyone all
  proof prove evidence
  avoid prevent
  unit piece
  gist idea summary essence
  takeaway takeaways took
  simultaneous simultaneously
  asynchronous async
  fast quick speed
  change modify alter
  delete remove
  error fail failure
`);

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const NUMERALS = new Map([...DIGITS, ...ORDINALS.map((word, before) => [word, String(before + 1)] as const)]);

/** Words that name no subject: what was read or watched, whom to tell about it, and what to do with it. */
const GENERIC = new Set(
  `video article reading readings chapter topic lesson lecture module section subject tutorial class course week gist
  idea summary takeaway takeaways took takes taken key translate translation friend grandma grandparent grandmother
  parent child kid recruiter relative year old technical nontechnical layman layperson computers mitigate main
  interesting learn learned learnt gained`
    .split(/\s+/)
    .map((word) => stemOf(word)),
);

/**
 * Whether a word says nothing about a question's subject.
 *
 * @param lower in lower case
 * @param leading whether only such words stand before it
 */
export function isEmptyWord(lower: string, leading: boolean): boolean {
  return EMPTY.has(lower) || (leading && REQUESTS.has(lower));
}

/** What a word has in common with its other forms, and with words that mean the same in a question. */
export function stemOf(lower: string): string {
  const numeral = NUMERALS.get(lower);
  if (numeral !== undefined) return numeral;
  const stem = wordStem(lower);
  return SYNONYMS.get(stem) ?? stem;
}

/** Whether a unit names no subject, so that a question of such words alone means whatever its section is about. */
export function isGeneric(key: string): boolean {
  return GENERIC.has(key);
}

/** Whether a unit is an everyday word. */
export function isLight(key: string): boolean {
  return LIGHT.has(key);
}

function synonyms(lines: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [first, ...others] = line
      .trim()
      .split(/\s+/)
      .map((word) => wordStem(word));
    for (const other of others) if (!map.has(other)) map.set(other, first!);
  }
  return map;
}
