import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Folder, key, worksheet } from './support.ts';

/** What a class of three has handed in, with the key to one of the questions. */
const handedIn = {
  'class/ann.md': worksheet.replace('   -\n', '   - They sleep on the wing.\n'),
  'class/ben.md': worksheet,
  'class/cyd.md': worksheet.replace('Insects they catch in flight', 'TODO').replace('Their legs are short', 'Legs?'),
  'class/birds.key.md': key,
  'class/notes.md': '# Notes\n',
};

describe('worksheets report', function () {
  this.timeout(20_000);
  let folder: Folder;

  before(() => {
    folder = new Folder(handedIn);
  });

  after(() => folder.remove());

  it('shows who answered how many, and which questions gave trouble', async () => {
    const { out, err, exitCode } = await folder.run('report', 'class');
    assert.equal(exitCode, 0);
    assert.equal(err, '');
    assert.deepEqual(out.split('\n'), [
      '3 worksheets: 5 of 9 questions answered (56 %).',
      '',
      'Questions that gave trouble',
      'answered by                wrong  coverage  question',
      '     1 of 3  ████░░░░░░░░            100 %  Where do swifts sleep?',
      '     2 of 3  ████████░░░░                –  What do swifts eat?',
      '     2 of 3  ████████░░░░                –  Why do swifts seldom land?',
      '',
      'Worksheets',
      'file          answered                unsure  coverage  findings',
      'class/ann.md    3 of 3  ████████████             100 %',
      'class/ben.md    2 of 3  ████████░░░░                 –         1',
      'class/cyd.md    0 of 3  ░░░░░░░░░░░░       1         –         3',
      '',
    ]);
  });

  it('counts a question as one in all worksheets, however it is marked', async () => {
    const other = worksheet.replace('1. What do swifts eat?', '1. **What do Swifts eat**');
    const marked = new Folder({ 'a.md': worksheet, 'b.md': other });
    const { out } = await marked.run('report', '--format=csv', '--by=question', '.');
    marked.remove();
    assert.equal(out.trimEnd().split('\r\n').length, 4);
    assert.match(out, /^What do swifts eat\?,,2,2,0,0,0,0,\r$/m);
  });

  it('counts what is wrong with an answer for its question', async () => {
    const { out } = await folder.run('report', '--format=csv', '--by=question', '--rule=unsure-answer=error', 'class');
    assert.match(out, /^Why do swifts seldom land\?,,3,2,1,0,1,1,\r$/m);
  });

  it('prints rows of worksheets for a spreadsheet', async () => {
    const { out } = await folder.run('report', '--format', 'csv', 'class');
    assert.deepEqual(out.split('\r\n'), [
      'file,questions,answered,unsure,open,coverage,findings',
      'class/ann.md,3,3,0,0,1,0',
      'class/ben.md,3,2,0,1,,1',
      'class/cyd.md,3,0,1,2,,3',
      '',
    ]);
  });

  it('prints json with all that check and outline say', async () => {
    const { out } = await folder.run('report', '--format', 'json', 'class');
    const entries = JSON.parse(out);
    assert.equal(out, `${JSON.stringify(entries, null, 2)}\n`);
    assert.deepEqual(
      entries.map(({ file }: { file: string }) => file),
      ['class/ann.md', 'class/ben.md', 'class/cyd.md'],
    );
    const [checked] = JSON.parse((await folder.run('check', '--format=json', '--key=class', 'class/cyd.md')).out);
    const [outlined] = JSON.parse((await folder.run('outline', '--format=json', '--key=class', 'class/cyd.md')).out);
    assert.deepEqual(entries[2], { ...checked, questions: outlined.questions });
  });

  describe('as a page', () => {
    it('holds the same, and nothing that a browser would load or run', async () => {
      const { out } = await folder.run('report', '--html', 'class');
      assert.equal(out, (await folder.run('report', '--format=html', 'class')).out);
      for (const text of ['5 of 9 questions answered', 'class/cyd.md', 'Where do swifts sleep?', '2 of 3', '100 %']) {
        assert.ok(out.includes(text), text);
      }
      assert.ok(out.indexOf('Where do swifts sleep?') < out.indexOf('What do swifts eat?'));
      assert.doesNotMatch(out, /<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:/i);
    });

    it('shows what stands in worksheets as text', async () => {
      const text = worksheet.replaceAll('swifts', 'a < b & "c" > d');
      const odd = new Folder({ "a'<script>.md": text });
      const { out } = await odd.run('report', '--html', '.');
      odd.remove();
      assert.ok(out.includes('Where do a &lt; b &amp; &quot;c&quot; &gt; d sleep?'));
      assert.ok(out.includes('a&#39;&lt;script&gt;.md'));
      assert.doesNotMatch(out, /<script|"c"/);
    });

    it('is whole where there is nothing to show', async () => {
      const empty = new Folder({ 'notes.md': '# Notes\n' });
      const { out, exitCode } = await empty.run('report', '--html');
      empty.remove();
      assert.equal(exitCode, 0);
      assert.match(out, /<p class="overall">0 worksheets\.<\/p>/);
      assert.match(out, /<\/html>\n$/);
    });
  });

  describe('of parts', () => {
    const parts = 4;
    const shards = Array.from({ length: parts }, (_, index) => `part-${index + 1}.json`);

    async function checkInShards(command: string, many: Folder): Promise<void> {
      for (const [index, output] of shards.entries()) {
        const shard = `--shard=${index + 1}/${parts}`;
        await many.run(command, '--format=json', '--output', output, shard, 'class');
      }
    }

    it('is the same as of one run, byte by byte', async () => {
      const copies = Object.entries(handedIn).flatMap(([name, text]) =>
        [1, 2, 3].map((copy) => [name.replace('class/', `class/${copy}-`), text] as const),
      );
      const many = new Folder(Object.fromEntries(copies));
      await checkInShards('check', many);
      for (const format of ['json', 'sarif', 'junit', 'github']) {
        const whole = await many.run('check', `--format=${format}`, 'class');
        const { out, exitCode } = await many.run('report', `--format=${format}`, ...shards);
        assert.equal(out, whole.out);
        assert.equal(exitCode, 0);
      }
      await checkInShards('report', many);
      for (const format of ['pretty', 'html', 'csv', 'json']) {
        const whole = await many.run('report', `--format=${format}`, 'class');
        const { out } = await many.run('report', `--format=${format}`, 'part-?.json');
        assert.equal(out, whole.out);
      }
      many.remove();
    });

    it('puts together what check and outline know of a file', async () => {
      const half = new Folder({ 'half.md': worksheet });
      await half.run('check', '--format=json', '--output=check.json', '.');
      await half.run('outline', '--format=json', '--output=outline.json', '.');
      const { out } = await half.run('report', '--format=csv', 'check.json', 'outline.json', 'check.json');
      assert.match(out, /^half\.md,3,2,0,1,,1\r$/m);
      const { out: checked } = await half.run('report', 'check.json');
      half.remove();
      assert.deepEqual(checked.split('\n').slice(0, 5), [
        '1 worksheet.',
        '',
        'Worksheets',
        'file     answered    unsure  coverage  findings',
        'half.md         –                   –         1',
      ]);
    });

    it('ends with 2 where a part says that a file could not be read', async () => {
      const entry = {
        file: 'lost.md',
        worksheet: false,
        findings: [
          {
            rule: 'file-access',
            severity: 'error',
            message: 'This file cannot be read: it is a folder.',
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            fixable: false,
          },
        ],
      };
      writeFileSync(path.join(folder.path, 'lost.json'), JSON.stringify([entry]));
      const { out, exitCode } = await folder.run('report', 'lost.json');
      assert.equal(out, '0 worksheets.\n\nlost.md: This file cannot be read: it is a folder.\n');
      assert.equal(exitCode, 2);
    });

    for (const [name, text] of Object.entries({
      'is cut off': '[{ "file": "a.md", ',
      'is something else': '{ "version": "2.1.0", "runs": [] }',
      'lacks what was found': '[{ "file": "a.md", "worksheet": true }]',
      'has findings of another shape': '[{ "file": "a.md", "worksheet": true, "findings": ["none"] }]',
    })) {
      it(`says which part ${name}`, async () => {
        writeFileSync(path.join(folder.path, 'bad.json'), text);
        const { out, err, exitCode } = await folder.run('report', 'bad.json');
        assert.equal(out, '');
        assert.equal(err, 'worksheets: "bad.json" is not what check, outline or report print with --format json.\n');
        assert.equal(exitCode, 2);
      });
    }

    it('says which part is missing', async () => {
      const { err, exitCode } = await folder.run('report', 'part-9.json');
      assert.equal(err, 'worksheets: There is no file or folder "part-9.json".\n');
      assert.equal(exitCode, 2);
    });
  });
});
