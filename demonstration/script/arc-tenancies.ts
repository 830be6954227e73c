import type { TenancyEvent } from '#rules/tenancy-events.ts';
import { type Arc, acts, later } from './arc-steps.ts';
import { tenancyOf } from './register-files.ts';
import type { Step } from './steps.ts';

const came: readonly (readonly [TenancyEvent, string])[] = [
  ['notice_to_quit', 'A letter at the desk, signed by one of them: four weeks from Monday.'],
  ['name_removed', 'An e-mail asks how one of them comes off the tenancy.'],
  ['name_added', 'Somebody rang: their partner has moved in and wants to be on the tenancy.'],
  ['abandonment', 'The caretaker says that the post has been piling up for two weeks.'],
];

/**
 * A colleague who knows nothing of it enters that something is to become of the tenancy: whoever leads the case looks
 * into it that day, now and then on the next, and a manager agrees to the answer.
 */
export function tenancyChanges(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const chance = work.chance.apart(`tenancy ${work.story}`);
  const entered = later(arc, from, chance.whole(7, 14)).add({ minutes: 17 });
  const lookedInto = chance.yes(0.8)
    ? entered.add({ minutes: 50 })
    : later(arc, entered, 1).add({ minutes: 5 });
  const isOver = (at: Temporal.Instant) => Temporal.Instant.compare(at, closedAt ?? work.present) >= 0;
  if (!chance.yes(0.3) || isOver(lookedInto)) return [];
  // What is not answered stands in front of closing.
  const [kind, words] = chance.pick(closedAt ? came.filter(([each]) => each !== 'name_removed') : came);
  const said = { tenancy: tenancyOf(work.cast.home), kind, words, givenOn: null, endsOn: null };
  const manager = work.lead === 'manager' ? 'deputy' : 'manager';
  const decided = lookedInto.add({ minutes: 70 });
  const waits = isOver(decided) || (!closedAt && chance.yes(0.2));
  if (closedAt && waits) return [];
  return [
    { at: entered, story: work.story, action: { does: 'enter-tenancy-event', by: 'colleague1', said } },
    {
      at: entered.add({ minutes: 1 }),
      story: work.story,
      action: { does: 'look-at-tenancy-events', by: null },
    },
    acts(arc, lookedInto, { does: 'look-into-tenancy' }),
    ...(waits ? [] : [acts(arc, decided, { does: 'agree-about-tenancy', by: manager })]),
  ];
}
