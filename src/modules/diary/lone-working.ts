import { allowed, type Role, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

interface Colleague {
  readonly id: StaffId;
  readonly roles: readonly Role[];
  readonly managerId: StaffId | null;
}

/** How long after the first alarm everybody up the line is told. No policy names a time: these minutes are Lintel's. */
export const minutesUntilRaised = 15;

/**
 * Who is told that a colleague has not checked in: their manager (else every manager of the
 * team), and they themselves.
 */
export function toMiss(staffId: StaffId, team: readonly Colleague[]): readonly StaffId[] {
  const own = team.find(({ id }) => id === staffId)?.managerId;
  return [...new Set([...(own ? [own] : managersOf(team)), staffId])];
}

/** Where nobody else who is there was told, everybody in the team who was not is asked to look. */
export function stillToTell(
  went: readonly StaffId[],
  told: readonly StaffId[],
  team: readonly Colleague[],
  away: ReadonlyMap<StaffId, unknown>,
): readonly StaffId[] {
  if (told.some((id) => !went.includes(id) && !away.has(id))) return [];
  return team.map(({ id }) => id).filter((id) => !told.includes(id));
}

/**
 * Who is told that a colleague is still not heard of: the managers who are on duty (else all of them), and everybody up
 * the line of those who went; never only those who went themselves.
 * @param staff every colleague: a line may lead out of the team
 */
export function toRaise(
  went: readonly StaffId[],
  staff: readonly Colleague[],
  onDuty: ReadonlySet<StaffId>,
): readonly StaffId[] {
  const managers = managersOf(staff);
  const there = managers.filter((id) => onDuty.has(id) && !went.includes(id));
  const line = went.flatMap((id) => lineOf(id, staff));
  return [...new Set([...(there.length > 0 ? there : managers), ...line])].filter((id) => !went.includes(id));
}

/** A colleague's manager, their manager, and so on; a line that leads back to where it began ends there. */
function lineOf(staffId: StaffId, staff: readonly Colleague[]): readonly StaffId[] {
  const line: StaffId[] = [];
  const above = (id: StaffId) => staff.find((each) => each.id === id)?.managerId ?? null;
  for (
    let next = above(staffId);
    next !== null && next !== staffId && !line.includes(next);
    next = above(next)
  )
    line.push(next);
  return line;
}

function managersOf(team: readonly Colleague[]): readonly StaffId[] {
  return team.filter(({ roles }) => roles.includes('da_manager')).map(({ id }) => id);
}

/** What was found when somebody looked for whoever had not checked in. */
export const findings = [
  { value: 'safe', label: 'Somebody spoke with them: they are safe' },
  { value: 'needed_help', label: 'They needed help, and it reached them' },
  { value: 'emergency_services', label: 'The emergency services were called, and have taken over' },
] as const satisfies readonly Choice[];
export type Finding = (typeof findings)[number]['value'];

interface Missed {
  readonly staffId: StaffId;
  readonly secondStaffId: StaffId | null;
  readonly missedAt: Temporal.Instant | null;
  readonly foundAt: Temporal.Instant | null;
}

const act = { act: 'Health and Safety at Work etc. Act 1974, section 2' };

/** Those who went, whose own word is not enough: somebody may stand beside them. */
export function whoWent({
  staffId,
  secondStaffId,
}: Pick<Missed, 'staffId' | 'secondStaffId'>): readonly StaffId[] {
  return secondStaffId === null ? [staffId] : [staffId, secondStaffId];
}

/**
 * May this colleague say what was found? Somebody was missed, nobody has said it yet, and it is not those who went.
 * @param others those besides who went who may see the case: where there are none, whoever went says it
 */
export function mayFind(missed: Missed, by: StaffId, others: number): Verdict {
  if (missed.missedAt === null) return refused('Nobody was missed here.', act);
  if (missed.foundAt !== null) return refused('What was found is written down already.', act);
  if (whoWent(missed).includes(by) && others > 0)
    return refused('Somebody else writes it down, who has spoken with you.', act);
  return allowed;
}
