import type { StaffId } from '#rules/facts.ts';

/** What began a promise, and kept it in the same act: written down by somebody, and confirmed later by another. */
export interface BeganIt {
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: StaffId | null;
}

/** As the record keeps it: no other promise, of this case or of one that it joins, is kept by it (`recordOfCase`). */
export function asData({ writtenAt, writtenBy }: BeganIt) {
  return { beganIt: true, writtenAt: writtenAt.toString(), writtenBy };
}
