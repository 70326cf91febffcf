import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { createWorksheetService } from '../../../server/src/service.ts';

const blank = '---\nworksheets: worksheet\n---\n1. What does a hub do with a frame?\n   -\n';
const answered =
  '1. **What does a hub do with a frame?**\n   - It repeats it.\n2. What is a bit?\n   - A digit.\n3. What is a port?\n   - A number.\n';

function completions(arrange: (service: ReturnType<typeof createWorksheetService>) => void): string[] {
  const service = createWorksheetService({ knowledge: createKnowledge([], []), settings: { assistance: 'answers' } });
  service.open('file:///class/2.md', 1, blank);
  arrange(service);
  return service
    .completion('file:///class/2.md', { line: 4, character: 4 }, null)
    .map(({ label, textEdit }) => `${label}: ${textEdit?.newText}`);
}

describe('what was answered before', () => {
  const offered = ['Your answer in reading 1.md:  It repeats it.'];

  it('is offered from another open worksheet', () =>
    assert.deepEqual(
      completions((service) => service.open('file:///class/reading%201.md', 1, answered)),
      offered,
    ));

  it('is offered from one that is not open', () =>
    assert.deepEqual(
      completions((service) => Array.from(service.archive('file:///class/reading%201.md', answered))),
      offered,
    ));

  it('is what the open document says, not the file', () =>
    assert.deepEqual(
      completions((service) => {
        Array.from(service.archive('file:///class/reading%201.md', answered));
        service.open('file:///class/reading%201.md', 1, answered.replace('repeats', 'copies'));
      }),
      ['Your answer in reading 1.md:  It copies it.'],
    ));

  it('is nothing where the question has no answer there, or the file is gone', () => {
    assert.deepEqual(
      completions((service) => service.open('file:///class/3.md', 1, blank)),
      [],
    );
    assert.deepEqual(
      completions((service) => {
        Array.from(service.archive('file:///class/reading%201.md', answered));
        service.unarchive('file:///class/reading%201.md');
      }),
      [],
    );
  });
});
