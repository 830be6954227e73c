import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { LineProblem, Numbered } from '../check-result.ts';
import type { Standing } from './batch.ts';

/**
 * The id behind a row: by its reference, else by the one that it had until now.
 * @param hidden references of what is not there for whoever imports
 */
export function idBehind(table: Sql, organisation: OrganisationId, hidden: readonly string[]): Sql {
  return sql`(select q.id from ${table} q where q.organisation_id = ${organisation}
    and q.reference = any (array[i.reference, nullif(i.previous_reference, '')])
    and q.reference <> all (${[...hidden]}::text[])
    order by q.reference = i.reference desc limit 1)`;
}

/** Gives what the housing system calls otherwise now its new reference: it keeps all that is known of it. */
export async function rename(
  tx: Tx,
  organisation: OrganisationId,
  table: Sql,
  rows: readonly { readonly id: string; readonly reference: string }[],
): Promise<void> {
  const changes = rows.map(({ id, reference }) => ({ id, reference }));
  await tx.run(sql`update ${table} t set reference = i.reference
    from json_to_recordset(${JSON.stringify(changes)}::json) as i (id uuid, reference text)
    where t.organisation_id = ${organisation} and t.id = i.id and t.reference <> i.reference`);
}

/** Two rows cannot both be one record: the first is taken, the others are refused. */
export function oneEach<T>(
  rows: readonly Numbered<T>[],
  found: readonly Standing[],
): { readonly found: readonly Standing[]; readonly refused: readonly LineProblem[] } {
  const lines = new Map<string, number>();
  const refused: LineProblem[] = [];
  const kept = found
    .toSorted((one, other) => one.place - other.place)
    .filter(({ id, place }) => {
      const line = rows[place]?.line ?? 0;
      const earlier = id === null ? undefined : lines.get(id);
      if (earlier !== undefined) {
        const problem = `Its reference, or the one before, is that of line ${earlier}`;
        refused.push({ line, field: 'previous_reference', problem, refused: true });
        return false;
      }
      if (id !== null) lines.set(id, line);
      return true;
    });
  return { found: kept, refused };
}
