import { stopwatch } from '#kit/now.ts';

/** One step of a start: does it, then prints one line with what came of it and how long it took. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  outcome: (result: T) => string,
): Promise<T> {
  const elapsed = stopwatch();
  const result = await work();
  console.log(`  ${name.padEnd(14)}${outcome(result)} (${(elapsed() / 1000).toFixed(1)} s)`);
  return result;
}
