import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import type { Team } from '#modules/cases/testing.ts';
import { today } from '#rules/calendar.ts';
import { approveCost } from './store/costs.ts';
import { offerSupport } from './store/offer.ts';

/** In a case of its own, the worker asks for more than one person approves. @returns the proposal */
export async function aDearOffer(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const answer = { answer: 'taken', ownWords: 'Yes, please', offeredOn: today(office) } as const;
    const offerId = await offerSupport(tx, office, { caseId, kind: 'furniture', what: '', ...answer });
    await approveCost(tx, office, { caseId, offerId, pence: 90_000, why: 'Beds for three children' });
    const { id } = await tx.one(
      z.object({ id: z.uuid() }),
      sql`select id from support_cost where offer_id = ${offerId}`,
    );
    return id;
  });
}
