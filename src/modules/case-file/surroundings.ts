import type { PersonId, StaffId } from '#rules/facts.ts';
import { householdOf } from '#rules/household.ts';
import type { Surroundings } from '#rules/may-meet.ts';

/** What stands around something that is planned, as it comes in one column with it: JSON knows no days. */
export interface SurroundingsRow {
  readonly closed: boolean;
  readonly resting: boolean;
  readonly restsUntil: string | null;
  readonly blockedStaff: readonly StaffId[];
  readonly feared: readonly { readonly personId: PersonId | null; readonly ended: boolean }[];
  readonly atHome: readonly {
    readonly personId: PersonId;
    readonly holds: boolean;
    readonly until: string | null;
  }[];
}

/** @param today on the office's wall */
export function surroundingsOf(
  { feared, atHome, restsUntil, ...row }: SurroundingsRow,
  today: Temporal.PlainDate,
): Surroundings {
  const isNow = (until: string | null) =>
    until === null || Temporal.PlainDate.compare(Temporal.PlainDate.from(until), today) >= 0;
  const known = householdOf({
    personId: null,
    people: feared.map(({ personId, ended }) => ({
      ...{ personId, part: 'alleged_perpetrator' as const },
      endedAt: ended ? Temporal.Instant.fromEpochMilliseconds(0) : null,
    })),
    atHome: atHome.map(({ personId, holds, until }) => ({ personId, holds, now: isNow(until) })),
  });
  return {
    ...row,
    restsUntil: restsUntil === null ? null : Temporal.PlainDate.from(restsUntil),
    feared: known.feared,
  };
}
