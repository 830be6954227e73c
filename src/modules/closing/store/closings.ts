import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import { caseStates } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { type CaseId, type OrganisationId, refused, riskLevels } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import {
  type ClosingReason,
  closingGate,
  closingKind,
  closingReasons,
  needsSignature,
  type Told,
} from '../closing.ts';
import { close } from './close.ts';
import { closingFacts } from './facts.ts';

export const closings = proposalsIn(sql`case_closing`, closingKind);

const row = z.object({
  ...proposalRow(closingKind, ['not_needed']),
  caseId: id<CaseId>(),
  reason: z.string() as unknown as z.ZodType<ClosingReason>,
  why: z.string(),
  told: z.string() as unknown as z.ZodType<Told>,
  toldHow: z.string(),
  wayBack: z.string(),
  riskLevel: z.enum(riskLevels).nullable(),
  stateBefore: z.enum(caseStates),
  signatureNeeded: z.boolean(),
});
export type Closing = z.infer<typeof row>;

const selectClosings = sql`select ${proposalColumns(closings)}, p.case_id as "caseId", p.reason, p.why, p.told,
    p.told_how as "toldHow", p.way_back as "wayBack", p.risk_level as "riskLevel",
    p.state_before as "stateBefore", p.signature_needed as "signatureNeeded"
  from ${proposalTable(closings)}`;

/** The closings of a case, proposed, signed, sent back or withdrawn, newest first. */
export function closingsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Closing[]> {
  return tx.rows(
    row,
    sql`${selectClosings} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.proposed_at desc, p.id desc limit 20`,
  );
}

export function closingOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  closingId: string,
): Promise<Closing | null> {
  return tx.maybe(
    row,
    sql`${selectClosings}
      where p.organisation_id = ${organisation} and p.case_id = ${caseId} and p.id = ${closingId}`,
  );
}

export interface NewClosing {
  readonly caseId: CaseId;
  readonly reason: ClosingReason;
  readonly why: string;
  readonly told: Told;
  readonly toldHow: string;
  /** How the person can come back to us. */
  readonly wayBack: string;
}

/**
 * Closes a case past its gate, or proposes it to a manager where one must sign. Throws `not-found`, or a refusal with
 * the first thing that stands in front of it.
 * @returns `closed`: whether it is closed now
 */
export async function proposeClosing(
  tx: Tx,
  office: Office,
  closing: NewClosing,
): Promise<{ readonly closingId: string; readonly closed: boolean }> {
  const { organisation, staff, now } = office;
  const { caseId, reason, why } = closing;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  if (file.closedAt) insist(refused('This case is closed already.', 'records'));
  if (file.state === 'closing') insist(refused('Closing it waits for a manager already.', 'records'));
  const facts = await closingFacts(tx, office, file);
  insist(closingGate(facts, closing));
  const closingId = newId<string>();
  const signatureNeeded = needsSignature(facts, closing);
  const decided = signatureNeeded ? null : now;
  await tx.run(sql`insert into case_closing (organisation_id, id, case_id, reason, why, told, told_how, way_back,
      risk_level, state_before, signature_needed, proposed_at, proposed_by, decision, decided_at)
    values (${organisation}, ${closingId}, ${caseId}, ${reason}, ${why}, ${closing.told}, ${closing.toldHow},
      ${closing.wayBack}, ${file.riskLevel}, ${file.state}, ${signatureNeeded}, ${now}, ${staff},
      ${decided && 'not_needed'}, ${decided})`);
  await happened(tx, office, {
    name: 'case.closing-proposed',
    caseId,
    subjectId: closingId,
    data: { reason, signatureNeeded },
  });
  const done = signatureNeeded ? 'Closing proposed to a manager.' : 'Closed.';
  await addEntry(tx, office, {
    caseId,
    kind: 'closing',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words: `${done} ${labelOf(closingReasons, reason)}. ${why}`,
  });
  await moveCase(tx, office, { caseId, to: 'closing' });
  if (signatureNeeded) {
    const managers = whoSees(file, await listStaff(tx, organisation, { roles: ['da_manager'] }));
    const staffIds = managers.map((member) => member.id).filter((each) => each !== staff);
    await notify(tx, office, { staffIds, kind: 'closing_to_sign', caseId });
  } else await close(tx, office, { caseId, closingId, reason, pausedAt: file.pausedAt });
  return { closingId, closed: !signatureNeeded };
}
