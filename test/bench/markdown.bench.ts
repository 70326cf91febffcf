import { Bench } from 'tinybench';
import { type MarkdownDocument, parseMarkdown, updateMarkdown } from '../../server/src/markdown/document.ts';
import { parseWithRemark } from '../fuzz/oracle.ts';
import { worksheetOf } from './worksheet.ts';

const SIZES = [
  ['3 KB', 3_000],
  ['110 KB', 110_000],
  ['1 MB', 1_000_000],
] as const;

/** Types a word in the middle of an answer and deletes it again, a character at a time, somewhere else each round. */
function typist(text: string): () => void {
  let document: MarkdownDocument = parseMarkdown(text);
  const answers = [...text.matchAll(/The handler runs/g)].map(({ index }) => index + 'The handler '.length);
  let round = 0;
  return () => {
    const step = round % 10;
    const offset = answers[(Math.floor(round / 10) * 7919) % answers.length]!;
    const typing = step < 5;
    const start = offset + (typing ? step : 9 - step);
    const edit = { span: { start, end: start + (typing ? 0 : 1) }, newText: typing ? 'often'[step]! : '' };
    document = updateMarkdown(document, [edit]);
    round++;
  };
}

const bench = new Bench({ time: 1000, warmupTime: 500, iterations: 5, warmupIterations: 2 });
for (const [name, size] of SIZES) {
  const text = worksheetOf(size);
  const type = typist(text);
  bench.add(`${name}: a keystroke`, type);
  bench.add(`${name}: opening`, () => parseMarkdown(text));
  bench.add(`${name}: a full remark-parse`, () => parseWithRemark(text));
}
await bench.run();
console.table(
  bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) return { name };
    const { latency } = result;
    const milliseconds = (value: number) => Number(value.toFixed(3));
    return {
      name,
      'median ms': milliseconds(latency.p50),
      'p99 ms': milliseconds(latency.p99),
      runs: latency.samplesCount,
    };
  }),
);
