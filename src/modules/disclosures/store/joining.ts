import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { homesIn, openFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { personSummary } from '#modules/register/index.ts';
import {
  type CaseId,
  caseRoles,
  type DisclosureId,
  type OrganisationId,
  type PropertyId,
} from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { type Compared, compareWithTold, joiningKind } from '../joining.ts';
import type { TriageDecision } from '../triage-form.ts';
import type { Disclosure } from './rows.ts';

export const joinings = proposalsIn(sql`disclosure_joining`, joiningKind);

const row = z.object({
  ...proposalRow(joiningKind),
  disclosureId: id<DisclosureId>(),
  caseId: id<CaseId>(),
  caseReference: z.string(),
  compared: z.enum(['another', 'not_known']),
  why: z.string(),
  /** As triage decided it: it was read from its form, and is done as it stands. */
  triage: z.unknown() as z.ZodType<TriageDecision>,
});
export type Joining = z.infer<typeof row>;

/** The proposals to add what was told to a case, the latest first; those that whoever asks may see. */
export function joiningsOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<readonly Joining[]> {
  return tx.rows(
    row,
    sql`select ${proposalColumns(joinings)}, p.disclosure_id as "disclosureId", p.case_id as "caseId",
        c.reference as "caseReference", p.compared, p.why, p.decision_of_triage as triage
      from ${proposalTable(joinings)}
      join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
      where p.organisation_id = ${organisation} and p.disclosure_id = ${disclosureId}
      order by p.proposed_at desc, p.id desc limit 20`,
  );
}

/** Throws `not-found` where the wall is in front of the case that is to be joined. */
export async function compareWithCase(
  tx: Tx,
  { organisation }: Pick<Office, 'organisation'>,
  decision: TriageDecision,
  disclosure: Disclosure,
): Promise<Compared> {
  const { outcome, person, propertyId } = decision;
  if (outcome.kind !== 'existing_case') return 'same';
  const file = await openFile(tx, organisation, outcome.caseId);
  if (!file) throw notFound();
  const told = person.kind === 'register' ? person.id : null;
  const [one, other, reached, homes] = await Promise.all([
    told && personSummary(tx, organisation, told),
    file.personId && personSummary(tx, organisation, file.personId),
    givesWayOf(tx, organisation, disclosure.id, outcome.caseId),
    homesIn(tx, organisation, outcome.caseId),
  ]);
  // Where they lived before is theirs as well: whoever tells may not know of the move.
  const lived = (home: PropertyId | null) =>
    homes.some((each) => each.wrongBecause === null && each.propertyId === home) ? home : file.propertyId;
  const typed = person.kind === 'new' ? `${person.givenName} ${person.familyName}` : disclosure.personName;
  const { personId, personName } = disclosure;
  return compareWithTold(
    { personId: told, name: one ? one.name : typed, propertyId },
    { personId, name: personName, propertyId: disclosure.propertyId },
    { personId: file.personId, name: other ? other.name : file.describedAs, propertyId: lived(propertyId) },
    reached,
  );
}

const givenRow = z.object({ given: z.boolean() });

/**
 * Does it give a number or an e-mail address of the person of the case, as the register has it or as it was agreed? One
 * that somebody else has too, or that others at home may answer, says nothing of who it is.
 */
async function givesWayOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<boolean> {
  const { given } = await tx.one(
    givenRow,
    sql`with told as (select d.contact_value || e'\n' || case when d.told_by = 'person'
          then coalesce(d.route_details ->> 'call_back', '') || e'\n' || d.informant_contact else '' end as words
        from disclosure d where d.organisation_id = ${organisation} and d.id = ${disclosureId}),
      known as (
        select s.value as words from safe_contact s where s.organisation_id = ${organisation}
          and s.case_id = ${caseId} and s.number = (select max(l.number) from safe_contact l
            where l.organisation_id = s.organisation_id and l.case_id = s.case_id)
        union all
        select w.value from agreed_way w where w.organisation_id = ${organisation} and w.case_id = ${caseId}
          and w.ended_because = '' and w.shared = 'no' and w.number = (select max(l.number) from agreed_way l
            where l.organisation_id = w.organisation_id and l.case_id = w.case_id and l.way_id = w.way_id)
        union all
        select array_to_string(p.phones || p.emails, e'\n') from case_file c
          join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
          where c.organisation_id = ${organisation} and c.id = ${caseId}),
      alike as (
        select n from told cross join lateral lintel.numbers_in(told.words) n
          where exists (select from known cross join lateral lintel.numbers_in(known.words) k where k = n)
            and (select count(*) from search_token t where t.organisation_id = ${organisation}
              and t.subject = 'person' and t.token = '+44' || n) < 2
        union all
        select e from told cross join lateral lintel.emails_in(told.words) e
          where exists (select from known cross join lateral lintel.emails_in(known.words) k where k = e))
      select exists (select from alike) as given`,
  );
  return given;
}

/** Somebody else decides; until then what was told waits in triage, and every promise runs. */
export async function proposeJoining(
  tx: Tx,
  office: Office,
  joining: {
    readonly disclosureId: DisclosureId;
    readonly compared: Exclude<Compared, 'same'>;
    readonly why: string;
    readonly decision: TriageDecision;
  },
): Promise<string> {
  const { disclosureId, compared, why, decision } = joining;
  if (decision.outcome.kind !== 'existing_case') throw notFound();
  const joiningId = newId<string>();
  await tx.run(sql`insert into disclosure_joining (organisation_id, id, disclosure_id, case_id, compared, why,
      decision_of_triage, proposed_by, proposed_at)
    values (${office.organisation}, ${joiningId}, ${disclosureId}, ${decision.outcome.caseId}, ${compared}, ${why},
      ${JSON.stringify(decision)}, ${office.staff}, ${office.now})`);
  await happened(tx, office, { name: 'disclosure.joining-proposed', disclosureId, data: { compared } });
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  const staffIds = team.map((member) => member.id).filter((member) => member !== office.staff);
  await notify(tx, office, { staffIds, kind: 'safeguarding_to_decide', disclosureId });
  return joiningId;
}

/** A second person looks. @returns the proposal, for triage to be done as it was decided where they agree */
export async function decideJoining(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  { version, decision, why }: { version: number; decision: 'approved' | 'declined'; why: string },
): Promise<Joining> {
  const all = await joiningsOf(tx, office.organisation, disclosureId);
  const waiting = all.find((joining) => joining.decision === null);
  if (!waiting) throw notFound();
  const sight = sightOf(await openFile(tx, office.organisation, waiting.caseId));
  await decideProposal(tx, office, joinings, waiting, { version, decision, why, sight });
  const name = decision === 'approved' ? 'disclosure.joining-approved' : 'disclosure.joining-declined';
  await happened(tx, office, { name, disclosureId });
  if (waiting.proposedBy && waiting.proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [waiting.proposedBy], kind: 'safeguarding_decided', disclosureId });
  return waiting;
}
