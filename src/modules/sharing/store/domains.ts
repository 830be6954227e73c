import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  agency: z.string(),
  domain: z.string(),
  howKnown: z.string(),
  addedBy: id<StaffId>(),
  addedByName: z.string().nullable(),
  addedAt: instant,
});
export type DomainRow = z.infer<typeof row>;

/** Domains that are on record as an agency's own, by agency. */
export function domainsOf(tx: Tx, organisation: OrganisationId): Promise<readonly DomainRow[]> {
  return tx.rows(
    row,
    sql`select d.id, d.agency, d.domain, d.how_known as "howKnown", d.added_by as "addedBy", s.name as "addedByName",
        d.added_at as "addedAt"
      from partner_domain d
      left join staff s on s.organisation_id = d.organisation_id and s.id = d.added_by
      where d.organisation_id = ${organisation} and d.ended_at is null
      order by lintel.folded_name(d.agency), d.domain limit 500`,
  );
}

/** @returns false where it is on record already */
export async function addDomain(
  tx: Tx,
  author: Author,
  domain: Pick<DomainRow, 'agency' | 'domain' | 'howKnown'>,
): Promise<boolean> {
  const domainId = newId<string>();
  const added =
    await tx.run(sql`insert into partner_domain (organisation_id, id, agency, domain, how_known, added_at,
      added_by)
    values (${author.organisation}, ${domainId}, ${domain.agency}, ${domain.domain}, ${domain.howKnown},
      ${author.now}, ${author.staff})
    on conflict do nothing`);
  if (added === 0) return false;
  await record(tx, author, { name: 'agency.domain-added', subjectId: domainId });
  return true;
}

/** No link goes there any more; those that went open until they end. False where it had ended. */
export async function endDomain(tx: Tx, author: Author, domainId: string): Promise<boolean> {
  const ended =
    await tx.run(sql`update partner_domain set ended_at = ${author.now}, ended_by = ${author.staff}
    where organisation_id = ${author.organisation} and id = ${domainId} and ended_at is null`);
  if (ended === 0) return false;
  await record(tx, author, { name: 'agency.domain-ended', subjectId: domainId });
  return true;
}
