import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { markersToReview } from '#modules/markers/index.ts';
import { mediationsOpen } from '#modules/mediation/index.ts';
import { movesOpen } from '#modules/moves/index.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { openSafetyActions } from '#modules/plans/index.ts';
import { riskStanding } from '#modules/risk-level/index.ts';
import { referralsOpen } from '#modules/safeguarding/index.ts';
import { worksGoingOn } from '#modules/security/index.ts';
import { looksOpen } from '#modules/support/index.ts';
import { changesAsked, changesHeld } from '#modules/tenancies/index.ts';
import type { ClosingFacts } from '../closing.ts';
import { contactOwed } from '../promises.ts';

/** What the gate in front of closing looks at, in one round trip. The case's wall is open. */
export async function closingFacts(
  tx: Tx,
  { organisation, pack, now }: Pick<Office, 'organisation' | 'pack' | 'now'>,
  file: Pick<CaseFile, 'id' | 'state' | 'everHigh' | 'riskLevel' | 'riskJudged' | 'immediateDanger'>,
): Promise<ClosingFacts> {
  const { id: caseId, state, everHigh, riskLevel, riskJudged, immediateDanger } = file;
  const [risk, actions, markers, promises, referrals, held, asked, moves, mediations, works, looks] =
    await Promise.all([
      riskStanding(tx, organisation, caseId),
      openSafetyActions(tx, organisation, caseId),
      markersToReview(tx, organisation, caseId),
      obligationsOf(tx, organisation, { caseId }),
      referralsOpen(tx, organisation, caseId),
      changesHeld(tx, organisation, caseId),
      changesAsked(tx, organisation, caseId),
      movesOpen(tx, organisation, caseId),
      mediationsOpen(tx, organisation, caseId),
      worksGoingOn(tx, organisation, caseId, now),
      looksOpen(tx, organisation, caseId),
    ]);
  return {
    state,
    dangerStands: immediateDanger,
    everHigh,
    riskLevel,
    riskJudged,
    riskCurrent: risk.current,
    loweringWaiting: risk.loweringWaiting,
    openSafetyActions: actions.length,
    markersToReview: markers.length,
    contactOwed: contactOwed(pack, promises),
    openReferrals: referrals,
    changesHeld: held,
    worksGoingOn: works,
    looksOpen: looks,
    changesAsked: asked,
    movesOpen: moves,
    mediationsOpen: mediations,
  };
}
