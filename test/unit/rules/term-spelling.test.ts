import assert from 'node:assert/strict';
import { builtInKnowledge } from '../../../server/src/knowledge/built-in.ts';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { parseGlossary } from '../../../server/src/knowledge/parse-glossary.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { mended, reported } from '../../support/findings.ts';

const { glossaries, keys } = builtInKnowledge();
const builtIn = createKnowledge(glossaries, keys);

const found = (question: string, answer: string, knowledge = builtIn) =>
  reported('term-spelling', `### ${question}\n\n${answer}\n\n### What is a yak?\n\nAn animal.\n`, knowledge);
const misspelt = (question: string, answer: string, knowledge = builtIn) =>
  found(question, answer, knowledge).map(([text]) => text);

describe('term-spelling', () => {
  it('says what the word looks like', () => {
    assert.deepEqual(found('Name some layers.', 'Physical, network, Presentaton'), [
      ['Presentaton', '"Presentaton" looks like "Presentation (layer)".'],
    ]);
    assert.deepEqual(found('How does TCP open a connection?', 'With SYN, SYN-AKC, and ACK.'), [
      ['SYN-AKC', '"SYN-AKC" looks like "SYN-ACK".'],
    ]);
    assert.deepEqual(found('When would you use Socket.IO?', 'Scoket.io is for chats.'), [
      ['Scoket.io', '"Scoket.io" looks like "Socket.IO".'],
    ]);
  });

  it('goes by what the question, its key answer and the answer speak of', () => {
    assert.deepEqual(misspelt('What is a WebSocket handshake?', 'A hanshake in HTTP'), ['hanshake']);
    assert.deepEqual(misspelt('What is a yak?', 'It has a hanshake'), []);
  });

  it('knows long words anywhere', () =>
    assert.deepEqual(misspelt('How do two yaks meet?', 'With a syncronyzation'), ['syncronyzation']));

  it('knows a long word that is written by its sound', () => {
    assert.deepEqual(found('What is a three-way handshake?', 'With it both sides sequnize.'), [
      ['sequnize', '"sequnize" looks like "synchronize".'],
    ]);
    assert.deepEqual(misspelt('What is a three-way handshake?', 'A kind of srtize, or ncction'), []);
  });

  it('doubts a rare word where the text has the usual one as well', () => {
    const question = 'What does socket.emit() do?';
    assert.deepEqual(misspelt(question, 'It goes from the serer to one client of that server.'), ['serer']);
    assert.deepEqual(misspelt(question, 'It goes from the serer to one client.'), []);
    assert.deepEqual(misspelt(question, 'A requester sends one request after the other.'), []);
  });

  it('leaves ordinary words alone, however near, and what is made of them', () => {
    for (const answer of ['A socked packed the rooter', 'It is about reusability', 'a recoined pocket', 'organisation'])
      assert.deepEqual(misspelt('What does a socket do with a packet on a router?', answer), [], answer);
  });

  it('leaves other forms of terms alone', () =>
    assert.deepEqual(
      misspelt('What does a proxy do?', 'Proxying: it proxied sockets, websockets and multicasting'),
      [],
    ));

  it('leaves other languages alone', () =>
    assert.deepEqual(
      misspelt('What is a protocol?', 'Un protocolo es una conjunto de reglas para la communicacion'),
      [],
    ));

  it('leaves code, paths, links and questions alone', () => {
    for (const answer of [
      '`scoket`',
      'see ./scoket or scoket.js',
      '[scoket](https://example.org/scoket)',
      'call scoket()',
    ])
      assert.deepEqual(misspelt('What is a socket?', answer), [], answer);
    assert.deepEqual(misspelt('What is a scoket or a socket?', 'A pair of an address and a port.'), []);
  });

  it('says nothing where two words may be meant', () => {
    const own = (...names: string[]) => [
      parseGlossary(
        'test:/a.md',
        parseMarkdown(`# Own\n\n${names.map((name) => `## ${name}\n\nA thing.\n`).join('\n')}`),
      ),
    ];
    const two = createKnowledge(own('Brankle', 'Brinkle'), []);
    assert.deepEqual(misspelt('Why a brankle and a brinkle?', 'A bronkle', two), []);
    const one = createKnowledge(own('Brankle', 'Winkle'), []);
    assert.deepEqual(misspelt('Why a brankle?', 'A bronkle', one), ['bronkle']);
  });

  it('is mended with the capital and the plural that stand there', () => {
    const body = '### What are sockets, routers and WebSockets?\n\nROUTES. Scokets, Ruoters and websokcets.\n';
    const fixes: string[] = [];
    let text = body;
    for (let left = reported('term-spelling', text, builtIn).length; left > 0; left--) {
      const [[title, after]] = mended('term-spelling', text, builtIn) as [[string, string]];
      fixes.push(title);
      text = after;
    }
    assert.deepEqual(fixes, ['Write "Sockets"', 'Write "Routers"', 'Write "WebSockets"']);
    assert.equal(text, body.replace('Scokets, Ruoters and websokcets', 'Sockets, Routers and WebSockets'));
  });
});
