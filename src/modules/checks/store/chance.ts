import { createHmac } from 'node:crypto';

/** As many as are drawn for each team and month. */
export const drawnEach = 5;

/** A promise that counts as kept, and whose work it was. */
export interface Eligible {
  readonly id: string;
  readonly team: string;
}

/**
 * Which are drawn: those whose ids stand first once they are hashed with the seed. Whoever has the seed draws the same
 * ones again, and nobody can say beforehand which they will be.
 */
export function drawn<T extends Eligible>(
  eligible: readonly T[],
  seed: string,
  most = drawnEach,
): readonly T[] {
  const order = (id: string) => createHmac('sha256', seed).update(id).digest('hex');
  return eligible
    .map((each) => ({ each, order: order(each.id) }))
    .toSorted((one, other) => one.order.localeCompare(other.order))
    .slice(0, most)
    .map(({ each }) => each);
}
