import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';

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

const endedRow = z.object({
  id: z.uuid(),
  agency: z.string(),
  domain: z.string(),
  endedAt: instant,
  endedByName: z.string().nullable(),
  endedWhy: z.string(),
});
export type EndedDomain = z.infer<typeof endedRow>;

/** Domains that were an agency's own and are not any more, the last that ended first. */
export function endedDomainsOf(tx: Tx, organisation: OrganisationId): Promise<readonly EndedDomain[]> {
  return tx.rows(
    endedRow,
    sql`select d.id, d.agency, d.domain, d.ended_at as "endedAt", s.name as "endedByName", d.ended_why as "endedWhy"
      from partner_domain d
      left join staff s on s.organisation_id = d.organisation_id and s.id = d.ended_by
      where d.organisation_id = ${organisation} and d.ended_at is not null
      order by d.ended_at desc, d.id limit 200`,
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

/**
 * No link goes there any more, and from this moment those that went open nothing: the database asks it of each, and a
 * job writes it down in each case (shut-links.ts). False where it had ended.
 */
export async function endDomain(tx: Tx, author: Author, domainId: string, why: string): Promise<boolean> {
  const ended =
    await tx.run(sql`update partner_domain set ended_at = ${author.now}, ended_by = ${author.staff},
      ended_why = ${why}
    where organisation_id = ${author.organisation} and id = ${domainId} and ended_at is null`);
  if (ended === 0) return false;
  await record(tx, author, { name: 'agency.domain-ended', subjectId: domainId });
  return true;
}

const linkRow = z.object({
  caseId: id<CaseId>(),
  shareId: z.uuid(),
  reference: z.string(),
  expiresAt: instant,
});
export type LinkThere = z.infer<typeof linkRow>;

/** Links that could open yet at addresses of it, in cases that whoever asks may see: of others nothing is said. */
export function linksAt(
  tx: Tx,
  { organisation, now }: Author,
  { domain, agency }: Pick<DomainRow, 'domain' | 'agency'>,
): Promise<readonly LinkThere[]> {
  return tx.rows(
    linkRow,
    sql`select l.case_id as "caseId", l.share_id as "shareId", c.reference, l.expires_at as "expiresAt"
      from share_link l
      join case_file c on c.organisation_id = l.organisation_id and c.id = l.case_id
      join share h on h.organisation_id = l.organisation_id and h.id = l.share_id
      join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
      where l.organisation_id = ${organisation} and l.expires_at > ${now} and l.revoked_at is null and l.wrong < 5
        and split_part(l.address, '@', 2) = ${domain} and lintel.folded_name(r.agency) = lintel.folded_name(${agency})
      order by c.reference, l.expires_at limit 100`,
  );
}
