import assert from 'node:assert/strict';
import { Background, Debouncer } from '../../../server/src/workspace/clock.ts';
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

describe('Background', () => {
  let clock: FakeClock;
  let ran: string[];
  let background: Background;

  beforeEach(() => {
    clock = new FakeClock();
    ran = [];
    background = new Background(clock, 50);
  });

  it('calls back one after the other, each in a turn of its own', () => {
    background.after(0, () => ran.push('a'));
    background.after(0, () => ran.push('b'));
    clock.advance(0);
    assert.deepEqual(ran, ['a']);
    clock.advance(0);
    assert.deepEqual(ran, ['a', 'b']);
  });

  it('waits until nothing has been going on for a while', () => {
    background.after(0, () => ran.push('a'));
    background.busy();
    clock.advance(49);
    background.busy();
    clock.advance(49);
    assert.deepEqual(ran, []);
    background.after(0, () => ran.push('b'));
    clock.advance(1);
    clock.advance(0);
    assert.deepEqual(ran, ['a', 'b']);
  });

  it('takes a call back', () => {
    background.after(0, () => ran.push('a'))();
    clock.advance(100);
    assert.deepEqual(ran, []);
  });
});
