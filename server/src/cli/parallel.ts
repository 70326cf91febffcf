import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createInspector, type InspectedFile, type InspectOptions } from './inspect.ts';
import type { NamedFile } from './operands.ts';
import type { FileHead } from './read-files.ts';

/** Bytes that a thread gets at a time, about. */
const BATCH_SIZE = 100_000;
/** With fewer batches, more threads would spend their time on starting. */
const WORTHWHILE = 5;
/** By how much a heap may grow before it is looked through. Left alone it more than doubles; with less, a thread spends its time on looking. */
const HEAP_GROWTH = 80;
/** A thread's new objects get no more than this before they are looked through; in megabytes. More makes nothing faster. */
const YOUNG_GENERATION = 8;

/**
 * Inspects files, many of them in several threads. Results come as they are there, in the order of `files`; no more than those
 * that wait for an earlier one are held.
 *
 * @param script runs {@link serveBatches} in a worker; `null` where one thread has to do
 */
export async function* inspectAll(
  files: readonly FileHead[],
  options: InspectOptions,
  script: string | null,
): AsyncGenerator<InspectedFile> {
  const batches = inBatches(files);
  if (script !== null && batches.length >= WORTHWHILE) yield* inThreads(batches, options, script);
  else {
    const inspect = createInspector(options);
    for (const { file } of files) {
      yield inspect(file);
      // Signals are heard in between.
      await setImmediate();
    }
  }
}

async function* inThreads(
  batches: readonly (readonly NamedFile[])[],
  options: InspectOptions,
  script: string,
): AsyncGenerator<InspectedFile> {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION };
  const workers = Array.from(
    { length: Math.min(availableParallelism(), batches.length) },
    () => new Worker(script, { workerData: options, resourceLimits }),
  );
  const todo = batches.values();
  const results: Promise<readonly InspectedFile[]>[] = [];
  const feed = (worker: Worker): void => {
    const { value: batch, done } = todo.next();
    if (done) return;
    const result = once(worker, 'message').then(([answer]) => {
      // A thread goes on before anybody waits for the result of its next batch.
      feed(worker);
      return answer;
    });
    // It is reported where it is waited for.
    result.catch(() => {});
    results.push(result);
    worker.postMessage(batch);
  };
  try {
    workers.forEach(feed);
    // Threads take nothing that was compiled under other flags: they have loaded it by the time of a result.
    void results[0]!.then(
      () => setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`),
      // It is reported where it is waited for.
      () => {},
    );
    for (const index of batches.keys()) {
      yield* await results[index]!;
      // What was handed on is not held.
      delete results[index];
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The worker's side: inspects each batch it is sent. */
export function serveBatches(): void {
  const inspect = createInspector(workerData as InspectOptions);
  parentPort?.on('message', (batch: readonly NamedFile[]) => parentPort?.postMessage(batch.map(inspect)));
}

function inBatches(files: readonly FileHead[]): readonly (readonly NamedFile[])[] {
  const batches: NamedFile[][] = [];
  let room = 0;
  for (const { file, size } of files) {
    if (room <= 0) {
      batches.push([]);
      room = BATCH_SIZE;
    }
    batches.at(-1)!.push(file);
    room -= size;
  }
  return batches;
}
