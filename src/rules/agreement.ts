import { atTheOffice, type WorkingCalendar } from './calendar.ts';
import { weekdays } from './moment.ts';
import type { Choice } from './words.ts';

/** The ways in which somebody may be reached; the agreed one is tried first. */
export const agreedChannels = [
  { value: 'phone', label: 'Phone call' },
  { value: 'text', label: 'Text message' },
  { value: 'email', label: 'Email' },
  { value: 'in_person', label: 'In person' },
  { value: 'video', label: 'Video call' },
  { value: 'web_chat', label: 'Web chat' },
  { value: 'post', label: 'Post' },
  { value: 'through_somebody', label: 'Through somebody they trust' },
  { value: 'none', label: 'No safe way is known', hint: 'Nobody tries until a way is agreed' },
] as const satisfies readonly Choice[];
export type AgreedChannel = (typeof agreedChannels)[number]['value'];
export type Way = Exclude<AgreedChannel, 'none'>;

/** Professional interpreters only: never family, friends or the community, who may be part of it (domain §9). */
export const interpreters = [
  { value: 'not_needed', label: 'Not needed' },
  { value: 'professional', label: 'Professional interpreter' },
  { value: 'professional_woman', label: 'Professional interpreter, a woman' },
  { value: 'professional_man', label: 'Professional interpreter, a man' },
] as const satisfies readonly Choice[];
export type Interpreter = (typeof interpreters)[number]['value'] | '';

export const workerGenders = [
  { value: 'no_preference', label: 'No preference' },
  { value: 'woman', label: 'A woman' },
  { value: 'man', label: 'A man' },
] as const satisfies readonly Choice[];
export type WorkerGender = (typeof workerGenders)[number]['value'] | '';

/** The same hours on some days of every week, on the clock of the office's wall. */
export interface WeeklyWindow {
  /** ISO weekdays, 1 = Monday. */
  readonly days: readonly number[];
  /** `HH:MM`, before `to` on the same day. */
  readonly from: string;
  readonly to: string;
}

/** What the gate, and the search for a safe moment, need to know of an agreement about contact (L2.1a, L2.3). */
export interface Agreement {
  /** The way that is tried first. */
  readonly channel: AgreedChannel;
  readonly mayLeaveVoicemail: boolean;
  readonly mayText: boolean;
  readonly mayEmail: boolean;
  readonly mayPost: boolean;
  /** Whether we may come to the home. */
  readonly mayVisit: boolean;
  /** A safe place outside the home; `''`: none was agreed. */
  readonly meetingPlace: string;
  /** Somebody they trust, through whom they may be reached; `''`: nobody. */
  readonly contactPerson: string;
  /** What was said about times in words, which no rule can read. */
  readonly times: string;
  /** Safe times; empty: none were named. */
  readonly windows: readonly WeeklyWindow[];
  /** Times never to use; they beat the safe ones. */
  readonly never: readonly WeeklyWindow[];
  readonly interpreter: Interpreter;
  readonly workerGender: WorkerGender;
  readonly agreedWithPerson: boolean;
  /** When it was agreed, or last asked again and still right. */
  readonly askedAt: Temporal.Instant;
  /** Since when somebody who may suspect has answered; null: nobody has. */
  readonly unsureSince: Temporal.Instant | null;
  /** When the person said that this is out of date; null once a new agreement is recorded. */
  readonly changedSince: Temporal.Instant | null;
  /** Since when they live elsewhere than when this was agreed, so that addresses are to be asked about again. */
  readonly movedSince?: Temporal.Instant | null | undefined;
  /** The register has the number or the mailbox as one of whoever they fear. */
  readonly ofFeared?: boolean | undefined;
  /** The same of whoever may be asked in their place. */
  readonly contactPersonOfFeared?: boolean | undefined;
  /** When it was ended, which happens to a further way; the first is replaced. */
  readonly endedAt?: Temporal.Instant | null | undefined;
}

const staleAfterDays = 30;

/** Older than 30 days: lives change, so it is asked again before it is used. */
export function stale(askedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(staleFrom(askedAt), now) < 0;
}

export function staleFrom(askedAt: Temporal.Instant): Temporal.Instant {
  return askedAt.add({ hours: 24 * staleAfterDays });
}

/** Times were told, but only in words: whether a moment is one of them, somebody has to read. */
export function timesInWordsOnly({ times, windows }: Pick<Agreement, 'times' | 'windows'>): boolean {
  return windows.length === 0 && times.trim() !== '';
}

/** Is this a safe time, as it was agreed? The minute at which a window ends is outside it. */
export function withinWindows(
  windows: readonly WeeklyWindow[],
  at: Temporal.Instant,
  calendar: WorkingCalendar,
): boolean {
  const { day, time } = onTheWall(at, calendar);
  return windows.some(({ days, from, to }) => days.includes(day) && from <= time && time < to);
}

/** Is this a time never to use? The minute at which it ends is inside it. */
export function withinNever(
  never: readonly WeeklyWindow[],
  at: Temporal.Instant,
  calendar: WorkingCalendar,
): boolean {
  const { day, time } = onTheWall(at, calendar);
  return never.some(({ days, from, to }) => days.includes(day) && from <= time && time <= to);
}

function onTheWall(at: Temporal.Instant, calendar: WorkingCalendar): { day: number; time: string } {
  const local = atTheOffice(at, calendar);
  return { day: local.dayOfWeek, time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** `Monday to Friday 10:00 to 14:00; Saturday 09:00 to 12:00`. */
export function windowsInWords(windows: readonly WeeklyWindow[]): string {
  return windows.map(({ days, from, to }) => `${daysInWords(days)} ${from} to ${to}`).join('; ');
}

function daysInWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((one, other) => one - other);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map(runInWords).join(', ');
}

function runInWords(run: readonly number[]): string {
  const name = (day: number | undefined) => weekdays[(day ?? 1) - 1] ?? '';
  const [first] = run;
  const last = run.at(-1);
  if (run.length === 1) return name(first);
  return run.length === 2 ? `${name(first)}, ${name(last)}` : `${name(first)} to ${name(last)}`;
}
