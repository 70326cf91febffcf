import assert from 'node:assert/strict';
import { birds, Folder, key, worksheet } from './support.ts';

describe('worksheets blank', () => {
  it('makes an empty worksheet from a key, to print or to write', async () => {
    const keyed = new Folder({ 'birds.key.md': key });
    const empty = '# Swifts\n\n1. Where do swifts sleep?\n';
    assert.deepEqual(await keyed.run('blank', 'birds.key.md'), { exitCode: 0, out: empty, err: '' });
    assert.equal((await keyed.runWith({ input: async () => key }, 'blank', '-')).out, empty);
    assert.equal((await keyed.run('blank', '--output', 'class-01.md', 'birds.key.md')).out, '');
    assert.equal(keyed.read('class-01.md'), empty);
    keyed.remove();
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

  it('says which file cannot be read, and goes on with the others', async () => {
    const { exitCode, out, err } = await folder.run('outline', '--format=json', 'nowhere.md', 'notes.md');
    assert.equal(exitCode, 2);
    assert.equal(err, 'worksheets: There is no file or folder "nowhere.md".\n');
    assert.deepEqual(
      JSON.parse(out).map(({ file }: { file: string }) => file),
      ['notes.md'],
    );
  });

  it('reads standard input', async () => {
    const { out } = await folder.runWith({ input: async () => worksheet }, 'outline', '--format=json', '-');
    const [{ file, questions }] = JSON.parse(out);
    assert.equal(file, '-');
    assert.equal(questions.length, 3);
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
