import assert from 'node:assert/strict';
import { type SurveyProgress, WorksheetSurvey } from '../../../server/src/workspace/worksheet-survey.ts';
import { MemoryFiles, StepClock } from './support.ts';

const unseen: SurveyProgress = { cancelled: false, report() {} };

/** A survey of files 1.md to 3.md, and what it takes, as `uri text`. */
function setUp(names = ['1', '2', '3']) {
  const files = new MemoryFiles(Object.fromEntries(names.map((name) => [`file:///a/${name}.md`, `text ${name}`])));
  const taken: string[] = [];
  const clock = new StepClock();
  const survey = new WorksheetSurvey(files, clock, function* (uri, text) {
    // Read in steps, like a text of several pages.
    for (const _ of text?.split(', ').slice(1) ?? []) yield;
    taken.push(`${uri.at(-4)} ${text}`);
  });
  survey.setFiles(files.texts.keys());
  const all = async () => {
    await clock.settle();
    return taken.splice(0);
  };
  return { files, survey, clock, taken, all };
}

describe('WorksheetSurvey', () => {
  it('reads nothing until somebody asks', async () => {
    const { files, survey, all } = setUp();
    survey.filesChanged(['file:///a/1.md']);
    assert.deepEqual(await all(), []);
    assert.deepEqual(files.readWhole, []);
    assert.equal(survey.started, false);
  });

  it('reads all files, one in each turn, and says how far it is', async () => {
    const { survey, clock, taken } = setUp();
    const reports: string[] = [];
    const end = survey.start({ cancelled: false, report: (read, total) => reports.push(`${read}/${total}`) });
    await clock.step();
    assert.deepEqual(taken, ['1 text 1']);
    assert.equal(survey.unread, 2);
    await clock.settle();
    assert.equal(await end, true);
    assert.deepEqual(reports, ['0/3', '1/3', '2/3', '3/3']);
    assert.equal(survey.unread, 0);
  });

  it('looks at a long file in several turns, and at none that is opened meanwhile', async () => {
    const { files, survey, clock, taken } = setUp(['1', '2']);
    files.texts.set('file:///a/1.md', 'a, b, c');
    const end = survey.start(unseen);
    await clock.step();
    await clock.step();
    assert.deepEqual(taken, []);
    await clock.step();
    assert.deepEqual(taken.splice(0), ['1 a, b, c']);
    files.texts.set('file:///a/2.md', 'a, b');
    await clock.step();
    survey.documentOpened('file:///a/2.md');
    await clock.settle();
    assert.deepEqual(taken, []);
    assert.equal(await end, true);
  });

  it('comes to its end at once where there is nothing to read', async () => {
    assert.equal(await setUp([]).survey.start(unseen), true);
  });

  it('stops where it is told to, and goes through all of them when it is asked again', async () => {
    const { survey, clock, all } = setUp();
    let cancelled = false;
    const end = survey.start({
      get cancelled() {
        return cancelled;
      },
      report() {},
    });
    await clock.step();
    cancelled = true;
    assert.deepEqual(await all(), ['1 text 1', '2 text 2']);
    assert.equal(await end, false);
    assert.equal(survey.unread, 1);
    const again = survey.start(unseen);
    assert.deepEqual(await all(), ['1 text 1', '2 text 2', '3 text 3']);
    assert.equal(await again, true);
  });

  it('follows files that change, come and go', async () => {
    const { files, survey, all } = setUp();
    void survey.start(unseen);
    await all();
    files.texts.set('file:///a/2.md', 'new');
    survey.filesChanged(['file:///a/2.md', 'file:///b/9.md']);
    assert.deepEqual(await all(), ['2 new']);
    files.texts.set('file:///a/4.md', 'text 4');
    survey.setFiles(['file:///a/2.md', 'file:///a/3.md', 'file:///a/4.md', 'file:///a/terms.glossary.yml']);
    assert.deepEqual(await all(), ['1 null', '4 text 4']);
  });

  it('leaves open documents to their editor, and takes up their files when they are closed', async () => {
    const { survey, all } = setUp();
    survey.documentOpened('file:///a/1.md');
    void survey.start(unseen);
    survey.documentOpened('file:///a/2.md');
    assert.deepEqual(await all(), ['3 text 3']);
    survey.filesChanged(['file:///a/1.md']);
    assert.deepEqual(await all(), []);
    survey.documentClosed('file:///a/1.md');
    assert.deepEqual(await all(), ['1 text 1']);
    survey.documentOpened('untitled:Untitled-1.md');
    survey.documentClosed('untitled:Untitled-1.md');
    assert.deepEqual(await all(), ['1 null']);
  });

  it('drops what it reads of a document that is opened meanwhile', async () => {
    const { files, survey, clock, all } = setUp(['1']);
    const read = files.read.bind(files);
    files.read = (uri) => {
      survey.documentOpened(uri);
      return read(uri);
    };
    const end = survey.start(unseen);
    await clock.settle();
    assert.equal(await end, true);
    assert.deepEqual(await all(), []);
  });

  it('passes over what cannot be read or is very long', async () => {
    const { files, survey, all } = setUp();
    const read = files.read.bind(files);
    files.read = (uri) => (uri.endsWith('1.md') ? Promise.reject(new Error('the disk is gone')) : read(uri));
    files.texts.set('file:///a/2.md', 'x'.repeat(200_001));
    void survey.start(unseen);
    assert.deepEqual(await all(), ['1 null', '2 null', '3 text 3']);
  });
});
