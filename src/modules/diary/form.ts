import { z } from 'zod';
import {
  choice,
  formGiven,
  kept,
  line,
  optionalChoice,
  requiredWords,
  type Typed,
  ticked,
  words,
} from '#kit/forms.ts';
import { type MomentBounds, moment, momentFields, typedMoment } from '#kit/typed-moment.ts';
import type { StaffId } from '#rules/facts.ts';
import { cancellations, channels, goesOut, interpreterStates, type Plan, purposes } from './appointment.ts';
import { findings } from './lone-working.ts';

const lengths = ['15', '30', '45', '60', '90', '120', '180'] as const;
const checkIns = ['none', '15', '30', '60'] as const;

/** How long, in minutes. */
export const lengthItems = lengths.map((value) => ({ value, text: lengthInWords(Number(value)) }));

/** How long after its end somebody is missed. */
export const checkInItems = [
  { value: 'none', text: 'Nobody needs to' },
  { value: '15', text: 'Within 15 minutes of the end' },
  { value: '30', text: 'Within 30 minutes of the end' },
  { value: '60', text: 'Within an hour of the end' },
];

function lengthInWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
}

const colleague = (missing: string) =>
  z.preprocess((value) => value ?? '', z.uuid(missing) as unknown as z.ZodType<StaffId>);
const perhapsColleague = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  (z.uuid('Choose somebody from the list') as unknown as z.ZodType<StaffId>).nullable(),
);

/** A plan without its case, and why it goes on although it is against what was agreed. */
export type PlanTyped = Omit<Plan, 'caseId'> & { readonly outsideWhy: string };

/** A visit or a call that is still to come. */
export const planSchema = z
  .object({
    channel: choice(
      channels.map(({ value }) => value),
      'Say whether it is a call, a visit or a meeting',
    ),
    over: line(60),
    purpose: choice(
      purposes.map(({ value }) => value),
      'Say what it is for',
    ),
    starts: moment,
    length: choice(lengths, 'Say how long it takes'),
    staffId: colleague('Say who goes or calls'),
    secondStaffId: perhapsColleague,
    place: line(300),
    alsoThere: line(300),
    interpreter: optionalChoice(
      interpreterStates.map(({ value }) => value),
      'not_needed',
    ),
    loneWorking: ticked(),
    twoPeople: ticked(),
    twoPeopleWhy: words(2_000),
    checkIn: optionalChoice(checkIns, 'none'),
    outsideWhy: words(2_000),
  })
  .superRefine((plan, context) => {
    for (const [path, message] of problems(plan)) context.addIssue({ code: 'custom', path: [path], message });
  })
  .transform(({ starts, length, checkIn, ...plan }) => {
    const endsAt = starts.add({ minutes: Number(length) });
    return {
      ...plan,
      over: plan.over || 'first',
      startsAt: starts,
      endsAt,
      twoPeopleWhy: plan.twoPeople ? plan.twoPeopleWhy : '',
      place: plan.channel === 'elsewhere' ? plan.place : '',
      checkInBy: checkIn === 'none' ? null : endsAt.add({ minutes: Number(checkIn) }),
    };
  }) satisfies z.ZodType<PlanTyped>;

/** What was typed, with the moment at which it begins. */
export function typedPlan(typed: Typed, timeZone: string, now: Temporal.Instant) {
  const bounds: MomentBounds = {
    timeZone,
    notBefore: now,
    tooEarly: 'Choose a time that is still to come',
    notAfter: now.add({ hours: 24 * 366 }),
    tooLate: 'Choose a time within the coming year',
  };
  return { ...typed, starts: typedMoment(typed, 'starts', bounds) };
}

export const planForm = formGiven(planSchema, typedPlan);

interface Fields {
  readonly channel: Plan['channel'];
  readonly staffId: string;
  readonly secondStaffId: string | null;
  readonly place: string;
  readonly loneWorking: boolean;
  readonly twoPeople: boolean;
  readonly twoPeopleWhy: string;
  readonly checkIn: string;
}

/** What does not fit together: whoever goes alone is missed by somebody, and two are two. */
function* problems(plan: Fields): Generator<readonly [keyof Fields, string]> {
  const { channel, staffId, secondStaffId, place, loneWorking, twoPeople, twoPeopleWhy, checkIn } = plan;
  if (channel === 'elsewhere' && place === '') yield ['place', 'Say where'];
  if (secondStaffId === staffId) yield ['secondStaffId', 'Choose somebody else'];
  if (loneWorking && (twoPeople || secondStaffId !== null))
    yield ['loneWorking', 'Say either that somebody goes alone or who goes along'];
  if (loneWorking && goesOut(channel) && checkIn === 'none')
    yield ['checkIn', 'Say by when whoever goes alone says that they are safe'];
  if (twoPeople && secondStaffId === null) yield ['secondStaffId', 'Say who goes along'];
  if (twoPeople && twoPeopleWhy.trim() === '') yield ['twoPeopleWhy', 'Say why two people go'];
}

/** What the form holds for a plan that is to be moved. */
export function planFields(plan: Omit<Plan, 'caseId'>, timeZone: string): Typed {
  const minutes = (from: Temporal.Instant, to: Temporal.Instant) => String(from.until(to).total('minutes'));
  return {
    channel: plan.channel,
    over: plan.over,
    purpose: plan.purpose,
    ...momentFields('starts', plan.startsAt, timeZone),
    length: minutes(plan.startsAt, plan.endsAt),
    staffId: plan.staffId,
    secondStaffId: plan.secondStaffId ?? '',
    place: plan.place,
    alsoThere: plan.alsoThere,
    interpreter: plan.interpreter,
    ...(plan.loneWorking && { loneWorking: 'yes' }),
    ...(plan.twoPeople && { twoPeople: 'yes', twoPeopleWhy: plan.twoPeopleWhy }),
    checkIn: plan.checkInBy === null ? 'none' : minutes(plan.endsAt, plan.checkInBy),
  };
}

/** Why it does not take place. */
export const cancellationForm = z.object({
  reason: choice(
    cancellations.map(({ value }) => value),
    'Say why it does not take place',
  ),
  words: words(2_000),
});

/** What was found when whoever had not checked in was looked for. */
export const findingForm = z.object({
  found: choice(
    findings.map(({ value }) => value),
    'Say what was found',
  ),
  words: requiredWords('Say who spoke with them or saw them, and when', 2_000),
});

/** Was there a tick for it? */
export function isTicked(typed: Typed, name: string): boolean {
  return kept(typed, name) !== '';
}
