/** How much a text's wording alone looks like a question; 0 to 1. */
export interface Wording {
  readonly likeness: number;
  /** "Answer the following questions:": announces questions and is none. */
  readonly announces: boolean;
  /** Where the question ends and an answer on the same line starts, as an offset into the text; null where the line holds no more. */
  readonly questionEnd: number | null;
  /** Where the question may end, if the answers to others in its document stand behind them on the same line; null where nothing says so. */
  readonly possibleEnd: number | null;
}

const interrogative = /^(?:what(?:['’]?s)?|why|how|when|where|who(?:['’]?s|se|m)?|which|whats)\b/i;
const askingVerb =
  "(?:is|are|was|were|do|does|did|can|could|would|will|should|has|have|had|might|may|must|(?:is|are|does|do|did|ca|could|would|wo|should)n['’]t)\\b";
/** Question words followed by a verb that asks: "How does ...", "What kinds of events are ..."; not "When it is ...". */
const inverted = new RegExp(
  `^(?:(?:what(?:['’]?s)?|why|how|when|where|who)\\s+${askingVerb}|(?:what['’]?s|what\\s+(?:makes?|happens?|means?))\\b|(?:(?:what|which)\\s+\\S+\\s+|how\\s+(?:many|much|often|long|far|well)\\s+)(?:\\S+\\s+){0,3}?${askingVerb})`,
  'i',
);
const auxiliary =
  /^(?:is|are|was|were|do|does|did|can|could|would|will|should|has|have|had|may|might|must|(?:is|are|do|does|did|ca|could|would|wo|should)n['’]t)\s+\S/i;
const politeness =
  '(?:please\\s+|briefly\\s+|now\\s+|then\\s+|also\\s+|next,?\\s+|in\\s+your\\s+own\\s+words,?\\s+|in\\s+(?:one|two|a\\s+few|\\d)\\s+(?:or\\s+two\\s+)?(?:sentences?|words),?\\s+|(?:using|with|for|from|given|based|after|as|in|on)\\s+(?=\\S)[^,.?]{3,70},\\s+)*';
const courteous = new RegExp(`^${politeness}`, 'i');
/** Verbs that open hardly anything but a task. */
const alwaysOrders =
  'describe|explain|translate|compare|contrast|discuss|summari[sz]e|define|identify|distinguish|elaborate|differentiate|justify';
/** "Using the table above, please colour two ports" */
const pleads = new RegExp(
  `^${politeness}please\\s+(?!(?:check|click|contact|follow|make|note|read|refer|see|visit)\\b)\\p{L}+\\s+(?:the|an?|your|all|each|both|two|three)\\b`,
  'iu',
);
const surelyOrders = new RegExp(`^(?:${alwaysOrders})\\b`, 'i');
/** Verbs that are nouns or parts of titles as often: what follows them tells. */
const oftenOrders =
  'list|name|state|outline|give|provide|compose|document|fill\\s+in|complete|put|order|match|choose|select|pick|tell|share|calculate|compute|convert|predict|demonstrate|illustrate|evaluate|analy[sz]e|research|rank|label|mention|cite|trace|specify|suggest|propose|recall|rewrite|refactor|solve|determine|classify|categori[sz]e|arrange|sort|modify|debug';
/** Verbs that are steps of a recipe as often as tasks of a worksheet. */
const seldomOrders =
  'create|write|show|draw|add|display|include|say|indicate|sketch|find|read|consume|consider|imagine|review|look|explore|think|make|use|try|prove|reflect';
const imperative = new RegExp(`^${politeness}(?:(${alwaysOrders})|(${oftenOrders})|(${seldomOrders}))\\b`, 'i');
const object =
  /^\S+(?:\s+in)?\s+(?:and\s+\w+\s+)?(?:a|an|the|this|that|these|those|some|any|each|every|all|one|two|three|four|five|six|seven|eight|nine|ten|\d+|at\s+least|your|our|their|its|us|me|why|how|what|when|which|where|whether|examples?|reasons?|from|content|something|someone|yourself|between|out)\b/i;
/** A statement of a program, with a question mark in a string. */
const looksLikeCode = /^(?:let|const|var|return|import|function)\s.*[;{(]|[;{]\s*$|=>/;
const withoutCode = (text: string) => (text.includes('`') ? text.replace(/`[^`]*`/g, '``') : text);
/** "Read 12: Pipes", "Reading 12": the title of somebody's notes. */
const namesReading = /^read(?:ing)?s?\s*(?::\s*)?\d/i;
const trueOrFalse = /^(?:\(?\s*(?:t\s*\/\s*f|true\s+or\s+false|true\/false)\b)/i;
const opener = /(?:because|is|are|relates?|important)\s*(?:\.\.\.|…)\s*$/i;
const declarativeWhen =
  /^(?:when|where|what|how|why|which|who)(?:ever)?\s+(?:you|we|they|it|i|he|she|there|the\s+\w+\s+(?:is|are|has|have|\w+s)|(?:to|building|using|working|pulling|setting|a\s+\w+|an\s+\w+))\b/i;

const announcedQuestions = /\bquestions(\s+below|\s*:)?(?:\s*[:.])?\s*$/i;

const rated = (likeness: number, questionEnd: number | null, possibleEnd: number | null = null): Wording => ({
  likeness,
  announces: false,
  questionEnd,
  possibleEnd,
});

/** Rates a line's wording. Context (the marks around it, its siblings, the rest of the document) is judged elsewhere. */
export function rateWording(text: string, hasBlank: boolean): Wording {
  const core = text.replace(/^[\s"'“‘(*¿¡]+/, '');
  if (core.length < 3 || !/\p{L}{2}/u.test(core)) return rated(0, null);
  const asks = interrogative.test(core) || auxiliary.test(core) || /^[\s"'“‘(*]*¿/.test(text);
  if (/^["“][^"“”]+["”]\W*$/.test(text.trim())) return rated(0.5, null);
  // Somebody's words, in an answer that tells a dialogue.
  if (!asks && /^["“][^"“”?]*\?[^"“”]*["”]/.test(text.trim())) return rated(0.3, null);
  // "Who - is your audience", "Name, which tells ...": a word that is explained, or one of several.
  if (/^\p{L}+\s*(?:[-–—:]+\s|,)/u.test(core) && !core.includes('?') && !surelyOrders.test(core))
    return rated(0.2, null);
  if (/^(?:who|what|when|where|why|how|which)\s+[-–—]\s/i.test(core)) return rated(0.3, null);
  if (looksLikeCode.test(withoutCode(core))) return rated(0.3, null);
  if (hasBlank) return rated(0.95, null);
  if (isAnnouncement(core)) return { ...rated(0, null), announces: true };
  const mark = questionMark(text);
  const orders = /\s/.test(core) ? imperative.exec(core) : null;
  if (mark !== null) {
    const rest = text.slice(mark).trim();
    const questionPart = text.slice(0, mark);
    if (rest === '' || isAside(rest, !asksHow.test(core))) {
      const likeness = asks || orders ? 1 : likenessOfLateQuestion(questionPart);
      return rated(likeness, null, mayAnswer(core, questionPart, rest) ? mark : null);
    }
    // What asks in a language without words known here is told by its mark.
    if (asks || orders || asksLater(questionPart) || /[？؟][^\w？؟]*$/.test(questionPart)) return rated(0.85, mark);
    return rated(0.3, mark);
  }
  if (trueOrFalse.test(core)) return rated(0.85, null);
  if (namesReading.test(core)) return rated(0, null);
  if (!orders && pleads.test(core)) return rated(0.8, null);
  if (!orders && ordersAtEnd(core)) return rated(0.6, null);
  if (orders) {
    const likeness = orderLikeness(core, orders);
    return likeness >= 0.8 ? rated(likeness, orderEnd(text), possibleOrderEnd(text)) : rated(likeness, null);
  }
  if (declarativeWhen.test(core)) return rated(0.2, null);
  if (inverted.test(core) || inverted.test(core.replace(courteous, ''))) return rated(0.75, null);
  if (interrogative.test(core)) return rated(0.4, null);
  if (opener.test(core)) return rated(0.5, null);
  return rated(0, null);
}

/** "Answer the following questions:", "Review questions below". */
function isAnnouncement(core: string): boolean {
  const end = announcedQuestions.exec(core);
  if (!end || !core.includes(' ')) return false;
  return end[1] !== undefined || /\b(?:following|these|below)\b/i.test(core.slice(0, end.index));
}

/** Offset after the mark that ends the question at the start of the text, further questions after it included; null where there is none. */
function questionMark(text: string): number | null {
  let end: number | null = null;
  for (const match of text.matchAll(/(?<![!?])[!?]+(?=$|[\s)"'”’*_.,:;\]\\]|[A-Z])|[？؟]+/g)) {
    const start = match.index + match[0].search(/[?？؟]/);
    if (start < match.index || inUrl(text, start) || isParameter(text, start)) continue;
    const stop = match.index + match[0].length;
    // "What is X? Why?" is one question; in "What is X? It is Y. Right?" the answer starts after the first.
    end ??= stop;
    if (stop - end > longestAside) break;
    if (isAside(text.slice(end, stop))) end = stop;
  }
  if (end === null) return null;
  while (/[)"'”’*_.\]]/.test(text[end] ?? '')) end++;
  return end;
}

/** As many characters behind a question may belong to it. */
const longestAside = 400;

/** `parse(source, options?)`: the mark of an optional parameter. */
const isParameter = (text: string, at: number) =>
  /^\?\s*[,)]/.test(text.slice(at)) && /\w\([^()?]*(?:\w\?,[^()]*)?\w$/.test(shortlyBefore(text, at));

const inUrl = (text: string, at: number) => /https?:\/\/[^\s)>]*$/.test(shortlyBefore(text, at));

/** As much as a URL or a call takes up: looking back over a whole line from each of its marks would take too long. */
const shortlyBefore = (text: string, at: number) => text.slice(Math.max(0, at - 1000), at);

function orderLikeness(core: string, orders: RegExpExecArray): number {
  // "Describe and Define" is a title.
  if (orders[1]) return /^\S+\s+and\s+\S+$/i.test(core) ? 0.35 : 0.85;
  const verb = core.slice(orders.index + orders[0].length - (orders[2] ?? orders[3] ?? '').length);
  if (!object.test(verb)) return 0.35;
  return orders[2] ? 0.8 : 0.6;
}

const goesOnAsking = /[?:][^\w?:]*$|\b(?:you|your|example|hint|note|following|below|must|should)\b/i;

/** Offset after an order that its own answer follows ("Describe X. It is ..."); null where the rest is part of what is asked, or there is none. */
function orderEnd(text: string): number | null {
  const end = /[^.\s]{2}[.:](?=\s+\p{Lu}\S*\s+\S+\s+\S+\s+\S)/u.exec(text);
  if (!end || end.index < 10) return null;
  const stop = end.index + end[0].length;
  const order = text.slice(0, stop);
  const rest = text.slice(stop).trim();
  if (goesOnAsking.test(rest) || isAside(rest)) return null;
  const asked = new Set(longWords(order));
  return /^(?:it|they|this|these|there)\b/i.test(rest) || longWords(rest).some((word) => asked.has(word)) ? stop : null;
}

const mayGoOnAsking = /[?:][^\w?:]*$|\b(?:your|hint|note|below|should)\b/i;

/** Offset after an order that anything but a further order follows; null where the rest is surely part of what is asked, or there is none. */
function possibleOrderEnd(text: string): number | null {
  const end = /[^.\s]{2}[.:](?=\s+\S)/.exec(text);
  if (!end || end.index < 10) return null;
  const stop = end.index + end[0].length;
  const rest = text.slice(stop).trim();
  const leads = end[0].endsWith(':') && /\b(?:following|these|those|below)\b/i.test(text.slice(0, stop));
  return leads || mayGoOnAsking.test(rest) || isAside(rest) || addsToQuestion.test(rest) || imperative.test(rest)
    ? null
    : stop;
}

/** Whether what goes on with a question may as well be its answer: it starts in lower case, or says how in the question's words. */
function mayAnswer(core: string, question: string, rest: string): boolean {
  if (rest.includes('?') || addsToQuestion.test(rest)) return false;
  if (/^\p{Ll}/u.test(rest)) return !/\s/.test(rest) || !asksOn(rest);
  const asked = new Set(longWords(question));
  return asksHow.test(core) && !goesOnAsking.test(rest) && longWords(rest).some((word) => asked.has(word));
}

/** What behind a question says how to answer it. */
const addsToQuestion =
  /^\W*(?:\(|(?:and|or|but|if|why|how|when|where|what|which|who|hint|note|think|e\.?g|i\.?e|answer|use|include|keep|try|do|don['’]t|be|pretend|assume|ensure|refer|see|feel|remember)\b)/i;

const longWords = (text: string) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];

/** "JWT is compact. Describe how this helps.": a statement, and then what to do with it. */
function ordersAtEnd(text: string): boolean {
  const sentences = withoutAsides(text.slice(-longestOrder)).match(/[^.!?]+/g) ?? [];
  for (let index = sentences.length - 1; index > 0 && index >= sentences.length - 3; index--) {
    const sentence = sentences[index]!.replace(/^[\s*_]+/, '');
    const order = /^\p{Lu}/u.test(sentence) ? imperative.exec(sentence) : null;
    if (order && orderLikeness(sentence, order) >= 0.8) return true;
    if (!addsToOrder.test(sentence) && sentence !== '') return false;
  }
  return false;
}

/** As many characters at the end of a line are searched for an order. */
const longestOrder = 1000;
const withoutAsides = (text: string) => text.replace(/\([^()]*\)/g, '');
/** "Be sure to name all parts", "Then tell us why" */
const addsToOrder = /^(?:(?:be|make)\s+sure|then|also|include|use)\b/i;

/** A line that ends in a question mark but doesn't start like a question. */
function likenessOfLateQuestion(text: string): number {
  if (/^[\p{L} ]{1,20}:\s*["“]/u.test(text)) return 0.3; // Somebody's words in a dialogue.
  if (/[.!]["”']?\s+\S/.test(text)) return 0.72;
  if (/^\S+(?:\s\S+){0,3}\s=\s/.test(withoutCode(text))) return 0.3; // What a word means, in somebody's notes.
  return asksLater(text) ? 0.9 : 0.75;
}

/** `(think Git and GitHub)`, `Give an example.`, "Why or why not": belongs to the question before it. */
function isAside(rest: string, mayOrder = false): boolean {
  const plain = rest.replace(/^[^\p{L}\p{N}("“'*_`[]+/u, '');
  if (/^\(.*\)[.:]?$/.test(plain) || plain === '') return true;
  const sentences = (plain.match(/[^.?!]+[.?!]*/g) ?? []).map((sentence) => sentence.trim());
  const last = sentences.length - 1;
  // Somebody who asks on may fall short of a whole question in between.
  const isBetween = (sentence: string, index: number) =>
    index < last && sentence.endsWith('?') && asksOn(sentences[last]!);
  return sentences.every(
    (sentence, index) => asksOn(sentence) || (mayOrder && startsOrder(sentence)) || isBetween(sentence, index),
  );
}

/** "How do you save? Use a file.", "What does it do? Save a file." say how; behind any other question an order goes on with it. */
const asksHow =
  /^(?:how|which|where|who)\b|^what\s+do(?:es)?\s[^?]*\sdo\?|\b(?:can|could|should|would|do|does)\s+(?:you|we|i|one|they|it|he|she)\b/i;

const startsOrder = (sentence: string) =>
  /^\p{Lu}(?!\p{Lu})/u.test(sentence) && imperative.test(sentence) && /^\S+\s+\S/.test(sentence);

/** Whether a sentence after a question still belongs to what is asked. */
function asksOn(whole: string): boolean {
  const sentence = whole.replace(/^(?:and|or|but)\s+/i, '');
  // "PUT" is a word of a protocol.
  const order = /^\p{Lu}{2}/u.test(sentence) ? null : imperative.exec(sentence);
  if (order) return orderLikeness(sentence, order) >= 0.8 || sentence.split(/\s+/).length === 1;
  const condition = /^if (?:so|not|yes|no)\b[,:]?\s*/i.exec(sentence)?.[0];
  // "If so, it is none" answers.
  if (condition !== undefined) return sentence === condition || asksOn(sentence.slice(condition.length));
  if (/^(?:hint|note|be specific|use your own words|your answer)\b/i.test(sentence)) return true;
  if (/^(?:why|how|when|where|what|which|who)(?:\s+or\s+why)?(?:\s+not)?[.?!]*$/i.test(sentence)) return true;
  if (!sentence.endsWith('?')) return false;
  return (
    interrogative.test(sentence) || auxiliary.test(sentence) || asksLater(sentence) || sentence.split(/\s+/).length <= 4
  );
}

/** "Within Express, what does routing refer to?": the question word stands after an introduction. */
function asksLater(text: string): boolean {
  return /(?:^|[,;:.–-]\s+|\b(?:and|or|but|of|in|from|for|to|at|on|with|by)\s+)(?:what|why|how|when|where|who|which|is|are|does|do|can|could|would|should|did|will)\b/i.test(
    text,
  );
}
