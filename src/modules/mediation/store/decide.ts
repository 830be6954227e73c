import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, Verdict } from '#rules/facts.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { type Gate, isOver, notOpen, verdictOf } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { loadMediation } from './facts.ts';
import { type DecisionRow, type Mediation, mediationDecisions, mediationsOf } from './rows.ts';

export interface PutMediation {
  readonly caseId: CaseId;
  readonly mediationId: string;
  readonly why: string;
}

/** Open, so that a manager may decide about this wish, this test and this advice. @returns its id */
export async function putMediation(tx: Tx, office: Office, put: PutMediation): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, mediationId, why } = put;
  const { mediation, gate } = await loadMediation(tx, office, caseId, mediationId);
  insist(mayPut(mediation, gate));
  const [[wish], [test], [advice]] = [mediation.wishes, mediation.tests, mediation.advices];
  if (!wish || !test || !advice) throw notFound();
  const decisionId = newId<string>();
  await tx.run(sql`insert into mediation_decision (organisation_id, id, case_id, mediation_id, wish_id, test_id,
      advice_id, why, proposed_by, proposed_at)
    values (${organisation}, ${decisionId}, ${caseId}, ${mediationId}, ${wish.id}, ${test.id}, ${advice.id}, ${why},
      ${staff}, ${now})`);
  await happened(tx, office, { name: 'mediation.put', caseId, subjectId: mediationId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: mediationId },
    words: `Mediation is put to a manager. ${why}`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'mediation_to_decide', caseId });
  return decisionId;
}

export function mayPut(mediation: Mediation, gate: Gate): Verdict {
  if (isOver(mediation)) return notOpen('It took place, or was stopped.');
  if (mediation.decisions.some(({ decision }) => decision === null))
    return notOpen('It waits for a manager already.');
  if (gate.arrange.open) return notOpen('A manager has agreed to it already.');
  return verdictOf(gate.decide);
}

const events = {
  approved: 'mediation.approved',
  declined: 'mediation.declined',
  withdrawn: 'mediation.withdrawn',
} as const;
const became = {
  approved: 'A manager agreed to mediation',
  declined: 'A manager did not agree to mediation',
  withdrawn: 'What was put to a manager was taken back',
};

export interface MediationDecision {
  readonly caseId: CaseId;
  readonly decisionId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
}

/** Decided by another manager; to agree, the gate is asked again, and no manager opens it. */
export async function decideMediation(tx: Tx, office: Office, decided: MediationDecision): Promise<void> {
  const { caseId, decisionId, decision, why } = decided;
  const { file, mediation, gate, proposal } = await loadDecision(tx, office, caseId, decisionId);
  const changed = isOvertaken(mediation, gate, proposal);
  await decideProposal(tx, office, mediationDecisions, proposal, {
    ...decided,
    sight: sightOf(file),
    changed,
  });
  const about = { caseId, subjectId: mediation.id };
  await happened(tx, office, { name: events[decision], ...about });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, happenedAt: office.now, knownAt: office.now },
    words: `${became[decision]}. ${proposal.why} ${why}`.trim(),
  });
  const { proposedBy } = proposal;
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'mediation_decided', caseId });
}

/** It is not open now, or rests on what was said, tested or advised before. */
export function isOvertaken(
  { wishes, tests, advices }: Pick<Mediation, 'wishes' | 'tests' | 'advices'>,
  { decide }: Gate,
  { wishId, testId, adviceId }: Pick<DecisionRow, 'wishId' | 'testId' | 'adviceId'>,
): boolean {
  return !decide.open || wishes[0]?.id !== wishId || tests[0]?.id !== testId || advices[0]?.id !== adviceId;
}

export async function loadDecision(tx: Tx, office: Office, caseId: CaseId, decisionId: string) {
  await openFile(tx, office.organisation, caseId);
  const mediations = await mediationsOf(tx, office.organisation, caseId);
  const proposal = mediations.flatMap(({ decisions }) => decisions).find((each) => each.id === decisionId);
  if (!proposal) throw notFound();
  return { ...(await loadMediation(tx, office, caseId, proposal.mediationId)), proposal };
}
