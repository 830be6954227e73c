import type { WorkingCalendar } from '#rules/calendar.ts';
import { aroundAgreed, dueAt, escalations, settle } from '#rules/clock.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { Clock, Commitment, Pack } from '#rules/pack.ts';

/**
 * How a promise ended. `not_applicable`: it is owed no more, for a reason that is counted. `recorded_late`: written
 * down after its deadline for a time before; neither kept nor broken until a second person has looked.
 */
export type Outcome = 'met' | 'met_by_plan' | 'breached' | 'not_applicable' | 'recorded_late';

/** How a promise stands: running while it has no outcome; broken but still owed while it has no `fulfilledAt`. */
export interface Standing {
  readonly outcome: Outcome | null;
  readonly endedAt: Temporal.Instant | null;
  readonly fulfilledAt: Temporal.Instant | null;
  /** Of what was recorded late: what it makes of the promise once it is confirmed. */
  readonly makes?: 'met' | 'met_by_plan';
}

/** A promise as far as settling it needs. */
export interface Promised extends Standing {
  readonly startedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  /** The terms under which it began, whatever the pack says by now. */
  readonly stops: readonly CaseEventName[];
  readonly byPlan: readonly CaseEventName[];
  /** What happened in its case before it began counts too. */
  readonly evenBefore: boolean;
  /** Of an agreed moment: what was done before this keeps nothing. */
  readonly keptFrom?: Temporal.Instant | null;
  /** Of an agreed moment: until when what was done in time is written down in time. */
  readonly writtenBy?: Temporal.Instant | null;
}

/** Something that happened, and the event of the record that tells of it. */
export interface Happened {
  readonly event: CaseEventName;
  /** When it really happened, whenever that was recorded. */
  readonly at: Temporal.Instant;
  /** When that was written down; absent: now. */
  readonly recordedAt?: Temporal.Instant;
  readonly eventId: string;
  /** What the person themselves wished: a promise that it ends by plan too late was broken, and is owed no more. */
  readonly theirWish?: boolean;
  /** It is the very act that began the promise: what it keeps was kept at birth, whenever a second person said so. */
  readonly beganIt?: boolean;
}

export interface Beginning extends Promised {
  readonly commitment: string;
  /** When it is escalated, in order; the last one is when it is due. */
  readonly escalateAt: readonly Temporal.Instant[];
  /** When the sweep looks at it next; null: never, it has ended. */
  readonly nextLookAt: Temporal.Instant | null;
  /** It waits for what it is counted from, and is due by its later bound until that comes. */
  readonly waiting: boolean;
  /** What it is counted from has come: one that waited for it is due by then. */
  readonly endsWaiting: boolean;
}

/** What begins promises. */
export interface Began {
  readonly event: CaseEventName;
  /** When it began: for a disclosure, when anybody first knew. */
  readonly at: Temporal.Instant;
  /** The day or the moment that was agreed with the person, for promises that are due then. */
  readonly agreedDue?: Temporal.PlainDate | Temporal.Instant | undefined;
  /** What the event says of it: of which kind it is, how high the risk is. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** Under which policy and calendar promises begin, and when that is recorded. */
interface Terms {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/**
 * The promises that an event begins, each with its deadline; one which the same event keeps,
 * times the recording (L2.4).
 */
export function beginnings(
  { pack, calendar, now }: Terms,
  { event, at, agreedDue, data = {} }: Began,
): readonly Beginning[] {
  return pack.commitments.filter(isClock).flatMap(({ id, measure }) => {
    const waiting = measure.starts !== event && measure.atLatest?.starts === event;
    if (measure.starts !== event && !waiting) return [];
    if (!isAbout(measure, data)) return [];
    const rule = waiting ? (measure.atLatest?.due ?? measure.due) : measure.due;
    const due = dueAt(rule, at, calendar, agreedDue);
    const escalateAt = looks(escalations(at, due, measure.escalateAt, calendar, rule), due);
    const { stops, byPlan, evenBefore = false } = measure;
    const around = aroundAgreed(rule, agreedDue);
    const running = {
      ...{ ...unsettled, startedAt: at, dueAt: due, stops, byPlan, evenBefore },
      ...{ keptFrom: around?.from ?? null, writtenBy: around?.writtenBy ?? null },
    };
    const standing = stops.includes(event) ? standingAfter(running, event, now, now) : unsettled;
    const nextLookAt = standing.outcome === null ? (escalateAt[0] ?? due) : null;
    const endsWaiting = !waiting && measure.atLatest !== undefined;
    return [{ ...running, ...standing, commitment: id, escalateAt, nextLookAt, waiting, endsWaiting }];
  });
}

/** A promise that is only of some kinds, or at some levels of risk, begins with those alone. */
function isAbout({ only = {} }: Clock, data: Readonly<Record<string, unknown>>): boolean {
  const { kinds, risk } = only;
  const among = (allowed: readonly string[] | undefined, value: unknown) =>
    allowed === undefined || (typeof value === 'string' && allowed.includes(value));
  return among(kinds, data.kind) && among(risk, data.risk);
}

const unsettled: Standing = { outcome: null, endedAt: null, fulfilledAt: null };

/** However a pack escalates, somebody looks when the promise is due. */
function looks(moments: readonly Temporal.Instant[], due: Temporal.Instant): readonly Temporal.Instant[] {
  return moments.at(-1)?.equals(due) ? moments : [...moments, due];
}

function isClock(commitment: Commitment): commitment is Commitment & { readonly measure: Clock } {
  return commitment.measure.kind === 'clock';
}

/**
 * A promise that was broken before they said that they wished it to rest: it stays broken, and
 * nobody is pressed (V3.4).
 */
export function rested(standing: Standing, at: Temporal.Instant): Standing {
  return standing.outcome === 'breached' && standing.fulfilledAt === null
    ? { ...standing, fulfilledAt: at }
    : standing;
}

/**
 * How a promise stands once this has happened. What was kept in time but written down only after it was due waits for a
 * second person; what was kept late stays broken, with the moment at which it was kept after all. A plan approved in
 * time is counted apart, and a contact in time outranks it (V4.1a). What happened before the promise began keeps
 * nothing, unless its terms say so.
 */
export function standingAfter(
  promised: Promised,
  event: CaseEventName,
  at: Temporal.Instant,
  now: Temporal.Instant,
  recordedAt: Temporal.Instant = now,
): Standing {
  const { outcome, endedAt, fulfilledAt, startedAt, stops, byPlan } = promised;
  const before: Standing = { outcome, endedAt, fulfilledAt };
  const settled = outcome === 'met' || outcome === 'not_applicable' || fulfilledAt !== null;
  const tooEarly = !promised.evenBefore && Temporal.Instant.compare(at, startedAt) < 0;
  if (settled || tooEarly || isEarlierThanAgreed(promised, event, at)) return before;
  const plan = byPlan[0];
  const planned = outcome === 'met_by_plan' && plan && endedAt ? [{ name: plan, at: endedAt }] : [];
  const clock = { stops, byPlan };
  const settlement = settle(
    {
      clock,
      dueAt: promised.dueAt,
      writtenBy: promised.writtenBy ?? null,
      happened: [...planned, { name: event, at, recordedAt }],
    },
    now,
  );
  if (settlement.state === 'running') return before;
  // What waits for a second person is not made better or worse by something else that was written down late.
  if (outcome === 'recorded_late' && settlement.state !== 'met') return before;
  if (settlement.state === 'recorded_late')
    return { outcome: 'recorded_late', endedAt: settlement.at, fulfilledAt: null, makes: settlement.makes };
  const late = settlement.state === 'breached' ? settlement.fulfilledAt : null;
  return { outcome: settlement.state, endedAt: settlement.at, fulfilledAt: late };
}

/** Whoever rings at noon has not rung at four: what was asked for instead is told apart, and may come at any time. */
function isEarlierThanAgreed(
  { keptFrom, stops }: Promised,
  event: CaseEventName,
  at: Temporal.Instant,
): boolean {
  return keptFrom != null && stops.includes(event) && Temporal.Instant.compare(at, keptFrom) < 0;
}

/**
 * How a promise stands with what its case's record already tells of when it begins, or comes to the case: the
 * assessment was written down before the contact. Null: nothing of it keeps the promise.
 * @param happened in any order
 */
export function keptAlready(
  promised: Promised,
  happened: readonly Happened[],
  now: Temporal.Instant,
): { readonly standing: Standing; readonly by: Happened } | null {
  const inOrder = happened.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  let kept: { standing: Standing; by: Happened } | null = null;
  for (const by of inOrder) {
    const before: Standing = kept?.standing ?? promised;
    const standing = standingAfter({ ...promised, ...before }, by.event, by.at, now, by.recordedAt);
    const changed = standing.outcome !== before.outcome || standing.fulfilledAt !== before.fulfilledAt;
    if (changed && !owed(standing)) kept = { standing, by };
  }
  return kept;
}

/**
 * Does it matter to a promise that begins now what was recorded in its case before? What recurs is about one thing that
 * has only just happened: an earlier review of a risk did not know of it. Where it is about the case alone, something
 * may have been recorded between the moment from which it counts and this one, or before.
 */
export function looksBack(
  { startedAt, evenBefore, outcome }: Promised,
  recurs: boolean,
  now: Temporal.Instant,
): boolean {
  return outcome === null && !recurs && (evenBefore || Temporal.Instant.compare(startedAt, now) < 0);
}

/** Is anything still owed to somebody under this promise? */
export function owed({ outcome, fulfilledAt }: Standing): boolean {
  return outcome === null || (outcome === 'breached' && fulfilledAt === null);
}
