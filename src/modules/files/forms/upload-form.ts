import { z } from 'zod';
import { choice, formGiven, offeredOrNone, onList, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { entrySources } from '#modules/chronology/pure.ts';

const sources = entrySources.map(({ value }) => value);

/** What is said of files that are added together; the files themselves are judged by their bytes (`judge`). */
export const uploadForm = formGiven(
  z.object({
    shows: words(4_000),
    source: choice(sources, 'Say from whom it comes'),
    contactId: offeredOrNone('Choose one of the contacts of this case'),
    made: optionalDay,
  }),
  (typed, contacts: readonly string[], today: Temporal.PlainDate) => ({
    ...typed,
    contactId: onList(contacts, typed, 'contactId'),
    made: typedDay(typed, 'made', { notAfter: today, tooLate: 'This must be in the past' }),
  }),
);

export const errorForm = z.object({
  why: reason('Say why it does not belong here', 2_000),
});

export const takingForm = z.object({
  why: reason('Say what you need it for', 2_000),
});
