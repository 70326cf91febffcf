import assert from 'node:assert/strict';
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { skip } from '../../support/skip.ts';
import { birds, Folder, finished, key, worksheet } from './support.ts';

interface CheckedFile {
  readonly file: string;
  readonly worksheet: boolean;
  readonly findings: readonly { rule: string; severity: string; message: string; fixable: boolean }[];
}

const parsed = (out: string): readonly CheckedFile[] => JSON.parse(out);
const names = (out: string) => parsed(out).map(({ file }) => file);

describe('worksheets check', function () {
  this.timeout(20_000);

  let folder: Folder;

  before(() => {
    folder = new Folder({
      'class/done.md': finished,
      'class/half.md': worksheet,
      'class/notes.md': '# Notes\n\nSwifts are back.\n',
      'class/ignored.md': worksheet,
      'class/.gitignore': 'ignored.md\n',
    });
  });

  after(() => folder.remove());

  it('ends with 1 where there are findings, 0 where there are none', async () => {
    assert.equal((await folder.run('check', 'class')).exitCode, 1);
    assert.equal((await folder.run('check', 'class/done.md', 'class/notes.md')).exitCode, 0);
  });

  it('prints one line a finding and a summary', async () => {
    const { out, err } = await folder.run('check', 'class');
    assert.deepEqual(out.split('\n'), [
      'class/half.md:7:4  information  Not answered yet: "Where do swifts sleep?"  unanswered',
      '1 finding in 2 worksheets and 1 other file.',
      '',
    ]);
    assert.equal(err, '');
  });

  it('prints json', async () => {
    const { out } = await folder.run('check', '--format', 'json', 'class');
    const [done, half, notes] = parsed(out);
    assert.equal(out, `${JSON.stringify(parsed(out), null, 2)}\n`);
    assert.deepEqual(done, { file: 'class/done.md', worksheet: true, findings: [] });
    assert.deepEqual(notes, { file: 'class/notes.md', worksheet: false, findings: [] });
    assert.deepEqual(half, {
      file: 'class/half.md',
      worksheet: true,
      findings: [
        {
          rule: 'unanswered',
          severity: 'information',
          message: 'Not answered yet.',
          range: { start: { line: 6, character: 3 }, end: { line: 6, character: 25 } },
          fixable: false,
        },
      ],
    });
  });

  it('shows colours only where they are wanted', async () => {
    const { out } = await folder.runWith({ color: true }, 'check', 'class/half.md');
    assert.ok(out.includes('\u001b[34minformation\u001b[0m'));
    const { out: plain } = await folder.run('check', 'class/half.md');
    assert.ok(!plain.includes('\u001b'));
  });

  describe('finds its files', () => {
    it('in the current folder where nothing is named', async () => {
      assert.deepEqual(names((await folder.run('check', '--format=json')).out), [
        'class/done.md',
        'class/half.md',
        'class/notes.md',
      ]);
    });

    it('by patterns, without what .gitignore files exclude', async () => {
      assert.deepEqual(names((await folder.run('check', '--format=json', '*/{half,ignored}.md')).out), [
        'class/half.md',
      ]);
      assert.deepEqual(names((await folder.run('check', '--format=json', 'cl*/**')).out).length, 3);
      const sub = path.join(folder.path, 'class', '[dh]*.md');
      assert.equal(names((await folder.run('check', '--format=json', sub)).out).length, 2);
    });

    it('by their names, though a pattern could be meant', async () => {
      const odd = new Folder({ '[draft].md': worksheet, 'd.md': worksheet });
      const { out } = await odd.run('check', '--format=json', '[draft].md');
      odd.remove();
      assert.deepEqual(names(out), ['[draft].md']);
    });

    it('though .gitignore files exclude them, where they are named', async () => {
      assert.deepEqual(names((await folder.run('check', '--format=json', 'class/ignored.md')).out), [
        'class/ignored.md',
      ]);
    });

    it('in standard input', async () => {
      const { out, exitCode } = await folder.runWith({ input: async () => worksheet }, 'check', '-');
      assert.match(out, /^-:7:4 {2}information {2}Not answered yet/);
      assert.equal(exitCode, 1);
    });

    it('once each', async () => {
      const { out } = await folder.run('check', '--format=json', 'class/half.md', 'class', './class/half.md');
      assert.equal(names(out).filter((file) => file.endsWith('half.md')).length, 1);
    });

    it('and says which ones are not there, and goes on with the others', async () => {
      const { out, err, exitCode } = await folder.run('check', '--format=json', 'nowhere.md', 'class/done.md');
      assert.equal(exitCode, 2);
      assert.equal(err, 'worksheets: There is no file or folder "nowhere.md".\n');
      assert.deepEqual(names(out), ['class/done.md']);
    });
  });

  describe('a file that cannot be read', () => {
    let broken: Folder;

    before(() => {
      broken = new Folder({ 'a.md': finished, 'b.md': '', 'c.md': worksheet });
      // More than Node.js reads at once.
      truncateSync(path.join(broken.path, 'b.md'), 2 ** 31 + 1);
    });

    after(() => broken.remove());

    it('is reported, and the others are checked', async () => {
      const { out, exitCode } = await broken.run('check', '.');
      assert.equal(exitCode, 2);
      assert.deepEqual(out.split('\n'), [
        'b.md:1:1  error  This file cannot be read: it is too large.  file-access',
        'c.md:7:4  information  Not answered yet: "Where do swifts sleep?"  unanswered',
        '1 finding in 2 worksheets. 1 file could not be read or changed.',
        '',
      ]);
    });

    it('is reported in json, in the same shape', async () => {
      const { out } = await broken.run('check', '--format', 'json', '.');
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      assert.deepEqual(parsed(out)[1], {
        file: 'b.md',
        worksheet: false,
        findings: [
          {
            rule: 'file-access',
            severity: 'error',
            message: 'This file cannot be read: it is too large.',
            range,
            fixable: false,
          },
        ],
      });
    });
  });

  it('says why a named file cannot be read', async function () {
    if (process.platform === 'win32') skip(this, 'Windows protects files otherwise.');
    const circle = new Folder({});
    symlinkSync('circle.md', path.join(circle.path, 'circle.md'));
    const { err, exitCode } = await circle.run('check', 'circle.md');
    circle.remove();
    assert.equal(err, 'worksheets: "circle.md" cannot be read: its links lead in a circle.\n');
    assert.equal(exitCode, 2);
  });

  it('shows nothing on a terminal but what can be read', async () => {
    const odd = new Folder({ 'odd.md': worksheet.replace('swifts sleep', 'swifts\u001b[2J\u009b1m\u202e sleep') });
    const { out } = await odd.run('check', 'odd.md');
    odd.remove();
    assert.match(
      out,
      /^odd\.md:7:4 {2}information {2}Not answered yet: "Where do swifts \[2J 1m sleep\?" {2}unanswered$/m,
    );
  });

  describe('with keys', () => {
    let keyed: Folder;

    before(() => {
      keyed = new Folder({
        'half.md': worksheet,
        'keys/birds.key.md': key,
        'keys/birds.md': birds,
        'keys/notes.md': '# Notes\n',
        'other/birds.key.md': key,
        'other/half.md': worksheet,
      });
    });

    after(() => keyed.remove());

    const fixable = (out: string) => parsed(out).flatMap(({ findings }) => findings.map((finding) => finding.fixable));

    it('knows what they make fixable', async () => {
      assert.deepEqual(fixable((await keyed.run('check', '--format=json', 'half.md')).out), [false]);
      const { out } = await keyed.run('check', '--format=json', '--key', 'keys/birds.key.md', 'half.md');
      assert.deepEqual(fixable(out), [true]);
    });

    it('takes folders of them, and several', async () => {
      assert.deepEqual(fixable((await keyed.run('check', '--format=json', '--key=keys', 'half.md')).out), [true]);
      const { out } = await keyed.run('check', '--format=json', '--key=keys/birds.md', '--key=keys', 'half.md');
      assert.deepEqual(fixable(out), [true]);
    });

    it('uses those among the files', async () => {
      assert.deepEqual(fixable((await keyed.run('check', '--format=json', 'other')).out), [true]);
    });

    it('says what is broken in them, and goes on', async () => {
      const broken = new Folder({
        'half.md': worksheet,
        'empty.md': 'Nothing is asked here.\n',
        'shop.glossary.yml': 'contexts:\n  - name: "Shop\n',
        'head.md': '---\nworksheets: { role: keey }\n---\n1. What is a swift?\n\n   A **bird**.\n',
      });
      const keys = ['--key=empty.md', '--key=shop.glossary.yml', '--key=head.md'];
      const { err, exitCode } = await broken.run('check', ...keys, 'half.md');
      broken.remove();
      const lines = err.trimEnd().split('\n');
      assert.equal(exitCode, 1);
      assert.equal(lines.length, 3);
      assert.equal(lines[0], 'worksheets: There are no questions in "empty.md".');
      assert.match(lines[1]!, /^worksheets: shop\.glossary\.yml:\d: This file cannot be read as YAML from here on: /);
      assert.match(lines[2]!, /^worksheets: head\.md:2: /);
    });

    it('reports what is broken in those among the files', async () => {
      const broken = new Folder({ 'shop.glossary.yml': 'contexts:\n  - name: "Shop\n', 'half.md': worksheet });
      const { out } = await broken.run('check', '.');
      const { out: off } = await broken.run('check', '--rule', 'front-matter=off', '.');
      broken.remove();
      assert.match(
        out,
        /^shop\.glossary\.yml:\d:\d+ {2}warning {2}This file cannot be read as YAML .* {2}front-matter$/m,
      );
      assert.doesNotMatch(off, /front-matter/);
    });
  });

  it('gives nothing away where assistance is less', async () => {
    const keyed = new Folder({ 'half.md': worksheet, 'birds.key.md': key });
    const fixes = async (assistance: string) =>
      parsed((await keyed.run('check', '--format=json', '--assistance', assistance, '.')).out)
        .flatMap(({ findings }) => findings)
        .filter(({ fixable }) => fixable).length;
    assert.deepEqual([await fixes('answers'), await fixes('hints'), await fixes('off')], [1, 0, 0]);
    keyed.remove();
  });

  it('takes rules as seriously as it is told', async () => {
    const { out } = await folder.run('check', '--rule', 'unanswered=error', 'class');
    assert.match(out, /^class\/half\.md:7:4 {2}error {2}/);
    const { out: off, exitCode } = await folder.run(
      'check',
      '--rule',
      'unanswered=off',
      '--rule',
      'unsure-answer=hint',
      'class',
    );
    assert.equal(off, 'No findings in 2 worksheets and 1 other file.\n');
    assert.equal(exitCode, 0);
  });

  it('writes to a file, which is there once it is whole', async () => {
    const { out, err, exitCode } = await folder.runWith({ color: true }, 'check', '--output', 'report.txt', 'class');
    assert.deepEqual({ out, err, exitCode }, { out: '', err: '', exitCode: 1 });
    assert.equal(folder.read('report.txt'), (await folder.run('check', 'class')).out);
    assert.equal((await folder.run('check', '--format=json', '--output=report.txt', 'class/done.md')).exitCode, 0);
    assert.deepEqual(names(folder.read('report.txt')), ['class/done.md']);
  });

  describe('in shards', () => {
    it('checks each file once, in the order of one run', async () => {
      const texts = Array.from({ length: 11 }, (_, index) => [`class-${index + 10}.md`, worksheet] as const);
      const many = new Folder(Object.fromEntries(texts));
      const whole = parsed((await many.run('check', '--format=json', '.')).out);
      for (const parts of [1, 4, 11, 13]) {
        const shards: CheckedFile[] = [];
        for (let part = 1; part <= parts; part++) {
          const shard = parsed((await many.run('check', '--format=json', `--shard=${part}/${parts}`, '.')).out);
          assert.ok(shard.length <= Math.ceil(11 / parts));
          shards.push(...shard);
        }
        assert.deepEqual(shards, whole);
      }
      many.remove();
    });

    it('uses the keys of all parts', async () => {
      const keyed = new Folder({ 'half.md': worksheet, 'birds.key.md': key });
      const { out } = await keyed.run('check', '--format=json', '--shard=2/2', '.');
      keyed.remove();
      assert.deepEqual(names(out), ['half.md']);
      assert.equal(parsed(out)[0]!.findings[0]!.fixable, true);
    });
  });

  it('shows how far it is, on a terminal, and leaves no trace of it', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => [`class-${index + 10}.md`, finished] as const);
    const many = new Folder(Object.fromEntries(texts));
    const { err } = await many.runWith({ interactive: true }, 'check', '.');
    const { err: quiet } = await many.run('check', '.');
    many.remove();
    assert.ok(err.includes('50 % of 60 files'));
    assert.ok(err.endsWith('\r\u001b[K'));
    assert.equal(quiet, '');
  });
});
