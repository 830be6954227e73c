import { z } from 'zod';
import { formGiven, kept, known, line, requiredLine, type Typed } from '#kit/forms.ts';
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

/** An entry whose number and place still stand beside what they are held against. */
type Typing = Omit<HelplineEntry, 'phone' | 'place'> & {
  readonly phone: { readonly typed: string };
  readonly place: { readonly typed: string };
};

/** Held against the numbers that are on the list. */
const rightPhone = z
  .object({ typed: requiredLine('Enter the number', 30), others: known<readonly string[]>() })
  .superRefine(({ typed, others }, context) => {
    const taken = others.some((other) => digitsOf(other) === digitsOf(typed));
    const problem = phoneProblem(typed) ?? (taken ? 'This number is on the list already' : null);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

const rightPlace = z
  .object({ typed: line(4), places: z.number() })
  .refine(
    ({ typed, places }) => /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= places,
    'Choose a place',
  );

export const helplineForm = formGiven(
  z
    .object({
      name: requiredLine('Enter the name of the helpline', 120),
      phone: rightPhone,
      says: requiredLine('Say who it is for', 300).transform((text) => text.replace(/\s+/g, ' ')),
      hours: line(200),
      checkedOn: day,
      place: rightPlace,
      facts: known<Known>(),
    })
    .refine(({ facts: { before, today }, ...entry }) => !isUncheckedNumber(asEntry(entry), before, today), {
      path: ['checkedOn'],
      message: 'The number is another one: enter the day on which that was checked',
    })
    .transform(({ facts: _, ...entry }): HelplineEntry => asEntry(entry)),
  (typed, facts: Known) => {
    const checkedOn = typedDay(typed, 'checkedOn', {
      notBefore: Temporal.PlainDate.from('2020-01-01'),
      notAfter: facts.today,
      tooLate: 'This day is still to come',
      missing: 'Enter the day on which somebody rang it or looked it up',
    });
    const phone = { typed: kept(typed, 'phone'), others: facts.otherPhones };
    return {
      ...typed,
      checkedOn,
      phone,
      place: { typed: kept(typed, 'place'), places: facts.places },
      facts,
    };
  },
);

function asEntry({ phone, place, ...rest }: Typing): HelplineEntry {
  return { ...rest, phone: phone.typed, place: Number(place.typed) };
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
