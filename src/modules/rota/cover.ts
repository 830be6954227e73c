import type { StaffId } from '#rules/facts.ts';

/** A colleague as far as covering for them goes. */
export interface Covered {
  readonly id: StaffId;
  readonly managerId: StaffId | null;
  readonly deputyId: StaffId | null;
}

/** Somebody who is away, and whom they named for that time. */
export interface AwayNow {
  readonly staffId: StaffId;
  readonly deputyId: StaffId | null;
}

/**
 * Who may stand in for a colleague, whom to ask first: the deputy of the absence, the colleague's own deputy, the
 * manager; then, in the same order, those who cover for whichever of these are away themselves. Only people who are
 * there, each once, never the colleague: the chain can lead back to where it began, and ends there.
 * @param colleagues those whose account goes on
 */
export function coverFor(
  staffId: StaffId,
  colleagues: readonly Covered[],
  away: readonly AwayNow[],
): readonly StaffId[] {
  const known = new Map(colleagues.map((each) => [each.id, each]));
  const asked = new Set([staffId]);
  const found: StaffId[] = [];
  let asking: readonly StaffId[] = [staffId];
  while (asking.length > 0) {
    const next = asking.flatMap((id) => named(id, known, away)).filter((id) => known.has(id));
    const fresh = [...new Set(next)].filter((id) => !asked.has(id));
    for (const id of fresh) asked.add(id);
    const absent = fresh.filter((id) => away.some((each) => each.staffId === id));
    found.push(...fresh.filter((id) => !absent.includes(id)));
    asking = absent;
  }
  return found;
}

function named(
  id: StaffId,
  known: ReadonlyMap<StaffId, Covered>,
  away: readonly AwayNow[],
): readonly StaffId[] {
  const forNow = away.filter((each) => each.staffId === id).map((each) => each.deputyId);
  const colleague = known.get(id);
  return [...forNow, colleague?.deputyId ?? null, colleague?.managerId ?? null].filter(
    (each) => each !== null,
  );
}
