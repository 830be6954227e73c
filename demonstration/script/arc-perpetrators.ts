import { type Arc, acts, later } from './arc-steps.ts';
import { contacted } from './casework.ts';
import type { Step } from './steps.ts';

/**
 * In some cases something is considered about whoever is feared: it is stopped for safety, not wanted, or done within a
 * day on which all was asked. Where their turn is that it is done, it is tried until it could be.
 */
export function aboutWhoeverIsFeared(arc: Arc): readonly Step[] {
  const { work, from } = arc;
  const chance = work.chance.apart('enforcement');
  const isTurn = work.turn === 'acted';
  if (!isTurn && !chance.yes(0.22)) return [];
  const first = later(arc, from, isTurn ? 4 : chance.whole(6, 16)).add({ minutes: 4 });
  const comes = chance.pick(['feared', 'not_safe', 'not_known'] as const);
  if (!isTurn) return considered(arc, first, comes);
  return [0, 7, 13, 20].flatMap((days) =>
    considered(arc, days === 0 ? first : later(arc, first, days), 'taken'),
  );
}

type Comes = 'taken' | 'feared' | 'not_safe' | 'not_known';

function considered(arc: Arc, at: Temporal.Instant, comes: Comes): readonly Step[] {
  const { work, closedAt } = arc;
  const chance = work.chance.apart(`enforcement-${at.epochMilliseconds}`);
  const over = closedAt ?? work.present;
  const isOver = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, over) >= 0;
  if (isOver(at.add({ hours: 3 }))) return [];
  const kind = chance.pick(['warning', 'warning', 'behaviour_agreement', 'programme'] as const);
  const asked = acts(arc, at, { does: 'consider-action', kind, comes });
  if (comes !== 'taken') return [asked];
  const manager = work.lead === 'manager' ? 'deputy' : 'manager';
  const told = at.add({ minutes: 60 });
  const review = later(arc, at.add({ hours: 3 }), chance.yes(0.85) ? 1 : 4);
  return [
    asked,
    acts(arc, at.add({ minutes: 40 }), { does: 'agree-to-action', by: manager }),
    contacted(work, told, 'phone', 'spoke_safely', 'Told them what is to happen this afternoon, and how.'),
    acts(arc, told.add({ minutes: 30 }), { does: 'take-action' }),
    ...(isOver(review) ? [] : [acts(arc, review, { does: 'look-after-action' })]),
  ];
}

/**
 * In others a manager agreed to something, and then something changed: it is shut again, whoever leads the case is
 * told, asks them anew the next day, and leaves it.
 * @param before what else happens in the case
 */
export function shutAgain(arc: Arc, before: readonly Step[]): readonly Step[] {
  const { work } = arc;
  const own: Arc = { ...arc, work: { ...work, chance: work.chance.apart('shut again') } };
  const atOf = (does: Step['action']['does']) => before.find(({ action }) => action.does === does)?.at;
  const [rated, changed] = [atOf('decide-lowering'), atOf('something-changed')];
  if (!rated || !changed || work.turn === 'acted') return [];
  if (work.turn !== 'changed' && !own.work.chance.yes(0.6)) return [];
  const [soonest, days] = [later(own, rated, 1), later(own, changed, -5)];
  const considered = Temporal.Instant.compare(soonest, days) > 0 ? soonest : days;
  if (Temporal.Instant.compare(considered.add({ hours: 3 }), changed) >= 0) return [];
  const manager = work.lead === 'manager' ? 'deputy' : 'manager';
  const looked = { does: 'agreed-is-looked-at', by: null } as const;
  return [
    acts(arc, considered, { does: 'consider-action', kind: 'warning', comes: 'taken' }),
    acts(arc, considered.add({ minutes: 40 }), { does: 'agree-to-action', by: manager }),
    { at: changed.add({ minutes: 5 }), story: work.story, action: looked },
    acts(arc, later(own, changed, 1), {
      does: 'leave-action',
      words: '“Not now. After this he would know that it comes from me.”',
    }),
  ];
}
