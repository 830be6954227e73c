import { stopwatch } from '#kit/now.ts';

/**
 * Resolves at the first signal to stop. `hurry` aborts at the second; the third ends the program there and then.
 * Ctrl-C arrives twice when npm passes on what the terminal had sent already: within a second they are one.
 */
export function untilToldToStop(): Promise<Readonly<{ hurry: AbortSignal }>> {
  const hurry = new AbortController();
  let presses = 0;
  let sinceLast = stopwatch();
  return new Promise((resolve) => {
    const heard = () => {
      if (presses > 0 && sinceLast() < 1000) return;
      sinceLast = stopwatch();
      presses += 1;
      if (presses === 1) resolve({ hurry: hurry.signal });
      if (presses === 2) hurry.abort();
      if (presses === 3) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
  });
}
