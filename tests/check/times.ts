import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long the tests of each file took when it was last measured, in milliseconds, by the file's path. */
export type Times = Readonly<Record<string, number>>;

/** A file that takes longer says why, in a comment that begins like this. */
export const slow = 20_000;
export const whySlow = /^\/\/ Over 20 s: \S/m;

const place = join(import.meta.dirname, '../times.json');

export function readTimes(): Times {
  return JSON.parse(readFileSync(place, 'utf8'));
}

/** Rewrites what was measured: tenths of a second are enough to divide the work by. */
export function writeTimes(measured: Times): void {
  const entries = Object.entries(measured).sort(([one], [other]) => (one < other ? -1 : 1));
  const rounded = entries.map(([path, took]) => [path, Math.ceil(took / 100) * 100]);
  writeFileSync(place, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
}

export function slowest(times: Times, many: number): readonly (readonly [path: string, took: number])[] {
  return Object.entries(times)
    .sort(([, one], [, other]) => other - one)
    .slice(0, many);
}
