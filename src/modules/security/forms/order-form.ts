import { z } from 'zod';
import { choice, type FieldErrors, formGiven, kept, known, line, type Typed, words } from '#kit/forms.ts';
import { isReason, reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { clockTime } from '#kit/typed-moment.ts';
import { findingsInWords } from '#modules/wordings/pure.ts';
import { timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { AgreedNow } from '#rules/no-longer-agreed.ts';
import type { Pack } from '#rules/pack.ts';
import { valuesOf } from '#rules/words.ts';
import { againstTime, conflictAnswers, thereAnswers, twoPeople } from '../order.ts';
import type { Telling } from '../telling.ts';
import { findingsIn } from '../telling.ts';

export interface OrderFormFacts {
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly pack: Pick<Pack, 'purposes'>;
  readonly agreed: AgreedNow | null;
  readonly contractors: readonly { readonly id: string; readonly vettedUntil: Temporal.PlainDate }[];
  readonly telling: Telling;
  /** A broken lock is mended whatever was agreed, with a reason. */
  readonly makesSafe: boolean;
}

const time = (missing: string) =>
  z.custom<Temporal.PlainTime>((value) => value instanceof Temporal.PlainTime, missing);

/** Who comes, when, and what they are told; every word of it is looked through before it leaves. */
export const orderForm = formGiven(
  z.object({
    contractor: z.string().min(1, 'Choose who does it'),
    conflict: choice(valuesOf(conflictAnswers), 'Say what they say of it'),
    conflictSaid: reason('Say in their words what they said of who works there', 1_000),
    there: choice(valuesOf(thereAnswers), 'Say whether they will be there'),
    happens: day,
    from: time('Enter from when, for example 10:00'),
    to: time('Enter until when, for example 12:00'),
    two: choice(valuesOf(twoPeople), 'Say whether two people come'),
    details: words(500),
    askFor: line(60),
    address: words(300).refine((text) => text.trim() !== '', 'Enter where they come to'),
    outsideWhy: words(1_000),
    _facts: known<OrderFormFacts>(),
  }),
  (typed, facts: OrderFormFacts) => ({
    ...typed,
    contractor: facts.contractors.some(({ id }) => id === kept(typed, 'contractor'))
      ? kept(typed, 'contractor')
      : '',
    happens: typedDay(typed, 'happens', {
      ...{ notBefore: facts.today, tooEarly: 'This day has passed', missing: 'Enter the day' },
      ...{ notAfter: facts.today.add({ days: 60 }), tooLate: 'This is more than 60 days away' },
    }),
    from: clockTime(kept(typed, 'from')),
    to: clockTime(kept(typed, 'to')),
    _facts: facts,
  }),
  // Whoever is not sent needs no safe time.
  (typed, facts) =>
    kept(typed, 'conflict') === 'yes'
      ? {}
      : { ...ofThem(typed), ...ofWords(typed, facts), ...ofTheTime(typed, facts) },
);

function ofThem(typed: Typed): FieldErrors {
  return {
    ...(kept(typed, 'conflict') === 'not_known' && {
      conflict: 'Ask them first: whoever comes may be known to whoever they fear',
    }),
    ...(['yes', 'not_known'].includes(kept(typed, 'there')) && {
      there: 'Nobody is sent where whoever they fear may be. Agree another time with them',
    }),
  };
}

function ofWords(typed: Typed, { telling }: OrderFormFacts): FieldErrors {
  const found = findingsIn(kept(typed, 'details'), telling, 'details');
  const named = findingsIn(kept(typed, 'askFor'), telling, 'name');
  return {
    ...(found.length > 0 && { details: findingsInWords(found) }),
    ...(named.length > 0 && { askFor: findingsInWords(named) }),
  };
}

function ofTheTime(typed: Typed, facts: OrderFormFacts): FieldErrors {
  const { calendar, agreed, makesSafe, pack, contractors } = facts;
  const on = typedDay(typed, 'happens');
  const [from, to] = [clockTime(kept(typed, 'from')), clockTime(kept(typed, 'to'))];
  if (!(on instanceof Temporal.PlainDate)) return {};
  const chosen = contractors.find(({ id }) => id === kept(typed, 'contractor'));
  const lapsed = chosen && Temporal.PlainDate.compare(chosen.vettedUntil, on) < 0;
  const vetted: FieldErrors = lapsed
    ? { contractor: 'By that day they have to be looked into again. An administrator does this' }
    : {};
  if (!from || !to) return vetted;
  if (Temporal.PlainTime.compare(from, to) >= 0) return { ...vetted, to: 'This is not after the beginning' };
  const [startsAt, endsAt] = [timeOn(on, from, calendar), timeOn(on, to, calendar)];
  const { unsafe, reasons } = againstTime({ agreed, startsAt, endsAt, calendar });
  if (reasons.length === 0 || isReason(kept(typed, 'outsideWhy'))) {
    if (!unsafe || makesSafe) return vetted;
  }
  const said = reasons.map((each) => reasonInWords(pack, each)).join(' ');
  return unsafe && !makesSafe
    ? { ...vetted, happens: `${said} Agree it with them first, under Contact` }
    : { ...vetted, outsideWhy: `${said} Say how they agreed to it all the same` };
}

export const orderEndingForm = z.object({ why: reason('Say why nobody comes', 1_000) });
export const conflictEndingForm = z.object({ why: reason('Say what they say now', 1_000) });
