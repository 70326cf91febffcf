/**
 * How long a keystroke takes, from the edit to the diagnostics, beside others who look at Markdown.
 *
 *   npm run bench
 *
 * Everyone types the same word in the same answers of the same worksheets, in one run. Budgets are those of the design: they
 * are printed beside what was measured, not asserted.
 */
import process from 'node:process';
import { parseMarkdown, updateMarkdown } from '../../server/src/markdown/document.ts';
import { markdownLanguageService, markdownlint, ownService, type Peer, remark } from './peers.ts';
import { worksheetOf } from './worksheet.ts';

const sizes = [
  { name: '3 KB', length: 3_000, budget: 1, ratio: 1, keystrokes: 400 },
  { name: '110 KB', length: 110_000, budget: 1.5, ratio: 1 / 10, keystrokes: 200 },
  { name: '1 MB', length: 1_000_000, budget: 5, ratio: 1 / 30, keystrokes: 100 },
];
const peers: readonly Peer[] = [ownService, markdownLanguageService, remark, markdownlint];
/** Slow peers are measured for so long, in milliseconds. */
const patience = 8_000;

async function measure(
  peer: Peer,
  text: string,
  keystrokes: number,
): Promise<{ median: number; p95: number; runs: number }> {
  const type = peer.open(text);
  const places = Array.from(text.matchAll(/The handler runs/g), ({ index }) => index + 'The handler '.length);
  const times: number[] = [];
  const warmup = Math.min(20, keystrokes / 5);
  const end = performance.now() + patience;
  for (let key = 0; key < keystrokes + warmup && (key < 5 || performance.now() < end); key++) {
    const step = key % 10;
    const place = places[(Math.floor(key / 10) * 7919) % places.length]!;
    const start = performance.now();
    if (step < 5) await type(place + step, 0, 'often'[step]!);
    else await type(place + 9 - step, 1, '');
    if (key >= warmup || key >= 3) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { median: at(0.5), p95: at(0.95), runs: times.length };
}

const rounded = (value: number) => Number(value.toPrecision(3));

for (const { name, length, budget, ratio, keystrokes } of sizes) {
  const text = worksheetOf(length);
  const rows = [];
  let own = 0;
  for (const peer of peers) {
    const { median, p95, runs } = await measure(peer, text, keystrokes);
    if (peer === ownService) own = median;
    rows.push({
      who: peer.name,
      'median ms': rounded(median),
      'p95 ms': rounded(p95),
      runs,
      'ours / theirs': peer === ownService ? '' : `1/${rounded(median / own)}`,
    });
  }
  const before = parseMarkdown(text);
  const at = text.indexOf('The handler runs', length / 2);
  const { reparsed } = updateMarkdown(before, [{ span: { start: at, end: at }, newText: 'x' }]);
  process.stdout.write(
    `\n${name}: budget ${budget} ms, and 1/${Math.round(1 / ratio)} of vscode-markdown-languageservice; ${reparsed} of ${before.blocks.length} blocks parsed again\n`,
  );
  console.table(rows);
}
