import assert from 'node:assert/strict';
import { termMarkup } from '../../../server/src/features/markup.ts';
import type { Term } from '../../../server/src/knowledge/model.ts';

const term: Term = {
  name: 'Round trip',
  aliases: ['RTT'],
  definition: 'There and back again.\n\n```text\n--->\n<---\n```',
  seeAlso: ['Port'],
  sources: [{ title: 'The book', url: 'https://example.org/book' }],
  glossary: 'Terms',
  uri: 'file:///terms.md',
  line: 0,
  span: { start: 0, end: 0 },
};

const names = 'Also called: RTT · See also: Port';
const source = '[The book](https://example.org/book)';

describe('a term as people read it', () => {
  it('has its source in sight above a drawing', () =>
    assert.equal(termMarkup(term), `**Round trip** · Terms · ${source}\n\n${term.definition}\n\n${names}`));

  it('has no drawing where there is no room for one', () =>
    assert.equal(termMarkup(term, false), `**Round trip** · Terms\n\nThere and back again.\n\n${names}\n\n${source}`));

  it('leaves out what it has not', () =>
    assert.equal(
      termMarkup({ ...term, aliases: [], seeAlso: [], sources: [], definition: 'There.' }),
      '**Round trip** · Terms\n\nThere.',
    ));
});
