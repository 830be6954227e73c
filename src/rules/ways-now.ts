import { type Agreement, staleFrom, timesInWordsOnly } from './agreement.ts';
import { atTheOffice, type WorkingCalendar } from './calendar.ts';
import { contactGate, doubts } from './gate.ts';
import { everyWay, type Over, type WithFurther } from './ways.ts';

/** Whether a way may be used now, by its own gate alone. */
export type Standing =
  /** `until`: when its gate shuts; null: not within the coming week. */
  | { readonly open: true; readonly until: Temporal.Instant | null }
  /** `next`: when its times open it again; null: its times alone do not, or not within the coming week. */
  | { readonly open: false; readonly why: string; readonly next: Temporal.Instant | null };

export type WayNow = Standing & { readonly over: Over; readonly terms: Agreement };

/** How each way stands now, the first one first: what is safe for one says nothing about another (L2.1a). */
export function waysNow(
  agreed: WithFurther,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly WayNow[] {
  return everyWay(agreed).map((way) => ({ ...way, ...standingNow(way.terms, now, calendar) }));
}

function standingNow(terms: Agreement, now: Temporal.Instant, calendar: WorkingCalendar): Standing {
  const channel = terms.channel === 'none' ? 'phone' : terms.channel;
  const gate = (at: Temporal.Instant) => contactGate({ agreement: terms, channel, now: at, calendar });
  const first = (open: boolean) => turns(terms, now, calendar).find((at) => gate(at).open === open) ?? null;
  const current = gate(now);
  if (current.open) return { open: true, until: first(false) };
  const timesAlone = doubts(terms, now).length === 0 && !timesInWordsOnly(terms);
  return { open: false, why: current.reasons[0].reason, next: timesAlone ? first(true) : null };
}

const daysAhead = 8;

/** Every instant of the coming week at which the gate may turn, in order. */
function turns(
  { windows, never, askedAt }: Agreement,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Temporal.Instant[] {
  const today = atTheOffice(now, calendar).toPlainDate();
  const { opens, closes, workingDays } = calendar.rules;
  // Where they named no hours, it is the office’s that count.
  const ours = windows.length > 0 ? [] : [{ days: workingDays, from: opens, to: closes }];
  const found = Array.from({ length: daysAhead }, (_, more) => today.add({ days: more })).flatMap((day) => {
    const theirs = [...windows, ...never, ...ours].filter(({ days }) => days.includes(day.dayOfWeek));
    return theirs.length === 0 ? [] : turnsOn(day, theirs, calendar);
  });
  // It is old a moment after its last day, and not in that moment.
  return [...found, staleFrom(askedAt).add({ nanoseconds: 1 })]
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .sort(Temporal.Instant.compare);
}

/** A time never to use holds for its last minute as well. Where the clocks change, an hour is there twice. */
function turnsOn(
  day: Temporal.PlainDate,
  spans: Agreement['windows'],
  { rules: { timeZone } }: WorkingCalendar,
): readonly Temporal.Instant[] {
  const midnight = day.toZonedDateTime(timeZone);
  const wall = spans.flatMap(({ from, to }) => [from, to]).map((time) => Temporal.PlainTime.from(time));
  const hours = midnight.hoursInDay === 24 ? [] : Array.from({ length: 25 }, (_, hour) => hour);
  return [
    ...wall.flatMap((time) =>
      (['earlier', 'later'] as const).flatMap((disambiguation) => {
        const at = day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }).toInstant();
        return [at, at.add({ minutes: 1 })];
      }),
    ),
    ...hours.map((hour) => midnight.toInstant().add({ hours: hour })),
  ];
}
