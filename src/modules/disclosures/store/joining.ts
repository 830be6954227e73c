import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { personSummary } from '#modules/register/index.ts';
import { type CaseId, caseRoles, type DisclosureId, type OrganisationId } from '#rules/facts.ts';
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
  const [one, other] = await Promise.all([
    told && personSummary(tx, organisation, told),
    file.personId && personSummary(tx, organisation, file.personId),
  ]);
  const typed = person.kind === 'new' ? `${person.givenName} ${person.familyName}` : disclosure.personName;
  const { personId, personName } = disclosure;
  return compareWithTold(
    { personId: told, name: one ? one.name : typed, propertyId },
    { personId, name: personName, propertyId: disclosure.propertyId },
    { personId: file.personId, name: other ? other.name : file.describedAs, propertyId: file.propertyId },
  );
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
