import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { Fault, insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import {
  decideProposal,
  proposalColumns,
  proposalRow,
  proposalsIn,
  proposalTable,
  settleProposal,
} from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import { tell } from '#modules/account/index.ts';
import { type OrganisationId, refused, type StaffId } from '#rules/facts.ts';
import { type Decision, mayDecide } from '#rules/proposal.ts';
import { isOvertaken, overtaken, senderKind, somebodysNumber } from '../sender-change.ts';
import { isSomebodys, type Sender, senderOf } from './sender.ts';
import { tellManagers } from './telling.ts';

export const senderProposals = proposalsIn(sql`sender_proposal`, senderKind);

const row = z.object({
  ...proposalRow(senderKind),
  callBack: z.string(),
  returnAddress: z.string(),
  why: z.string(),
  replaces: z.uuid().nullable(),
});
/** Another number and return address, with who proposed them and how it was decided. */
export type SenderProposal = Readonly<z.infer<typeof row>>;

const selecting: Sql = sql`select ${proposalColumns(senderProposals)}, p.call_back as "callBack",
    p.return_address as "returnAddress", p.why, p.replaces from ${proposalTable(senderProposals)}`;

/** As many as a page shows: a number changes once in some years. */
const listedAtMost = 50;

/** What waits first, then the latest decision. */
export function senderProposalsOf(tx: Tx, organisation: OrganisationId): Promise<readonly SenderProposal[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation}
      order by p.decided_at desc nulls first, p.proposed_at desc, p.id desc limit ${listedAtMost}`,
  );
}

export function findSenderProposal(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
): Promise<SenderProposal | null> {
  return tx.maybe(row, sql`${selecting} where p.organisation_id = ${organisation} and p.id = ${id}`);
}

export type NewSender = Pick<SenderProposal, 'callBack' | 'returnAddress' | 'why'>;

/** Proposes it, and tells whoever may decide; what is in use stands until then. @returns its id */
export async function proposeSender(tx: Tx, office: Office, sender: NewSender): Promise<string> {
  const { organisation, staff, now } = office;
  const { callBack, returnAddress, why } = sender;
  const id = newId<string>();
  const inUse = await senderOf(tx, organisation);
  await tx.run(sql`insert into sender_proposal (organisation_id, id, call_back, return_address, why, replaces,
      proposed_by, proposed_at)
    values (${organisation}, ${id}, ${callBack}, ${returnAddress}, ${why}, ${inUse?.id ?? null}, ${staff}, ${now})`);
  await record(tx, office, { name: 'message-sender.proposed', subjectId: id });
  await tellManagers(tx, office, 'sender_to_decide', id);
  return id;
}

const events = {
  approved: 'message-sender.set',
  declined: 'message-sender.declined',
  withdrawn: 'message-sender.taken-back',
} as const;

/**
 * Decides once, and tells whoever proposed it; once another is agreed to, what else waits is overtaken. Throws a
 * refusal with its reason, or `stale` where somebody else was first.
 */
export async function decideSender(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  proposal: SenderProposal,
  decided: { readonly decision: Decision<'approved'>; readonly why: string; readonly version: number },
): Promise<void> {
  const { organisation, staff } = office;
  const { decision } = decided;
  await takeTurn(tx, organisation, 'message sender');
  const changed = isOvertaken(proposal.replaces, await senderOf(tx, organisation));
  insist(mayDecide(senderKind, proposal, { by: staff, decision, sight: 'inside', changed }));
  // It may have become somebody’s since it was proposed.
  if (decision === 'approved' && (await isSomebodys(tx, organisation, proposal.callBack)))
    insist(refused(somebodysNumber, 'safe-contact'));
  await decideProposal(tx, office, senderProposals, proposal, { ...decided, sight: 'inside', changed });
  await record(tx, office, { name: events[decision], subjectId: proposal.id });
  await tellProposer(tx, office, proposal);
  if (decision === 'approved') await othersFall(tx, office, overtaken.set);
}

/** Takes what is in use out of use at once; one person is enough to say less. */
export async function endSender(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  sender: Pick<Sender, 'id'>,
  why: string,
): Promise<void> {
  const { organisation, staff, now } = office;
  await takeTurn(tx, organisation, 'message sender');
  const ended =
    await tx.run(sql`update message_sender set ended_at = ${now}, ended_by = ${staff}, ended_why = ${why}
    where organisation_id = ${organisation} and id = ${sender.id} and ended_at is null`);
  if (ended === 0) throw new Fault('stale');
  await record(tx, office, { name: 'message-sender.ended', subjectId: sender.id });
  await tellManagers(tx, office, 'sender_ended', null);
  await othersFall(tx, office, overtaken.ended);
}

/** What waits was proposed in the place of something that is in use no longer. */
async function othersFall(tx: Tx, office: Office, why: string): Promise<void> {
  const waiting = (await senderProposalsOf(tx, office.organisation)).filter(
    ({ decision }) => decision === null,
  );
  for (const each of waiting) {
    if (!(await settleProposal(tx, office, senderProposals, each, { decision: 'withdrawn', why }))) continue;
    await record(tx, office, { name: 'message-sender.taken-back', subjectId: each.id });
    await tellProposer(tx, office, each);
  }
}

async function tellProposer(tx: Tx, office: Office, { id, proposedBy }: SenderProposal): Promise<void> {
  if (proposedBy !== null && proposedBy !== office.staff)
    await tell(tx, office, proposedBy, 'sender_decided', id);
}
