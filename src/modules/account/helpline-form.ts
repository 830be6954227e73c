import { z } from 'zod';
import { line, requiredLine, type Typed } from '#kit/forms.ts';
import { day, dayFields, typedDay } from '#kit/typed-day.ts';
import { digitsOf, type Helpline, phoneProblem } from './helplines.ts';

/** What somebody wrote of a helpline, and its place in the list, from 1. */
export interface HelplineEntry extends Helpline {
  readonly place: number;
}

interface Known {
  readonly today: Temporal.PlainDate;
  /** Numbers of the other lines on the list. */
  readonly otherPhones: readonly string[];
  /** How many places there are. */
  readonly places: number;
  /** What is changed; null: a new one. */
  readonly before: Helpline | null;
}

export function helplineForm({ today, otherPhones, places, before }: Known): z.ZodType<HelplineEntry> {
  const phone = requiredLine('Enter the number', 30).superRefine((typed, context) => {
    const taken = otherPhones.some((other) => digitsOf(other) === digitsOf(typed));
    const problem = phoneProblem(typed) ?? (taken ? 'This number is on the list already' : null);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });
  const fields = z.object({
    name: requiredLine('Enter the name of the helpline', 120),
    phone,
    says: requiredLine('Say who it is for', 300).transform((text) => text.replace(/\s+/g, ' ')),
    hours: line(200),
    checkedOn: day,
    place: line(4)
      .refine((text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= places, 'Choose a place')
      .transform(Number),
  });
  return z
    .preprocess((typed) => {
      const checkedOn = typedDay(typed as Typed, 'checkedOn', {
        notBefore: Temporal.PlainDate.from('2020-01-01'),
        notAfter: today,
        tooLate: 'This day is still to come',
        missing: 'Enter the day on which somebody rang it or looked it up',
      });
      return { ...(typed as Typed), checkedOn };
    }, fields)
    .refine((entry) => !isUncheckedNumber(entry, before, today), {
      path: ['checkedOn'],
      message: 'The number is another one: enter the day on which that was checked',
    }) as unknown as z.ZodType<HelplineEntry>;
}

/** A changed number goes to people in danger: what was checked was the one before. */
function isUncheckedNumber(entry: Helpline, before: Helpline | null, today: Temporal.PlainDate): boolean {
  if (before === null || digitsOf(before.phone) === digitsOf(entry.phone)) return false;
  return entry.checkedOn.equals(before.checkedOn) && !entry.checkedOn.equals(today);
}

/** How the form stands when it is opened. */
export function asTyped({ name, phone, says, hours, checkedOn }: Helpline, place: number): Typed {
  return { name, phone, says, hours, place: String(place), ...dayFields('checkedOn', checkedOn) };
}

export const endingForm = z.object({ why: requiredLine('Say why, for whoever asks later', 300) }).readonly();
