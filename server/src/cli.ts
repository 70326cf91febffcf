/** The command line: `worksheets`. In a worker thread, a helper of its `check`. */
import { isMainThread } from 'node:worker_threads';
import { ExitCode } from './cli/command.ts';
import { run } from './cli/run.ts';

async function main(): Promise<void> {
  // A reader that has seen enough, such as `head`, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`worksheets: The output cannot be written (${error.code}).\n`);
    process.exit(ExitCode.CouldNotRun);
  });
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    script: process.argv[1] ?? null,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}

if (isMainThread) void main();
else void import('./cli/parallel.ts').then(({ serveBatches }) => serveBatches());
