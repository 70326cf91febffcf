/**
 * How long everything takes that a user waits for, beside others who look at Markdown, in one run.
 *
 *   npm run bench [-- --quick] [-- --write]
 *
 * `--quick` measures a few runs of each; `--write` keeps the figures in docs/performance.json, which the plot is made from.
 * Budgets stand beside the figures; they are not asserted.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { type Figures, figuresOf, measure, typist } from './measure.ts';
import { peers, Service } from './peers.ts';
import { typeDuringScan } from './scan.ts';
import { Server } from './stdio.ts';
import { worksheetOf } from './worksheet.ts';

const root = process.cwd();
const cli = path.join(root, 'dist/cli.js');
const flags = new Set(process.argv.slice(2));
const quick = flags.has('--quick');

/** `over`: how much more than the floor a keystroke over stdio may take; `ratio`: of what it takes vscode-markdown-languageservice. */
const sizes = [
  { name: '3 KB', length: 3_000, keystroke: 1, ratio: 1, over: 1, request: null, runs: 2000 },
  { name: '110 KB', length: 110_000, keystroke: 1.5, ratio: 1 / 10, over: 2, request: 2, runs: 1000 },
  { name: '1 MB', length: 1_000_000, keystroke: 5, ratio: 1 / 30, over: 6, request: null, runs: 300 },
].map((size) => (quick ? { ...size, runs: Math.ceil(size.runs / 10) } : size));
const patience = quick ? 3_000 : 10_000;

interface Row {
  readonly what: string;
  readonly size: string;
  readonly who: string;
  readonly median: number;
  readonly p95: number | null;
  readonly runs: number;
  readonly unit: 'ms' | 'MB' | 'KB';
  readonly budget: number | null;
}

const rows: Row[] = [];

function report(
  what: string,
  size: string,
  who: string,
  figures: Figures | number,
  budget: number | null = null,
): void {
  const { median, p95, runs } = typeof figures === 'number' ? { median: figures, p95: null, runs: 1 } : { ...figures };
  const unit = what.startsWith('memory') ? 'MB' : what.startsWith('bundle') ? 'KB' : 'ms';
  rows.push({ what, size, who, median, p95, runs, unit, budget });
  process.stderr.write(`${what}, ${size}, ${who}: ${rounded(median)} ${unit}\n`);
}

const rounded = (value: number) => Number(value.toPrecision(3));
const ours = 'worksheets';

for (const { name, length, keystroke, request, runs } of sizes) {
  const text = worksheetOf(length);
  const key = typist(text);
  const service = new Service();
  report('open', name, ours, await measure({ runs: Math.ceil(runs / 50), patience }, () => service.open(text)));
  report('keystroke', name, ours, await measure({ runs, patience }, (run) => service.type(key(run))), keystroke);
  const places = Array.from(text.matchAll(/socket\.io|handler|Sockets/g), ({ index }) => index + 1);
  const placeOf = (run: number) => places[(run * 7919) % places.length]!;
  report('hover', name, ours, await measure({ runs, patience }, (run) => service.hover(placeOf(run))), request);
  report(
    'completion',
    name,
    ours,
    await measure({ runs, patience }, (run) => service.complete(placeOf(run) + 3)),
    request,
  );
  for (const { who, most = length, open } of peers) {
    if (length > most) continue;
    const type = await open(text);
    report('keystroke', name, who, await measure({ runs, patience }, (run) => type(...key(run))));
  }
}

for (const [who, script] of [
  [ours, [cli, 'lsp']],
  ['an empty server', [path.join(root, 'test/bench/floor-server.mjs')]],
] as const) {
  for (const { name, length, runs, over } of sizes) {
    const text = worksheetOf(length);
    const server = new Server(script);
    await server.start(null);
    await server.open(text);
    const lines = LineIndex.of(text);
    const key = typist(text);
    const figures = await measure({ runs, patience }, (run) => server.type(lines, key(run)));
    report('keystroke over stdio', name, who, figures, who === ours ? over : null);
    if (who === ours) report('memory', name, who, server.memory());
    await server.stop();
  }
}

// Compiled anew, as VS Code starts it for the first time.
const uncompiled = `${ours}, dist/server.js alone`;
for (const [who, script] of [
  [ours, [cli, 'lsp']],
  [uncompiled, [path.join(root, 'dist/server.js')]],
  ['an empty server', [path.join(root, 'test/bench/floor-server.mjs')]],
] as const) {
  const start = await measure({ runs: quick ? 3 : 10, patience: 2 * patience }, async () => {
    const server = new Server(script);
    await server.start(null);
    await server.open(worksheetOf(3_000));
    void server.stop();
  });
  report('start to first diagnostics', '3 KB', who, start, who === ours ? 250 : null);
}

for (const count of quick ? [1, 100] : [1, 100, 1000]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'worksheets-bench-'));
  const template = worksheetOf(5_000);
  for (let file = 0; file < count; file++) {
    writeFileSync(path.join(folder, `${file}.md`), template.replaceAll('event', `event ${file}`));
  }
  const size = `${count} worksheets`;
  const check = await measure({ runs: quick ? 1 : 3, patience: 1 }, () => runCheck(folder));
  report('check from the command line', size, ours, check, count === 1000 ? 3_000 : null);
  const server = new Server([cli, 'lsp']);
  await server.start(pathToFileURL(folder).href);
  const text = worksheetOf(110_000);
  await server.open(text);
  const lines = LineIndex.of(text);
  const key = typist(text);
  const { rest, during, after } = await typeDuringScan(server, quick ? 50 : 100, (run) => server.type(lines, key(run)));
  report('workspace scan, once nobody types', size, ours, rest);
  report('keystroke over stdio, during the scan', '110 KB', `${ours}, ${size}`, figuresOf(during));
  report('keystroke over stdio, after the scan', '110 KB', `${ours}, ${size}`, figuresOf(after));
  report('memory', size, ours, server.memory());
  await server.stop();
  rmSync(folder, { recursive: true });
}

for (const file of ['server.js', 'client.js', 'commands.js', 'built-in-knowledge.jsonl']) {
  report('bundle', `dist/${file}`, ours, statSync(path.join(root, 'dist', file)).size / 1024);
}

/** Findings make the command end with 1. */
function runCheck(folder: string): void {
  try {
    execFileSync(process.execPath, [cli, 'check', '--format', 'json', folder], { maxBuffer: 1 << 28 });
  } catch (error) {
    if ((error as { status?: number }).status !== 1) throw error;
  }
}

const floorOf = (what: string, size: string) =>
  rows.find((row) => row.what === what && row.size === size && row.who === 'an empty server')?.median;

/** How a figure of others relates to ours, or one over stdio to the floor. */
function compared({ what, size, who, median }: Row): string {
  const floor = floorOf(what, size);
  if (who === ours && floor !== undefined) return `floor + ${rounded(median - floor)}`;
  const own = rows.find((row) => row.what === what && row.size === size && row.who === ours)?.median;
  return who === ours || own === undefined ? '' : `ours / theirs: ${rounded(own / median)}`;
}

function budgetOf({ what, size, who, budget }: Row): string {
  if (budget !== null) return what === 'keystroke over stdio' ? `floor + ${budget}` : String(budget);
  const limit = sizes.find(({ name }) => name === size)?.ratio;
  return what === 'keystroke' && who.startsWith('vscode-') && limit ? `below ${rounded(limit)}` : '';
}

console.table(
  rows.map((row) => ({
    what: row.what,
    of: row.size,
    who: row.who,
    median: `${rounded(row.median)} ${row.unit}`,
    p95: row.p95 === null ? '' : rounded(row.p95),
    runs: row.runs,
    budget: budgetOf(row),
    compared: compared(row),
  })),
);
if (flags.has('--write')) {
  const machine = `${cpus().length} cores, Node.js ${process.version}`;
  const kept = rows.map((row) => ({
    ...row,
    median: rounded(row.median),
    p95: row.p95 === null ? null : rounded(row.p95),
  }));
  writeFileSync(path.join(root, 'docs/performance.json'), `${JSON.stringify({ machine, rows: kept }, null, 2)}\n`);
}
process.exit();
