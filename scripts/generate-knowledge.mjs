/**
 * Parses the files of knowledge/ with the project's own parser and writes them as one module, which the server is bundled
 * with. The module is left alone where nothing has changed.
 *
 *   node scripts/generate-knowledge.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';

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
  const packed = packKnowledge(names.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })));
  const module = [
    '// Generated from knowledge/ by scripts/generate-knowledge.mjs: edit the files there.',
    `export const packedKnowledge = ${JSON.stringify(JSON.stringify(packed))};`,
    '',
  ].join('\n');
  if (module !== currentModule()) writeFileSync(target, module);
  return names.map((name) => path.join(folder, name));
}

function currentModule() {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return null;
  }
}

/** For esbuild: makes the module before each build, and again when a file of knowledge/ changes. */
export const knowledgePlugin = {
  name: 'knowledge',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    let watchFiles = [];
    build.onStart(async () => {
      watchFiles = await generateKnowledge();
    });
    build.onLoad({ filter: /built-in\.generated\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8'),
      loader: 'ts',
      watchFiles,
      watchDirs: [folder],
    }));
  },
};

if (process.argv[1] === import.meta.filename) {
  const files = await generateKnowledge();
  console.log(`${path.relative(root, target)}: ${files.length} files`);
}
