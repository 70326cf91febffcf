/** The command line: `worksheets`. In a worker thread, a helper of its `check`. */
import { text } from 'node:stream/consumers';
import { isMainThread } from 'node:worker_threads';
import { ExitCode } from './cli/command.ts';
import { run } from './cli/run.ts';

async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, needs no message; but nobody may take what it saw for all there is.
    if (error.code !== 'EPIPE') process.stderr.write(`worksheets: The output cannot be written (${error.code}).\n`);
    process.exit(ExitCode.CouldNotRun);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const script = process.argv[1];
  process.exitCode = await run(args, {
    cwd: process.cwd(),
    color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    interactive: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
    script: script ?? null,
    input: () => text(process.stdin),
    out: (piece) =>
      process.stdout.write(piece) ? undefined : new Promise((resolve) => process.stdout.once('drain', resolve)),
    err: (piece) => void process.stderr.write(piece),
  });
}

function stop(): void {
  process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}worksheets: Stopped before the end.\n`);
  process.exit(ExitCode.CouldNotRun);
}

if (isMainThread) void main(process.argv.slice(2));
else void import('./cli/parallel.ts').then(({ serveBatches }) => serveBatches());
