import assert from 'node:assert/strict';
import type { Knowledge } from '../../../server/src/knowledge/model.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { KnowledgeLoader } from '../../../server/src/workspace/knowledge-loader.ts';
import { answerKey, glossary, MemoryFiles, titles } from './support.ts';

/** The files in force, as `kind uri body`. */
function inForce({ glossaries, keys }: Knowledge): string[] {
  return [...glossaries, ...keys].map(({ kind, uri, title }) => `${kind} ${uri} ${title.split('---\n')[2]}`);
}

function setUp(texts: Record<string, string>) {
  const files = new MemoryFiles(texts);
  const told: string[][] = [];
  const parsed: string[] = [];
  const library = {
    ...titles,
    parse: (...args: Parameters<typeof titles.parse>) => {
      parsed.push(args[1]);
      return titles.parse(...args);
    },
  };
  const loader = new KnowledgeLoader(files, library, (knowledge) => told.push(inForce(knowledge)));
  return { files, loader, told, parsed };
}

describe('KnowledgeLoader', () => {
  it('finds the glossaries and keys of all folders, and reads no other file as a whole', async () => {
    const { files, loader, told } = setUp({
      'file:///a/terms.md': glossary('A'),
      'file:///a/class-1.md': '# Questions\n',
      'file:///b/key.md': answerKey('B'),
      'file:///c/terms.md': glossary('C'),
    });
    await loader.load(['file:///a', 'file:///b']);
    assert.deepEqual(told, [['glossary file:///a/terms.md A', 'key file:///b/key.md B']]);
    assert.deepEqual(files.readWhole.sort(), ['file:///a/terms.md', 'file:///b/key.md']);
  });

  it("takes a glossary of Contextive's as it is", async () => {
    const { loader, told } = setUp({
      'file:///a/shop.glossary.yml': '---\n---\nY',
      'file:///a/other.yml': 'contexts:',
    });
    await loader.load(['file:///a']);
    assert.deepEqual(told, [['glossary file:///a/shop.glossary.yml Y']]);
  });

  it('says nothing where there is no knowledge', async () => {
    const { loader, told } = setUp({ 'file:///a/class-1.md': '# Questions\n' });
    await loader.load(['file:///a']);
    assert.deepEqual(told, []);
  });

  it('parses a file again only when it has changed', async () => {
    const { files, loader, told, parsed } = setUp({ 'file:///a/x.md': glossary('1'), 'file:///a/y.md': glossary('2') });
    await loader.load(['file:///a']);
    files.texts.set('file:///a/x.md', glossary('changed'));
    parsed.length = 0;
    await loader.reload();
    assert.deepEqual(parsed, ['file:///a/x.md']);
    assert.deepEqual(told.at(-1), ['glossary file:///a/x.md changed', 'glossary file:///a/y.md 2']);
    await loader.reload();
    assert.equal(told.length, 2);
  });

  it('leaves folders that are no longer looked at', async () => {
    const { loader, told } = setUp({ 'file:///a/x.md': glossary('A'), 'file:///b/x.md': glossary('B') });
    await loader.load(['file:///a', 'file:///b']);
    await loader.load(['file:///b']);
    assert.deepEqual(told.at(-1), ['glossary file:///b/x.md B']);
  });

  it('follows files that come, change and go', async () => {
    const { files, loader, told } = setUp({});
    await loader.load(['file:///a']);
    files.texts.set('file:///a/x.md', glossary('new'));
    await loader.filesChanged([{ uri: 'file:///a/x.md', deleted: false }]);
    assert.deepEqual(told.at(-1), ['glossary file:///a/x.md new']);
    files.texts.set('file:///a/x.md', '# No glossary any more\n');
    await loader.filesChanged([{ uri: 'file:///a/x.md', deleted: false }]);
    assert.deepEqual(told.at(-1), []);
    files.texts.set('file:///a/x.md', glossary('back'));
    await loader.filesChanged([{ uri: 'file:///a/x.md', deleted: false }]);
    await loader.filesChanged([{ uri: 'file:///a/x.md', deleted: true }]);
    assert.deepEqual(told.at(-1), []);
  });

  it('leaves a changed file alone that the search would not find', async () => {
    const { files, loader, told } = setUp({ 'file:///a/x.md': glossary('A') });
    await loader.load(['file:///a']);
    files.texts.set('file:///elsewhere/x.md', glossary('E'));
    await loader.filesChanged([{ uri: 'file:///elsewhere/x.md', deleted: false }]);
    assert.deepEqual(told, [['glossary file:///a/x.md A']]);
  });

  it('tells which files there are, as they come and go', async () => {
    const found: string[][] = [];
    const files = new MemoryFiles({ 'file:///a/k/x.md': '# X\n', 'file:///a/y.md': '# Y\n' });
    const loader = new KnowledgeLoader(
      files,
      titles,
      () => {},
      (uris) => found.push([...uris]),
    );
    const change = (uri: string, deleted = false) => loader.filesChanged([{ uri, deleted }]);
    await loader.load(['file:///a']);
    assert.deepEqual(found.splice(0), [['file:///a/k/x.md', 'file:///a/y.md']]);
    files.texts.set('file:///a/z.md', '# No knowledge\n');
    await change('file:///a/z.md');
    assert.deepEqual(found.splice(0), [['file:///a/k/x.md', 'file:///a/y.md', 'file:///a/z.md']]);
    await change('file:///a/k', true);
    assert.deepEqual(found.splice(0), [['file:///a/y.md', 'file:///a/z.md']]);
    await change('file:///a/z.md');
    await change('file:///a/node_modules/b/README.md');
    assert.deepEqual(found, []);
  });

  it('searches once for a file that it does not find, and again when that has gone and come back', async () => {
    const { files, loader } = setUp({ 'file:///a/x.md': '' });
    let searches = 0;
    const findFiles = files.findFiles.bind(files);
    files.findFiles = (folder) => {
      searches++;
      return findFiles(folder);
    };
    await loader.load(['file:///a']);
    const change = (deleted = false) => loader.filesChanged([{ uri: 'file:///elsewhere/x.md', deleted }]);
    await change();
    await change();
    assert.equal(searches, 2);
    await change(true);
    await change();
    assert.equal(searches, 3);
  });

  it('drops all files of a folder that goes, and none of its namesake', async () => {
    const { loader, told } = setUp({ 'file:///a/k/x.md': glossary('X'), 'file:///a/k2/y.md': glossary('Y') });
    await loader.load(['file:///a']);
    await loader.filesChanged([{ uri: 'file:///a/k', deleted: true }]);
    assert.deepEqual(told.at(-1), ['glossary file:///a/k2/y.md Y']);
  });

  it('finds what is in a folder that comes, of which nothing else is told', async () => {
    const { files, loader, told } = setUp({ 'file:///a/terms.md': glossary('A') });
    await loader.load(['file:///a']);
    files.texts.set('file:///a/new/deep/terms.md', glossary('B'));
    for (const uri of ['file:///a/LICENSE', 'file:///a/new.txt', 'file:///elsewhere'])
      await loader.filesChanged([{ uri, deleted: false }]);
    assert.deepEqual(told, [['glossary file:///a/terms.md A']]);
    await loader.filesChanged([{ uri: 'file:///a/new', deleted: false }]);
    assert.deepEqual(told.at(-1), ['glossary file:///a/new/deep/terms.md B', 'glossary file:///a/terms.md A']);
    files.texts.set('file:///a/class.week/terms.md', glossary('C'));
    await loader.filesChanged([{ uri: 'file:///a/class.week', deleted: false }]);
    assert.ok(told.at(-1)?.includes('glossary file:///a/class.week/terms.md C'));
    const many = Array.from({ length: 100 }, (_, nth) => ({ uri: `file:///a/chunk-${nth}.js`, deleted: false }));
    files.findFiles = () => assert.fail('of many files each was looked at');
    await loader.filesChanged(many);
  });

  it('lets an open document count instead of its file, until it is closed', async () => {
    const { loader, told } = setUp({ 'file:///a/x%20y.md': glossary('saved') });
    await loader.load(['file:///a']);
    loader.documentChanged('file:///a/x y.md', parseMarkdown(glossary('unsaved')));
    assert.deepEqual(told.at(-1), ['glossary file:///a/x y.md unsaved']);
    await loader.reload();
    assert.equal(told.length, 2);
    void loader.documentClosed('file:///a/x y.md');
    assert.deepEqual(told.at(-1), ['glossary file:///a/x%20y.md saved']);
  });

  it('reads the file of a closed document again, which may have been saved unwatched', async () => {
    const { files, loader, told } = setUp({ 'file:///a/x.md': glossary('old') });
    await loader.load(['file:///a']);
    loader.documentChanged('file:///a/x.md', parseMarkdown(glossary('new')));
    files.texts.set('file:///a/x.md', glossary('new'));
    await loader.documentClosed('file:///a/x.md');
    assert.deepEqual(told.at(-1), ['glossary file:///a/x.md new']);
  });

  it('takes an open document that is no knowledge any more for what it is', async () => {
    const { loader, told } = setUp({ 'file:///a/x.md': glossary('saved') });
    await loader.load(['file:///a']);
    loader.documentChanged('file:///a/x.md', parseMarkdown('# Plain\n'));
    assert.deepEqual(told.at(-1), []);
  });

  it('knows an untitled document', () => {
    const { loader, told } = setUp({});
    loader.documentChanged('untitled:Untitled-1', parseMarkdown(glossary('U')));
    assert.deepEqual(told, [['glossary untitled:Untitled-1 U']]);
  });

  it('keeps order among overlapping readings', async () => {
    const { files, loader, told } = setUp({ 'file:///a/x.md': glossary('1') });
    const first = loader.load(['file:///a']);
    files.texts.set('file:///a/x.md', glossary('2'));
    const second = loader.filesChanged([{ uri: 'file:///a/x.md', deleted: false }]);
    await Promise.all([first, second]);
    assert.deepEqual(told.at(-1), ['glossary file:///a/x.md 2']);
  });

  it('goes on after a reading that failed', async () => {
    const { files, loader, told } = setUp({ 'file:///a/x.md': glossary('1') });
    const findFiles = files.findFiles.bind(files);
    files.findFiles = () => Promise.reject(new Error('the disk is gone'));
    await assert.rejects(loader.load(['file:///a']), /the disk is gone/);
    files.findFiles = findFiles;
    await loader.reload();
    assert.deepEqual(told, [['glossary file:///a/x.md 1']]);
  });
});
