import assert from 'node:assert/strict';
import { birds, Folder, finished, key, worksheet } from './support.ts';

describe('worksheets check', () => {
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
    const { out } = await folder.run('check', 'class');
    assert.deepEqual(out.split('\n'), [
      'class/half.md:7:4  information  Not answered yet: "Where do swifts sleep?"  unanswered',
      '1 finding in 2 worksheets and 1 other file.',
      '',
    ]);
  });

  it('prints json', async () => {
    const { out } = await folder.run('check', '--format', 'json', 'class');
    const [done, half, notes] = JSON.parse(out);
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

  it('knows what a key makes fixable', async () => {
    const keyed = new Folder({ 'half.md': worksheet, 'birds.key.md': key });
    const { out } = await keyed.run('check', '--format=json', '--key', 'birds.key.md', 'half.md');
    keyed.remove();
    assert.equal(JSON.parse(out)[0].findings[0].fixable, true);
  });

  it('uses the keys among the files, and names a file once', async () => {
    const keyed = new Folder({ 'half.md': worksheet, 'birds.key.md': key });
    const { out } = await keyed.run('check', '--format=json', 'half.md', '.', './half.md');
    keyed.remove();
    const half = JSON.parse(out).filter(({ file }: { file: string }) => file.endsWith('half.md'));
    assert.equal(half.length, 1);
    assert.equal(half[0].findings[0].fixable, true);
  });

  it('prints annotations for GitHub', async () => {
    const { out } = await folder.run('check', '--format', 'github', 'class');
    assert.equal(
      out,
      '::notice file=class/half.md,line=7,col=4,endLine=7,endColumn=26,title=unanswered::Not answered yet.\n',
    );
  });

  it('prints SARIF', async () => {
    const { out } = await folder.run('check', '--format', 'sarif', 'class');
    const { version, runs } = JSON.parse(out);
    assert.equal(version, '2.1.0');
    assert.deepEqual(
      runs[0].tool.driver.rules.map(({ id }: { id: string }) => id),
      ['unanswered'],
    );
    const [result] = runs[0].results;
    assert.equal(result.ruleId, 'unanswered');
    assert.equal(result.level, 'note');
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: 'class/half.md' },
      region: { startLine: 7, startColumn: 4, endLine: 7, endColumn: 26 },
    });
  });
});

describe('worksheets outline', () => {
  let folder: Folder;

  before(() => {
    folder = new Folder({ 'half.md': worksheet, 'notes.md': '# Notes\n', 'birds.key.md': key });
  });

  after(() => folder.remove());

  it('prints json', async () => {
    const { exitCode, out } = await folder.run('outline', '--format', 'json', 'half.md', 'notes.md');
    assert.equal(exitCode, 0);
    const [half, notes] = JSON.parse(out);
    assert.equal(half.file, 'half.md');
    assert.equal(half.worksheet, true);
    assert.deepEqual(half.questions[1], {
      line: 7,
      text: 'Where do swifts sleep?',
      kind: 'open',
      status: 'blank',
      answerLines: null,
      match: null,
      coverage: null,
    });
    assert.deepEqual(half.questions[0].answerLines, [5, 5]);
    assert.equal(notes.worksheet, false);
    assert.deepEqual(notes.questions, []);
  });

  it('matches the questions of a key', async () => {
    const { out } = await folder.run('outline', '--format', 'json', '--key', 'birds.key.md', 'half.md');
    const { match } = JSON.parse(out)[0].questions[1];
    assert.equal(match.question, 'Where do swifts sleep?');
    assert.equal(match.key, 'Swifts');
    assert.ok(match.score > 0.9);
  });

  it('prints a list for people', async () => {
    const { out } = await folder.run('outline', 'half.md');
    const [title, ...questions] = out.trimEnd().split('\n');
    assert.match(title ?? '', /^half\.md: 2 of 3 answered \(.+\)$/);
    assert.deepEqual(questions, [
      '     3  answered     What do swifts eat?',
      '     7  blank        Where do swifts sleep?',
      '    11  answered     Why do swifts seldom land?',
    ]);
  });
});

describe('worksheets define', () => {
  let folder: Folder;

  before(() => {
    folder = new Folder({ 'birds.md': birds });
  });

  after(() => folder.remove());

  it('prints json, one entry a term', async () => {
    const { exitCode, out } = await folder.run('define', '--format=json', '--key=birds.md', 'common swift', 'qwertz');
    assert.equal(exitCode, 0);
    assert.deepEqual(JSON.parse(out), [
      {
        query: 'common swift',
        term: 'Swift',
        definition: 'A bird that spends most of its life in the air.',
        source: 'Bird book (https://example.org/swift)',
        glossary: 'Birds',
      },
      { query: 'qwertz', term: null },
    ]);
  });

  it('prints a text for people', async () => {
    const { out } = await folder.run('define', '--key', 'birds.md', 'swift', 'qwertz');
    assert.deepEqual(out.split('\n'), [
      'Swift · Birds',
      'A bird that spends most of its life in the air.',
      'Also called: common swift',
      'Source: Bird book (https://example.org/swift)',
      '',
      'No glossary has "qwertz".',
      '',
    ]);
  });

  it("uses a glossary of Contextive's", async () => {
    const shop = new Folder({
      'shop.glossary.yml':
        'contexts:\n  - name: Shop\n    terms:\n      - name: Basket\n        definition: What one buys.\n',
    });
    const { out } = await shop.run('define', '--key', 'shop.glossary.yml', 'basket');
    shop.remove();
    assert.equal(out, 'Basket · Shop\nWhat one buys.\n');
  });

  it('knows the built-in terms', async () => {
    const { out } = await folder.run('define', '--format', 'json', 'WebSocket');
    assert.equal(JSON.parse(out)[0].term, 'WebSocket');
  });
});
