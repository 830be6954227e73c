import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { addPerson } from '#modules/case-file/index.ts';
import type { Team } from '#modules/cases/testing.ts';
import type { CaseId, PersonId, StaffId } from '#rules/facts.ts';
import { openOwnFile } from './store/files.ts';

/** Somebody of the register. */
export async function onRegister(team: Team, reference: string): Promise<PersonId> {
  const id = newId<PersonId>();
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`insert into person (organisation_id, id, reference, given_name, family_name)
      values (${team.organisation}, ${id}, ${reference}, 'Somebody', ${reference})`),
  );
  return id;
}

/** A case that a colleague leads, in which somebody of the register is feared. */
export async function aCaseFearing(
  team: Team,
  feared: PersonId,
  lead: StaffId,
  about: PersonId | null = null,
): Promise<CaseId> {
  const caseId = await team.open(lead, { leadId: lead, personId: about });
  await team.as(lead, (tx, office) => fears(tx, office, caseId, feared));
  return caseId;
}

export function fears(
  tx: Parameters<typeof addPerson>[0],
  office: Parameters<typeof addPerson>[1],
  caseId: CaseId,
  personId: PersonId,
): Promise<string> {
  const part = { part: 'alleged_perpetrator', connection: '', notes: '', describedAs: '' } as const;
  return addPerson(tx, office, { ...part, caseId, personId });
}

export const wantsToChange = {
  because: 'wants_to_change',
  words: 'He rang the office himself, and asked where he could get help',
} as const;

/** @returns its id, or why it was not opened */
export async function ownFileOf(
  team: Team,
  person: string,
  keepers: { readonly manager: StaffId; readonly worker: StaffId },
): Promise<string> {
  const { manager, worker: workerId } = keepers;
  const opened = await team.as(manager, (tx, office) =>
    openOwnFile(tx, office, { ...wantsToChange, person, workerId }),
  );
  return typeof opened === 'string' ? opened : opened.id;
}
