import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { endAtHandover } from '#modules/breathing-space/index.ts';
import { happened, notify, setAside } from '#modules/obligations/index.ts';
import { caseRoles, type DisclosureId, type OrganisationId, type StaffId } from '#rules/facts.ts';
import type { Definition } from '../definition.ts';
import { handoverKind } from '../handing-over.ts';
import { isHandedOverByRule } from '../triage-form.ts';
import { disclosureOf } from './read.ts';

export const handovers = proposalsIn(sql`handover`, handoverKind);

const row = z.object({
  ...proposalRow(handoverKind),
  definition: z.string() as unknown as z.ZodType<Definition>,
  /** Empty where they were reached. */
  why: z.string(),
  /** Who reached them, how and when, as whoever hands over wrote it; null where nobody did. */
  reachedBy: id<StaffId>().nullable(),
  reachedByName: z.string().nullable(),
  reachedChannel: z.string(),
  reachedAt: instant.nullable(),
});
export type HandoverOnFile = z.infer<typeof row>;

/** The handovers of a disclosure, the latest first. */
export function handoversOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<readonly HandoverOnFile[]> {
  return tx.rows(
    row,
    sql`select ${proposalColumns(handovers)}, p.definition, p.why, t.reached_by as "reachedBy",
        r.name as "reachedByName", coalesce(t.reached_channel, '') as "reachedChannel", t.reached_at as "reachedAt"
      from ${proposalTable(handovers)}
      left join triage t on t.organisation_id = p.organisation_id and t.disclosure_id = p.disclosure_id
        and t.outcome = 'handover' and t.decided_at = p.proposed_at
      left join staff r on r.organisation_id = t.organisation_id and r.id = t.reached_by
      where p.organisation_id = ${organisation} and p.disclosure_id = ${disclosureId}
      order by p.proposed_at desc, p.id desc`,
  );
}

interface Proposed {
  readonly disclosureId: DisclosureId;
  readonly definition: Definition;
  readonly why: string;
}

/** Handed over: whatever was promised runs on until a second person has agreed, or confirmed who reached them. */
export async function proposeHandover(tx: Tx, office: Office, proposed: Proposed): Promise<void> {
  const { organisation, staff, now } = office;
  const { disclosureId, definition, why } = proposed;
  await tx.run(sql`insert into handover (organisation_id, id, disclosure_id, definition, why, proposed_by, proposed_at)
    values (${organisation}, ${newId<string>()}, ${disclosureId}, ${definition}, ${why}, ${staff}, ${now})`);
  await happened(tx, office, { name: 'disclosure.handover-proposed', disclosureId });
  const team = await listStaff(tx, organisation, { roles: caseRoles });
  const staffIds = team.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'handover_to_decide', disclosureId });
}

export interface HandoverDecision {
  readonly disclosureId: DisclosureId;
  readonly version: number;
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

/** Another of the team agrees, and what is owed to nobody any more is set aside; or it waits in triage again. */
export async function decideHandover(tx: Tx, office: Office, decided: HandoverDecision): Promise<void> {
  const { disclosureId, decision } = decided;
  const { organisation } = office;
  const disclosure = await disclosureOf(tx, organisation, disclosureId);
  const handover = (await handoversOf(tx, organisation, disclosureId)).find((each) => each.decision === null);
  if (!disclosure || !handover) throw notFound();
  const about = handover.reachedBy;
  await decideProposal(tx, office, handovers, { ...handover, about }, { ...decided, sight: 'inside' });
  if (decision === 'declined') {
    await tx.run(sql`update disclosure set triaged_at = null, version = version + 1
      where organisation_id = ${organisation} and id = ${disclosureId} and case_id is null`);
    await happened(tx, office, { name: 'disclosure.handover-declined', disclosureId });
    return;
  }
  const { definition, reachedAt, reachedChannel: channel, reachedBy: by } = handover;
  const reason = reachedAt === null ? 'second_person' : 'contact_on_file';
  const data = { definition, reason };
  const event = await happened(tx, office, { name: 'disclosure.handed-over', disclosureId, data });
  await endAtHandover(tx, office, disclosureId);
  if (reachedAt !== null) {
    const how = { channel, withWhom: 'person', by, recordedBy: 'handover', confirmedBy: office.staff };
    await happened(tx, office, { name: 'contact.made', disclosureId, happenedAt: reachedAt, data: how });
    return;
  }
  if (isHandedOverByRule(definition))
    await setAside(tx, office, disclosureId, event, `handed-over-${definition}`);
}

/** Opened as a case after all, or reached: nobody has to decide about it any more. */
export async function overtakeHandover(tx: Tx, office: Office, disclosureId: DisclosureId): Promise<void> {
  const { organisation, staff, now } = office;
  await tx.run(sql`update handover set decision = 'declined', decided_by = ${staff}, decided_at = ${now},
      decided_why = 'Decided anew', version = version + 1
    where organisation_id = ${organisation} and disclosure_id = ${disclosureId} and decision is null`);
}
