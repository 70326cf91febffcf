/** As much of `node:assert/strict` as the tests use, for the web worker extension host, which has no Node modules. */
function assert(value: unknown, message = 'Expected a truthy value'): asserts value {
  if (!value) throw new Error(message);
}

function show(value: unknown): string {
  return JSON.stringify(value, undefined, 2) ?? String(value);
}

function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && isDeepEqual(value, right.get(key)))
  );
}

assert.ok = assert;

assert.fail = (message: string): never => {
  throw new Error(message);
};

assert.equal = (actual: unknown, expected: unknown, message = ''): void =>
  assert(Object.is(actual, expected), `${message} ${show(actual)} is not ${show(expected)}`);

assert.notEqual = (actual: unknown, expected: unknown, message = ''): void =>
  assert(!Object.is(actual, expected), `${message} ${show(actual)} is not wanted`);

assert.deepEqual = (actual: unknown, expected: unknown, message = ''): void =>
  assert(isDeepEqual(actual, expected), `${message} ${show(actual)} does not equal ${show(expected)}`);

assert.notDeepEqual = (actual: unknown, expected: unknown, message = ''): void =>
  assert(!isDeepEqual(actual, expected), `${message} ${show(actual)} is not wanted`);

assert.match = (text: string, pattern: RegExp, message = ''): void =>
  assert(pattern.test(text), `${message} ${show(text)} does not match ${pattern}`);

assert.doesNotMatch = (text: string, pattern: RegExp, message = ''): void =>
  assert(!pattern.test(text), `${message} ${show(text)} matches ${pattern}`);

export default assert;
