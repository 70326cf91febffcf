import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type CheckedFile, type CheckOptions, createChecker } from './findings.ts';
import type { TextFile } from './session.ts';

/** UTF-16 code units that a thread gets at a time. */
const BATCH_SIZE = 100_000;
/** With fewer batches, more threads would spend their time on starting. */
const WORTHWHILE = 5;

/**
 * Checks files, many of them in several threads.
 *
 * @param script runs {@link serveBatches} in a worker; `null` where one thread has to do
 * @returns in the order of `files`
 */
export async function checkInParallel(
  files: readonly TextFile[],
  options: CheckOptions,
  script: string | null,
): Promise<readonly CheckedFile[]> {
  const batches = inBatches(files);
  if (script === null || batches.length < WORTHWHILE) return files.map(createChecker(options));
  const checked: (readonly CheckedFile[])[] = [];
  const todo = batches.entries();
  const work = async (): Promise<void> => {
    const worker = new Worker(script, { workerData: options });
    try {
      for (const [index, batch] of todo) {
        worker.postMessage(batch);
        [checked[index]] = await once(worker, 'message');
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches.length) }, work));
  return checked.flat();
}

/** The worker's side: checks each batch it is sent. */
export function serveBatches(): void {
  const check = createChecker(workerData as CheckOptions);
  parentPort?.on('message', (batch: readonly TextFile[]) => parentPort?.postMessage(batch.map(check)));
}

function inBatches(files: readonly TextFile[]): readonly (readonly TextFile[])[] {
  const batches: TextFile[][] = [];
  let size = BATCH_SIZE;
  for (const file of files) {
    if (size >= BATCH_SIZE) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(file);
    size += file.text.length;
  }
  return batches;
}
