import type { Team } from '#modules/cases/testing.ts';
import { giveInCase } from './store/give-in-case.ts';
import { proposeAboutSpace } from './store/proposals.ts';

/** In a case of its own, the worker proposes that it ends without their wish. @returns the proposal */
export async function anEndOfBreathingSpace(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    await giveInCase(tx, office, { caseId, months: 2, words: 'Agreed on the phone' });
    const because = 'no_tenancy' as const;
    return proposeAboutSpace(tx, office, { caseId, asks: 'end', because, why: 'They rent elsewhere' });
  });
}
