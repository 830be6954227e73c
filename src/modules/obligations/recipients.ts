import type { NoticeKind } from '#modules/account/index.ts';
import type { StaffId } from '#rules/facts.ts';

/** Whom somebody who is away may be covered by, whom to ask first; whoever is there is not among the keys. */
export type Cover = ReadonlyMap<StaffId, readonly StaffId[]>;

/** What is a colleague's own, and waits for them: nobody else was given access. */
const personal: readonly NoticeKind[] = ['access_granted'];

/** Everybody who might have to be told, for the wall to be asked once about all of them. */
export function candidates(kind: NoticeKind, staffIds: readonly StaffId[], cover: Cover): readonly StaffId[] {
  if (personal.includes(kind)) return [...new Set(staffIds)];
  return [...new Set(staffIds.flatMap((id) => [id, ...(cover.get(id) ?? [])]))];
}

/**
 * Who is told in the end: those meant, also while they are away (it waits for them), and for each of these the first
 * who covers for them and may be told. Whoever covers is never told of what the wall keeps from them (V3.2).
 */
export function reached(
  kind: NoticeKind,
  staffIds: readonly StaffId[],
  cover: Cover,
  mayBeTold: ReadonlySet<StaffId>,
): readonly StaffId[] {
  const standIns = personal.includes(kind)
    ? []
    : staffIds.flatMap((id) => cover.get(id)?.find((each) => mayBeTold.has(each)) ?? []);
  return [...new Set([...staffIds.filter((id) => mayBeTold.has(id)), ...standIns])];
}

/** Is everybody of these away? Then telling them was telling nobody. */
export function nobodyThere(told: readonly StaffId[], cover: Cover): boolean {
  return told.every((id) => cover.has(id));
}
