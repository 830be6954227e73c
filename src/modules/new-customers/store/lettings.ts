import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import { countedAs, type WhyNot, whyNots } from '../asking.ts';

const row = z.object({
  id: z.uuid(),
  reference: z.string(),
  movesInOn: plainDate,
  whyNot: z.enum(whyNots.map(({ value }) => value)).nullable(),
  countedAs: z.enum(countedAs).nullable(),
  asked: z.boolean(),
  handedOn: z.boolean(),
});
/** A letting as whoever asks reads it: that somebody was asked, that it was handed on, and nothing of what was said. */
export type Letting = Readonly<z.infer<typeof row>>;

const columns: Sql = sql`l.id, l.reference, l.move_in_on as "movesInOn", l.why_not as "whyNot",
  l.counted_as as "countedAs", l.asked_at is not null as asked,
  exists (select from letting_handed_on h where h.organisation_id = l.organisation_id and h.letting_id = l.id
    and h.handed_on_by = lintel.staff()) as "handedOn"`;

/**
 * Those at which nobody asked yet: of whoever has still to move in, by the day of it, then of whoever has, the latest
 * first. Then those at which whoever is signed in asked.
 */
export function lettingsFor(tx: Tx, office: Office): Promise<readonly Letting[]> {
  const { organisation, staff } = office;
  const to = sql`l.move_in_on >= ${today(office)}`;
  return tx.rows(
    row,
    sql`select ${columns} from letting l where l.organisation_id = ${organisation}
        and (l.asked_by = ${staff} or l.asked_by is null and l.counted_as is distinct from 'fell_through')
      order by l.asked_at is not null, case when l.asked_at is null then not ${to} end,
        case when l.asked_at is null and ${to} then l.move_in_on end,
        case when l.asked_at is null then l.move_in_on end desc, l.asked_at desc, l.id
      limit 200`,
  );
}

/** One that whoever is signed in may ask at, or asked at. */
export function findLetting(tx: Tx, { organisation, staff }: Office, id: string): Promise<Letting | null> {
  return tx.maybe(
    row,
    sql`select ${columns} from letting l where l.organisation_id = ${organisation} and l.id = ${id}
      and (l.asked_by is null or l.asked_by = ${staff})`,
  );
}

const told = z.object({ id: z.uuid() });

/** Lintel is told of a letting. @returns its id; null: it was told before */
export async function tellOfLetting(
  tx: Tx,
  office: Office,
  letting: { readonly reference: string; readonly moves: Temporal.PlainDate },
): Promise<string | null> {
  const { organisation, staff, now } = office;
  const found = await tx.rows(
    told,
    sql`insert into letting (organisation_id, id, reference, move_in_on, told_at, told_by)
      values (${organisation}, ${newId()}, ${letting.reference}, ${letting.moves}, ${now}, ${staff})
      on conflict do nothing returning id`,
  );
  const id = found[0]?.id;
  if (id === undefined) return null;
  await record(tx, office, { name: 'letting.told', subjectId: id });
  return id;
}

/** It could not be asked this time. It stays on the list until its day, but where nobody moves in. */
export async function keepTry(tx: Tx, office: Office, id: string, why: WhyNot): Promise<boolean> {
  const { organisation, staff, now } = office;
  const fell = why === 'fell_through';
  const kept = await tx.run(sql`update letting set tried_at = ${now}, tried_by = ${staff}, why_not = ${why}
      ${fell ? sql`, counted_as = 'fell_through'` : sql``}
    where organisation_id = ${organisation} and id = ${id} and asked_at is null
      and counted_as is distinct from 'fell_through'`);
  if (kept === 0) return false;
  const name = fell ? 'letting.fell-through' : 'letting.tried';
  await record(tx, office, { name, subjectId: id, data: { why } });
  return true;
}
