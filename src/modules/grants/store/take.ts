import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { financialYear, type Held, type Move, movesTo, type Wanted } from '../ledger.ts';

const heldRow = z.object({
  year: z.number(),
  place: z.enum(['reserved', 'committed', 'paid']),
  pence: z.number(),
});

/** What one thing holds of one fund. */
function heldBy(
  tx: Tx,
  organisation: OrganisationId,
  fundId: string,
  subjectId: string,
): Promise<readonly Held[]> {
  return tx.rows(
    heldRow,
    sql`select l.year, l.place, sum(l.pence)::float8 as pence from fund_move m
      cross join lateral (values (m.to_year, m.to_place, m.pence), (m.from_year, m.from_place, -m.pence))
        as l (year, place, pence)
      where m.organisation_id = ${organisation} and m.fund_id = ${fundId} and m.subject_id = ${subjectId}
        and l.place in ('reserved', 'committed', 'paid')
      group by 1, 2 having sum(l.pence) > 0 order by 1, 2`,
  );
}

const useRow = z.object({
  fundId: z.uuid(),
  place: z.enum(['reserved', 'committed', 'paid', 'nothing']),
  pence: z.number(),
  covered: z.boolean(),
});
type Use = Readonly<z.infer<typeof useRow>>;

export interface Taking {
  readonly caseId: CaseId;
  /** The offer that it is for. */
  readonly subjectId: string;
  readonly fundId: string;
  readonly wanted: Wanted;
  /** What it is, as a heading names it: in the chronology, where no fund has it. */
  readonly called: string;
}

/** What something takes of a fund, if anything: `null` where it never took of one. */
export function useOf(tx: Tx, organisation: OrganisationId, subjectId: string): Promise<Use | null> {
  return tx.maybe(
    useRow,
    sql`select u.fund_id as "fundId", u.place, u.pence, u.covered from fund_use u
      where u.organisation_id = ${organisation} and u.subject_id = ${subjectId}`,
  );
}

/**
 * Brings the books to where something that helps somebody stands. What no fund has holds nothing up: it is kept as not
 * covered, the chronology says so, and managers are told at once (V4.4c: an emergency does not wait for a budget).
 * @returns whether a fund has it
 */
export async function takeMoney(tx: Tx, office: Office, taking: Taking): Promise<boolean> {
  const { caseId, subjectId, called, fundId, wanted } = taking;
  const before = await useOf(tx, office.organisation, subjectId);
  if (before && before.fundId !== fundId)
    await moveAll(tx, office, { ...taking, fundId: before.fundId, wanted: null });
  const covered = await moveAll(tx, office, taking);
  const { organisation, staff, now } = office;
  const { place, pence } = wanted ?? { place: 'nothing', pence: 0 };
  await tx.run(sql`insert into fund_use as u (organisation_id, subject_id, case_id, called, fund_id, place, pence,
      covered, since, set_by)
    values (${organisation}, ${subjectId}, ${caseId}, ${called}, ${fundId}, ${place}, ${pence}, ${covered}, ${now},
      ${staff})
    on conflict (organisation_id, subject_id) do update set fund_id = excluded.fund_id, place = excluded.place,
      pence = excluded.pence, covered = excluded.covered, set_by = excluded.set_by,
      since = case when u.covered = excluded.covered then u.since else excluded.since end`);
  const wasShort = before !== null && !before.covered;
  if (!covered && !wasShort) await tellManagers(tx, office, taking);
  if (covered && wasShort && wanted) await tellCovered(tx, office, taking);
  return covered;
}

async function moveAll(
  tx: Tx,
  office: Office,
  { caseId, subjectId, fundId, wanted }: Taking,
): Promise<boolean> {
  const held = await heldBy(tx, office.organisation, fundId, subjectId);
  for (const move of movesTo(held, wanted, financialYear(today(office))))
    if (!(await moved(tx, office, { caseId, subjectId, fundId }, move))) return false;
  return true;
}

/** PostgreSQL keeps the row only where so much lies there. */
async function moved(
  tx: Tx,
  { organisation, staff, now }: Office,
  { caseId, subjectId, fundId }: Pick<Taking, 'caseId' | 'subjectId' | 'fundId'>,
  { from, to, pence }: Move,
): Promise<boolean> {
  const kept =
    await tx.run(sql`insert into fund_move (organisation_id, id, fund_id, from_year, from_place, to_year,
      to_place, pence, because, case_id, subject_id, moved_at, moved_by)
    values (${organisation}, ${newId<string>()}, ${fundId}, ${from.year}, ${from.place}, ${to.year}, ${to.place},
      ${pence}, 'help', ${caseId}, ${subjectId}, ${now}, ${staff})`);
  return kept === 1;
}

async function tellManagers(tx: Tx, office: Office, { caseId, subjectId, called }: Taking): Promise<void> {
  await happened(tx, office, { name: 'support.fund-short', caseId, subjectId });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt: office.now, knownAt: office.now, source: 'record', subjectId },
    ...{
      disclosableTo: [],
      words: `${called}: no fund has the money yet. It goes on all the same; managers were told.`,
    },
  });
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  await notify(tx, office, { staffIds: managers.map((each) => each.id), kind: 'fund_short', caseId });
}

async function tellCovered(tx: Tx, office: Office, { caseId, subjectId, called }: Taking): Promise<void> {
  await happened(tx, office, { name: 'support.fund-found', caseId, subjectId });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt: office.now, knownAt: office.now, source: 'record', subjectId },
    ...{ disclosableTo: [], words: `${called}: a fund has the money now.` },
  });
}

const shortRow = z.object({
  subjectId: z.uuid(),
  caseId: id<CaseId>(),
  reference: z.string(),
  called: z.string(),
  place: z.enum(['reserved', 'committed', 'paid']),
  pence: z.number(),
  since: instant,
});
/** Something that goes on though no fund has its money yet. */
export type Short = Readonly<z.infer<typeof shortRow>>;

/** What a fund does not have, the longest first; of cases that whoever looks is let into. */
export function shortOf(tx: Tx, organisation: OrganisationId, fundId: string): Promise<readonly Short[]> {
  return tx.rows(
    shortRow,
    sql`select u.subject_id as "subjectId", u.case_id as "caseId", c.reference, u.called, u.place, u.pence, u.since
      from fund_use u
      join case_file c on c.organisation_id = u.organisation_id and c.id = u.case_id
      where u.organisation_id = ${organisation} and u.fund_id = ${fundId} and not u.covered
        and u.place <> 'nothing'
      order by u.since, u.subject_id limit 100`,
  );
}

/** Takes what was lacking, the longest waiting first, as far as the fund has it now. @returns how many it has */
export async function coverShort(
  tx: Tx,
  office: Office,
  fundId: string,
): Promise<{ readonly covered: number; readonly left: number }> {
  const short = await shortOf(tx, office.organisation, fundId);
  let covered = 0;
  for (const { caseId, subjectId, called, place, pence } of short)
    if (await takeMoney(tx, office, { caseId, subjectId, fundId, wanted: { place, pence }, called }))
      covered += 1;
  return { covered, left: short.length - covered };
}

const countRow = z.object({ fundId: z.uuid(), things: z.number() });

/** How many things each fund does not have, of cases that whoever looks is let into. */
export async function shortCounts(
  tx: Tx,
  organisation: OrganisationId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows(
    countRow,
    sql`select u.fund_id as "fundId", count(*)::int as things from fund_use u
      where u.organisation_id = ${organisation} and not u.covered and u.place <> 'nothing' group by 1`,
  );
  return new Map(rows.map(({ fundId, things }) => [fundId, things]));
}
