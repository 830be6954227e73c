import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { mayMove, type StockState, type StockStepName, stockStateOf, stockSteps } from '../stock.ts';

const stepRow = z.object({
  id: z.uuid(),
  number: z.number(),
  step: z.enum([...stockSteps, 'struck']),
  happenedOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  testOn: plainDate.nullable(),
  answers: z.record(z.string(), z.string()),
  words: z.string(),
  strikesId: z.uuid().nullable(),
});
type StepRow = z.infer<typeof stepRow>;

/** What happened to an item, and whether it was written down in error. */
export interface StockStep extends Omit<StepRow, 'step'> {
  readonly step: StockStepName;
  readonly struck: boolean;
  readonly struckBy: StepRow | null;
}

const itemRow = z.object({ id: z.uuid(), kind: z.string(), number: z.string(), about: z.string() });

/** An item as it stands now; of whoever has it nothing is known here. */
export interface StockItem extends z.infer<typeof itemRow> {
  readonly steps: readonly StockStep[];
  readonly state: StockState;
  /** The next day on which somebody tests it. */
  readonly testOn: Temporal.PlainDate | null;
  readonly revision: number;
}

/** One item with everything that became of it. */
export async function stockItem(tx: Tx, organisation: OrganisationId, id: string): Promise<StockItem | null> {
  const [item, rows] = await Promise.all([
    tx.maybe(
      itemRow,
      sql`select i.id, i.kind, i.number, i.about from stock_item i
        where i.organisation_id = ${organisation} and i.id = ${id}`,
    ),
    tx.rows(
      stepRow,
      sql`select p.id, p.number, p.step, p.happened_on as "happenedOn", p.recorded_at as "recordedAt",
          s.name as "recordedByName", p.test_on as "testOn", p.answers, p.words, p.strikes_id as "strikesId"
        from stock_step p left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
        where p.organisation_id = ${organisation} and p.item_id = ${id} order by p.number`,
    ),
  ]);
  if (!item) return null;
  const steps = rows.flatMap((row): readonly StockStep[] => {
    const { step } = row;
    if (step === 'struck') return [];
    const struckBy = rows.find(({ strikesId }) => strikesId === row.id) ?? null;
    return [{ ...row, step, struckBy, struck: struckBy !== null }];
  });
  const testOn = steps.findLast(({ struck, testOn: on }) => !struck && on !== null)?.testOn ?? null;
  return { ...item, steps, state: stockStateOf(steps), testOn, revision: rows.length };
}

export interface NewItem {
  readonly kind: string;
  readonly number: string;
  readonly about: string;
  readonly happenedOn: Temporal.PlainDate;
}

/** @returns its id; null where another item has that number */
export async function addItem(tx: Tx, office: Office, item: NewItem): Promise<string | null> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  const added =
    await tx.run(sql`insert into stock_item (organisation_id, id, kind, number, about, added_at, added_by)
    values (${organisation}, ${id}, ${item.kind}, ${item.number}, ${item.about}, ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) return null;
  await addStockRow(tx, office, { itemId: id, number: 1, step: 'added', happenedOn: item.happenedOn });
  await record(tx, office, { name: 'stock.added', subjectId: id, data: { kind: item.kind } });
  return id;
}

export interface NewMove {
  readonly step: Exclude<StockStepName, 'added'>;
  readonly happenedOn: Temporal.PlainDate;
  readonly testOn?: Temporal.PlainDate | null;
  /** What a check found. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly words?: string;
}

const events = {
  checked: 'stock.checked',
  faulty: 'stock.found-faulty',
  issued: 'stock.issued',
  returned: 'stock.returned',
  lost: 'stock.lost',
  found: 'stock.found',
  regained: 'stock.found',
  retired: 'stock.retired',
} as const;

/** Something happened to it, where that may follow; whoever is second is told so. @returns the id of the step */
export async function moveItem(tx: Tx, office: Office, item: StockItem, move: NewMove): Promise<string> {
  insist(mayMove(item.state, move.step));
  const id = await addStockRow(tx, office, { itemId: item.id, number: item.revision + 1, ...move });
  await record(tx, office, { name: events[move.step], subjectId: item.id, data: { kind: item.kind } });
  return id;
}

/** The last of what was written down was wrong: it stays, struck through, and the item stands as before it. */
export async function strikeMove(
  tx: Tx,
  office: Office,
  item: StockItem,
  {
    stepId,
    reason,
    on,
  }: { readonly stepId: string; readonly reason: string; readonly on: Temporal.PlainDate },
): Promise<void> {
  const last = item.steps.findLast(({ struck }) => !struck);
  if (!last || last.step === 'added') throw notFound();
  if (last.id !== stepId) throw new Fault('stale');
  const struck = { step: 'struck', happenedOn: on, words: reason, strikesId: last.id } as const;
  await addStockRow(tx, office, { itemId: item.id, number: item.revision + 1, ...struck });
  await record(tx, office, {
    name: 'stock.corrected',
    subjectId: item.id,
    data: { kind: item.kind, step: last.step },
  });
}

interface NewRow {
  readonly itemId: string;
  readonly number: number;
  readonly step: StockStepName | 'struck';
  readonly happenedOn: Temporal.PlainDate;
  readonly testOn?: Temporal.PlainDate | null;
  readonly answers?: Readonly<Record<string, string>>;
  readonly words?: string;
  readonly strikesId?: string;
}

async function addStockRow(tx: Tx, office: Office, row: NewRow): Promise<string> {
  const { organisation, staff, now } = office;
  const { itemId, number, step, happenedOn, testOn = null, words = '', strikesId = null, answers = {} } = row;
  const id = newId<string>();
  const added =
    await tx.run(sql`insert into stock_step (organisation_id, id, item_id, number, step, happened_on,
      recorded_at, recorded_by, test_on, answers, words, strikes_id)
    values (${organisation}, ${id}, ${itemId}, ${number}, ${step}, ${happenedOn}, ${now}, ${staff}, ${testOn},
      ${JSON.stringify(answers)}, ${words},
      ${strikesId})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  return id;
}

/** Of an item the last thing that moved it, and the last day that was set for its test. */
export const standingItems: Sql = sql`select i.organisation_id, i.id, i.kind, i.number, i.about, m.step, m.happened_on,
    m.recorded_by, c.test_on
  from stock_item i
  join lateral (select p.step, p.happened_on, p.recorded_by from stock_step p
    where p.organisation_id = i.organisation_id and p.item_id = i.id and p.step <> 'struck'
      and not exists (select from stock_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
      and (p.step not in ('checked', 'faulty') or not ${withSomebody(sql`p`)})
    order by p.number desc limit 1) m on true
  left join lateral (select p.test_on from stock_step p
    where p.organisation_id = i.organisation_id and p.item_id = i.id and p.test_on is not null
      and not exists (select from stock_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
    order by p.number desc limit 1) c on true`;

/** Whether it was with somebody at that step: a check then leaves it with them. */
function withSomebody(step: Sql): Sql {
  return sql`coalesce((select b.step in ('issued', 'regained') from stock_step b
    where b.organisation_id = ${step}.organisation_id and b.item_id = ${step}.item_id and b.number < ${step}.number
      and b.step not in ('struck', 'checked', 'faulty')
      and not exists (select from stock_step z where z.organisation_id = b.organisation_id and z.strikes_id = b.id)
    order by b.number desc limit 1), false)`;
}

/** Where an item with this last step stands, as `stockStateOf` says. */
export const stateOfStep: Sql = sql`case m.step when 'checked' then 'in_stock' when 'issued' then 'issued'
  when 'regained' then 'issued' when 'lost' then 'lost' when 'retired' then 'retired' else 'to_check' end`;
