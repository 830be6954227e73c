import { z } from 'zod';
import { kept, line, type Typed } from '#kit/forms.ts';
import { typedMoment } from '#kit/typed-moment.ts';

/** A moment in four boxes: `ring-day`, `ring-month`, `ring-year`, `ring-time`. */
export const ringFields = {
  'ring-day': line(20),
  'ring-month': line(12),
  'ring-year': line(4),
  'ring-time': line(20),
};

const aMonth = { hours: 24 * 31 };

/**
 * When a call was promised: nothing typed is none, and a time alone is the day on which it was promised. It may have
 * passed by the time at which it is written down: then it is owed, and late. @returns null where none was promised, or
 * what is wrong in plain words
 */
export function ringAt(
  typed: Typed,
  { promisedAt, timeZone }: { readonly promisedAt: Temporal.Instant; readonly timeZone: string },
): Temporal.Instant | null | string {
  const boxes = ['day', 'month', 'year'].map((part) => kept(typed, `ring-${part}`).trim());
  const undated = boxes.every((box) => box === '');
  if (undated && kept(typed, 'ring-time').trim() === '') return null;
  const then = promisedAt.toZonedDateTimeISO(timeZone);
  const day = { 'ring-day': then.day, 'ring-month': then.month, 'ring-year': then.year };
  const date = Object.fromEntries(Object.entries(day).map(([name, part]) => [name, String(part)]));
  return typedMoment({ ...typed, ...(undated && date) }, 'ring', {
    timeZone,
    notBefore: promisedAt,
    tooEarly: 'Enter a time after the call was promised',
    notAfter: promisedAt.add(aMonth),
    tooLate: 'Enter a time within a month',
  });
}

/** For a form's schema: a field that a `preprocess` fills by `ringAt`; its problem becomes the field's message. */
export const promisedRing = z.custom<Temporal.Instant | null>(
  (value) => value === null || value instanceof Temporal.Instant,
  { error: ({ input }) => (typeof input === 'string' ? input : 'Enter the day and the time') },
);
