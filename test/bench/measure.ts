/** Times in milliseconds, summed up. */
export interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** How often something is done, and for how long at most, in milliseconds. */
export interface Effort {
  readonly runs: number;
  readonly patience: number;
}

/** Does something again and again, given the number of the run, and measures all but the first fifth: code is slow until it is compiled. */
export async function measure({ runs, patience }: Effort, act: (run: number) => unknown): Promise<Figures> {
  const times: number[] = [];
  const begin = performance.now();
  const share = 1 / 5;
  for (let run = 0; run < runs * (1 + share) && (run < 3 || performance.now() < begin + patience); run++) {
    const start = performance.now();
    await act(run);
    const end = performance.now();
    if (run >= runs * share || end > begin + patience * share) times.push(end - start);
  }
  return figuresOf(times);
}

/** Sums up times; NaN where there are none. */
export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}

/** A keystroke: where, how many characters it deletes, and what it inserts. */
export type Keystroke = readonly [offset: number, deleted: number, inserted: string];

/** Types a word in an answer and deletes it again, a character at a time, somewhere else every ten keystrokes. */
export function typist(text: string): (run: number) => Keystroke {
  const places = Array.from(text.matchAll(/The handler runs/g), ({ index }) => index + 'The handler '.length);
  return (run) => {
    const step = run % 10;
    const place = places[(Math.floor(run / 10) * 7919) % places.length]!;
    return step < 5 ? [place + step, 0, 'often'[step]!] : [place + 9 - step, 1, ''];
  };
}
