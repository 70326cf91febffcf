import { t } from '@vscode/l10n';
import type { KnownList } from '../knowledge/known-lists.ts';
import type { Listing, Mention } from '../knowledge/listing.ts';
import { shift } from '../text/span.ts';
import { inSentence, listedIn } from './listed.ts';
import { type Rule, relatedKey } from './rule.ts';

/** Reports lists whose items do not stand in their order. */
export const listOrder: Rule = {
  id: 'list-order',
  severity: 'warning',
  summary: 'The items of a list with a fixed order stand in another one.',
  explanation:
    'Layers, steps and stages have an order. An answer that lists them is compared with the numbered list of the answer key; from the ' +
    'first to the last is as good as from the last to the first. The message names the first place where the order breaks. A key of your ' +
    'own does the same: write the items as a numbered list, and their number in the question or the answer, such as "the four stages".',
  examples: [
    {
      name: 'Two layers in each other\u2019s place',
      markdown:
        '---\nworksheets: worksheet\n---\n1. Name the seven layers of the OSI model in order.\n' +
        '   - Application, Presentation, <|Session, Network|>, Transport, Data Link, Physical\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. Name the seven layers of the OSI model in order.\n' +
        '   - Application, Presentation, Session, Transport, Network, Data Link, Physical\n',
    },
    {
      name: 'Steps in another order',
      markdown:
        '---\nworksheets: worksheet\n---\n1. Describe the steps of the TCP three-way handshake.\n   - It is <|SYN, ACK|>, SYN-ACK.\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. Describe the steps of the TCP three-way handshake.\n   - It is SYN, SYN-ACK, ACK.\n',
    },
  ],
  checkQuestion(context, question) {
    const found = listedIn(context, question);
    const at = found ? breakOf(found.listing) : null;
    if (!found || at === null) return [];
    const { list, mentions } = found.listing;
    const [last, wrong] = [mentions[at]!, mentions[at + 1]!];
    const group = list.noun.split(' ').at(-1)!;
    return [
      {
        rule: 'list-order',
        severity: 'warning',
        span: { start: found.start + last.span.start, end: found.start + wrong.span.end },
        message:
          context.assistance === 'answers'
            ? correction(list, group, mentions, last)
            : t('The {0} are out of order: look again at what follows {1}.', group, inSentence(list.items[last.item]!)),
        question,
        related: relatedKey(context, list.question),
      },
    ];
  },
  fix(context, { question }) {
    const found = question && context.assistance === 'answers' ? listedIn(context, question) : null;
    if (!found?.listing.bare) return [];
    const { mentions } = found.listing;
    const texts = inOrder(mentions).map(({ span }) => found.text.slice(span.start, span.end));
    const edits = mentions.map(({ span }, at) => ({ span: shift(span, found.start), newText: texts[at]! }));
    return [{ title: t('Put them in order'), edits, preferred: true }];
  },
};

/** Position of the last mention before the first that is not the next one of those that are listed; null where all are in order. */
function breakOf({ list, mentions }: Listing): number | null {
  if (!list.ordered) return null;
  const right = inOrder(mentions);
  const at = mentions.findIndex((mention, index) => mention !== right[index]);
  return at < 0 ? null : Math.max(0, at - 1);
}

/** The mentions as they should stand, in the direction that most of them have. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const rising = mentions.slice(1).filter(({ item }, at) => item > mentions[at]!.item).length;
  const upward = rising * 2 >= mentions.length - 1;
  return mentions.toSorted((a, b) => (upward ? a.item - b.item : b.item - a.item));
}

function correction(list: KnownList, group: string, mentions: readonly Mention[], last: Mention): string {
  const right = inOrder(mentions);
  const next = right[right.indexOf(last) + 1];
  const [one, other] = next ? [next, last] : [last, right.at(-2)!];
  const names = [group, inSentence(list.items[one.item]!), inSentence(list.items[other.item]!)] as const;
  if (list.rising === null) return t('The {0} are out of order: {1} comes right after {2}.', ...names);
  return one.item > other.item === list.rising
    ? t('The {0} are out of order: {1} comes right above {2}.', ...names)
    : t('The {0} are out of order: {1} comes right below {2}.', ...names);
}
