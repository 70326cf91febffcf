import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_SETTINGS } from '../../server/src/lsp/settings.ts';
import { parseMarkdown } from '../../server/src/markdown/document.ts';
import { createWorksheetService } from '../../server/src/service.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';

const folder = path.resolve(import.meta.dirname, '../../examples');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const worksheets = readdirSync(folder).filter((name) => /^\d/.test(name));
const own = [
  knowledgeLibrary.parse('glossary', 'file:///my-class.glossary.md', parseMarkdown(read('my-class.glossary.md'))),
  knowledgeLibrary.parse('key', 'file:///my-class.key.md', parseMarkdown(read('my-class.key.md'))),
];

function open(name: string) {
  const service = createWorksheetService({ knowledge: knowledgeLibrary.combine(own), settings: DEFAULT_SETTINGS });
  service.open(name, 0, read(name));
  return service;
}

describe('the examples', () => {
  for (const name of worksheets) {
    it(`${name} is a worksheet whose questions the keys know, some of them open`, () => {
      const { worksheet, questions } = open(name).outline(name)!;
      assert.ok(worksheet);
      assert.deepEqual(
        questions.filter(({ match }) => match === null).map(({ text }) => text),
        [],
      );
      assert.ok(questions.some(({ status }) => status === 'answered'));
      assert.ok(questions.some(({ status }) => status === 'blank'));
    });
  }

  it('show each state of an answer', () => {
    const states = new Set(
      worksheets.flatMap((name) =>
        open(name)
          .outline(name)!
          .questions.map(({ status }) => status),
      ),
    );
    assert.deepEqual([...states].sort(), ['answered', 'blank', 'placeholder', 'unsure']);
  });

  it('have a glossary and a key without mistakes', () => {
    assert.deepEqual(
      own.flatMap(({ problems }) => problems),
      [],
    );
  });
});
