import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { parseGlossary } from '../../../server/src/knowledge/parse-glossary.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';

const folder = path.resolve(import.meta.dirname, '../../../knowledge');
const builtIn = createKnowledge(
  readdirSync(folder)
    .filter((name) => name.endsWith('.glossary.md'))
    .map((name) => parseGlossary(`test:/${name}`, parseMarkdown(readFileSync(path.join(folder, name), 'utf8')))),
  [],
);
const knowledgeOf = (...lines: string[]) =>
  createKnowledge([parseGlossary('test:/own.glossary.md', parseMarkdown(`# Own\n\n${lines.join('\n')}\n`))], []);
const names = (terms: readonly { readonly name: string }[]) => terms.map(({ name }) => name);
const found = (knowledge: typeof builtIn, prose: string) =>
  knowledge.findTerms(prose).map(({ span, terms }) => [prose.slice(span.start, span.end), ...names(terms)]);

describe('common words', () => {
  const bare =
    'frame ping pong packet segment switch bridge router header window port socket acknowledgement handshake room ' +
    'namespace broadcast adapter middleware event listener queue cookie session gateway upgrade keep-alive channel topic';
  for (const word of bare.split(' ')) {
    it(`defines ${word} and its plural`, () => {
      assert.notDeepEqual(builtIn.define(word), []);
      if (!/ch$|-/.test(word)) assert.notDeepEqual(builtIn.define(`${word}s`), []);
    });
  }

  it('gives every term that a word is short for', () => {
    assert.deepEqual(names(builtIn.define('frame')).sort(), ['Data-link frame', 'WebSocket frame']);
    assert.deepEqual(names(builtIn.define('Socket')).sort(), ['Network socket', 'Socket instance']);
  });

  it('does not find them in running text', () => {
    assert.deepEqual(found(builtIn, 'Look through the window frame, commit the issue and push it to a branch.'), []);
    assert.deepEqual(found(builtIn, 'Each Window has a Frame.'), []);
  });

  it('finds the full name all the same', () => {
    assert.deepEqual(found(builtIn, 'a WebSocket frame'), [['WebSocket frame', 'WebSocket frame']]);
  });

  it('finds one that is the name of a term', () => {
    const own = knowledgeOf('## Frame', 'The border of a picture.', '', '- Aliases: border');
    assert.deepEqual(found(own, 'a frame'), [['frame', 'Frame']]);
  });

  it('finds an alias in capitals only as written', () => {
    const own = knowledgeOf('## Open state', 'Ready.', '', '- Aliases: OPEN');
    assert.deepEqual(found(own, 'open the door while OPEN'), [['OPEN', 'Open state']]);
    assert.deepEqual(names(own.define('open')), ['Open state']);
  });
});
