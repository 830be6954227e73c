import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { oneLetterOff } from '../address-words.ts';
import type { SearchWord } from '../query.ts';

const tokenRow = z.object({ token: z.string() });

/**
 * Each word with those of the landlord's addresses that are one letter away. Every candidate is asked for by equality,
 * which is leak-proof: the index serves below the policy, and only words of homes answer.
 */
export async function nearAddressWords(
  tx: Tx,
  organisation: OrganisationId,
  words: readonly SearchWord[],
): Promise<readonly SearchWord[]> {
  const candidates = words.map(({ beginnings }) => beginnings.flatMap(oneLetterOff));
  const asked = [...new Set(candidates.flat())];
  if (asked.length === 0) return words;
  const known = await tx.rows(
    tokenRow,
    // Not `exists`: the planner would rather read every token once than a few hundred by index.
    sql`select v.token from unnest(${asked}::text[]) v (token)
      cross join lateral (select from search_token t where t.organisation_id = ${organisation}
        and t.subject = 'property' and t.token = v.token limit 1) found`,
  );
  const stand = new Set(known.map(({ token }) => token));
  return words.map((word, place) => {
    const near = (candidates[place] ?? []).filter((token) => stand.has(token));
    return near.length === 0 ? word : { ...word, whole: [...word.whole, ...near] };
  });
}
