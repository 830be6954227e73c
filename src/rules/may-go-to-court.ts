/**
 * Whether court action over income may go on against a household: a notice, a claim, a hearing, a warrant, and a letter
 * that chases. Two protections are apart and look at each other nowhere but here: the landlord's own breathing space
 * (V4.4a) and the Debt Respite Scheme (SI 2020/1311). Either stops it; the longer wins.
 */
export interface CourtFacts {
  /** Something was told, and nobody has decided yet what becomes of it: before that nobody can decline. */
  readonly told: boolean;
  readonly spaces: readonly BreathingSpace[];
  readonly respites: readonly DebtRespite[];
}

export interface BreathingSpace {
  readonly from: Temporal.Instant;
  readonly until: Temporal.PlainDate;
  /** When a person ended it, or it was declined. Null: it stands, also past its last day, until somebody has looked. */
  readonly endedAt: Temporal.Instant | null;
}

export interface DebtRespite {
  readonly from: Temporal.PlainDate;
  /** Its last day; null: treatment goes on, and nobody knows yet. */
  readonly until: Temporal.PlainDate | null;
  /** It was cancelled from this day on. */
  readonly endedOn: Temporal.PlainDate | null;
}

/** `until`: the last day that is known to be protected; null: until a person has decided, so that nobody knows one. */
export type CourtAnswer =
  | { readonly goesOn: true }
  | {
      readonly goesOn: false;
      readonly until: Temporal.PlainDate | null;
      readonly by: 'told' | 'breathing-space' | 'debt-respite';
    };

export function mayGoToCourt(
  { told, spaces, respites }: CourtFacts,
  now: Temporal.Instant,
  timeZone: string,
): CourtAnswer {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const held: readonly Held[] = [
    ...(told ? [{ by: 'told', until: null } as const] : []),
    ...spaces.flatMap((space) => ofSpace(space, now, today)),
    ...respites.flatMap((respite) => ofRespite(respite, today)),
  ];
  const [longest = null] = held.toSorted((one, other) => compareEnds(other.until, one.until));
  return longest === null ? { goesOn: true } : { goesOn: false, ...longest };
}

type Held = Omit<Extract<CourtAnswer, { readonly goesOn: false }>, 'goesOn'>;

/** Nothing ends by silence: past its last day it protects until a person has looked. */
function ofSpace(
  { from, until, endedAt }: BreathingSpace,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): readonly Held[] {
  if (Temporal.Instant.compare(from, now) > 0) return [];
  if (endedAt !== null && Temporal.Instant.compare(endedAt, now) <= 0) return [];
  const isOver = Temporal.PlainDate.compare(until, today) < 0;
  return [{ by: 'breathing-space', until: isOver ? null : until }];
}

function ofRespite({ from, until, endedOn }: DebtRespite, today: Temporal.PlainDate): readonly Held[] {
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) < 0;
  if (isBefore(today, from)) return [];
  if (until !== null && isBefore(until, today)) return [];
  if (endedOn !== null && !isBefore(today, endedOn)) return [];
  return [{ by: 'debt-respite', until }];
}

/** No day that is known comes after every day that is. */
function compareEnds(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Temporal.PlainDate.compare(one, other);
}

/** 60 days of a standard moratorium, 30 after the treatment of a mental-health crisis (SI 2020/1311 reg. 26 and 32). */
const standardDays = 60;
const afterTreatmentDays = 30;

/**
 * The last day of the scheme. It begins on the day after it was entered on the register; as nobody can tell which of
 * the two days somebody wrote down, it is counted from the later one.
 */
export function respiteUntil(respite: {
  readonly kind: 'standard' | 'mental_health';
  readonly startedOn: Temporal.PlainDate;
  readonly treatmentEndedOn: Temporal.PlainDate | null;
}): Temporal.PlainDate | null {
  if (respite.kind === 'standard') return respite.startedOn.add({ days: standardDays });
  return respite.treatmentEndedOn?.add({ days: afterTreatmentDays }) ?? null;
}
