import assert from 'node:assert/strict';
import { glossary } from './support.ts';

describe('parseGlossary', () => {
  it('reads a term with its definition and its labels', () => {
    const { title, terms, problems } = glossary(
      [
        '# Networks',
        '',
        '## Opening handshake',
        'The `Upgrade` exchange. It opens.',
        '',
        '```text',
        'a -> b',
        '```',
        '- Aliases: WebSocket handshake, `SYN, ACK`',
        '- See also: TCP, `io.on()`',
        '- Source: [RFC 6455, section 4](https://www.rfc-editor.org/rfc/rfc6455#section-4)',
        '- Source: A book, chapter 2',
      ].join('\n'),
    );
    assert.equal(title, 'Networks');
    assert.deepEqual(problems, []);
    assert.deepEqual(terms, [
      {
        name: 'Opening handshake',
        aliases: ['WebSocket handshake', 'SYN, ACK'],
        definition: 'The `Upgrade` exchange. It opens.\n\n```text\na -> b\n```',
        seeAlso: ['TCP', 'io.on()'],
        sources: [
          { title: 'RFC 6455, section 4', url: 'https://www.rfc-editor.org/rfc/rfc6455#section-4' },
          { title: 'A book, chapter 2', url: null },
        ],
        glossary: 'Networks',
        uri: 'file:///terms.md',
        line: 2,
        span: { start: 12, end: 32 },
      },
    ]);
  });

  it('takes labels in any case, in bold and in the singular', () => {
    const [term] = glossary(
      '# G\n\n## A\nText.\n- **ALIAS:** b\n- see also: C\n- sources: [d](https://d.example)\n',
    ).terms;
    assert.deepEqual(term!.aliases, ['b']);
    assert.deepEqual(term!.seeAlso, ['C']);
    assert.deepEqual(term!.sources, [{ title: 'd', url: 'https://d.example' }]);
  });

  it('leaves the items of the definition before the label lines alone', () => {
    const [term] = glossary('# G\n\n## A\nOne of:\n\n- x\n- y: z\n- Aliases: b\n').terms;
    assert.equal(term!.definition, 'One of:\n\n- x\n- y: z');
    assert.deepEqual(term!.aliases, ['b']);
  });

  it('takes a label line with other items behind it for part of the definition', () => {
    const [term] = glossary('# G\n\n## A\n- Aliases: b\n- x\n- See also: C\n').terms;
    assert.equal(term!.definition, '- Aliases: b\n- x');
    assert.deepEqual([term!.aliases, term!.seeAlso], [[], ['C']]);
  });

  it('takes a list that is not the last block for part of the definition', () => {
    const [term] = glossary('# G\n\n## A\n- Aliases: b\n\nText.\n').terms;
    assert.equal(term!.definition, '- Aliases: b\n\nText.');
    assert.deepEqual(term!.aliases, []);
  });

  it('takes a heading without text above deeper ones for a group', () => {
    const { terms } = glossary('# G\n\n## Group\n\n### A\nText.\n\n### B\nText.\n\n## C\nText.\n');
    assert.deepEqual(
      terms.map(({ name }) => name),
      ['A', 'B', 'C'],
    );
  });

  it('takes a heading with text above deeper ones for a term', () => {
    const { terms } = glossary('# G\n\n## A\nText.\n\n### B\nText.\n');
    assert.deepEqual(
      terms.map(({ name }) => name),
      ['A', 'B'],
    );
  });

  it('takes its title from the front matter before the heading', () => {
    const { title, terms } = glossary('---\nworksheets: glossary\ntitle: Words\n---\n# A\nText.\n\n# B\nText.\n');
    assert.equal(title, 'Words');
    assert.deepEqual(
      terms.map(({ name }) => name),
      ['A', 'B'],
    );
  });

  it('takes its title from the file name where nothing else says it', () => {
    assert.equal(glossary('## A\nText.\n', 'file:///class/my%20words.glossary.md').title, 'my words');
    assert.equal(glossary('## A\nText.\n', 'file:///class/100%.md').title, '100%');
  });

  it('reads names without backticks and emphasis', () => {
    const { terms } = glossary('# G\n\n## `io.on()`\nText.\n\n## The *big* one\nText.\n');
    assert.deepEqual(
      terms.map(({ name }) => name),
      ['io.on()', 'The big one'],
    );
  });

  it('reports a term without a definition', () => {
    const { problems } = glossary('# G\n\n## A\n- Aliases: b\n\n## C\n');
    assert.deepEqual(
      problems.map(({ rule, message }) => [rule, message]),
      [
        ['empty-definition', '"A" has no definition yet.'],
        ['empty-definition', '"C" has no definition yet.'],
      ],
    );
  });

  it('reports a name that two terms of the file claim, in whatever spelling', () => {
    const { problems } = glossary('# G\n\n## Web socket\nText.\n\n## B\nText.\n- Aliases: WebSockets\n');
    assert.deepEqual(
      problems.map(({ rule, message }) => [rule, message]),
      [['claimed-twice', '"WebSockets" already stands for "Web socket" (line 3).']],
    );
  });

  it('reports an alias that is listed twice', () => {
    const { problems } = glossary('# G\n\n## A\nText.\n- Aliases: b, c, b\n');
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['repeated-alias'],
    );
  });

  it('reads whatever it is given', () => {
    for (const text of [
      '',
      '#',
      '---\n[\n---\n# A',
      '- Aliases: x',
      '# A\n## \n',
      '\u0000## x',
      '---\ntitle: 3\n---\n',
    ]) {
      assert.doesNotThrow(() => glossary(text), text);
    }
  });
});
