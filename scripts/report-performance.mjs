/** Draws docs/images/performance.svg and writes the tables of docs/performance.md, both from docs/performance.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { machine, rows } = JSON.parse(readFileSync(path.join(root, 'docs/performance.json'), 'utf8'));

const SIZES = { '3 KB': 3_000, '110 KB': 110_000, '1 MB': 1_000_000 };
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [860, 420, 70, 310, 40, 50];
const [LEAST, MOST] = [0.1, 20_000];

const x = (length) => LEFT + ((Math.log10(length) - 3.3) / 2.8) * (WIDTH - LEFT - RIGHT);
const y = (time) => {
  const share = Math.log10(Math.min(Math.max(time, LEAST), MOST) / LEAST) / Math.log10(MOST / LEAST);
  return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
};
const duration = (time) => (time >= 1_000 ? `${Number((time / 1_000).toPrecision(3))} s` : `${time} ms`);
const places = (row) => `${x(SIZES[row.size]).toFixed(1)},${y(row.median).toFixed(1)}`;

const lines = new Map();
for (const row of rows) {
  if (row.what === 'keystroke') lines.set(row.who, [...(lines.get(row.who) ?? []), row]);
}
const grid = [0.1, 1, 10, 100, 1_000, 10_000].map((time) => {
  const at = y(time).toFixed(1);
  return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}"/><text x="${LEFT - 8}" y="${Number(at) + 4}" text-anchor="end">${duration(time)}</text>`;
});
const ticks = Object.entries(SIZES).map(
  ([name, length]) =>
    `<text x="${x(length).toFixed(1)}" y="${HEIGHT - BOTTOM + 22}" text-anchor="middle">${name}</text>`,
);
// Labels that would cover each other move apart.
let lowest = Number.POSITIVE_INFINITY;
const curves = [...lines]
  .sort(([, a], [, b]) => a.at(-1).median - b.at(-1).median)
  .map(([who, all]) => {
    const end = all.at(-1);
    const text = `${who}, ${duration(end.median)}`;
    // A curve that ends before the others is named above its end: behind it those go on.
    const isShort = end.size !== Object.keys(SIZES).at(-1);
    const label = isShort ? y(end.median) - 12 : Math.min(y(end.median) + 4, lowest - 15);
    if (!isShort) lowest = label;
    const kind = who === 'worksheets' ? 'own' : 'other';
    const dots = all
      .map((row) => `<circle class="${kind}" cx="${places(row).replace(',', '" cy="')}" r="3"/>`)
      .join('');
    const [at, anchor] = isShort ? [x(SIZES[end.size]), 'end'] : [x(SIZES[end.size]) + 10, 'start'];
    return `<polyline class="${kind}" points="${all.map(places).join(' ')}"/>${dots}<text class="${kind}" x="${at.toFixed(1)}" y="${label.toFixed(1)}" text-anchor="${anchor}">${text}</text>`;
  });

writeFileSync(
  path.join(root, 'docs/images/performance.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Median time from a keystroke to diagnostics, by the size of the document">
<style>
svg { color-scheme: light dark; }
text { font: 13px system-ui, sans-serif; fill: #57606a; }
.grid { stroke: #8c959f; stroke-opacity: 0.35; }
polyline { fill: none; stroke-width: 2; }
polyline.own { stroke: #1f6feb; stroke-width: 3; }
polyline.other { stroke: #8c959f; }
circle.own { fill: #1f6feb; } circle.other { fill: #8c959f; }
text.own { fill: #1f6feb; font-weight: 600; }
@media (prefers-color-scheme: dark) { text { fill: #9198a1; } text.own { fill: #58a6ff; } polyline.own { stroke: #58a6ff; } circle.own { fill: #58a6ff; } }
</style>
<text x="${LEFT}" y="20">Keystroke to diagnostics, median; both scales are logarithmic</text>
${[...grid, ...ticks, ...curves].join('\n')}
</svg>
`,
);

/** What a figure should be, and whether it is not. */
const budget = ({ what, size, median, budget: limit, unit }) => {
  if (limit === null) return '';
  const floor = what === 'keystroke over stdio' ? find(what, 'an empty server', size).median : 0;
  const text = floor > 0 ? `floor + ${limit} ${unit}` : `${limit} ${unit}`;
  return median - floor > limit ? `${text}, missed` : text;
};
const table = (head, body) =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const figure = (row) => (row ? `${row.median}${row.p95 === null ? '' : ` (${row.p95})`}` : '');
/** Not "1 worksheets". */
const one = (text) => text.replace(/\b1 worksheets$/, '1 worksheet');
const find = (what, who, size) => rows.find((row) => row.what === what && row.who === who && row.size === size);

const names = Object.keys(SIZES);
const keystrokes = table(
  ['', ...names],
  [
    ...[...lines.keys()].map((who) => [who, ...names.map((size) => figure(find('keystroke', who, size)))]),
    ['budget', ...names.map((size) => budget(find('keystroke', 'worksheets', size)))],
  ],
);
const others = table(
  ['What', 'Of', 'Who', 'Median (p95)', 'Budget'],
  rows
    .filter(({ what }) => what !== 'keystroke')
    .map((row) => [row.what, one(row.size), one(row.who), `${figure(row)} ${row.unit}`, budget(row)]),
);
const page = path.join(root, 'docs/performance.md');
const [before, after] = readFileSync(page, 'utf8').split(/(?<=figures: begin -->)[\s\S]*(?=<!-- figures: end)/);
const figures = `![Median time from a keystroke to diagnostics, by the size of the document](images/performance.svg)\n\nMeasured by \`npm run bench -- --write\` on ${machine}; milliseconds where nothing else is said, the 95th percentile in brackets.\n\nA keystroke, to diagnostics, in the service:\n\n${keystrokes}\n\nEverything else:\n\n${others}`;
writeFileSync(page, `${before}\n\n${figures}\n\n${after}`);
