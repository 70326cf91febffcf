import { setTimeout } from 'node:timers/promises';
import { LIST, LIST_CHANGED, type ListResult } from '../../server/src/lsp/protocol.ts';
import type { Server } from './stdio.ts';

/** Somebody who types fast presses a key so often, in milliseconds. */
const PACE = 100;

/** Milliseconds: of the scan from when nobody types any more, of keystrokes before it has come to its end, and of those after. */
export interface Scan {
  readonly rest: number;
  readonly during: readonly number[];
  readonly after: readonly number[];
}

/**
 * Types while the server reads the workspace, and as often once it has.
 *
 * @param most keystrokes; the scan goes on to its end without any more
 * @param type makes one keystroke, given its number, and waits for what comes of it
 */
export async function typeDuringScan(
  { connection }: Server,
  most: number,
  type: (run: number) => Promise<unknown>,
): Promise<Scan> {
  let complete = false;
  const end = new Promise<void>((resolve) => {
    connection.onNotification(LIST_CHANGED, ({ state }: ListResult) => {
      complete = state === 'complete';
      if (complete) resolve();
    });
  });
  let typed = 0;
  const timed = async () => {
    await setTimeout(PACE);
    const start = performance.now();
    await type(typed++);
    return performance.now() - start;
  };
  // The first ones are slower whatever goes on.
  for (let run = 0; run < 30; run++) await timed();
  const during: number[] = [];
  const after: number[] = [];
  await connection.sendRequest(LIST, {});
  while (!complete && during.length < most) during.push(await timed());
  const start = performance.now();
  await end;
  const rest = performance.now() - start;
  for (let run = 0; run < 50; run++) after.push(await timed());
  return { rest, during, after };
}
