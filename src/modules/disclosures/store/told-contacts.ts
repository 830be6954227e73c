import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { contactsOf, recordContact } from '#modules/contact/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import {
  type CaseId,
  caseRoles,
  type DisclosureId,
  type ObligationId,
  type OrganisationId,
  refused,
  type StaffId,
} from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { isOnFile, type NewToldContact, toldContactKind, wayTold } from '../told-contact.ts';
import type { Disclosure } from './rows.ts';

export const toldContacts = proposalsIn(sql`told_contact`, toldContactKind);

const row = z.object({
  ...proposalRow(toldContactKind),
  spokeBy: id<StaffId>(),
  spokeByName: z.string().nullable(),
  channel: z.string(),
  happenedAt: instant,
  safeBecause: z.string(),
  said: z.string(),
  /** Confirmed, and in a case. */
  contactId: z.uuid().nullable(),
});
export type ToldContactOnFile = z.infer<typeof row>;

/** Whoever said of a disclosure that the telling was the contact, the latest first. */
export function toldContactsOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<readonly ToldContactOnFile[]> {
  return tx.rows(
    row,
    sql`select ${proposalColumns(toldContacts)}, p.spoke_by as "spokeBy", spoke.name as "spokeByName", p.channel,
        p.happened_at as "happenedAt", p.safe_because as "safeBecause", p.said, c.id as "contactId"
      from ${proposalTable(toldContacts)}
      left join staff spoke on spoke.organisation_id = p.organisation_id and spoke.id = p.spoke_by
      left join contact c on c.organisation_id = p.organisation_id and c.told_contact_id = p.id
      where p.organisation_id = ${organisation} and p.disclosure_id = ${disclosureId}
      order by p.proposed_at desc, p.id desc limit 20`,
  );
}

/** Somebody else confirms it; until then every promise runs. */
export async function proposeToldContact(
  tx: Tx,
  office: Office,
  disclosure: Pick<Disclosure, 'id' | 'route'>,
  told: NewToldContact,
): Promise<string> {
  const { organisation, staff, now } = office;
  const { id: disclosureId, route } = disclosure;
  const way = wayTold(route);
  if (way === null) throw notFound();
  const toldId = newId<string>();
  const written =
    await tx.run(sql`insert into told_contact (organisation_id, id, disclosure_id, spoke_by, channel, happened_at,
      safe_because, said, proposed_by, proposed_at)
    values (${organisation}, ${toldId}, ${disclosureId}, ${told.spokeBy}, ${way.channel}, ${told.happenedAt},
      ${told.safeBecause}, ${told.said}, ${staff}, ${now}) on conflict do nothing`);
  if (written === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'disclosure.contact-proposed', disclosureId });
  const team = await listStaff(tx, organisation, { roles: caseRoles });
  const staffIds = team.map((each) => each.id).filter((each) => each !== staff && each !== told.spokeBy);
  await notify(tx, office, { staffIds, kind: 'contact_to_confirm', disclosureId });
  return toldId;
}

export interface ToldContactDecision {
  readonly version: number;
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

/** Another confirms it, and it becomes a contact of the case: at once, or as soon as there is one. */
export async function decideToldContact(
  tx: Tx,
  office: Office,
  disclosure: Disclosure,
  decided: ToldContactDecision,
): Promise<void> {
  const { organisation } = office;
  const { id: disclosureId, caseId } = disclosure;
  const all = await toldContactsOf(tx, organisation, disclosureId);
  const waiting = all.find(({ decision }) => decision === null);
  if (!waiting) throw notFound();
  const file = caseId && (await openFile(tx, organisation, caseId));
  const sight = caseId === null ? 'inside' : sightOf(file);
  await decideProposal(
    tx,
    office,
    toldContacts,
    { ...waiting, about: waiting.spokeBy },
    { ...decided, sight },
  );
  const approved = decided.decision === 'approved';
  const name = approved ? 'disclosure.contact-approved' : 'disclosure.contact-declined';
  await happened(tx, office, { name, disclosureId, caseId });
  if (!approved || caseId === null) return;
  if (isOnFile(waiting, await contactsOf(tx, organisation, caseId)))
    insist(
      refused('This call is a contact of the case already: one call is one contact.', 'same-day-contact'),
    );
  await bringIntoCase(tx, office, disclosure, waiting, caseId);
}

/** What was confirmed before there was a case becomes its contact, unless somebody recorded the same call there. */
export async function bringToldContact(
  tx: Tx,
  office: Office,
  disclosure: Disclosure,
  caseId: CaseId,
): Promise<void> {
  const all = await toldContactsOf(tx, office.organisation, disclosure.id);
  const told = all.find(({ decision, contactId }) => decision === 'approved' && contactId === null);
  if (!told || isOnFile(told, await contactsOf(tx, office.organisation, caseId))) return;
  await bringIntoCase(tx, office, disclosure, told, caseId);
}

async function bringIntoCase(
  tx: Tx,
  office: Office,
  { id: disclosureId, route }: Disclosure,
  told: ToldContactOnFile,
  caseId: CaseId,
): Promise<void> {
  const file = await openFile(tx, office.organisation, caseId);
  const way = wayTold(route);
  if (!file || !way) throw notFound();
  const { id: toldId, spokeBy, happenedAt, safeBecause, said, proposedAt, proposedBy } = told;
  const promise = await firstContactOf(tx, office, disclosureId);
  await recordContact(tx, office, {
    file,
    ...way,
    happenedAt,
    withWhom: 'person',
    begunBy: 'them',
    danger: null,
    notes: `${said}\n\nHow it was known to be safe: ${safeBecause}`,
    told: { id: toldId, spokeBy, promise, writtenAt: proposedAt, writtenBy: proposedBy },
  });
}

const promiseRow = z.object({ id: id<ObligationId>() });

/** The first contact that this disclosure promised, and no other. */
async function firstContactOf(
  tx: Tx,
  { organisation }: Office,
  disclosureId: DisclosureId,
): Promise<ObligationId | null> {
  const found = await tx.maybe(
    promiseRow,
    sql`select id from obligation where organisation_id = ${organisation} and disclosure_id = ${disclosureId}
        and subject_id is null and 'contact.made' = any (stops)
      order by started_at, id limit 1`,
  );
  return found?.id ?? null;
}
