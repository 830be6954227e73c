import { randomInt } from 'node:crypto';

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
