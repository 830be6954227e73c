import type { Team } from '#modules/cases/testing.ts';
import { today } from '#rules/calendar.ts';
import { proposeClosing } from './store/closings.ts';
import { proposePause } from './store/pause-proposals.ts';

/** Nobody was ever reached. */
export async function aPause(team: Team) {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const rest = { caseId, wish: 'Leave me', next: today(office).add({ days: 7 }), how: '', callOff: [] };
    return proposePause(tx, office, rest);
  });
}

/** That somebody died is said by one, and signed by another. */
export async function aClosing(team: Team) {
  const caseId = await team.open(team.worker);
  const died = { reason: 'died', why: 'She died', told: 'not_possible', toldHow: '', wayBack: '' } as const;
  const proposed = await team.as(team.worker, (tx, office) =>
    proposeClosing(tx, office, { ...died, caseId }),
  );
  return proposed.closingId;
}
