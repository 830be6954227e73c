import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  name: z.string(),
  domain: z.string(),
  phone: z.string(),
  vettedUntil: plainDate,
  vettedHow: z.string(),
  vettedAt: instant,
  vettedByName: z.string().nullable(),
  addedBy: z.uuid(),
});
export type Contractor = Readonly<z.infer<typeof row>>;

/** Those who may be sent, by name. */
export function contractorsOf(tx: Tx, organisation: OrganisationId): Promise<readonly Contractor[]> {
  return tx.rows(
    row,
    sql`select c.id, c.name, c.domain, c.phone, c.vetted_until as "vettedUntil", c.vetted_how as "vettedHow",
        c.vetted_at as "vettedAt", s.name as "vettedByName",
        c.added_by as "addedBy"
      from contractor c
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.vetted_by
      where c.organisation_id = ${organisation} and c.ended_at is null order by lower(c.name), c.id limit 200`,
  );
}

export type NewContractor = Pick<Contractor, 'name' | 'domain' | 'phone' | 'vettedUntil' | 'vettedHow'>;

/** @returns false where one of that name is on record already */
export async function addContractor(tx: Tx, author: Author, contractor: NewContractor): Promise<boolean> {
  const { organisation, staff, now } = author;
  const id = newId<string>();
  const { name, domain, phone, vettedUntil, vettedHow } = contractor;
  const added =
    await tx.run(sql`insert into contractor (organisation_id, id, name, domain, phone, vetted_until, vetted_how,
      vetted_at, vetted_by, added_at, added_by)
    values (${organisation}, ${id}, ${name}, ${domain}, ${phone}, ${vettedUntil}, ${vettedHow}, ${now}, ${staff},
      ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) return false;
  await record(tx, author, { name: 'contractor.added', subjectId: id });
  return true;
}

/** They were looked into again. */
export async function vetContractor(
  tx: Tx,
  author: Author,
  id: string,
  { vettedUntil, vettedHow }: Pick<Contractor, 'vettedUntil' | 'vettedHow'>,
): Promise<boolean> {
  const done =
    await tx.run(sql`update contractor set vetted_until = ${vettedUntil}, vetted_how = ${vettedHow},
      vetted_at = ${author.now}, vetted_by = ${author.staff}
    where organisation_id = ${author.organisation} and id = ${id} and ended_at is null`);
  if (done === 0) return false;
  await record(tx, author, { name: 'contractor.vetted', subjectId: id });
  return true;
}

/** Nobody of them is sent any more. False where it had ended. */
export async function endContractor(tx: Tx, author: Author, id: string, why: string): Promise<boolean> {
  const done = await tx.run(sql`update contractor set ended_at = ${author.now}, ended_by = ${author.staff},
      ended_why = ${why}
    where organisation_id = ${author.organisation} and id = ${id} and ended_at is null`);
  if (done === 0) return false;
  await record(tx, author, { name: 'contractor.ended', subjectId: id });
  return true;
}
