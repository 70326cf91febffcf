/**
 * A long day's typing in a short run: edits over many worksheets that are opened and closed, in one server over stdio.
 *
 *   npm run soak [-- --edits N]
 *
 * Prints the server's memory (resident set) and open files as they develop. Ends with 1 where memory at the end is more than half
 * as much again as after the first fifth, by when all caches are warm, or where files stay open. Needs Linux, where a process's
 * memory and files can be seen from outside.
 */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { answerEverything, everything } from '../protocol/capable-client.ts';
import { Session } from '../protocol/support.ts';
import { worksheetOf } from './worksheet.ts';

const WORKSHEETS = 50;
const LENGTH = 6_000;
/** How many worksheets are open at a time. */
const OPEN = 8;
const SAMPLES = 20;

const { values } = parseArgs({ options: { edits: { type: 'string', default: '100000' } } });
const edits = Number(values.edits);

/** A worksheet as its typist has left it. */
interface Typed {
  readonly uri: string;
  readonly lines: string[];
  version: number;
}

const typed: readonly Typed[] = Array.from({ length: WORKSHEETS }, (_, index) => ({
  uri: `file:///class/student-${index}.md`,
  lines: worksheetOf(LENGTH + index * 100).split('\n'),
  version: 0,
}));

/** The same run each time. */
let state = 1;
function random(below: number): number {
  state = (state * 48_271) % 0x7fffffff;
  return state % below;
}

const SCRAPS = ['a', ' word', ', and so on', '?', '____', '- ', ' WebSocket', ' Transport layer'];

async function main(): Promise<void> {
  const session = new Session();
  answerEverything(session);
  await session.initialize(everything, { workspaceFolders: [] });
  const { pid } = session.process;
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  const files = () => readdirSync(`/proc/${pid}/fd`).length;
  const { connection } = session;
  const open: Typed[] = [];
  const curve: { edits: number; 'memory MB': number; files: number }[] = [];

  async function swap(): Promise<void> {
    const closed = open.length === OPEN ? open.splice(random(OPEN), 1)[0] : undefined;
    if (closed) await connection.sendNotification('textDocument/didClose', { textDocument: { uri: closed.uri } });
    const next = typed.filter((each) => !open.includes(each))[random(WORKSHEETS - open.length)]!;
    open.push(next);
    await session.open(next.uri, next.lines.join('\n'), ++next.version);
  }

  async function type(worksheet: Typed): Promise<void> {
    const line = random(worksheet.lines.length);
    const before = worksheet.lines[line]!;
    const shorten = before.length > 120;
    const start = { line, character: shorten ? 60 : before.length };
    const text = shorten ? '' : SCRAPS[random(SCRAPS.length)]!;
    worksheet.lines[line] = before.slice(0, start.character) + text;
    const range = { start, end: { line, character: before.length } };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: worksheet.uri, version: ++worksheet.version },
      contentChanges: [{ range, text }],
    });
    const textDocument = { uri: worksheet.uri };
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    if (random(10) > 0) return;
    await connection.sendRequest('textDocument/completion', { textDocument, position: start });
    await connection.sendRequest('textDocument/hover', { textDocument, position: { line, character: 5 } });
    await connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  }

  for (let count = 0; count < OPEN; count++) await swap();
  for (let done = 0; done <= edits; done++) {
    if (done % Math.ceil(edits / SAMPLES) === 0)
      curve.push({ edits: done, 'memory MB': Math.round(memory()), files: files() });
    if (done % 100 === 0) await swap();
    await type(open[random(open.length)]!);
  }
  console.table(curve);
  await session.end();
  session.dispose();
  const warm = Math.max(...curve.slice(1, SAMPLES / 5 + 1).map((sample) => sample['memory MB']));
  const last = curve.at(-1)!;
  const grown = last['memory MB'] > warm * 1.5;
  const leaking = last.files > curve[1]!.files;
  if (grown) console.error(`Memory has grown from ${warm} MB to ${last['memory MB']} MB.`);
  if (leaking) console.error(`${last.files} files are open, ${curve[1]!.files} were at first.`);
  process.exitCode = grown || leaking ? 1 : 0;
}

if (process.platform === 'linux') await main();
else console.log('The soak needs Linux: skipped.');
