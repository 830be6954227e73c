import type { Team } from '#modules/cases/testing.ts';
import { proposeNoReferral } from './store/no-referral.ts';
import { promiseReferral } from './store/promise.ts';

/** In a case of its own, the worker proposes that a child is not referred. @returns the proposal */
export async function aDecisionNotToRefer(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const child = { kind: 'child', about: 'A child', caseId, from: 'case' } as const;
    return proposeNoReferral(tx, office, await promiseReferral(tx, office, child), 'They lead already');
  });
}
