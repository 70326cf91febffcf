/**
 * Builds the extension and packs it as NAME-VERSION.vsix, which VS Code installs.
 *
 *   node scripts/package.mjs
 *
 * A package that is larger than it may be, or that holds what is no part of the extension, is a failure.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createVSIX, listFiles } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };
import { extensionPage } from './extension-page.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** Users may expect 1 MB at most; this holds what has been reached. */
const most = 800_000;
const expected =
  /^(?:dist|docs|knowledge|l10n|media|snippets|syntaxes)\/|^out\/readme\.md$|^CHANGELOG\.md$|^(?:LICENSE|THIRD-PARTY-NOTICES\.txt)$|^package(?:\.nls)?\.json$/;

const packagePath = path.join(root, `${manifest.name}-${manifest.version}.vsix`);
const readmePath = 'out/readme.md';
mkdirSync(path.join(root, 'out'), { recursive: true });
writeFileSync(path.join(root, readmePath), extensionPage(readFileSync(path.join(root, 'README.md'), 'utf8')));
// The bundles hold all that they need. There is no repository to rewrite links for.
const options = {
  cwd: root,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
  readmePath,
};
await createVSIX({ ...options, packagePath });

const files = await listFiles({ cwd: root, packageManager: 0, readmePath });
const strangers = files.filter((file) => !expected.test(file));
const { size } = statSync(packagePath);
console.log(`${path.relative(root, packagePath)}  ${(size / 1000).toFixed(0)} KB, ${files.length} files`);
if (strangers.length > 0) throw new Error(`Unexpected in the package: ${strangers.join(', ')}`);
if (size > most) throw new Error(`The package may have ${most / 1000} KB at most.`);
process.exitCode = 0;
