import { z } from 'zod';
import { kept, type Typed } from './forms.ts';
import { dateTyped } from './typed-day.ts';

/** Between which instants a typed one must lie, and what to say where it does not. */
export interface MomentBounds {
  readonly timeZone: string;
  /** Nothing that already happened lies after this. */
  readonly notAfter?: Temporal.Instant;
  readonly tooLate?: string;
  readonly notBefore?: Temporal.Instant;
  readonly tooEarly?: string;
}

/**
 * A day and a time of day, typed into `<name>-day`, `-month`, `-year` and `-time`, on the clock of the office's wall.
 * @returns the instant, or what is wrong with it in plain words.
 */
export function typedMoment(typed: Typed, name: string, bounds: MomentBounds): Temporal.Instant | string {
  const date = dateTyped(typed, name) ?? 'Enter the day, the month and the year';
  if (typeof date === 'string' && date.startsWith('Enter the day')) return date;
  const text = kept(typed, `${name}-time`);
  const [, plain = '', which = ''] = /^(.*?)(?:\s+(bst|gmt|first|second))?$/i.exec(text.trim()) ?? [];
  const time = clockTime(plain);
  if (time === null) return whichHalf(plain) ?? 'Enter the time, for example 14:30 or 2:30pm';
  if (typeof date === 'string') return date;
  const instant = instantOf(date.toPlainDateTime(time), bounds.timeZone, which.toLowerCase());
  if (typeof instant === 'string') return instant;
  const { notAfter, notBefore } = bounds;
  if (notAfter && Temporal.Instant.compare(instant, notAfter) > 0)
    return bounds.tooLate ?? 'This must be in the past';
  // Boxes hold whole minutes: a bound within the minute that was typed is not missed by its seconds.
  if (notBefore && Temporal.Instant.compare(instant.add({ minutes: 1 }), notBefore) <= 0)
    return bounds.tooEarly ?? 'This is too early';
  return instant;
}

/** For a form's schema: a field that a `preprocess` fills by `typedMoment`; its problem becomes the field's message. */
export const moment = z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant, {
  error: ({ input }) => (typeof input === 'string' ? input : 'Enter the day and the time'),
});

/** What a form holds for a known instant, to show it in its boxes. */
export function momentFields(name: string, instant: Temporal.Instant, timeZone: string): Typed {
  const local = instant.toZonedDateTimeISO(timeZone);
  const at = local.toPlainDateTime();
  const first = at.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).toInstant();
  const twice = !first.equals(at.toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant());
  const which = twice ? (first.equals(instant) ? ' BST' : ' GMT') : '';
  return {
    [`${name}-day`]: String(local.day),
    [`${name}-month`]: String(local.month),
    [`${name}-year`]: String(local.year),
    [`${name}-time`]: `${local.toPlainTime().toString({ smallestUnit: 'minute' })}${which}`,
  };
}

/**
 * Once a year an hour is left out, and once it comes twice: the first is asked about, the second too, unless it was
 * said which one (`01:30 BST`, `01:30 GMT`).
 */
function instantOf(at: Temporal.PlainDateTime, timeZone: string, which: string): Temporal.Instant | string {
  const earlier = at.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = at.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  if (!earlier.toPlainDateTime().equals(at))
    return `The clocks went forward that night and there was no ${time}. Enter the time again`;
  const [first, second] = [which === 'bst' || which === 'first', which === 'gmt' || which === 'second'];
  if (earlier.epochNanoseconds !== later.epochNanoseconds) {
    if (first) return earlier.toInstant();
    if (second) return later.toInstant();
    const ask = `Enter ${time} BST for the first, ${time} GMT for the second`;
    return `The clocks went back that night and ${time} came twice. ${ask}`;
  }
  const hours = earlier.offsetNanoseconds / 3_600e9;
  const told = which === '' || (which === 'bst' && hours === 1) || (which === 'gmt' && hours === 0);
  return told ? earlier.toInstant() : 'Enter the time that the clock on the wall showed, without BST or GMT';
}

/** `14:30`, `9.05`, `0905`, `14`, `2pm`, `10.15 am` or `noon` as a time of day; null where it is none. */
export function clockTime(text: string): Temporal.PlainTime | null {
  const time = timeOfDay(text);
  return time === null ? null : Temporal.PlainTime.from(time);
}

/** The same as text, `09:05`: it is compared, kept and shown as it is. */
export function timeOfDay(text: string): string | null {
  const written = text.trim().toLowerCase();
  if (written === 'noon' || written === 'midday') return '12:00';
  const half = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap])\.?m\.?$/.exec(written);
  if (half) return onHalfClock(Number(half[1]), half[2] ?? '00', half[3] === 'p');
  // Only an hour after noon, or one with its nought, says by itself which half of the day is meant.
  if (/^(?:0\d|1[3-9]|2[0-3])$/.test(written)) return `${written}:00`;
  const parts = /^(\d{1,2})[:.]?(\d{2})$/.exec(written);
  const [hour = '', minute = ''] = parts?.slice(1) ?? [];
  return parts && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** What to ask where somebody typed an hour of which there are two a day, "10"; null: it is none. */
export function whichHalf(text: string): string | null {
  const [, hour] = /^([1-9]|1[0-2])(?:\s*o[’']?\s*clock)?$/i.exec(text.trim()) ?? [];
  if (!hour) return null;
  return hour === '12'
    ? 'Say whether 12 is noon or midnight: noon, or 00:00'
    : `Say whether ${hour} is in the morning or in the evening: ${hour}am or ${hour}pm`;
}

function onHalfClock(hour: number, minute: string, afternoon: boolean): string | null {
  if (hour < 1 || hour > 12 || Number(minute) > 59) return null;
  return `${String((hour % 12) + (afternoon ? 12 : 0)).padStart(2, '0')}:${minute}`;
}
