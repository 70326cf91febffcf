/**
 * Uses the extension by mouse and keyboard, in the web workbench of a real VS Code.
 *
 *   node test/editor/ui.mjs [--web] [--grep TEXT] [--pictures]
 *
 * The tests are the files ui/*.ui.mjs. What a failing one last saw is saved as out/screenshots/failed-*.png.
 * `--web` runs the extension in the web worker extension host instead of the Node one.
 * `--pictures` runs ui/pictures.ui.mjs alone, and copies the pictures it takes to docs/images/.
 */
import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { install, supported } from '../support/vscode/install.mjs';
import { standInName } from '../support/vscode/locate.mjs';
import { openSession, workbench } from './ui/session.mjs';
import { screenshotFolder } from './ui/workbench.mjs';

const folder = path.join(import.meta.dirname, 'ui');
const imageFolder = path.resolve(import.meta.dirname, '../../docs/images');

async function runTests(grep, only, web) {
  await install();
  console.log(`By mouse and keyboard in ${standInName()}`);
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, failZero: true, timeout: 120_000, grep });
  mocha.rootHooks({
    async afterEach() {
      const { currentTest } = this;
      if (currentTest.isFailed()) await workbench.screenshot(`failed-${currentTest.fullTitle().replace(/\W+/g, '-')}`);
      await workbench.reset();
    },
  });
  for (const file of readdirSync(folder).sort()) {
    if (only ? file === only : file.endsWith('.ui.mjs')) mocha.addFile(path.join(folder, file));
  }
  await mocha.loadFilesAsync();
  const close = await openSession(web);
  const failures = await new Promise((resolve) => mocha.run(resolve));
  await close();
  return failures;
}

function copyPictures() {
  for (const picture of ['diagnostics', 'hover', 'completion', 'quick-fix']) {
    for (const file of [`${picture}.png`, `${picture}-dark.png`]) {
      copyFileSync(path.join(screenshotFolder, file), path.join(imageFolder, file));
    }
  }
}

const { values } = parseArgs({
  options: {
    grep: { type: 'string', default: '' },
    pictures: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
  },
});
if (supported) {
  const failures = await runTests(values.grep, values.pictures ? 'pictures.ui.mjs' : '', values.web);
  if (values.pictures && failures === 0) copyPictures();
  process.exitCode = failures > 0 ? 1 : 0;
} else {
  console.log('The tests by mouse and keyboard run on Linux on x64 only: skipped.');
}
