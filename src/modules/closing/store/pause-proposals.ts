import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, type OrganisationId, refused } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { mayRest, pauseKind, type WhyTwo } from '../pausing.ts';
import { beginPause, type NewPause } from './pauses.ts';
import { restFacts } from './rest-facts.ts';

export const pauseProposals = proposalsIn(sql`pause_proposal`, pauseKind);

const row = z.object({
  ...proposalRow(pauseKind),
  caseId: id<CaseId>(),
  wish: z.string(),
  nextContactOn: plainDate,
  nextContactHow: z.string(),
  callOff: z.array(z.string()),
  whyTwo: z.array(z.string() as unknown as z.ZodType<WhyTwo>),
});
export type PauseProposal = z.infer<typeof row>;

const selectProposals = sql`select ${proposalColumns(pauseProposals)}, p.case_id as "caseId", p.wish,
    p.next_contact_on as "nextContactOn", p.next_contact_how as "nextContactHow", p.call_off as "callOff",
    p.why_two as "whyTwo"
  from ${proposalTable(pauseProposals)}`;

/** Pauses that were proposed in a case, newest first. */
export function pauseProposalsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly PauseProposal[]> {
  return tx.rows(
    row,
    sql`${selectProposals} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.proposed_at desc, p.id desc limit 20`,
  );
}

/** Where one person may not decide: the case goes on until a manager has. */
export async function proposePause(tx: Tx, office: Office, pause: NewPause): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, wish, next, how, callOff } = pause;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  insist(mayRest(file));
  const [{ needsTwo, waiting }, managers] = await Promise.all([
    restFacts(tx, organisation, file),
    listStaff(tx, organisation, { roles: ['da_manager'] }),
  ]);
  if (waiting) insist(refused('A pause is waiting for a manager’s decision already.', 'own-pace'));
  const proposalId = newId<string>();
  await tx.run(sql`insert into pause_proposal (organisation_id, id, case_id, wish, next_contact_on,
      next_contact_how, call_off, why_two, proposed_by, proposed_at)
    values (${organisation}, ${proposalId}, ${caseId}, ${wish}, ${next}, ${how}, ${[...callOff]}::uuid[],
      ${[...needsTwo]}, ${staff}, ${now})`);
  await happened(tx, office, { name: 'case.pause-proposed', caseId, subjectId: proposalId });
  const staffIds = whoSees(file, managers)
    .map((each) => each.id)
    .filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'rest_to_decide', caseId });
  return proposalId;
}

export interface PauseDecision {
  readonly caseId: CaseId;
  readonly proposalId: string;
  readonly version: number;
  readonly decision: 'approved' | 'declined' | 'withdrawn';
  readonly why: string;
}

/**
 * A manager other than the proposer decides; whoever works on the case takes it back. Approved, the case rests.
 * @returns the pause, where it was approved
 */
export async function decidePause(tx: Tx, office: Office, decided: PauseDecision): Promise<string | null> {
  const { caseId, proposalId, decision, why } = decided;
  const [file, proposals] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    pauseProposalsOf(tx, office.organisation, caseId),
  ]);
  const proposal = proposals.find((each) => each.id === proposalId);
  if (!file || !proposal) throw notFound();
  const changed = dayHasCome(proposal, office);
  await decideProposal(tx, office, pauseProposals, proposal, { ...decided, sight: sightOf(file), changed });
  const { proposedBy, wish, nextContactOn: next, nextContactHow: how, callOff } = proposal;
  const about = { caseId, subjectId: proposalId };
  let pauseId: string | null = null;
  if (decision === 'approved') {
    insist(mayRest(file));
    await happened(tx, office, { name: 'case.pause-approved', ...about });
    pauseId = await beginPause(tx, office, { caseId, wish, next, how, callOff });
  } else {
    await happened(tx, office, { name: 'case.pause-declined', ...about, data: { decision } });
    await addEntry(tx, office, {
      caseId,
      kind: 'pause',
      happenedAt: office.now,
      knownAt: office.now,
      source: 'record',
      words:
        `A pause was proposed, and ${decision === 'declined' ? 'declined' : 'taken back'}. ${why}`.trim(),
    });
  }
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'rest_decided', caseId });
  return pauseId;
}

/** Then they are to be asked for another day, rather than the pause be approved. */
export function dayHasCome(
  { nextContactOn }: Pick<PauseProposal, 'nextContactOn'>,
  office: Parameters<typeof today>[0],
): boolean {
  return Temporal.PlainDate.compare(nextContactOn, today(office)) <= 0;
}
