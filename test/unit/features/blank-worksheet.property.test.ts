import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { blankWorksheet } from '../../../server/src/features/blank-worksheet.ts';
import { parseAnswerKey } from '../../../server/src/knowledge/parse-key.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import type { Worksheet } from '../../../server/src/worksheet/model.ts';
import { readWorksheet } from '../../../server/src/worksheet/read-worksheet.ts';
import { filledWorksheets, seeds } from '../../support/worksheet-arbitraries.ts';

const knowledgeFolder = path.resolve(import.meta.dirname, '../../../knowledge');

const read = (text: string): Worksheet =>
  readWorksheet(parseMarkdown(`---\nworksheets: worksheet\n---\n${text}`), { knows: () => null });

describe('a new worksheet from a key, in every layout', function () {
  this.timeout(60_000);

  for (const seed of seeds) {
    it(`has the questions and nothing of the answers (seed ${seed})`, () => {
      fc.assert(
        fc.property(filledWorksheets, ({ text, answers, hints, questions }) => {
          const blank = blankWorksheet(parseMarkdown(`---\nworksheets: key\n---\n${text}`));
          for (const secret of [...answers, ...hints]) assert.ok(!blank.includes(secret), `${secret}\n${blank}`);
          const worksheet = read(blank);
          assert.equal(worksheet.questions.length, questions, blank);
          for (const question of worksheet.questions) assert.equal(question.status, 'blank', blank);
        }),
        { seed, numRuns: 300 },
      );
    });
  }

  for (const name of readdirSync(knowledgeFolder).filter((file) => file.endsWith('.key.md'))) {
    it(`keeps the questions of ${name}, and gives nothing away`, () => {
      const text = readFileSync(path.join(knowledgeFolder, name), 'utf8');
      const key = parseAnswerKey(`file:///${name}`, parseMarkdown(text));
      const blank = blankWorksheet(parseMarkdown(text));
      const worksheet = read(blank);
      assert.deepEqual(
        worksheet.questions.map((question) => question.text),
        key.questions.map((question) => question.text),
      );
      for (const question of worksheet.questions) assert.equal(question.status, 'blank', question.text);
      const lines = new Set(blank.split('\n').map((line) => line.trim()));
      const secrets = key.questions.flatMap(({ answer, hint }) => [...answer.split('\n'), ...(hint ? [hint] : [])]);
      const asked = key.questions.map((question) => question.text).join('\n');
      for (const secret of secrets.map((line) => line.trim()).filter((line) => line.length > 3)) {
        assert.ok(!lines.has(secret) && (!blank.includes(secret) || asked.includes(secret)), secret);
      }
    });
  }
});
