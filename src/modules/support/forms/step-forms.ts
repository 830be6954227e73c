import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import {
  choice,
  formGiven,
  known,
  line,
  offeredOrNone,
  onList,
  optionalChoice,
  type Typed,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { amount, optionalAmount } from '#kit/typed-money.ts';
import { valuesOf } from '#rules/words.ts';
import { endings, themselves } from '../offer.ts';
import { destinations } from '../where-it-goes.ts';
import { way } from './offer-form.ts';

interface Days {
  readonly today: Temporal.PlainDate;
  /** Nothing was done about it before it was offered. */
  readonly offeredOn: Temporal.PlainDate;
}

function past(typed: Typed, { today, offeredOn }: Days) {
  return typedDay(typed, 'happened', {
    ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
    ...{ notBefore: offeredOn, tooEarly: 'This is before it was offered' },
  });
}

/** With whom it was arranged, and by which decision they were told of the person. */
export const orderForm = formGiven(
  z
    .object({
      whom: line(300),
      told: offeredOrNone<string>('Choose one of the ways'),
      goes: optionalChoice(valuesOf(destinations), ''),
      opens: line(300),
      words: words(4_000),
      happened: day,
      comes: optionalDay,
      _consent: known<boolean>(),
    })
    .refine(({ whom }) => whom !== '', { path: ['whom'], message: 'Say who brings it about' })
    .refine(({ told, _consent }) => !_consent || told !== '', {
      path: ['told'],
      message: 'Say by which decision they were told, or that the person turns to them',
    }),
  (
    typed,
    days: Days,
    { consent, decisions }: { readonly consent: boolean; readonly decisions: readonly string[] },
  ) => ({
    ...typed,
    told: onList([themselves, ...decisions], typed, 'told'),
    happened: past(typed, days),
    comes: typedDay(typed, 'comes', { notBefore: days.today, tooEarly: 'This day must be still to come' }),
    _consent: consent,
  }),
);

/** From no fund: the team's own money. */
export const noFund = 'none';

/** How much it may cost, before anything is ordered. @param funds from which it may come; none: it is not asked */
export const approvalForm = formGiven(
  z
    .object({
      cost: amount,
      fund: offeredOrNone<string>('Choose one of the funds'),
      words: reason('Say what for, so that whoever looks at it later understands it', 4_000),
      _asks: known<boolean>(),
    })
    .refine(({ fund, _asks }) => !_asks || fund !== '', {
      path: ['fund'],
      message: 'Say from which fund, or from none',
    }),
  (typed, funds: readonly { readonly id: string }[]) => ({
    ...typed,
    fund: funds.length === 0 ? '' : onList([...funds.map(({ id }) => id), noFund], typed, 'fund'),
    _asks: funds.length > 0,
  }),
);

/** A no says why, and what happens next for whoever it was for. */
export const costDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether it is approved',
  whyNot: 'Say why it is not approved',
}).and(
  z
    .object({ decision: z.string().optional().catch(undefined), next: words(2_000) })
    .refine(({ decision, next }) => decision !== 'declined' || isReason(next), {
      path: ['next'],
      message: 'Say in a sentence what happens next for them: they still would like it',
    }),
);

/** It came from elsewhere than the cupboard. */
export const notFromStock = 'elsewhere';

/** @param lends what of our stock could have been issued; null: it is no kind that is lent */
export const deliveryForm = formGiven(
  z
    .object({
      whom: line(300),
      words: words(4_000),
      happened: day,
      cost: optionalAmount,
      item: offeredOrNone<string>('Choose one that is in stock'),
      _lends: known<boolean>(),
    })
    .refine(({ item, _lends }) => !_lends || item !== '', {
      path: ['item'],
      message: 'Say which one, or that it is not from our stock',
    })
    .refine(({ item, words: said }) => item !== notFromStock || isReason(said), {
      path: ['words'],
      message: saidTooLittle,
    }),
  (typed, days: Days, lends: readonly { readonly id: string }[] | null) => ({
    ...typed,
    happened: past(typed, days),
    item: lends === null ? '' : onList([...lends.map(({ id }) => id), notFromStock], typed, 'item'),
    _lends: lends !== null,
  }),
);

export const saidOfDelivery = [
  { value: 'confirmed', label: 'It came, and it is right' },
  { value: 'not_come', label: 'It did not come, or it is not right', hint: 'It is owed as before' },
  {
    value: 'not_safe',
    label: 'It is not safe to ask them',
    hint: 'Say why. It is never counted as confirmed',
  },
] as const;

/** What they say themselves: nobody confirms it in their place. */
export const confirmationForm = formGiven(
  z
    .object({
      said: choice(
        saidOfDelivery.map(({ value }) => value),
        'Say what they say of it, or that it is not safe to ask',
      ),
      way,
      words: words(4_000),
      happened: day,
    })
    .refine(({ said, way: how }) => said === 'not_safe' || how !== '', {
      path: ['way'],
      message: 'Say how they told us',
    })
    .refine(({ said, words: reasons }) => said === 'confirmed' || isReason(reasons), {
      path: ['words'],
      message: saidTooLittle,
    }),
  (typed, days: Days) => ({ ...typed, happened: past(typed, days) }),
);

/** Why it ended: their own reason and ours are told apart. */
export const endingForm = formGiven(
  z.object({
    ending: choice(
      endings.map(({ value }) => value),
      'Say why it ends',
    ),
    words: reason('Say why, as they said it or as it was', 4_000),
    happened: day,
  }),
  (typed, days: Days) => ({ ...typed, happened: past(typed, days) }),
);

export const correctionForm = z.object({
  reason: reason('Say what was wrong', 2_000),
  step: z.string().max(36).catch(''),
});
