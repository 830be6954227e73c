import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';

const month = z.object({
  month: plainDate,
  told: z.number(),
  asked: z.number(),
  late: z.number(),
  notAsked: z.number(),
  notSafe: z.number(),
  fellThrough: z.number(),
  yes: z.number(),
  no: z.number(),
  ratherNot: z.number(),
});
export type LettingMonth = Readonly<z.infer<typeof month>>;

/** The last twelve months that are over, by the day of the move; answers by the month in which they were given. */
export function months(tx: Tx, office: Office): Promise<readonly LettingMonth[]> {
  const { organisation } = office;
  const now = today(office).with({ day: 1 });
  const since = now.subtract({ months: 12 });
  const times = (answer: string) => sql`coalesce((select sum(a.times) from letting_answer a
    where a.organisation_id = ${organisation} and a.month = m.month and a.answer = ${answer}), 0)::int`;
  const counted = (as: string) => sql`count(l.id) filter (where l.counted_as = ${as})::int`;
  return tx.rows(
    month,
    sql`select m.month, count(l.id)::int as told, ${counted('asked')} as asked, ${counted('asked_late')} as late,
        ${counted('not_asked')} as "notAsked", ${counted('not_safe_to_ask')} as "notSafe",
        ${counted('fell_through')} as "fellThrough",
        ${times('yes')} as yes, ${times('no')} as no, ${times('rather_not')} as "ratherNot"
      from (select generate_series(${since}::date, ${now.subtract({ months: 1 })}::date, '1 month')::date as month) m
        left join letting l on l.organisation_id = ${organisation} and l.move_in_on >= m.month
          and l.move_in_on < m.month + interval '1 month'
      group by m.month having count(l.id) > 0 or exists (select from letting_answer a
        where a.organisation_id = ${organisation} and a.month = m.month)
      order by m.month desc`,
  );
}

const colleague = z.object({
  name: z.string(),
  asked: z.number(),
  notAsked: z.number(),
  notSafe: z.number(),
  fellThrough: z.number(),
  answered: z.number(),
  yes: z.number(),
});
export type Asker = Readonly<z.infer<typeof colleague>>;

/** Who asked, and who left it, within the same months: by whoever asked or tried last, else by whoever told. */
export function colleagues(tx: Tx, office: Office): Promise<readonly Asker[]> {
  const { organisation } = office;
  const now = today(office).with({ day: 1 });
  const since = now.subtract({ months: 12 });
  const times = (condition: ReturnType<typeof sql>) => sql`coalesce((select sum(a.times) from letting_answer a
    where a.organisation_id = ${organisation} and a.staff_id = s.id and a.month >= ${since} and a.month < ${now}
      ${condition}), 0)::int`;
  return tx.rows(
    colleague,
    sql`select s.name, count(*) filter (where l.counted_as in ('asked', 'asked_late'))::int as asked,
        count(*) filter (where l.counted_as = 'not_asked')::int as "notAsked",
        count(*) filter (where l.counted_as = 'not_safe_to_ask')::int as "notSafe",
        count(*) filter (where l.counted_as = 'fell_through')::int as "fellThrough",
        ${times(sql``)} as answered, ${times(sql`and a.answer = 'yes'`)} as yes
      from letting l join staff s on s.organisation_id = l.organisation_id
        and s.id = coalesce(l.asked_by, l.tried_by, l.told_by)
      where l.organisation_id = ${organisation} and l.move_in_on >= ${since} and l.move_in_on < ${now}
        and l.counted_as is not null
      group by s.id, s.name order by s.name limit 200`,
  );
}
