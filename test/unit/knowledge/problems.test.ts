import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import type { AnswerKey, Glossary } from '../../../server/src/knowledge/model.ts';
import { knowledgeProblems } from '../../../server/src/knowledge/problems.ts';
import { answerKey, glossary } from './support.ts';

const rules = (uri: string, glossaries: readonly Glossary[], keys: readonly AnswerKey[] = []) =>
  knowledgeProblems(createKnowledge(glossaries, keys), uri).map(({ rule, message }) => `${rule}: ${message}`);

describe('knowledgeProblems', () => {
  const one = glossary('# One\n\n## Web socket\nText.\n- See also: B, Nowhere\n', 'file:///one.md');
  const two = glossary('# Two\n\n## B\nText.\n- Aliases: WebSockets, frame\n', 'file:///two.md');

  it('reports a name that an entry of another glossary claims, in both', () => {
    assert.deepEqual(rules('file:///two.md', [one, two]), [
      'claimed-twice: "WebSockets" also stands for "Web socket" in the glossary "One". Leave it to one of them.',
    ]);
    assert.match(rules('file:///one.md', [one, two])[0]!, /^claimed-twice: "Web socket" also stands for "B"/);
  });

  it('leaves everyday words to several entries', () => {
    const other = glossary('# Three\n\n## C\nText.\n- Aliases: frame\n', 'file:///three.md');
    assert.deepEqual(rules('file:///three.md', [two, other]), []);
  });

  it('lets a workspace define and answer anew what is built in', () => {
    const builtIn = glossary('# Built in\n\n## B\nText.\n', 'worksheets-built-in:/x.glossary.md');
    assert.deepEqual(rules('file:///two.md', [builtIn, two]), []);
    const key = '# K\n\n### What is a net?\n\nMany **nodes**.\n';
    const keys = [answerKey(key, 'worksheets-built-in:/x.key.md'), answerKey(key, 'file:///x.key.md')];
    assert.deepEqual(rules('file:///x.key.md', [], keys), []);
  });

  it('reports a "See also" that leads nowhere', () => {
    assert.ok(rules('file:///one.md', [one, two]).includes('unknown-see-also: No glossary has "Nowhere".'));
  });

  it('reports questions that ask the same, unless their sections tell them apart', () => {
    const alike = answerKey(
      '# K\n\n## A\n\n### What is a net?\n\nMany **nodes**.\n\n### Define: net\n\nA **web**.\n',
      'file:///k.md',
    );
    assert.deepEqual(rules('file:///k.md', [], [alike]), [
      'alike-questions: This asks the same as "Define: net" in "K". Word them further apart.',
      'alike-questions: This asks the same as "What is a net?" in "K". Word them further apart.',
    ]);
    const video = '### What are the key takeaways from this video?\n\nThat **nets** hold.\n';
    const apart = answerKey(`# K\n\n## Nets\n\n${video}\n## Ropes\n\n${video}`, 'file:///k.md');
    assert.deepEqual(rules('file:///k.md', [], [apart]), []);
  });

  it("passes on what the file's own parser found", () => {
    assert.match(rules('file:///e.md', [glossary('# E\n\n## A\n', 'file:///e.md')])[0]!, /^empty-definition/);
    assert.deepEqual(rules('file:///unknown.md', [one]), []);
  });
});
