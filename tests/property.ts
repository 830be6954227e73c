import { randomInt } from 'node:crypto';
import fc from 'fast-check';

const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
/** Is every property tried as often as it says? */
export const inFull = PROPERTY_RUNS === 'all';
const seed = PROPERTY_SEED ? Number(PROPERTY_SEED) : randomInt(2 ** 31);

interface Runs {
  readonly numRuns: number;
  readonly seed: number;
  readonly interruptAfterTimeLimit?: number;
}

/**
 * How often fast-check tries a property: as often as that in `npm run test:long`, else for about a second. The seed is
 * another one each time; a failure names it, and `PROPERTY_SEED` tries it again.
 */
export function runs(numRuns: number, milliseconds = 1_000): Runs {
  return inFull ? { numRuns, seed } : { numRuns, seed, interruptAfterTimeLimit: milliseconds };
}

/**
 * Whether a property met what it is about. How often it is tried depends on how busy the machine is, so that meeting
 * it never is a fault only after so many tries that it would have come up: once in `oneIn`, twenty times over.
 */
export function met(times: number, tried: number, { oneIn }: { readonly oneIn: number }): boolean {
  return times > 0 || tried < 20 * oneIn;
}

/**
 * What is as it should be but in a few parts, which are drawn: where all is drawn, hardly anything is ever allowed, and
 * a rule that lets one wrong thing through among much that is right would seldom meet it.
 */
export function mostly<T extends object>(calm: T, drawn: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc
    .record({ drawn, odd: fc.subarray(Object.keys(calm) as (keyof T)[], { maxLength: 2 }) })
    .map(({ drawn, odd }) => ({
      ...calm,
      ...(Object.fromEntries(odd.map((part) => [part, drawn[part]])) as Partial<T>),
    }));
}
