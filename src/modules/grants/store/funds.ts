import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { notify } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import { type OrganisationId, refused } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { mayTopUp, type Promised, promisedChoices, type Rest, restChoices, yearToEnd } from '../fund.ts';

const fundRow = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  openedAt: instant,
  openedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedWhy: z.string(),
});
export type Fund = Readonly<z.infer<typeof fundRow>>;

const selecting = sql`select f.id, f.name, f.about, f.opened_at as "openedAt", o.name as "openedByName",
    f.ended_at as "endedAt", e.name as "endedByName", f.ended_why as "endedWhy"
  from fund f
  left join staff o on o.organisation_id = f.organisation_id and o.id = f.opened_by
  left join staff e on e.organisation_id = f.organisation_id and e.id = f.ended_by`;

/** Those that stand first, by name. */
export function fundsOf(tx: Tx, organisation: OrganisationId): Promise<readonly Fund[]> {
  return tx.rows(
    fundRow,
    sql`${selecting} where f.organisation_id = ${organisation}
      order by f.ended_at is not null, lower(f.name), f.id limit 200`,
  );
}

export function findFund(tx: Tx, organisation: OrganisationId, id: string): Promise<Fund | null> {
  return tx.maybe(fundRow, sql`${selecting} where f.organisation_id = ${organisation} and f.id = ${id}`);
}

const openRow = z.object({ id: z.uuid(), name: z.string(), about: z.string() });
export type OpenFund = Readonly<z.infer<typeof openRow>>;

/** From which something may be approved; what is left of each nobody is told, or what one thing cost could be read. */
export function openFunds(tx: Tx, organisation: OrganisationId): Promise<readonly OpenFund[]> {
  return tx.rows(
    openRow,
    sql`select f.id, f.name, f.about from fund f
      where f.organisation_id = ${organisation} and f.ended_at is null order by lower(f.name), f.id limit 50`,
  );
}

const yearRow = z.object({
  fundId: z.uuid(),
  year: z.number(),
  givenPence: z.number(),
  told: z.boolean(),
  promisedPence: z.number().nullable(),
  paidPence: z.number().nullable(),
});
/**
 * `told`: at least five cases had of it, so that what was taken can be told, until the month that runs; of what is null
 * fewer than five had.
 */
export type FundYear = Readonly<z.infer<typeof yearRow>>;

/** @param until the first moment that is not counted: the month that runs is told of when it is over */
export function fundYears(tx: Tx, until: Temporal.Instant): Promise<readonly FundYear[]> {
  return tx.rows(
    yearRow,
    sql`select fund_id as "fundId", year, given_pence::float8 as "givenPence", told,
        promised_pence::float8 as "promisedPence", paid_pence::float8 as "paidPence"
      from lintel.fund_standing(${until})`,
  );
}

const givenRow = z.object({
  id: z.uuid(),
  year: z.number(),
  pence: z.number(),
  words: z.string(),
  movedAt: instant,
  movedByName: z.string().nullable(),
});
export type Given = Readonly<z.infer<typeof givenRow>>;

/** What the landlord put in, the latest first. */
export function givenTo(tx: Tx, organisation: OrganisationId, fundId: string): Promise<readonly Given[]> {
  return tx.rows(
    givenRow,
    sql`select m.id, m.to_year as year, m.pence::float8 as pence, m.words, m.moved_at as "movedAt",
        s.name as "movedByName"
      from fund_move m left join staff s on s.organisation_id = m.organisation_id and s.id = m.moved_by
      where m.organisation_id = ${organisation} and m.fund_id = ${fundId} and m.because = 'budget'
      order by m.moved_at desc, m.id desc limit 200`,
  );
}

const endRow = z.object({
  year: z.number(),
  promised: z.enum(valuesOf(promisedChoices)),
  rest: z.enum(valuesOf(restChoices)),
  why: z.string(),
  endedAt: instant,
  endedByName: z.string().nullable(),
});
export type YearEnd = Readonly<z.infer<typeof endRow>>;

export function yearEndsOf(
  tx: Tx,
  organisation: OrganisationId,
  fundId: string,
): Promise<readonly YearEnd[]> {
  return tx.rows(
    endRow,
    sql`select e.year, e.promised, e.rest, e.why, e.ended_at as "endedAt", s.name as "endedByName"
      from fund_year_end e left join staff s on s.organisation_id = e.organisation_id and s.id = e.ended_by
      where e.organisation_id = ${organisation} and e.fund_id = ${fundId} order by e.year desc`,
  );
}

export interface NewFund {
  readonly name: string;
  readonly about: string;
}

/** @returns its id; null where another fund that stands has this name */
export async function openFund(tx: Tx, office: Office, { name, about }: NewFund): Promise<string | null> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  const added = await tx.run(sql`insert into fund (organisation_id, id, name, about, opened_at, opened_by)
    values (${organisation}, ${id}, ${name}, ${about}, ${now}, ${staff}) on conflict do nothing`);
  if (added === 0) return null;
  await record(tx, office, { name: 'fund.opened', subjectId: id });
  return id;
}

export interface TopUp {
  readonly fundId: string;
  readonly year: number;
  readonly pence: number;
  readonly words: string;
}

/** The landlord puts money in. Throws a refusal where the fund or the year has ended. */
export async function topUp(tx: Tx, office: Office, { fundId, year, pence, words }: TopUp): Promise<void> {
  const { organisation, staff, now } = office;
  const fund = await standing(tx, office, fundId);
  insist(mayTopUp(fund, year, today(office)));
  await tx.run(sql`insert into fund_move (organisation_id, id, fund_id, from_year, from_place, to_year, to_place, pence,
      because, words, moved_at, moved_by)
    values (${organisation}, ${newId<string>()}, ${fundId}, ${year}, 'landlord', ${year}, 'free', ${pence}, 'budget',
      ${words}, ${now}, ${staff})`);
  await record(tx, office, { name: 'fund.topped-up', subjectId: fundId, data: { year, pence } });
}

async function standing(tx: Tx, office: Office, fundId: string) {
  const [fund, ends] = await Promise.all([
    findFund(tx, office.organisation, fundId),
    yearEndsOf(tx, office.organisation, fundId),
  ]);
  if (!fund) throw notFound();
  return { ...fund, endedYears: ends.map(({ year }) => year) };
}

/** Nothing is taken of it any more; what was approved from it goes on. */
export async function endFund(
  tx: Tx,
  office: Office,
  { fundId, why }: { readonly fundId: string; readonly why: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const done = await tx.run(sql`update fund set ended_at = ${now}, ended_by = ${staff}, ended_why = ${why}
    where organisation_id = ${organisation} and id = ${fundId} and ended_at is null`);
  if (done === 0) throw new Fault('stale');
  await record(tx, office, { name: 'fund.ended', subjectId: fundId });
}

const uncoveredRow = z.object({ uncovered: z.number() });

export interface EndingYear {
  readonly fundId: string;
  readonly year: number;
  readonly promised: Promised;
  readonly rest: Rest;
  readonly why: string;
}

/** A year that is over is ended, once. What was ordered goes on in the new one whatever is decided. */
export async function endYear(tx: Tx, office: Office, ending: EndingYear): Promise<void> {
  const { organisation, staff, now } = office;
  const { fundId, year, promised, rest, why } = ending;
  const fund = await standing(tx, office, fundId);
  const given = (await givenTo(tx, organisation, fundId)).map((each) => each.year);
  if (yearToEnd({ given, ended: fund.endedYears }, today(office)) !== year)
    insist(refused('This year was ended already, or is not over.', 'records'));
  const added =
    await tx.run(sql`insert into fund_year_end (organisation_id, fund_id, year, promised, rest, why, ended_at,
      ended_by)
    values (${organisation}, ${fundId}, ${year}, ${promised}, ${rest}, ${why}, ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  const { uncovered } = await tx.one(
    uncoveredRow,
    sql`select lintel.end_fund_year(${fundId}, ${year}, ${now})::int as uncovered`,
  );
  await record(tx, office, { name: 'fund.year-ended', subjectId: fundId, data: { year, promised, rest } });
  if (uncovered === 0) return;
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  await notify(tx, office, {
    staffIds: managers.map(({ id }) => id),
    kind: 'fund_released',
    aboutId: fundId,
  });
}
