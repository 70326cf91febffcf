import assert from 'node:assert/strict';
import { findBlanks } from '../../../server/src/worksheet/blanks.ts';
import { markSpans, withSpans } from '../../support/marked-text.ts';

/** Checks that the marked stretches, and nothing else, are open blanks. */
function openBlanks(marked: string): void {
  const { text } = withSpans(marked);
  assert.equal(markSpans(text, findBlanks(text).open), marked);
}

describe('open blanks', () => {
  const sentences = [
    'A switch keeps a <|____|> of addresses.',
    'A switch keeps a <|__|> of addresses.',
    'A switch keeps a <|___|> of addresses.',
    'A switch keeps a <|_____|> of addresses.',
    'A switch keeps a <|________|>.',
    'A switch keeps a <|________________________|>',
    '<|____|> is what a switch keeps.',
    'A switch keeps <|____|>, and a hub keeps <|____|>.',
    'Layer <|__|> and layer <|___|>, in that order.',
    'A switch keeps a <|\\_\\_\\_\\_|> of addresses.',
    'A switch keeps a <|\\_\\_|> of addresses.',
    'A switch keeps a <|**____**|> of addresses.',
    'A switch keeps a <|**\\_\\_\\_\\_**|> of addresses.',
    'A switch keeps a <|**\\_\\_**\\_\\_|> of addresses.',
    'A switch keeps a <|**__**__|> of addresses.',
    'A switch keeps a <|__**__**|> of addresses.',
    '**<|____|> is what a switch keeps.** Then it waits.',
    'A switch keeps a <|__ __ ____|> of addresses.',
    'A switch keeps a table, a hub <|___|> a table.',
    'It ends in <|___ _____|> .',
    'A tree is a graph in which the<|____|> Node has no parent.',
    'It sends "<|____|>" first.',
    'It sends (<|____|>) first.',
    'Sends <|____|>? Then waits.',
    '**A switch keeps a <|____|> of addresses.**',
    '*A switch keeps a <|____|> of addresses.*',
    '1 + <|__|> makes three of them',
    'A café has <|____|> tables.',
    '🙂 A switch keeps a <|____|> of addresses.',
  ];
  for (const sentence of sentences) it(sentence, () => openBlanks(sentence));
});

describe('underscores that are no blanks', () => {
  const texts = [
    'No underscore at all',
    '____',
    '___',
    '**____**',
    '__ __ __',
    'Name ____',
    'What does __init__ do?',
    'What do __init__ and __repr__ do?',
    'What is __name__ == "__main__" for?',
    'A switch keeps a __table__ of addresses.',
    'A switch keeps a ___table___ of addresses.',
    'A switch keeps a _table_ of addresses.',
    'A switch keeps a __*table*__ of addresses.',
    'A switch keeps a __table of many entries__ for its ports.',
    'Set max_retry_count to three.',
    'Filter by sent_at__lte and sent_at__gte of the frame.',
    'Call `parse(__, ____)` with two values.',
    'Look at https://example.org/a____b/page for more.',
    'Look at [the page](./a____b.md) for more.',
  ];
  for (const text of texts) it(text, () => assert.deepEqual(findBlanks(text).open, []));
});

describe('filled blanks', () => {
  const sentences = [
    'A switch keeps a ____<|table|>____ of addresses.',
    'A switch keeps a _____<|table of entries|>_____ for its ports.',
    'A switch keeps a _<|table|>___ of addresses.',
    'A switch keeps what it learns in a _<|table|>.___',
    '____<|Switches|>____ keep tables of addresses.',
  ];
  for (const sentence of sentences)
    it(sentence, () => {
      const { text } = withSpans(sentence);
      const { open, filled } = findBlanks(text);
      assert.deepEqual(open, []);
      assert.equal(markSpans(text, filled ? [filled] : []), sentence);
    });

  it('finds an open blank beside a filled one', () => {
    const { text, spans } = withSpans('A ____<|switch|>____ keeps a <|____|> of addresses.');
    assert.deepEqual(findBlanks(text), { open: [spans[1]], filled: spans[0] });
  });

  it('has none in a sentence with two open blanks between spaces', () =>
    assert.equal(findBlanks('A ____ keeps a ____ of addresses.').filled, null));
});
