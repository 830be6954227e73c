import { z } from 'zod';
import {
  choice,
  formGiven,
  kept,
  known,
  line,
  offered,
  onList,
  optionalChoice,
  type Typed,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { fearedAnswers, lentKinds, type StockQuery, type StockState, stockStates } from '../stock.ts';
import { waysOfTelling } from '../words.ts';

const kinds = lentKinds.map(({ value }) => value);
const states = stockStates.map(({ value }) => value);

/** What the address asks for; what is not understood is as if it had not been said. */
export const stockQuery = z.object({
  kind: z
    .enum(kinds as [string, ...string[]])
    .nullable()
    .catch(null)
    .default(null),
  state: z
    .enum(states as [StockState, ...StockState[]])
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(1).max(100).catch(1).default(1),
}) as unknown as z.ZodType<StockQuery>;

/** A number that says nothing to whoever finds the thing. */
const neutral = /^(?!d[av])[a-z]{0,2}[- ]?\d{1,6}$/i;

const past = (typed: Typed, today: Temporal.PlainDate) =>
  typedDay(typed, 'happened', {
    ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
  });

export const itemForm = formGiven(
  z.object({
    kind: choice(kinds, 'Say what it is'),
    number: line(20).refine(
      (text) => neutral.test(text),
      'Up to two letters and a number, such as K-014: nothing that says what it is for',
    ),
    about: line(200),
    happened: day,
  }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, happened: past(typed, today) }),
);

const yesNo = ['yes', 'no'] as const;

/** Each is answered: a blank is not a yes. */
export const checkForm = formGiven(
  z
    .object({
      works: choice(yesNo, 'Say whether it works'),
      charged: choice(yesNo, 'Say whether it is charged, or has a fresh battery'),
      emptied: choice([...yesNo, 'with_them'], 'Say whether anything of whoever had it before is on it'),
      words: words(2_000),
      happened: day,
      test: optionalDay,
    })
    .refine(
      ({ works, charged, emptied, test }) => test !== null || [works, charged, emptied].includes('no'),
      {
        path: ['test'],
        message: 'Enter the day on which somebody tests it again',
      },
    ),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    happened: past(typed, today),
    test: typedDay(typed, 'test', {
      ...{ notBefore: today.add({ days: 1 }), tooEarly: 'This day must be still to come' },
      ...{ notAfter: today.add({ months: 6 }), tooLate: 'Test it again within six months' },
    }),
  }),
);

/** Something became of it: when, and what of the thing itself. */
export const moveForm = formGiven(
  z.object({ words: words(2_000), happened: day }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, happened: past(typed, today) }),
);

/** The same, where somebody may ask why. */
export const retirementForm = formGiven(
  z.object({ words: reason('Say why'), happened: day }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, happened: past(typed, today) }),
);

export const stockCorrectionForm = z.object({
  reason: reason('Say what was wrong', 2_000),
  step: z.string().max(36).catch(''),
});

/** To whom it came back; a blank is a choice only where it was not lost. */
export const backForm = formGiven(
  z
    .object({
      where: optionalChoice(['us', 'them'], ''),
      words: words(2_000),
      happened: day,
      _lost: known<boolean>(),
    })
    .refine(({ where, _lost }) => !_lost || where !== '', {
      path: ['where'],
      message: 'Say where it is now',
    }),
  (typed, today: Temporal.PlainDate, lost: boolean) => ({
    ...typed,
    happened: past(typed, today),
    _lost: lost,
  }),
);

export const noWay = 'none';

/** It is lost: what they say of it, and which way of contact leads to it. */
export const lossForm = formGiven(
  z
    .object({
      feared: choice(
        fearedAnswers.map(({ value }) => value),
        'Say what they say, or that they have not been asked yet',
      ),
      way: optionalChoice(
        waysOfTelling.map(({ value }) => value),
        '',
      ),
      leads: offered<string>('Say which agreed way leads to it, or that none does'),
      words: words(4_000),
      happened: day,
      _ways: known<readonly string[]>(),
    })
    .refine(({ feared, way }) => feared === 'not_asked' || way !== '', {
      path: ['way'],
      message: 'Say how they told us',
    })
    .refine(({ feared, words: said }) => feared !== 'not_asked' || isReason(said), {
      path: ['words'],
      message: saidTooLittle,
    }),
  (typed, today: Temporal.PlainDate, ways: readonly string[]) => ({
    ...typed,
    leads:
      ways.length === 0 && kept(typed, 'leads') === '' ? noWay : onList([...ways, noWay], typed, 'leads'),
    happened: past(typed, today),
    _ways: ways,
  }),
);
