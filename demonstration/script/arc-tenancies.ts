import type { ChangeRoute, ChangeStep } from '#rules/tenancy-change.ts';
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

const asked: readonly (readonly [ChangeRoute, string])[] = [
  ['court_transfer', '“The solicitor says a judge can put the flat in my name. I want that.”'],
  ['assignment', '“We both signed. I want it to be mine alone, if that can be done without a row.”'],
  ['landlord_new_tenancy', '“I would stay, if it were mine and nobody else had a right to come in.”'],
];

/** Some ask that their tenancy be changed: what it needs is settled, a manager decides, mostly in five days. */
export function changesAskedFor(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const chance = work.chance.apart(`asked of the tenancy ${work.story}`);
  if (!chance.yes(0.22)) return [];
  const [route, words] = chance.pick(asked);
  const wish = later(arc, from, chance.whole(4, 16)).add({ minutes: 23 });
  const settled = later(arc, wish, chance.whole(1, 2)).add({ minutes: 12 });
  const decided = later(arc, settled, chance.yes(0.8) ? 1 : 6).add({ minutes: 31 });
  const done = later(arc, decided, chance.whole(5, 15)).add({ minutes: 4 });
  const over = closedAt ?? work.present;
  const isBefore = ({ at }: Step) => Temporal.Instant.compare(at, over) < 0;
  const manager = work.lead === 'manager' ? 'deputy' : 'manager';
  const step = (
    at: Temporal.Instant,
    step: ChangeStep,
    words: string,
    by: { readonly by?: typeof manager },
  ) => acts(arc, at, { does: 'step-change', step, words, ...by });
  const steps = [
    acts(arc, wish, { does: 'ask-for-change', route, words }),
    acts(arc, settled, { does: 'settle-change' }),
    step(decided, 'agreed', 'Everything it needs is settled.', { by: manager }),
    step(done, 'done', 'The new tenancy is signed; they keep what they had.', {}),
  ];
  // What they asked for and what became of it stands in front of closing.
  return closedAt && !steps.every(isBefore) ? [] : steps.filter(isBefore);
}
