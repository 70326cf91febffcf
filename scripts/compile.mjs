/**
 * Keeps what V8 compiles of a bundle in a run, beside the bundle: see server/src/node/load-bundle.ts.
 *
 *   node scripts/compile.mjs BUNDLE [ARGUMENT ...]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { tsImport } from 'tsx/esm/api';

const root = path.resolve(import.meta.dirname, '..');
const example = path.join(root, 'examples/1-websockets.md');

/** What an editor asks until it shows the first worksheet, and at the first place somebody points at. */
function session() {
  const uri = 'file:///worksheet.md';
  const text = readFileSync(example, 'utf8');
  const position = { line: 0, character: 5 };
  const at = { textDocument: { uri }, position };
  const capabilities = { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } };
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    },
    { id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
    { id: 3, method: 'textDocument/hover', params: at },
    { id: 4, method: 'textDocument/completion', params: at },
    { id: 5, method: 'shutdown' },
    { method: 'exit' },
  ];
  return messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((json) => `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`)
    .join('');
}

/** Runs the bundles of a folder, each as it is used most, so that the next runs start faster. */
export async function keepCompiled(folder) {
  const runs = [
    { bundle: 'server.js', args: ['--stdio'], input: session() },
    { bundle: 'commands.js', args: ['check', example], input: '' },
  ];
  await Promise.all(
    runs.map(async ({ bundle, args, input }) => {
      const file = path.join(folder, bundle);
      const child = spawn(process.execPath, [import.meta.filename, file, ...args], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      // It may end before it has read all.
      child.stdin.on('error', () => {}).write(input);
      await once(child, 'exit');
      const compiled = `${file}.compiled`;
      if (existsSync(compiled)) {
        console.log(`${path.relative(root, compiled)}  ${(statSync(compiled).size / 1024).toFixed(0)} KB`);
      } else console.warn(`${bundle} was not compiled: it will be each time it is loaded.`);
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const { loadBundle, compiledFile } = await tsImport('../server/src/node/load-bundle.ts', import.meta.url);
  const [file, ...args] = process.argv.slice(2);
  process.argv = [process.execPath, path.join(path.dirname(file), 'cli.js'), ...args];
  process.once('exit', () => {
    // What is compiled is taken under the same flags only: those that the server sets come later than that.
    setFlagsFromString('--heap-growing-percent=0');
    writeFileSync(compiledFile(file), script.createCachedData());
  });
  const script = loadBundle(file);
}
