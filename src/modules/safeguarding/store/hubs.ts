import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { HubKind } from '../hub.ts';
import type { ReferralKind } from '../referral.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.string() as unknown as z.ZodType<HubKind>,
  authority: z.string(),
  name: z.string(),
  phone: z.string(),
  outOfHours: z.string(),
  email: z.string(),
  howKnown: z.string(),
  addedAt: instant,
  addedByName: z.string().nullable(),
});
export type Hub = z.infer<typeof row>;

const columns = sql`h.id, h.kind, h.authority, h.name, h.phone, h.out_of_hours as "outOfHours", h.email,
  h.how_known as "howKnown", h.added_at as "addedAt", s.name as "addedByName"`;
const joined = sql`safeguarding_hub h left join staff s on s.organisation_id = h.organisation_id and s.id = h.added_by`;

/** Those to whom somebody may be referred today, by area. */
export function hubsOf(tx: Tx, organisation: OrganisationId): Promise<readonly Hub[]> {
  return tx.rows(
    row,
    sql`select ${columns} from ${joined} where h.organisation_id = ${organisation} and h.ended_at is null
      order by lower(h.authority), h.kind, lower(h.name), h.id limit 500`,
  );
}

const caseRow = row.extend({ ofArea: z.boolean() });
export type HubForCase = z.infer<typeof caseRow>;

/** The same for a child, or an adult, of a case: those of the council where the home is come first. */
export function hubsFor(
  tx: Tx,
  organisation: OrganisationId,
  { caseId, kind }: { readonly caseId: CaseId; readonly kind: ReferralKind },
): Promise<readonly HubForCase[]> {
  return tx.rows(
    caseRow,
    sql`select ${columns}, lower(h.authority) = lower(coalesce((select p.local_authority from case_file c
          join property p on p.organisation_id = c.organisation_id and p.id = c.property_id
          where c.organisation_id = h.organisation_id and c.id = ${caseId}), '')) as "ofArea"
      from ${joined}
      where h.organisation_id = ${organisation} and h.ended_at is null and h.kind in (${kind}, 'both')
      order by "ofArea" desc, lower(h.authority), lower(h.name), h.id limit 100`,
  );
}

export type NewHub = Omit<Hub, 'id' | 'addedAt' | 'addedByName'>;

/** @returns false where it is on record already */
export async function addHub(tx: Tx, author: Author, hub: NewHub): Promise<boolean> {
  const subjectId = newId<string>();
  const { kind, authority, name, phone, outOfHours, email, howKnown } = hub;
  const added =
    await tx.run(sql`insert into safeguarding_hub (organisation_id, id, kind, authority, name, phone,
      out_of_hours, email, how_known, added_at, added_by)
    values (${author.organisation}, ${subjectId}, ${kind}, ${authority}, ${name}, ${phone}, ${outOfHours}, ${email},
      ${howKnown}, ${author.now}, ${author.staff})
    on conflict do nothing`);
  if (added === 0) return false;
  await record(tx, author, { name: 'hub.added', subjectId });
  return true;
}

/** Nobody is referred there any more. False where it had ended. */
export async function endHub(tx: Tx, author: Author, subjectId: string, why: string): Promise<boolean> {
  const ended =
    await tx.run(sql`update safeguarding_hub set ended_at = ${author.now}, ended_by = ${author.staff},
      ended_why = ${why}
    where organisation_id = ${author.organisation} and id = ${subjectId} and ended_at is null`);
  if (ended === 0) return false;
  await record(tx, author, { name: 'hub.ended', subjectId });
  return true;
}
