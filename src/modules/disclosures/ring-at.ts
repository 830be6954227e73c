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
 * When a call was promised: nothing typed is none, and a time alone is today. @returns null where none was promised, or
 * what is wrong in plain words
 */
export function ringAt(
  typed: Typed,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): Temporal.Instant | null | string {
  const boxes = ['day', 'month', 'year'].map((part) => kept(typed, `ring-${part}`).trim());
  const undated = boxes.every((box) => box === '');
  if (undated && kept(typed, 'ring-time').trim() === '') return null;
  const today = now.toZonedDateTimeISO(timeZone);
  const day = { 'ring-day': today.day, 'ring-month': today.month, 'ring-year': today.year };
  const date = Object.fromEntries(Object.entries(day).map(([name, part]) => [name, String(part)]));
  return typedMoment({ ...typed, ...(undated && date) }, 'ring', {
    timeZone,
    notBefore: now,
    tooEarly: 'Enter a time that is still to come',
    notAfter: now.add(aMonth),
    tooLate: 'Enter a time within the coming month',
  });
}
