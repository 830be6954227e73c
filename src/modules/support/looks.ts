import type { Choice } from '#rules/words.ts';
import type { OfferKind } from './offer-kind.ts';

/** What comes of looking again at what they confirmed: never a tick, always in their own words. */
export const lookAnswers = [
  { value: 'look_works', label: 'It works, and is as they want it' },
  {
    value: 'look_changed',
    label: 'It works, and something about it has changed',
    hint: 'Who can see or open it, where it is, who knows of it',
  },
  {
    value: 'look_broken',
    label: 'It does not work any more, and they would like it put right',
    hint: 'It is owed to them anew, as an offer of its own',
  },
  { value: 'look_gone', label: 'It is not there any more, or they do not want it' },
  {
    value: 'look_rather_not',
    label: 'They would rather not look at it',
    hint: 'Their decision. They may name a day; where they name none nobody asks again',
  },
  {
    value: 'look_handed_on',
    label: 'Somebody else looks at it from now on',
    hint: 'They themselves, or a service. Say who, and that they know it',
  },
  {
    value: 'look_not_reached',
    label: 'Tried, and not reached',
    hint: 'It is written down, and stays owed until somebody has spoken with them',
  },
] as const satisfies readonly Choice[];
export type LookAnswer = (typeof lookAnswers)[number]['value'];

export function isLook(step: string): step is LookAnswer {
  return step.startsWith('look_');
}

/** Looked at sooner than this before its day, it is written down, and the look of that day stays owed. */
const soonest = Temporal.Duration.from({ days: 28 });

/** Of these another look follows: not where they would rather not, or somebody else sees to it. */
const staying = ['look_works', 'look_changed'] as const satisfies readonly LookAnswer[];
const stays = (step: string) => staying.some((each) => each === step);

export interface LookStep {
  readonly id: string;
  readonly step: string;
  readonly struck: boolean;
  readonly happenedOn: Temporal.PlainDate;
  readonly dayOn: Temporal.PlainDate | null;
}

export interface LookOwed {
  /** The step with which it began. */
  readonly id: string;
  readonly dueOn: Temporal.PlainDate;
  readonly confirmedOn: Temporal.PlainDate;
  /** They would rather not, or somebody else looks: nobody of us does any more. */
  readonly over: boolean;
}

/** Which look comes next at what they confirmed; null: it is nothing that is looked at again, or not confirmed. */
export function lookOwed(kind: Pick<OfferKind, 'looks'>, steps: readonly LookStep[]): LookOwed | null {
  const standing = steps.filter(({ struck }) => !struck);
  const at = standing.findLastIndex(({ step }) => !isLook(step));
  const confirmed = standing[at];
  if (!kind.looks || confirmed?.step !== 'confirmed') return null;
  const confirmedOn = confirmed.happenedOn;
  const first = confirmed.dayOn ?? nextLook(kind.looks, confirmedOn, confirmedOn);
  let owed: LookOwed = { id: confirmed.id, dueOn: first, confirmedOn, over: false };
  for (const { id, step, dayOn } of standing.slice(at + 1)) {
    if (step === 'look_broken' || step === 'look_gone') return null;
    if (dayOn) owed = { id, dueOn: dayOn, confirmedOn, over: false };
    else if (step === 'look_rather_not' || step === 'look_handed_on') owed = { ...owed, over: true };
  }
  return owed;
}

/** Written down too long before its day to stand for the look of that day. */
export function isEarly(
  { dueOn }: Pick<LookOwed, 'dueOn'>,
  { happenedOn }: { readonly happenedOn: Temporal.PlainDate },
): boolean {
  return Temporal.PlainDate.compare(happenedOn, dueOn.subtract(soonest)) < 0;
}

/** Written down, and the look of its own day is owed as before. */
export function leavesItOwed(
  owed: Pick<LookOwed, 'dueOn' | 'over'>,
  look: { readonly step: string; readonly happenedOn: Temporal.PlainDate },
): boolean {
  return look.step === 'look_not_reached' || (!owed.over && stays(look.step) && isEarly(owed, look));
}

/** What the record calls it. Only what was said on its day, or close before it, keeps what was promised. */
export function lookEvent(
  owed: Pick<LookOwed, 'dueOn'>,
  look: { readonly step: LookAnswer; readonly happenedOn: Temporal.PlainDate },
) {
  switch (look.step) {
    case 'look_works':
    case 'look_changed':
      return isEarly(owed, look) ? 'support.looked-early' : 'support.looked-again';
    case 'look_broken':
      return isEarly(owed, look) ? 'support.look-let-go' : 'support.looked-again';
    case 'look_gone':
      return 'support.look-let-go';
    case 'look_rather_not':
      return 'support.look-declined';
    case 'look_handed_on':
      return 'support.look-handed-on';
    case 'look_not_reached':
      return 'support.look-tried';
  }
}

/**
 * The day on which somebody looks next, which a step is written down with. Days are counted from when they confirmed
 * it, so that to come late moves nothing.
 */
export function dayOfNextLook(
  kind: Pick<OfferKind, 'looks'>,
  steps: readonly LookStep[],
  step: {
    readonly step: string;
    readonly happenedOn: Temporal.PlainDate;
    readonly dayOn?: LookStep['dayOn'];
  },
): Temporal.PlainDate | null {
  const { happenedOn, dayOn = null } = step;
  if (!kind.looks) return dayOn;
  if (step.step === 'confirmed') return nextLook(kind.looks, happenedOn, happenedOn);
  const owed = lookOwed(kind, steps);
  if (!owed || !stays(step.step)) return dayOn;
  return leavesItOwed(owed, step) ? null : nextLook(kind.looks, owed.confirmedOn, happenedOn);
}

function nextLook(
  { months, every }: NonNullable<OfferKind['looks']>,
  confirmedOn: Temporal.PlainDate,
  lookedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  const after = lookedOn.add(soonest);
  const first = months.find(
    (many) => Temporal.PlainDate.compare(confirmedOn.add({ months: many }), after) > 0,
  );
  if (first !== undefined) return confirmedOn.add({ months: first });
  let many = (months.at(-1) ?? 0) + every;
  while (Temporal.PlainDate.compare(confirmedOn.add({ months: many }), after) <= 0) many += every;
  return confirmedOn.add({ months: many });
}
