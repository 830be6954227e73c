import { z } from 'zod';
import {
  decideProposal,
  type Proposals,
  proposalColumns,
  proposalRow,
  proposalTable,
  type Seen,
} from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { askFor, confirmations, tellManagers } from '#modules/account/store/confirmations.ts';
import { spaceProposals } from '#modules/breathing-space/store/proposals.ts';
import { anEndOfBreathingSpace } from '#modules/breathing-space/testing.ts';
import type { Team } from '#modules/cases/testing.ts';
import { closings } from '#modules/closing/store/closings.ts';
import { pauseProposals } from '#modules/closing/store/pause-proposals.ts';
import { aClosing, aPause } from '#modules/closing/testing.ts';
import { contactPlans } from '#modules/contact/store/contact-plans.ts';
import { judgements } from '#modules/counter-allegations/store/rows.ts';
import { aJudgementForAManager } from '#modules/counter-allegations/testing.ts';
import { joinings } from '#modules/disclosures/store/joining.ts';
import { toldContacts } from '#modules/disclosures/store/told-contacts.ts';
import { aJoining } from '#modules/disclosures/testing.ts';
import { mediationDecisions } from '#modules/mediation/store/rows.ts';
import { aMediationForAManager } from '#modules/mediation/testing.ts';
import { lesserProposals } from '#modules/moves/store/rows.ts';
import { aLesserOfferForAManager } from '#modules/moves/testing.ts';
import { lateRecords } from '#modules/obligations/index.ts';
import { actionDecisions } from '#modules/perpetrators/store/rows.ts';
import { aWarningForAManager } from '#modules/perpetrators/testing.ts';
import { closures } from '#modules/policy/store/closures.ts';
import { lowerings } from '#modules/risk-level/store/lowerings.ts';
import { setThresholds } from '#modules/risk-level/store/thresholds.ts';
import { noReferrals } from '#modules/safeguarding/store/rows.ts';
import { aDecisionNotToRefer } from '#modules/safeguarding/testing.ts';
import { seconds } from '#modules/sharing/store/shares.ts';
import { aShare } from '#modules/sharing/testing.ts';
import { supportCosts } from '#modules/support/store/costs.ts';
import { aDearOffer } from '#modules/support/testing.ts';
import { answersProposed } from '#modules/tenancies/store/checks.ts';
import { aTenancyAnswer } from '#modules/tenancies/testing.ts';
import { senderProposals } from '#modules/wordings/store/sender-proposals.ts';
import { messageWordings } from '#modules/wordings/store/wordings.ts';
import type { StaffId } from '#rules/facts.ts';
import {
  aClosure,
  aContactPlan,
  aLaxThreshold,
  aLowering,
  aMessageWording,
  anotherNumber,
  aToldContact,
  somethingLate,
} from './proposed.ts';

/** A kind of proposal, and how one comes about; the team’s two managers decide. */
export interface Trial {
  readonly proposals: Proposals<string>;
  readonly proposer: (team: Team) => StaffId;
  readonly propose: (team: Team) => Promise<string>;
}

const aConfirmation = (kind: 'roles' | 'new_start') => (team: Team) =>
  team.as(team.administrator, async (tx, { organisation, now }) => {
    const asking = { organisation, now, staff: team.administrator };
    const id = await askFor(tx, asking, { about: team.otherWorker, kind, roles: ['da_worker'] });
    await tellManagers(tx, asking, { id, askedBy: team.administrator, about: team.otherWorker });
    return id;
  });

export const byWorker = ({ worker }: Team) => worker;
const byAdministrator = ({ administrator }: Team) => administrator;

/** Proposals of any kind are read and decided alike: only what is called an approval differs. */
export const anyKind = <Approval extends string>(proposals: Proposals<Approval>) =>
  proposals as unknown as Proposals<string>;

/** Every kind that there is. */
export const kindsTried = {
  'a plan where there is no safe way': {
    proposals: anyKind(contactPlans),
    proposer: byWorker,
    propose: aContactPlan,
  },
  'letting a case rest': { proposals: anyKind(pauseProposals), proposer: byWorker, propose: aPause },
  'that breathing space ends without their wish': {
    proposals: anyKind(spaceProposals),
    proposer: byWorker,
    propose: anEndOfBreathingSpace,
  },
  'what something may cost': { proposals: anyKind(supportCosts), proposer: byWorker, propose: aDearOffer },
  'what is done about whoever is feared': {
    proposals: anyKind(actionDecisions),
    proposer: byWorker,
    propose: aWarningForAManager,
  },
  'who mainly harms whom': {
    proposals: anyKind(judgements),
    proposer: byWorker,
    propose: aJudgementForAManager,
  },
  'a home that is less secure': {
    proposals: anyKind(lesserProposals),
    proposer: byWorker,
    propose: aLesserOfferForAManager,
  },
  'whether mediation is arranged': {
    proposals: anyKind(mediationDecisions),
    proposer: byWorker,
    propose: aMediationForAManager,
  },
  'how a change of a tenancy is answered': {
    proposals: anyKind(answersProposed),
    proposer: byWorker,
    propose: aTenancyAnswer,
  },
  'closing a case': { proposals: anyKind(closings), proposer: byWorker, propose: aClosing },
  'a lower level of risk': { proposals: anyKind(lowerings), proposer: byWorker, propose: aLowering },
  'that no child is referred': {
    proposals: anyKind(noReferrals),
    proposer: byWorker,
    propose: aDecisionNotToRefer,
  },
  'what is shared without their agreement': {
    proposals: anyKind(seconds),
    proposer: byWorker,
    propose: aShare,
  },
  'that what was told is about this case': {
    proposals: anyKind(joinings),
    proposer: byWorker,
    propose: aJoining,
  },
  'a role that sees cases': {
    proposals: anyKind(confirmations),
    proposer: byAdministrator,
    propose: aConfirmation('roles'),
  },
  'a new start': {
    proposals: anyKind(confirmations),
    proposer: byAdministrator,
    propose: aConfirmation('new_start'),
  },
  'that a call of hers was the contact': {
    proposals: anyKind(toldContacts),
    proposer: byWorker,
    propose: aToldContact,
  },
  'something recorded late': {
    proposals: anyKind(lateRecords),
    proposer: byWorker,
    propose: somethingLate,
  },
  'that the office is closed': {
    proposals: anyKind(closures),
    proposer: byAdministrator,
    propose: aClosure,
  },
  'a threshold by which fewer people are high': {
    proposals: anyKind(setThresholds),
    proposer: byAdministrator,
    propose: aLaxThreshold,
  },
  'what a message says': {
    proposals: anyKind(messageWordings),
    proposer: byWorker,
    propose: aMessageWording,
  },
  'whom people are asked to call': {
    proposals: anyKind(senderProposals),
    proposer: byWorker,
    propose: anotherNumber,
  },
} as const satisfies Readonly<Record<string, Trial>>;

/** It as it stands. */
export function found(tx: Tx, { organisation }: Team, proposals: Proposals<string>, id: string) {
  return tx.one(
    z.object({ ...proposalRow(proposals.kind), decidedBy: z.string().nullable() }),
    sql`select ${proposalColumns(proposals)}, decider.id as "decidedBy" from ${proposalTable(proposals)}
      where p.organisation_id = ${organisation} and p.id = ${id}`,
  );
}

/** Decides it as its own store would: the approval, unless `more` says otherwise. */
export function decides(team: Team, by: StaffId, proposals: Proposals<string>, seen: Seen, more = {}) {
  const { approval } = proposals.kind;
  const decision = {
    decision: approval,
    why: 'I know them',
    version: seen.version,
    sight: 'inside',
    ...more,
  };
  return team.as(by, (tx, office) => decideProposal(tx, office, proposals, seen, decision as never));
}
