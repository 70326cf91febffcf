import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Each imports only those before it. `service` is a file. */
const rooms = ['text', 'markdown', 'worksheet', 'knowledge', 'rules', 'features', 'workspace', 'service', 'lsp'];
const entries = ['node', 'cli'];
const core = rooms.slice(0, rooms.indexOf('lsp'));
const parser = ['remark-parse', 'unified', 'mdast', 'unist'];
const hosts = ['node:fs', 'node:fs/promises', 'vscode', 'vscode-languageclient/node', 'vscode-languageserver/node'];

/** An import of a file of the server's, and whether it keeps the order of the rooms. */
type Case = readonly [from: string, specifier: string, allowed: boolean];

const moduleOf = (room: string) => (room === 'service' ? 'service.ts' : `${room}/module.ts`);

function casesOf(room: string): Case[] {
  const from = moduleOf(room);
  const others = [...rooms, ...entries].filter((other) => other !== room);
  return [
    ...others.map((other): Case => {
      const specifier = `${room === 'service' ? './' : '../'}${moduleOf(other)}`;
      return [from, specifier, rooms.slice(0, rooms.indexOf(room)).includes(other)];
    }),
    ...parser.map((specifier): Case => [from, specifier, room === 'markdown']),
    ...hosts.map((specifier): Case => [from, specifier, false]),
  ];
}

describe('the rooms of the house', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'rooms-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The cases whose import the project's own lint rules report. */
  function reported(cases: readonly Case[]): readonly Case[] {
    const { overrides } = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
    writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ overrides }));
    const files = new Map<string, Case[]>();
    for (const imported of cases) {
      const file = path.join(folder, 'server/src', imported[0]);
      files.set(file, [...(files.get(file) ?? []), imported]);
    }
    for (const [file, imports] of files) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, imports.map(([, specifier]) => `export * from '${specifier}';\n`).join(''));
    }
    const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const places = Array.from(stdout.matchAll(/file=([^,\n]+),line=(\d+)/g));
    return places.map(([, file, line]) => files.get(file!)![Number(line) - 1]!);
  }

  it('are the folders of the server', () => {
    const folders = readdirSync(path.join(root, 'server/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    assert.deepEqual(folders.sort(), [...rooms, ...entries].filter((room) => room !== 'service').sort());
  });

  it('import only those above them', () => {
    const cases: Case[] = [
      ...rooms.flatMap(casesOf),
      ['worksheet/recognizers/module.ts', '../module.ts', true],
      ['worksheet/recognizers/module.ts', '../../text/module.ts', true],
      ['worksheet/recognizers/module.ts', '../../knowledge/module.ts', false],
      ['rules/module.ts', 'vscode-languageserver-types', false],
      ['features/module.ts', 'vscode-languageserver-types', true],
      ['features/module.ts', 'vscode-languageserver', false],
      ['lsp/module.ts', 'vscode-languageserver', true],
      ['../../client/src/module.ts', '../../server/src/lsp/protocol.ts', true],
      ['../../client/src/module.ts', '../../server/src/worksheet/model.ts', false],
    ];
    const sorted = (list: readonly Case[]) => list.map(([from, specifier]) => `${from} imports ${specifier}`).sort();
    assert.deepEqual(sorted(reported(cases)), sorted(cases.filter(([, , allowed]) => !allowed)));
  });

  it('know neither Node nor a browser up to the service', () => {
    const config = JSON.parse(readFileSync(path.join(root, 'server/tsconfig.core.json'), 'utf8'));
    assert.deepEqual(
      config.include,
      core.map((room) => (room === 'service' ? 'src/service.ts' : `src/${room}`)),
    );
    writeFileSync(path.join(folder, 'module.ts'), 'process.exit();\ndocument.title;\nsetTimeout(() => {});\n');
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: path.join(root, 'server/tsconfig.core.json'), include: ['module.ts'] }),
    );
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    const unknown = Array.from(stdout.matchAll(/Cannot find name '(\w+)'/g), ([, name]) => name);
    assert.deepEqual(unknown, ['process', 'document', 'setTimeout']);
  });
});
