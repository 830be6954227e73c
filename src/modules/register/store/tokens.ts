import { empty, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Findable } from '../tokens.ts';

/** What one person or home is found by from now on. */
export interface Finding extends Findable {
  readonly id: string;
  /** It has tokens already, which these replace. */
  readonly replaces: boolean;
}

/** Writes what people or homes are found by, in the transaction of their change. */
export async function writeTokens(
  tx: Tx,
  organisation: OrganisationId,
  subject: 'person' | 'property',
  findings: readonly Finding[],
): Promise<void> {
  const replaced = findings.filter((finding) => finding.replaces).map((finding) => finding.id);
  if (replaced.length > 0)
    await tx.run(sql`delete from search_token where organisation_id = ${organisation} and subject = ${subject}
      and subject_id = any (${replaced}::uuid[])`);
  const ids: string[] = [];
  const tokens: string[] = [];
  for (const finding of findings) {
    for (const token of new Set([...finding.names, ...finding.others])) {
      ids.push(finding.id);
      tokens.push(token);
    }
  }
  await tx.run(sql`insert into search_token (organisation_id, subject, token, subject_id, home_order)
    select ${organisation}, ${subject}, t.token, t.id, ${subject === 'property' ? sql`h.home_order` : sql`null`}
    from unnest(${tokens}::text[], ${ids}::uuid[]) as t(token, id)
    ${subject === 'property' ? sql`join property h on h.organisation_id = ${organisation} and h.id = t.id` : empty}
    on conflict do nothing`);
  const words = [...new Set(findings.flatMap((finding) => finding.names))];
  if (words.length === 0) return;
  await tx.run(sql`insert into search_word (organisation_id, token)
    select ${organisation}, token from unnest(${words}::text[]) as t(token)
    where not exists (select from search_word w where w.organisation_id = ${organisation} and w.token = t.token)
    on conflict do nothing`);
}
