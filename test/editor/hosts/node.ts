/** Mocha in the Node extension host. Its globals stand before the tests, which are imported next, are evaluated. */
import Mocha from 'mocha';

/** What `--grep` of the runner was given; empty where it was not. */
declare const GREP: string;

const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, failZero: true, timeout: 120_000, grep: GREP });
mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);

/** Called by VS Code. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
