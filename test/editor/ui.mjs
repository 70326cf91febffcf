/**
 * Uses the extension by mouse and keyboard, in the web workbench of a real VS Code.
 *
 *   node test/editor/ui.mjs [--grep TEXT]
 *
 * The tests are the files ui/*.ui.mjs. What a failing one last saw is saved as out/screenshots/failed-*.png.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { install, supported } from '../support/vscode/install.mjs';
import { standInName } from '../support/vscode/locate.mjs';
import { openSession, workbench } from './ui/session.mjs';

const folder = path.join(import.meta.dirname, 'ui');

async function runTests(grep) {
  await install();
  console.log(`By mouse and keyboard in ${standInName()}`);
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, failZero: true, timeout: 60_000, grep });
  mocha.rootHooks({
    async afterEach() {
      const { currentTest } = this;
      if (currentTest.isFailed()) await workbench.screenshot(`failed-${currentTest.fullTitle().replace(/\W+/g, '-')}`);
      await workbench.reset();
    },
  });
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.ui.mjs')) mocha.addFile(path.join(folder, file));
  }
  await mocha.loadFilesAsync();
  const close = await openSession();
  const failures = await new Promise((resolve) => mocha.run(resolve));
  await close();
  return failures;
}

const { values } = parseArgs({ options: { grep: { type: 'string', default: '' } } });
if (supported) {
  process.exitCode = (await runTests(values.grep)) > 0 ? 1 : 0;
} else {
  console.log('The tests by mouse and keyboard run on Linux on x64 only: skipped.');
}
