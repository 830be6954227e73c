import { type Arc, acts, later } from './arc-steps.ts';
import type { Step } from './steps.ts';

/**
 * Some joint tenants ask for mediation by themselves. What was told shuts it in most cases, and they are told so; where
 * nothing does, a manager agrees, and then they find that they are afraid of it: it is shut again, and stopped.
 */
export function mediation(arc: Arc): readonly Step[] {
  const { work, level, from, closedAt } = arc;
  const own: Arc = { ...arc, work: { ...work, chance: work.chance.apart('a mediator') } };
  const { chance } = own.work;
  if (level === 'high' || work.turn === 'rests' || work.turn === 'factor' || !chance.yes(0.5)) return [];
  const asked = later(own, from, chance.whole(6, 9)).add({ minutes: 26 });
  const afraid = later(own, asked, 2).add({ minutes: 14 });
  const stopped = later(own, afraid, 1).add({ minutes: 9 });
  if (Temporal.Instant.compare(stopped, closedAt ?? work.present) >= 0) return [];
  const manager = work.lead === 'manager' ? 'deputy' : 'manager';
  return [
    acts(arc, asked, { does: 'ask-for-mediation' }),
    acts(arc, asked.add({ minutes: 50 }), { does: 'agree-to-mediation', by: manager }),
    acts(arc, asked.add({ minutes: 80 }), { does: 'arrange-mediation' }),
    acts(arc, afraid, { does: 'fear-mediation' }),
    {
      at: afraid.add({ minutes: 6 }),
      story: work.story,
      action: { does: 'agreed-is-looked-at', by: null },
    },
    acts(arc, stopped, { does: 'stop-mediation' }),
  ];
}
