import { z } from 'zod';
import { fingerprint } from '#kit/fingerprint.ts';
import type { Author } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { fileKinds } from '../columns.ts';
import type { Mapping } from '../headers.ts';
import { headingsKey } from '../layout.ts';

const row = z.object({
  headings: z.string(),
  kind: z.enum(fileKinds).nullable(),
  columns: z.array(z.string().nullable()),
  dates: z.enum(['day-first', 'month-first']).nullable(),
});

/** What administrators said of files, found again by their headings. */
export async function recallMappings(
  tx: Tx,
  organisation: OrganisationId,
): Promise<(headings: readonly string[]) => Mapping | null> {
  const rows = await tx.rows(
    row,
    sql`select headings, kind, columns, dates from register_mapping
      where organisation_id = ${organisation} order by set_at desc limit 500`,
  );
  const byHeadings = new Map(rows.map(({ headings, ...mapping }) => [headings, mapping]));
  return (headings) => byHeadings.get(keyOf(headings)) ?? null;
}

/** Remembers what was said of files with these headings, instead of what was said before. */
export async function keepMapping(
  tx: Tx,
  author: Author,
  headings: readonly string[],
  { kind, columns, dates }: Mapping,
): Promise<void> {
  await tx.run(sql`insert into register_mapping (organisation_id, headings, kind, columns, dates, set_by, set_at)
    values (${author.organisation}, ${keyOf(headings)}, ${kind}, ${[...columns]}, ${dates}, ${author.staff},
      ${author.now})
    on conflict (organisation_id, headings) do update set kind = excluded.kind, columns = excluded.columns,
      dates = excluded.dates, set_by = excluded.set_by, set_at = excluded.set_at`);
}

function keyOf(headings: readonly string[]): string {
  return fingerprint(headingsKey(headings));
}
