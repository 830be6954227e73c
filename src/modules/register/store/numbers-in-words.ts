import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({ value: z.string(), name: z.string(), likeNamed: z.boolean() });
/** Somebody on the register who has a number or a mailbox that stands in somebody's words. */
export type KnownNumber = Readonly<z.infer<typeof row>>;

/**
 * Whom the register has for the numbers and mailboxes in these words, of those whom whoever asks may see: nothing tells
 * of the others, nor that there are any.
 * @param named somebody whom the words name, and of whom it is asked whether they are one of those
 */
export async function numbersInWords(
  tx: Tx,
  organisation: OrganisationId,
  { words, named }: { readonly words: string; readonly named: string },
): Promise<readonly KnownNumber[]> {
  if (words.trim() === '') return [];
  return tx.rows(
    row,
    sql`select distinct f.value, concat_ws(' ', p.given_name, p.family_name) as name,
        called.words <> '' and btrim(p.given_name) <> '' and (called.words = lintel.folded_name(p.given_name)
          or strpos(called.words, lintel.folded_name(p.given_name || ' ' || p.family_name)) > 0) as "likeNamed"
      from (select '0' || n as value, t.subject_id as id from lintel.numbers_in(${words}) n
          join search_token t on t.organisation_id = ${organisation} and t.subject = 'person' and t.token = '+44' || n
        union all select e, w from lintel.emails_in(${words}) e, lintel.whose_mailbox(${organisation}, e) w) f
      join person p on p.organisation_id = ${organisation} and p.id = f.id
      cross join (select lintel.folded_name(${named.trim().replace(/\s+/g, ' ')}) as words) called
      order by f.value, name limit 20`,
  );
}
