import type { Claim } from '#modules/disclosures/pure.ts';
import { nextWorkingDay, timeOn, today, type WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import type { DueRule } from '#rules/pack.ts';

export type DayKind =
  | 'danger'
  | 'triage'
  | 'no_lead'
  | 'risk_after_closing'
  | 'promise'
  | 'task'
  | 'reminder'
  | 'visit'
  | 'no_longer_agreed'
  | 'plan_action'
  | 'paper_in_doubt'
  | 'message'
  | 'consent'
  | 'to_arrange'
  | 'risk_to_confirm'
  | 'plan_to_decide'
  | 'to_look_at'
  | 'review'
  | 'untouched'
  | 'danger_unasked'
  | 'pathway'
  | 'number_to_call'
  | 'not_heard_of'
  | 'referral'
  | 'promised_call'
  | 'referral_to_decide'
  | 'to_decide';

/** One thing on somebody's day, wherever it comes from. */
export interface DayItem {
  readonly kind: DayKind;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly what: string;
  /** When it is due, as somebody promised or set it, or begins; null: it waits, and no time was promised. */
  readonly at: Temporal.Instant | null;
  /** Of what waits without a time: what is said instead, and that it needs somebody today, whatever day it is. */
  readonly waits?: { readonly words: string; readonly today: boolean };
  /** Of a promise: by what rule it is due. */
  readonly rule?: DueRule | undefined;
  /** A visit or a call: it happens at that time, and is not late a minute after. */
  readonly appointment: boolean;
  readonly danger: boolean;
  /** Of what waits in triage: who has it, or nobody. */
  readonly claim?: { readonly disclosureId: string; readonly by: Claim | null };
  /** The colleague whose it is, where whoever looks stands in for them. */
  readonly standsInFor: string | null;
  /** Of a call that was promised: the address of the same call in the diary. */
  readonly standsFor?: string;
  /** The one way on. */
  readonly href: string;
  readonly way: string;
}

export const urgencies = [
  { value: 'danger', label: 'Danger, now' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Today' },
  { value: 'waiting', label: 'Waiting for you' },
  { value: 'next', label: 'The next 7 working days' },
] as const;
export type Urgency = (typeof urgencies)[number]['value'];

/** The number of working days after today that a day's list looks ahead. */
export const daysAhead = 7;

/** The close of the seventh working day after this one: what is due later is not shown. */
export function lookAheadUntil(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  let day = today({ now, calendar });
  for (let passed = 0; passed < daysAhead; passed += 1) day = nextWorkingDay(day, calendar);
  return timeOn(day, Temporal.PlainTime.from('23:59'), calendar);
}

/** Midnight at the beginning of today: what was planned for today is on the day until it ends. */
export function todayFrom(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  return timeOn(today({ now, calendar }), midnight, calendar);
}

function tomorrowFrom(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  return timeOn(today({ now, calendar }).add({ days: 1 }), midnight, calendar);
}

const midnight = Temporal.PlainTime.from('00:00');

export function urgencyOf(item: DayItem, now: Temporal.Instant, calendar: WorkingCalendar): Urgency {
  return urgencyOn(item, now, { begins: todayFrom(now, calendar), ends: tomorrowFrom(now, calendar) });
}

/** @param day when today begins and ends at the office */
function urgencyOn(
  { kind, danger, waits, at, appointment }: DayItem,
  now: Temporal.Instant,
  day: { readonly begins: Temporal.Instant; readonly ends: Temporal.Instant },
): Urgency {
  if (kind === 'danger' || (kind === 'triage' && danger)) return 'danger';
  if (at === null) return waits?.today ? 'today' : 'waiting';
  if (Temporal.Instant.compare(at, appointment ? day.begins : now) < 0) return 'overdue';
  return Temporal.Instant.compare(at, day.ends) < 0 ? 'today' : 'next';
}

export interface DayGroup {
  readonly urgency: Urgency;
  readonly label: string;
  readonly items: readonly DayItem[];
}

/** Grouped by urgency, in the order in which they need somebody; within a group danger first, then the earliest. */
export function dayGroups(
  items: readonly DayItem[],
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly DayGroup[] {
  const day = { begins: todayFrom(now, calendar), ends: tomorrowFrom(now, calendar) };
  const by = Map.groupBy(items, (item) => urgencyOn(item, now, day));
  return urgencies.map(({ value, label }) => ({
    urgency: value,
    label,
    items: (by.get(value) ?? []).toSorted(dangerThenTime),
  }));
}

function dangerThenTime(one: DayItem, other: DayItem): number {
  return (
    Number(other.danger) - Number(one.danger) ||
    (one.at?.epochMilliseconds ?? 0) - (other.at?.epochMilliseconds ?? 0) ||
    inWords.compare(one.what, other.what)
  );
}

/** As `localeCompare`, made once. */
const inWords = new Intl.Collator();

/** How many there are: of danger the people in it, each once however many lines tell of them. */
export function numberIn({ urgency, items }: DayGroup): number {
  if (urgency !== 'danger') return items.length;
  return new Set(items.map(({ reference, href }) => reference ?? href)).size;
}

/** "3 overdue, 2 today": the whole day in a line. */
export function dayInSum(groups: readonly DayGroup[]): string {
  const words: Readonly<Record<Urgency, string>> = {
    danger: 'in danger',
    overdue: 'overdue',
    today: 'today',
    waiting: 'waiting for you',
    next: 'in the next 7 working days',
  };
  const said = groups.filter(({ items }) => items.length > 0);
  return said.map((group) => `${numberIn(group)} ${words[group.urgency]}`).join(', ');
}
