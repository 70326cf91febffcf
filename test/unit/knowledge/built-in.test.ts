import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { packKnowledge, unpackKnowledge } from '../../../server/src/knowledge/packed.ts';
import { knowledgeProblems } from '../../../server/src/knowledge/problems.ts';
import { builtInFiles, fixture } from './support.ts';

const files = builtInFiles();
const knowledge = createKnowledge(files.glossaries, files.keys);
const terms = files.glossaries.flatMap((glossary) => glossary.terms);

describe('the built-in knowledge', function () {
  this.timeout(20_000);
  it('has no problems', () => {
    const found = [...files.glossaries, ...files.keys].flatMap((file) =>
      knowledgeProblems(knowledge, file.uri).map(({ message }) => `${file.title}: ${message}`),
    );
    assert.deepEqual(found, []);
  });

  it('finds each term by its name and by each alias', () => {
    const missing = terms.flatMap((term) =>
      [term.name, ...term.aliases]
        .filter((text) => !knowledge.define(text).includes(term))
        .map((text) => `${text}: ${term.name}`),
    );
    assert.deepEqual(missing, []);
  });

  it('finds what a student may look up', () => {
    const queries = fixture<readonly string[]>('knowledge/looked-up.json');
    const missing = queries.filter((query) => knowledge.lookUp(query).length === 0);
    assert.ok(missing.length <= 0.01 * queries.length, missing.join('\n'));
  });

  it('puts a term first where it is asked for by its own name', () => {
    const others = terms.filter((term) => knowledge.define(term.name)[0] !== term).map(({ name }) => name);
    assert.deepEqual(others, []);
  });

  it('has a definition, a source and a title for each term', () => {
    for (const term of terms) {
      assert.ok(term.definition.length > 20, term.name);
      assert.ok(term.sources.length > 0, term.name);
      for (const { url } of term.sources) assert.match(url ?? '', /^https:\/\//, term.name);
    }
  });

  it('has an answer, a short answer and a source for each question', () => {
    for (const question of files.keys.flatMap((key) => key.questions)) {
      assert.ok(question.answer.length > 0 && question.shortAnswer.length > 0, question.text);
      assert.ok(question.sources.length > 0, question.text);
      if (question.kind === 'open') assert.notEqual(question.keyPoints.length, 1, question.text);
      else assert.ok(question.accept.length > 0, question.text);
    }
  });
});

describe('packed knowledge', () => {
  const texts = [
    {
      name: 'a.glossary.md',
      text: '# A\n\n## Web socket\nText.\n- Aliases: WS, boxes\n- See also: B\n\n## Transport layer\nText.\n',
    },
    {
      name: 'b.key.md',
      text: '---\nworksheets: key\n---\n# B\n\n## S\n\n### What is a web socket?\n\nA **thing**.\n\n- Hint: x\n',
    },
  ];
  // As it comes out of the bundle.
  const unpacked = unpackKnowledge(packKnowledge(texts));

  it('is what was packed', () => {
    const { name, aliases, definition, seeAlso, sources, glossary, uri, line, span } =
      unpacked.glossaries[0]!.terms[0]!;
    assert.deepEqual(
      { name, aliases, definition, seeAlso, sources, glossary, uri, line, span },
      {
        name: 'Web socket',
        aliases: ['WS', 'boxes'],
        definition: 'Text.',
        seeAlso: ['B'],
        sources: [],
        glossary: 'A',
        uri: 'worksheets-built-in:/a.glossary.md',
        line: 2,
        span: { start: 5, end: 18 },
      },
    );
    const [question] = unpacked.keys[0]!.questions;
    assert.equal(question!.hint, 'x');
    assert.deepEqual(question!.section, ['S']);
    assert.deepEqual([question!.accept, question!.misconceptions, question!.kind], [[], [], 'open']);
  });

  it('finds and matches as the files themselves do', () => {
    const fromPack = createKnowledge(unpacked.glossaries, unpacked.keys);
    assert.deepEqual(
      fromPack.findTerms('box at the transport layers').map(({ terms: [term] }) => term!.name),
      ['Web socket', 'Transport layer'],
    );
    assert.equal(
      fromPack.match({ text: 'Define WS', section: [], kind: 'open' })?.question,
      unpacked.keys[0]!.questions[0],
    );
  });
});
