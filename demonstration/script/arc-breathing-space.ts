import type { CourtStep } from '#rules/court-steps.ts';
import { type Arc, acts, later } from './arc-steps.ts';
import { tenancyOf } from './register-files.ts';
import type { Step } from './steps.ts';

/** Working days between two looks: within the month, and now and then after it. */
const inTime = 19;
const late = 26;

/** Its length is chosen with them, somebody looks at it each month, and now and then they want it to end. */
export function breathingSpaceLooks(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const { chance, present } = work;
  const steps: Step[] = [];
  const endsEarly = chance.yes(0.12);
  const months = chance.pick([1, 2, 2, 3, 3] as const);
  let at = later(arc, from, chance.whole(3, 8)).add({ minutes: 9 });
  for (let nth = 0; nth < 4; nth += 1) {
    const over = closedAt !== null && Temporal.Instant.compare(at, closedAt) >= 0;
    if (over || Temporal.Instant.compare(at, present) >= 0) return steps;
    steps.push(acts(arc, at, { does: 'look-at-space', nth, months, wantsItToEnd: endsEarly && nth === 1 }));
    const told = later(arc, at, 1).add({ minutes: 21 });
    const goesOn = Temporal.Instant.compare(told, closedAt ?? present) < 0;
    if (nth > 0 && goesOn) steps.push(acts(arc, told, { does: 'tell-space-ended' }));
    at = later(arc, at, chance.yes(0.88) ? inTime : late).add({ minutes: 7 });
  }
  return steps;
}

/**
 * Those who collect income say a step before they take it, and are told not to; now and then one was taken, and is
 * found by themselves some days later.
 */
export function courtStepsMeant(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const chance = work.chance.apart(`court steps ${work.story}`);
  const said = later(arc, from, 10).add({ minutes: 31 });
  const goesOn = Temporal.Instant.compare(said, closedAt ?? work.present) < 0;
  if (!goesOn || !chance.yes(0.35)) return [];
  const step = chance.pick([
    'notice',
    'letter_before_claim',
    'claim',
    'chasing_letter',
  ] as const satisfies CourtStep[]);
  const on = said.toZonedDateTimeISO(work.calendar.rules.timeZone).toPlainDate();
  const taken = chance.yes(0.3) ? ({ on, undone: 'taken_back' } as const) : null;
  const saying = { tenancy: tenancyOf(work.cast.home), step, taken };
  return [{ at: said, story: work.story, action: { does: 'say-step', by: 'income', saying } }];
}
