import assert from 'node:assert/strict';
import { Debouncer } from '../../../server/src/workspace/clock.ts';
import { FakeClock } from './support.ts';

describe('Debouncer', () => {
  let clock: FakeClock;
  let ran: string[];
  let debouncer: Debouncer<string>;

  beforeEach(() => {
    clock = new FakeClock();
    ran = [];
    debouncer = new Debouncer(clock, 100, (key) => ran.push(key));
  });

  it('runs once, when the key has been left alone for the whole delay', () => {
    debouncer.schedule('a');
    clock.advance(60);
    debouncer.schedule('a');
    clock.advance(99);
    assert.deepEqual(ran, []);
    clock.advance(1);
    assert.deepEqual(ran, ['a']);
    clock.advance(1000);
    assert.deepEqual(ran, ['a']);
  });

  it('keeps keys apart', () => {
    debouncer.schedule('a');
    clock.advance(60);
    debouncer.schedule('b');
    clock.advance(40);
    assert.deepEqual(ran, ['a']);
    clock.advance(60);
    assert.deepEqual(ran, ['a', 'b']);
  });

  it('forgets a key on demand', () => {
    debouncer.schedule('a');
    debouncer.cancel('a');
    debouncer.cancel('never scheduled');
    clock.advance(100);
    assert.deepEqual(ran, []);
  });
});
