import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { knowledgeRole, mayBeKnowledge } from '../../../server/src/workspace/knowledge-role.ts';

const knowledge: Record<string, string> = {
  glossary: '---\nworksheets: glossary\n---\n',
  'Windows line breaks': '---\r\ntitle: OSI\r\nworksheets: key\r\n---\r\n',
  'a map': '---\nworksheets:\n  role: key\n---\n',
};

const other: Record<string, string> = {
  'no front matter': '# Glossary\n\nworksheets: glossary\n',
  'other front matter': '---\ntitle: worksheets\n---\n',
  'a thematic break': 'Text\n\n---\nworksheets: glossary\n---\n',
  empty: '',
};

describe('mayBeKnowledge', () => {
  for (const [name, text] of Object.entries(knowledge)) {
    it(`takes a closer look: ${name}`, () => assert.equal(mayBeKnowledge(text), true));
  }
  for (const [name, text] of Object.entries(other)) {
    it(`passes by: ${name}`, () => assert.equal(mayBeKnowledge(text), false));
  }
});

describe('knowledgeRole', () => {
  it('is what the front matter says', () => {
    assert.equal(knowledgeRole(parseMarkdown('---\nworksheets: glossary\n---\n')), 'glossary');
    assert.equal(knowledgeRole(parseMarkdown('---\nworksheets: { role: key }\n---\n')), 'key');
  });

  it('is null for a worksheet, whatever key it names', () => {
    assert.equal(knowledgeRole(parseMarkdown('---\nworksheets: { key: glossary }\n---\n')), null);
    assert.equal(knowledgeRole(parseMarkdown('---\nworksheets: off\n---\n')), null);
    assert.equal(knowledgeRole(parseMarkdown('# Reading questions\n')), null);
  });
});
