import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, PersonId } from '#rules/facts.ts';
import { type PartInCase, partsInCase } from '#rules/words.ts';
import { bornOn } from '../child.ts';

const row = z.object({
  id: z.uuid(),
  personId: id<PersonId>().nullable(),
  describedAs: z.string(),
  part: z.enum(partsInCase),
  connection: z.string(),
  notes: z.string(),
  /** As it was said on the day on which they were added; a birth date apart, where that was said. */
  age: z.string(),
  bornOn: plainDate.nullable(),
  school: z.string(),
  addedAt: instant,
  addedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedReason: z.string().nullable(),
  version: z.number(),
});
export type PersonInCase = z.infer<typeof row>;

/** Everybody in a case, those who no longer are as well: nobody is ever taken out of the record. */
export function peopleIn(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  return tx.rows(
    row,
    sql`select p.id, p.person_id as "personId", p.described_as as "describedAs", p.part, p.connection, p.notes,
        p.age, p.born_on as "bornOn", p.school, p.added_at as "addedAt", s.name as "addedByName",
        p.ended_at as "endedAt",
        p.ended_reason as "endedReason", p.version
      from case_person p
      left join staff s on s.organisation_id = p.organisation_id and s.id = p.added_by
      where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.added_at, p.id`,
  );
}

export interface NewPersonInCase {
  readonly caseId: CaseId;
  readonly personId: PersonId | null;
  readonly describedAs: string;
  readonly part: PartInCase;
  readonly connection: string;
  readonly notes: string;
  /** An age or a birth date, as it was said; and a school or nursery. */
  readonly age?: string;
  readonly school?: string;
}

export async function addPerson(tx: Tx, office: Office, person: NewPersonInCase): Promise<string> {
  const personInCase = newId<string>();
  const { age = '', school = '' } = person;
  const described = person.describedAs || (person.personId === null ? 'Name not known yet' : '');
  await Promise.all([
    tx.run(sql`insert into case_person (organisation_id, id, case_id, person_id, described_as, part, connection,
        notes, age, born_on, school, added_by, added_at)
      values (${office.organisation}, ${personInCase}, ${person.caseId}, ${person.personId}, ${described},
        ${person.part}, ${person.connection}, ${person.notes}, ${age}, ${bornOn(age)}, ${school},
        ${office.staff}, ${office.now})`),
    happened(tx, office, {
      name: 'case.person-added',
      caseId: person.caseId,
      subjectId: person.personId,
      data: { part: person.part },
    }),
    person.part === 'child_victim' &&
      happened(tx, office, { name: 'case.child-added', caseId: person.caseId, subjectId: personInCase }),
  ]);
  return personInCase;
}

/** Somebody is in the case no longer, and why. False where somebody else changed that row first. */
export async function endPerson(
  tx: Tx,
  office: Office,
  ending: {
    readonly caseId: CaseId;
    readonly id: string;
    readonly version: number;
    readonly reason: string;
  },
): Promise<boolean> {
  const ended = await tx.run(sql`update case_person
    set ended_at = ${office.now}, ended_by = ${office.staff}, ended_reason = ${ending.reason}, version = version + 1
    where organisation_id = ${office.organisation} and case_id = ${ending.caseId} and id = ${ending.id}
      and version = ${ending.version} and ended_at is null`);
  if (ended === 0) return false;
  await happened(tx, office, { name: 'case.person-ended', caseId: ending.caseId, subjectId: ending.id });
  return true;
}
