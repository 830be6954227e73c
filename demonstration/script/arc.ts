import type { RiskLevel } from '#rules/facts.ts';
import { besides } from './arc-daily.ts';
import { ending } from './arc-ending.ts';
import { saferHome } from './arc-home.ts';
import { mediation } from './arc-mediation.ts';
import { shutAgain } from './arc-perpetrators.ts';
import { planning } from './arc-plan.ts';
import { rating } from './arc-risk.ts';
import { sharing } from './arc-sharing.ts';
import type { Arc } from './arc-steps.ts';
import type { Working } from './casework.ts';
import type { Step } from './steps.ts';
import { atTheDesk } from './timing.ts';

const levels: readonly (readonly [RiskLevel, number])[] = [
  ['standard', 40],
  ['medium', 38],
  ['high', 22],
];

/** Weeks for which a case is open, by its level; most that are older have been closed (domain §15). */
const weeksOpen: Readonly<Record<RiskLevel, number>> = { standard: 6, medium: 11, high: 17 };

/** Everything that casework is, in the order in which it happens. */
export function arcOf(work: Working, from: Temporal.Instant): readonly Step[] {
  const own = work.chance.apart('casework');
  const level = work.turn === 'high' ? 'high' : work.turn === 'reopened' ? 'standard' : own.weighted(levels);
  const arc: Arc = {
    work: { ...work, chance: own },
    level,
    from,
    closedAt: work.turn !== 'rests' && (own.yes(0.72) || work.turn) ? closing(level, from, work) : null,
    second: work.lead === 'manager' ? 'deputy' : 'manager',
  };
  const done = [...rating(arc), ...planning(arc), ...besides(arc), ...sharing(arc)];
  const all = [...done, ...saferHome(arc, done), ...shutAgain(arc, done), ...mediation(arc)];
  return [...all.filter(({ at }) => !after(at, arc.closedAt)), ...ending(arc)];
}

function closing(level: RiskLevel, from: Temporal.Instant, { calendar, chance, present }: Working) {
  const days = Math.round(weeksOpen[level] * 7 * (0.7 + 0.9 * chance.apart('length').share()));
  const at = atTheDesk(from, days, calendar, chance);
  return Temporal.Instant.compare(at.add({ hours: 24 }), present) < 0 ? at : null;
}

function after(at: Temporal.Instant, end: Temporal.Instant | null): boolean {
  return end !== null && Temporal.Instant.compare(at, end) >= 0;
}
