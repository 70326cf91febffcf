import assert from 'node:assert/strict';
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Guard } from '../../../server/src/lsp/guard.ts';

describe('Guard', () => {
  let logged: string[];
  let guard: Guard;

  beforeEach(() => {
    logged = [];
    guard = new Guard({ info() {}, warn() {}, error: (message) => logged.push(message) });
  });

  it('hands a request on', () => {
    const double = guard.request('Doubling', 0, (value: number) => 2 * value);
    assert.equal(double(21, CancellationToken.None), 42);
    assert.deepEqual(logged, []);
  });

  it('answers a cancelled request without working on it', () => {
    const handle = guard.request('Working', null, () => assert.fail('worked on'));
    const answer = handle(undefined, CancellationToken.Cancelled);
    assert.ok(answer instanceof ResponseError);
    assert.equal(answer.code, LSPErrorCodes.RequestCancelled);
  });

  it('answers a failed request with the fallback, and logs why', () => {
    const handle = guard.request('Hover', 'nothing', () => {
      throw new Error('out of words');
    });
    assert.equal(handle(undefined, CancellationToken.None), 'nothing');
    assert.match(logged.join(), /^Hover failed: Error: out of words/);
  });

  it('logs what fails in a notification, now or later', async () => {
    guard.notification('Opening', () => {
      throw new Error('now');
    })();
    const failing = Promise.reject(new Error('later'));
    guard.notification('Loading', () => failing)();
    await failing.catch(() => {});
    assert.match(logged[0] ?? '', /^Opening failed: Error: now/);
    assert.match(logged[1] ?? '', /^Loading failed: Error: later/);
  });
});
