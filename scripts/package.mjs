/**
 * Builds the extension and packs it as NAME-VERSION.vsix, which VS Code installs.
 *
 *   node scripts/package.mjs
 *
 * A package that is larger than it may be, or that holds what is no part of the extension, is a failure.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createVSIX, listFiles } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '..');
const most = 1_000_000;
const expected =
  /^(?:dist|docs|knowledge|l10n|media|snippets|syntaxes)\/|^(?:README|CHANGELOG)\.md$|^(?:LICENSE|THIRD-PARTY-NOTICES\.txt)$|^package(?:\.nls)?\.json$/;

const packagePath = path.join(root, `${manifest.name}-${manifest.version}.vsix`);
// The bundles hold all that they need. There is no repository to rewrite links for.
const options = { cwd: root, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
await createVSIX({ ...options, packagePath });

const files = await listFiles({ cwd: root, packageManager: 0 });
const strangers = files.filter((file) => !expected.test(file));
const { size } = statSync(packagePath);
console.log(`${path.relative(root, packagePath)}  ${(size / 1000).toFixed(0)} KB, ${files.length} files`);
if (strangers.length > 0) throw new Error(`Unexpected in the package: ${strangers.join(', ')}`);
if (size > most) throw new Error(`The package may have ${most / 1000} KB at most.`);
process.exitCode = 0;
