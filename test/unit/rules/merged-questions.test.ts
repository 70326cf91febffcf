import assert from 'node:assert/strict';
import { mended, reported } from '../../support/findings.ts';

const merged = (body: string) => reported('merged-questions', body).map(([text]) => text);
const split = (body: string) => mended('merged-questions', body)[0]![1];

describe('merged questions', () => {
  it('says where the second one starts', () =>
    assert.deepEqual(reported('merged-questions', '- What is a port?\nWhat does a switch do?\n- What is a hub?\n'), [
      ['What does a switch do?', 'A second question starts here: "What does a switch do?"'],
    ]));

  it('are split with the bullet, the indentation and the empty place of their list', () => {
    assert.deepEqual(
      mended('merged-questions', '- What is a port?\nWhat does a switch do?\n  *\n- What is a hub?\n  *\n'),
      [['Split into two questions', '- What is a port?\n  *\n- What does a switch do?\n  *\n- What is a hub?\n  *\n']],
    );
    assert.equal(
      split(
        '1) What is a port?\n   - a number\n\n2) What is a hub?\nWhat does a switch do?\n\n   -\n\n3) What is a bus?\n\n   -\n',
      ),
      '1) What is a port?\n   - a number\n\n2) What is a hub?\n\n   -\n\n3) What does a switch do?\n\n   -\n\n4) What is a bus?\n\n   -\n',
    );
  });

  it('leave numbers that do not count as they are', () =>
    assert.equal(
      split(
        '1. What is a port?\n   - a number\n1. What is a hub?\nWhat does a switch do?\n   - It learns.\n1. What is a bus?\n   -\n',
      ),
      '1. What is a port?\n   - a number\n1. What is a hub?\n1. What does a switch do?\n   - It learns.\n1. What is a bus?\n   -\n',
    ));

  it('are numbered anew up to the next heading', () =>
    assert.equal(
      split(
        '1. What is a hub?\nWhat does a switch do?\n2. What is a bus?\n\n## More\n\n1. What is a ring?\n2. What is a star?\n',
      ),
      '1. What is a hub?\n2. What does a switch do?\n3. What is a bus?\n\n## More\n\n1. What is a ring?\n2. What is a star?\n',
    ));

  it('keep emphasis and line ends', () =>
    assert.equal(
      split('1. **What is a hub?**\r\n**What does a switch do?**\r\n2. **What is a bus?**\r\n'),
      '1. **What is a hub?**\r\n2. **What does a switch do?**\r\n3. **What is a bus?**\r\n',
    ));

  it('are not seen in one question that goes on', () => {
    assert.deepEqual(merged('1. Does a hub read frames? Why?\n   -\n2. What is a switch?\n   -\n'), []);
    assert.deepEqual(
      merged('1. What is a hub?\n   Why does it repeat frames?\n   -\n2. What is a switch?\n   -\n'),
      [],
    );
    assert.deepEqual(merged('1. What is a hub?\n   Give an example.\n   -\n2. What is a switch?\n   -\n'), []);
  });

  it('are not seen where questions have a line each', () =>
    assert.deepEqual(merged('What is a port?\nWhat does a switch do?\nWhat does a hub do?\n'), []));
});
