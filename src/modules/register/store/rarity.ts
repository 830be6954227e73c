import { z } from 'zod';
import { join, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SearchWord } from '../query.ts';
import { meets } from './search.ts';

const subjects = ['person', 'property'] as const;
type Subject = (typeof subjects)[number];

/** Counting further tells nothing: a word that so many share is a common one. */
const countedAtMost = 500;

const placeRow = z.object({ place: z.number(), subject: z.enum(subjects), met: z.number() });

/**
 * The words with the rarest first, for people and for homes; null where one of them is met by nobody at all. A search
 * that began with the name of the town would read every home before it came to the street.
 */
export async function rarestFirst(
  tx: Tx,
  organisation: OrganisationId,
  words: readonly SearchWord[],
): Promise<Readonly<Record<Subject, readonly SearchWord[] | null>>> {
  if (words.length === 1) return { person: words, property: words };
  const counts = words.flatMap((word, place) =>
    subjects.map(
      (
        subject,
      ) => sql`select ${place}::integer as place, ${subject}::text as subject, count(*)::integer as met from (
        select from search_token t where t.organisation_id = ${organisation} and t.subject = ${subject}
          and ${meets(sql`t.token`, word)} limit ${countedAtMost}) c`,
    ),
  );
  const rows = await tx.rows(placeRow, join(counts, ' union all '));
  const ordered = (subject: Subject) => {
    const own = rows.filter((row) => row.subject === subject);
    if (own.some((row) => row.met === 0)) return null;
    return own.toSorted((one, other) => one.met - other.met).flatMap((row) => words[row.place] ?? []);
  };
  return { person: ordered('person'), property: ordered('property') };
}
