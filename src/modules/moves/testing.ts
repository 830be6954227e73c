import type { Team } from '#modules/cases/testing.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { putLesser } from './store/lesser.ts';
import { wishToMove } from './store/moves.ts';
import { recordOffer } from './store/offers.ts';

/** A case in which somebody would like to move, and a home of lesser security is offered. */
export async function aLesserOffer(
  team: Team,
): Promise<{ readonly caseId: CaseId; readonly moveId: string; readonly offerId: string }> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const wishedOn = today(office);
    const moveId = await wishToMove(tx, office, {
      ...{ caseId, kind: 'transfer', wishedOn, words: 'I want to be near my sister', bedrooms: 2 },
      ...{ adaptations: '', schools: '', withWhom: '' },
    });
    const offerId = await recordOffer(tx, office, {
      ...{ caseId, moveId, home: '4 Quay Row', landlord: '', offeredOn: wishedOn, words: '' },
      ...{ heldType: 'assured_periodic', offeredType: 'starter', timeCounts: 'no' },
    });
    return { caseId, moveId, offerId };
  });
}

/** They would like it all the same, and a manager is asked. @returns what is to be decided */
export async function aLesserOfferForAManager(team: Team): Promise<string> {
  const { caseId, offerId } = await aLesserOffer(team);
  return team.as(team.worker, (tx, office) =>
    putLesser(tx, office, {
      ...{ caseId, offerId, askedOn: today(office), legal: 'had' },
      ...{
        words: 'I know it is a trial year. I want it all the same',
        why: 'No other home is free before January',
      },
    }),
  );
}
