import { z } from 'zod';
import { fingerprint } from '#kit/fingerprint.ts';
import type { Author } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
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
  await tx.run(sql`insert into register_mapping (organisation_id, headings, names, kind, columns, dates, set_by,
      set_at)
    values (${author.organisation}, ${keyOf(headings)}, ${[...headings]}, ${kind}, ${[...columns]}, ${dates},
      ${author.staff}, ${author.now})
    on conflict (organisation_id, headings) do update set names = excluded.names, kind = excluded.kind,
      columns = excluded.columns, dates = excluded.dates, set_by = excluded.set_by, set_at = excluded.set_at`);
}

const rememberedRow = row.omit({ headings: true }).extend({
  id: z.uuid(),
  names: z.array(z.string()).nullable(),
  setBy: z.string().nullable(),
  setAt: instant,
});
/** What is remembered, as an administrator looks it over: who said it, when, and of which headings. */
export type Remembered = z.infer<typeof rememberedRow>;

const remembered = sql`select m.id, m.names, m.kind, m.columns, m.dates, s.name as "setBy", m.set_at as "setAt"
  from register_mapping m left join staff s on s.organisation_id = m.organisation_id and s.id = m.set_by`;

/** The latest first. */
export function rememberedMappings(tx: Tx, organisation: OrganisationId): Promise<readonly Remembered[]> {
  return tx.rows(
    rememberedRow,
    sql`${remembered} where m.organisation_id = ${organisation} order by m.set_at desc, m.id limit 500`,
  );
}

export function rememberedMapping(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
): Promise<Remembered | null> {
  return tx.maybe(
    rememberedRow,
    sql`${remembered} where m.organisation_id = ${organisation} and m.id = ${id}`,
  );
}

const idRow = z.object({ id: z.uuid() });

/** Are files being imported now? What their columns become must hold until their last row. */
export async function isImporting(tx: Tx, organisation: OrganisationId): Promise<boolean> {
  const importing = await tx.maybe(
    idRow,
    sql`select id from register_import
      where organisation_id = ${organisation} and state in ('waiting', 'running') and not dry_run limit 1`,
  );
  return importing !== null;
}

/** Forgets it: files with these headings are read by their own names again, or asked about. False: it is gone. */
export async function withdrawMapping(tx: Tx, organisation: OrganisationId, id: string): Promise<boolean> {
  const gone = await tx.run(
    sql`delete from register_mapping where organisation_id = ${organisation} and id = ${id}`,
  );
  return gone > 0;
}

function keyOf(headings: readonly string[]): string {
  return fingerprint(headingsKey(headings));
}
