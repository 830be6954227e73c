import { insist } from '#kit/http/errors.ts';
import { newId, newReference } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addPerson, type ChildrenAnswer, recordHome } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type FirstWall, insertAllocation, insertWall } from '#modules/wall/index.ts';
import {
  type CaseId,
  caseRoles,
  type DisclosureId,
  type PersonId,
  type PropertyId,
  refused,
  type StaffId,
  type TenancyId,
} from '#rules/facts.ts';

export interface NewCase extends FirstWall {
  readonly disclosureId: DisclosureId | null;
  /** The person at risk: on the register, or described for want of it. */
  readonly personId: PersonId | null;
  readonly describedAs: string;
  readonly propertyId: PropertyId | null;
  readonly tenancyId: TenancyId | null;
  readonly immediateDanger: boolean;
  readonly children: ChildrenAnswer;
  readonly alleged?:
    | { readonly personId?: PersonId | null; readonly describedAs?: string; readonly connection: string }
    | null
    | undefined;
}

/**
 * Opens a case behind its wall: the team by role, the lead by name, and from the first moment nobody with a conflict.
 * Throws a refusal where whoever opens or leads it has one.
 */
export async function openCase(
  tx: Tx,
  office: Office,
  opening: NewCase,
): Promise<{ readonly caseId: CaseId; readonly reference: string }> {
  const caseId = newId<CaseId>();
  const reference = newReference('C');
  const { leadId = null } = opening;
  const blocked = opening.blocked.map(({ staffId }) => staffId);
  if (blocked.some((each) => each === office.staff || each === leadId))
    insist(refused('Somebody with a conflict can neither open nor lead this case.', 'need-to-know'));
  await Promise.all([
    insertFile(tx, office, { ...opening, caseId, reference, leadId, blocked }),
    tx.run(sql`select lintel.open_case(${caseId})`),
    insertWall(tx, office, caseId, opening),
    addPerson(tx, office, { ...opening, caseId, part: 'at_risk', connection: '', notes: '' }),
    opening.alleged && addPerson(tx, office, allegedIn(caseId, opening.alleged)),
    happened(tx, office, {
      name: 'case.opened',
      caseId,
      subjectId: opening.disclosureId,
      data: { pack: office.pack.id, danger: opening.immediateDanger },
    }),
    opening.propertyId !== null &&
      recordHome(tx, office, {
        ...{
          caseId,
          kind: 'register',
          propertyId: opening.propertyId,
          tenancyId: opening.tenancyId,
          address: '',
        },
        ...{ since: null, source: 'record', change: 'opened', why: '', before: null },
      }),
    opening.children !== 'not_asked' && happened(tx, office, { name: 'case.children-asked', caseId }),
    leadId && insertAllocation(tx, office, caseId, leadId, 'Chosen when the case was opened'),
  ]);
  if (leadId) await happened(tx, office, { name: 'case.allocated', caseId, subjectId: leadId });
  else await tellThatNobodyLeads(tx, office, caseId);
  return { caseId, reference };
}

/** A case that nobody leads is nobody's: managers are told, whoever opened it. */
async function tellThatNobodyLeads(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const staffIds = managers.map(({ id }) => id);
  await notify(tx, office, { staffIds, kind: 'lead_needed', caseId });
}

interface Placed extends NewCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly leadId: StaffId | null;
}

function insertFile(
  tx: Tx,
  { organisation, staff, now, pack }: Office,
  file: Omit<Placed, 'blocked'> & { readonly blocked: readonly StaffId[] },
): Promise<number> {
  return tx.run(sql`insert into case_file (organisation_id, id, reference, state, opened_at, opened_by, pack_id,
      pack_version, person_id, described_as, property_id, tenancy_id, lead_id, immediate_danger, children,
      granted_staff, granted_roles, blocked_staff)
    values (${organisation}, ${file.caseId}, ${file.reference}, 'triaged', ${now}, ${staff}, ${pack.id},
      ${pack.version}, ${file.personId}, ${file.describedAs}, ${file.propertyId}, ${file.tenancyId},
      ${file.leadId}, ${file.immediateDanger}, ${file.children}, ${file.leadId ? [file.leadId] : []},
      ${caseRoles}, ${file.blocked})`);
}

function allegedIn(caseId: CaseId, alleged: NonNullable<NewCase['alleged']>) {
  return {
    caseId,
    personId: alleged.personId ?? null,
    describedAs: alleged.describedAs ?? '',
    part: 'alleged_perpetrator',
    connection: alleged.connection,
    notes: '',
  } as const;
}
