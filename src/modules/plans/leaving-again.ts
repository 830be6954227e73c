import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { CopyWay } from './copy.ts';
import type { LearntBy } from './learners.ts';

/** So long the large words stay open: no list of who might overhear stands between the two of them. */
export const readableFor = Temporal.Duration.from({ hours: 12 });

/**
 * A paper that was given before is printed again only where it could be given in the same way now (L1.6, L2.1a).
 * @param byWay whether any paper may be given in this way at all
 */
export function mayPrintAgain(
  copy: { readonly way: CopyWay; readonly over: string | null },
  open: readonly LearntBy[],
  byWay: Verdict,
): Verdict {
  if (open.some(({ way, over }) => way === copy.way && over === copy.over)) return allowed;
  if (!byWay.allowed) return byWay;
  return refused(
    'The way in which it was given is not open any more. Ask them again, and make another copy.',
    'safe-contact',
  );
}
