import type { Agreement } from '#rules/agreement.ts';
import { inForce, type Over, termsOf, type WithFurther } from '#rules/ways.ts';
import type { Began } from './contact-outcomes.ts';

/** Over which number, address or place it was, as what was agreed at that time knows it. */
export interface OverWhich {
  readonly kind: 'not_asked' | 'first' | 'further' | 'another';
  /** The version of the further way that was agreed then; null for any other. */
  readonly agreedWayId: string | null;
  /** By what it is judged: for another one, the first way, which says what is never to be done. */
  readonly terms: Agreement | null;
}

/**
 * What was said of it, held against what was agreed when it happened: a way that nobody had agreed yet was another one.
 * Where nothing is said, our own try was over the first, and theirs over whichever they chose.
 */
export function overWhich(over: Over | undefined, begunBy: Began, then: WithFurther | null): OverWhich {
  if (then === null || (over === undefined && begunBy === 'them'))
    return { kind: 'not_asked', agreedWayId: null, terms: then };
  if (over === undefined || over === 'first') return { kind: 'first', agreedWayId: null, terms: then };
  const way = then.further.find(({ wayId }) => wayId === over);
  return way
    ? { kind: 'further', agreedWayId: way.id, terms: termsOf(then, way) }
    : { kind: 'another', agreedWayId: null, terms: then };
}

/** Does somebody have to say which one it was? Only where there was more than one to choose from. */
export function asksOver(begunBy: Began, then: WithFurther | null): boolean {
  return begunBy === 'us' && inForce(then).length > 0;
}
