import { t } from '@vscode/l10n';
import type { Listing } from '../knowledge/listing.ts';
import { numberWord } from '../knowledge/number-words.ts';
import { inSentence, listedIn } from './listed.ts';
import { type Fix, type Rule, type RuleContext, relatedKey } from './rule.ts';

/** Reports lists of a known number of things that lack one or two of them. */
export const incompleteList: Rule = {
  id: 'incomplete-list',
  severity: 'warning',
  summary: 'A list names nearly all of what a key lists, but not all.',
  explanation:
    'Where an answer key gives a list and says how many there are, such as "the seven layers", an answer that lists them is compared with ' +
    'it, whether in a sentence or a line each, in this order or the other way round. A typing error in a name does no harm, and nothing is ' +
    'said about an answer that only speaks of some of them. A key of your own does the same: write the items as a list, and their number ' +
    'in the question or the answer. Where the worksheet allows hints only, what is missing is not named.',
  examples: [
    {
      name: 'Six of seven',
      markdown:
        '---\nworksheets: worksheet\n---\n1. Name the seven layers of the OSI model in order.\n' +
        '   - <|Application, Presentation, Transport, Network, Data Link, Physical|>\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. Name the seven layers of the OSI model in order.\n' +
        '   - Application, Presentation, Session, Transport, Network, Data Link, Physical\n',
    },
    {
      name: 'A line each',
      markdown:
        '---\nworksheets: worksheet\n---\n### What are the layers of the TCP/IP model?\n\n- <|Link\n- Internet\n- Application|>\n',
      fixed:
        '---\nworksheets: worksheet\n---\n### What are the layers of the TCP/IP model?\n\n- Link\n- Internet\n- Transport\n- Application\n',
    },
  ],
  checkQuestion(context, question) {
    const found = listedIn(context, question);
    if (!found || found.listing.missing.length === 0) return [];
    const { list, mentions, missing } = found.listing;
    const all = list.items.length;
    const number = numberWord(all - missing.length);
    const counts = [number[0]!.toUpperCase() + number.slice(1), numberWord(all), list.noun] as const;
    const names = missing.map((item) => inSentence(list.items[item]!));
    return [
      {
        rule: 'incomplete-list',
        severity: 'warning',
        span: { start: found.start + mentions[0]!.span.start, end: found.start + mentions.at(-1)!.span.end },
        message: messageOf(counts, names, context.assistance === 'answers'),
        question,
        related: relatedKey(context, list.question),
      },
    ];
  },
  fix(context, { question }) {
    const found = question && context.assistance === 'answers' ? listedIn(context, question) : null;
    return found ? addMissing(context, found.listing, found.start) : [];
  },
};

function messageOf(counts: readonly [string, string, string], names: readonly string[], allowed: boolean): string {
  const [first, second] = names as [string, string?];
  if (second === undefined) {
    return allowed
      ? t('{0} of the {1} {2}: {3} is missing.', ...counts, first)
      : t('{0} of the {1} {2}: one is missing.', ...counts);
  }
  return allowed
    ? t('{0} of the {1} {2}: {3} and {4} are missing.', ...counts, first, second)
    : t('{0} of the {1} {2}: two are missing.', ...counts);
}

/** Writes what is missing between its neighbours, set apart as most of the others are. */
function addMissing({ document }: RuleContext, { list, mentions, missing, bare }: Listing, start: number): Fix[] {
  const order = mentions.map(({ item }) => item);
  const upward = order.at(-1)! > order[0]!;
  const isSorted = order.slice(1).every((item, at) => item > order[at]! === upward);
  const gaps = mentions
    .slice(1)
    .map(({ span }, at) => document.text.slice(start + mentions[at]!.span.end, start + span.start));
  const gap = mostFrequent(gaps)!;
  // Neither numbers, which would have to change, nor half of an emphasis, nor behind "and", where only the last one stands.
  const lasts = missing.includes(upward ? list.items.length - 1 : 0) && /\band\b/.test(gaps.at(-1)!);
  if (!bare || !isSorted || lasts || gaps.some((text) => /[\d()]|[*_`~]\S|\S[*_`~]/.test(text))) return [];
  const capital = /^\p{Lu}/u.test(document.text.slice(start + mentions[0]!.span.start));
  const edits = (upward ? missing : missing.toReversed()).map((item) => {
    const name = capital ? list.items[item]! : inSentence(list.items[item]!);
    const before = mentions.findLast((mention) => mention.item < item === upward);
    const at = start + (before ? before.span.end : mentions[0]!.span.start);
    return { span: { start: at, end: at }, newText: before ? gap + name : name + gap };
  });
  const names = missing.map((item) => inSentence(list.items[item]!)).join(', ');
  return [{ title: t('Add {0}', names), edits, preferred: true }];
}

function mostFrequent(texts: readonly string[]): string | null {
  const count = (text: string) => texts.filter((other) => other === text).length;
  return texts.reduce<string | null>((best, text) => (best === null || count(text) > count(best) ? text : best), null);
}
