import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { isWorks, kindOf } from '#modules/support/pure.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { labelOf, valuesOf } from '#rules/words.ts';
import {
  type AvoidedKind,
  avoidedKinds,
  type Fact,
  factInWords,
  factKinds,
  mayCount,
  type OnRecord,
  showsOf,
} from '../avoided.ts';

const factRow = z.object({
  fact: z.enum(factKinds),
  id: z.uuid(),
  what: z.string(),
  day: plainDate,
});

/** What on record in this case may show that something was avoided, and shows nothing yet; the latest first. */
export async function factsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Fact[]> {
  const rows = await tx.rows(
    factRow,
    sql`select f.fact, f.id, f.what, f.day from (
        select 'court' as fact, m.id, m.step as what, m.on_day as day from court_step_met m
        where m.organisation_id = ${organisation} and m.case_id = ${caseId}
        union all
        select 'works', p.id, o.kind, p.happened_on from support_step p
        join support_offer o on o.organisation_id = p.organisation_id and o.id = p.offer_id
        where p.organisation_id = ${organisation} and p.case_id = ${caseId}
        union all
        select 'moved', p.id, '', p.day_on from home_move_step p
        where p.organisation_id = ${organisation} and p.case_id = ${caseId}) f
      where lintel.fact_stands(${organisation}, ${caseId}, f.fact, f.id) and not exists (
        select from avoided_cost a where a.organisation_id = ${organisation} and a.fact_id = f.id
          and a.struck_at is null)
      order by f.day desc, f.id limit 40`,
  );
  return rows.filter((each) => (each.fact !== 'works' || isWorks(each.what)) && showsOf(each).length > 0);
}

const row = z.object({
  id: z.uuid(),
  kind: z.enum(valuesOf(avoidedKinds)),
  happenedOn: plainDate,
  fact: z.enum(factKinds),
  /** As a fact says it. */
  what: z.string(),
  /** Struck out where it was written down, or against what else is on record, it shows nothing any more. */
  stands: z.boolean(),
  saidBy: z.string(),
  words: z.string(),
  pence: z.number().nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckWhy: z.string(),
});
export type Avoided = Readonly<z.infer<typeof row>>;

export function avoidedOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Avoided[]> {
  return tx.rows(
    row,
    sql`select a.id, a.kind, a.happened_on as "happenedOn", a.fact,
        coalesce((select m.step from court_step_met m where a.fact = 'court'
            and m.organisation_id = a.organisation_id and m.id = a.fact_id),
          (select o.kind from support_step p
            join support_offer o on o.organisation_id = p.organisation_id and o.id = p.offer_id
            where a.fact = 'works' and p.organisation_id = a.organisation_id and p.id = a.fact_id), '') as what,
        lintel.was_avoided(a.organisation_id, a.case_id, a.kind, a.happened_on, a.fact, a.fact_id)
          as stands, a.said_by as "saidBy", a.words,
        lintel.rate_on(a.kind, a.happened_on) as pence, a.recorded_at as "recordedAt", s.name as "recordedByName",
        a.struck_at as "struckAt", k.name as "struckByName", a.struck_why as "struckWhy"
      from avoided_cost a
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
      left join staff k on k.organisation_id = a.organisation_id and k.id = a.struck_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.recorded_at desc, a.id desc limit 100`,
  );
}

/** One that was not struck out; else it is not there. */
export async function oneAvoided(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  avoidedId: string,
): Promise<Avoided> {
  const found = (await avoidedOf(tx, organisation, caseId)).find(({ id }) => id === avoidedId);
  if (!found || found.struckAt) throw notFound();
  return found;
}

/** What counts of them: neither struck out nor resting on what was. */
export function counting(avoided: readonly Avoided[]): readonly Avoided[] {
  return avoided.filter(({ struckAt, stands }) => !struckAt && stands);
}

const stayRow = z.object({ day: plainDate });

/** The days of what was paid for a place to stay: near one of them none was avoided. */
async function paidStays(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Temporal.PlainDate[]> {
  const rows = await tx.rows(
    stayRow,
    sql`select c.fell_on as day from case_cost c where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      and c.kind = 'temporary' and c.stage = 'billed' and c.struck_at is null`,
  );
  return rows.map(({ day }) => day);
}

/** What is counted already, and what was paid all the same. */
export async function onRecord(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<OnRecord> {
  const [avoided, stays] = await Promise.all([
    avoidedOf(tx, organisation, caseId),
    paidStays(tx, organisation, caseId),
  ]);
  return { counted: counting(avoided), stays };
}

/** The first of these kinds that something on record shows, and that is not counted yet; null: none. */
export async function mayCountIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  facts: readonly Fact[],
  kinds: readonly AvoidedKind[],
): Promise<{ readonly kind: AvoidedKind; readonly factId: string } | null> {
  const known = await onRecord(tx, organisation, caseId);
  for (const kind of kinds)
    for (const fact of facts)
      if (showsOf(fact).includes(kind) && mayCount(kind, fact.day, known).allowed)
        return { kind, factId: fact.id };
  return null;
}

export interface NewAvoided {
  readonly caseId: CaseId;
  readonly kind: AvoidedKind;
  readonly factId: string;
  readonly saidBy: string;
  readonly words: string;
}

const called = (kind: string) => kindOf(kind).label;
const forTheTeam = { kind: 'note', source: 'record', disclosableTo: [] } as const;

export async function recordAvoided(tx: Tx, office: Office, avoided: NewAvoided): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, factId, saidBy, words } = avoided;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  await takeTurn(tx, organisation, `avoided ${caseId}`);
  const [facts, known] = await Promise.all([
    factsOf(tx, organisation, caseId),
    onRecord(tx, organisation, caseId),
  ]);
  const fact = facts.find(({ id }) => id === factId);
  if (!fact || !showsOf(fact).includes(kind)) throw new Fault('stale');
  insist(mayCount(kind, fact.day, known));
  const avoidedId = newId<string>();
  await tx.run(sql`insert into avoided_cost (organisation_id, id, case_id, kind, happened_on, fact, fact_id, said_by,
      words, recorded_at, recorded_by)
    values (${organisation}, ${avoidedId}, ${caseId}, ${kind}, ${fact.day}, ${fact.fact}, ${fact.id}, ${saidBy},
      ${words}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, fact.day);
  await happened(tx, office, {
    name: 'cost.avoided',
    caseId,
    subjectId: avoidedId,
    happenedAt,
    data: { kind },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId: avoidedId, happenedAt, knownAt: now },
    words: `${labelOf(avoidedKinds, kind)}, as ${saidBy} says. What shows it: ${factInWords(fact, called)}\n\n${words}`,
  });
  return avoidedId;
}

/** It was counted in error: it stays, struck out, and counts no more. */
export async function strikeAvoided(
  tx: Tx,
  office: Office,
  { caseId, id, reason }: { readonly caseId: CaseId; readonly id: string; readonly reason: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const { kind } = await oneAvoided(tx, organisation, caseId, id);
  const done =
    await tx.run(sql`update avoided_cost set struck_at = ${now}, struck_by = ${staff}, struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${id} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'cost.corrected', caseId, subjectId: id });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId: id, happenedAt: now, knownAt: now },
    words: `Recorded in error: ${labelOf(avoidedKinds, kind)}\n\n${reason}`,
  });
}
