import type { Role, StaffId } from '#rules/facts.ts';

interface Colleague {
  readonly id: StaffId;
  readonly roles: readonly Role[];
  readonly managerId: StaffId | null;
}

/** Who is told that a colleague has not checked in: their manager (else every manager of the team), and they themselves. */
export function toMiss(staffId: StaffId, team: readonly Colleague[]): readonly StaffId[] {
  const own = team.find(({ id }) => id === staffId)?.managerId;
  const managers = team.filter(({ roles }) => roles.includes('da_manager')).map(({ id }) => id);
  return [...new Set([...(own ? [own] : managers), staffId])];
}

/** Where nobody else who is there was told, everybody in the team who was not is asked to look. */
export function stillToTell(
  staffId: StaffId,
  told: readonly StaffId[],
  team: readonly Colleague[],
  away: ReadonlyMap<StaffId, unknown>,
): readonly StaffId[] {
  if (told.some((id) => id !== staffId && !away.has(id))) return [];
  return team.map(({ id }) => id).filter((id) => !told.includes(id));
}
