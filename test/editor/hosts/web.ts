/** Mocha in the web worker extension host. Its globals stand before the tests, which are imported next, are evaluated. */
import 'mocha/mocha.js';

/** What `--grep` of the runner was given; empty where it was not. */
declare const GREP: string;

mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, failZero: true, timeout: 120_000, grep: GREP });

/** Called by VS Code. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
