import type { PlacedLine, Role } from './prompts.ts';

/** Whether a document is a worksheet by its looks, and why. */
export interface Looks {
  readonly isWorksheet: boolean;
  readonly reasons: readonly string[];
}

/** Parts in which people keep their notes beside the questions they answer. */
const ownNotes = /\b(?:notes?|terms?|vocab(?:ulary)?|materials?|lecture|review)\b/i;

/**
 * Decides by the document's own text whether it is a worksheet: enough questions, alike in layout, and little besides questions,
 * answers and headings. A page with a few questions among much other text (a README with its FAQ) is none.
 *
 * @param known how many of its questions a key knows; a key's questions are the best evidence there is
 */
export function judgeLooks(lines: readonly PlacedLine[], roles: readonly Role[], known: number): Looks {
  const layouts = new Map<string, number>();
  let questions = 0;
  let numbered = 0;
  let below = 0;
  let beside = 0;
  let empty = 0;
  let inQuestion = false;
  let wasPrompt = false;
  let aside = false;
  lines.forEach(({ line, block }, index) => {
    const role = roles[index]!;
    const content = line.kind === 'code' || line.kind === 'table' || (line.kind === 'text' && line.text !== '');
    if (wasPrompt && content && (role === 'prompt' || role === 'topic')) empty++;
    if (content) wasPrompt = role === 'prompt';
    if (role === 'prompt') {
      questions++;
      layouts.set(line.layout, (layouts.get(line.layout) ?? 0) + 1);
      if (line.marker === 'ordered' || line.innerNumber || line.label === 'question') numbered++;
      inQuestion = true;
      aside = false;
    } else if (role === 'topic') {
      inQuestion = false;
      aside = ownNotes.test(line.text);
    } else if (line.kind === 'code' && lines[index - 1]?.block === block) {
      // A code block counts as one line, whatever its length.
    } else if (role === 'other' && content) {
      if (inQuestion) below++;
      else if (!line.isLink && !aside) beside++;
    }
  });
  const share = (questions + below) / (questions + below + beside || 1);
  const alike = Math.max(0, ...layouts.values()) / (questions || 1);
  const counted = `${questions} ${questions === 1 ? 'question' : 'questions'} with room for answers`;
  if (known >= 2 || (known === 1 && share >= 0.5)) {
    return {
      isWorksheet: true,
      reasons: [`${known} of its ${questions} questions ${known === 1 ? 'is' : 'are'} in an answer key`, counted],
    };
  }
  const length = below / (questions || 1);
  const mostly = questions >= 3 && share >= 0.6 && alike >= 0.5 && length <= 12;
  const countedOut = (numbered >= 4 || (questions >= 4 && alike >= 0.6)) && share >= 0.35 && length <= 6;
  const template = questions >= 3 && empty >= 3 && empty * 2 >= questions && share >= 0.5;
  const isWorksheet = mostly || countedOut || template;
  const reasons = isWorksheet ? [counted, `${Math.round(share * 100)} % of its lines are questions and answers`] : [];
  return { isWorksheet, reasons };
}
