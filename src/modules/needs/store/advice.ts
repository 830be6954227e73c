import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type Characteristic, characteristics } from '../characteristics.ts';

const characteristic = z.enum(characteristics.map(({ value }) => value)) as z.ZodType<Characteristic>;

const factorRow = z.object({
  id: z.uuid(),
  characteristic,
  why: z.string(),
  markedAt: instant,
  markedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedReason: z.string().nullable(),
});
export type Factor = z.infer<typeof factorRow>;

const adviceRow = z.object({
  id: z.uuid(),
  soughtAt: instant,
  fromWhom: z.string(),
  about: z.array(characteristic),
  advised: z.string(),
  done: z.string(),
  recordedByName: z.string().nullable(),
});
export type Advice = z.infer<typeof adviceRow>;

/** What plays a part in the abuse, as those who work on the case see it; what still counts first. */
export function factorsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Factor[]> {
  return tx.rows(
    factorRow,
    sql`select f.id, f.characteristic, f.why, f.marked_at as "markedAt", s.name as "markedByName",
        f.ended_at as "endedAt", e.name as "endedByName", f.ended_reason as "endedReason"
      from abuse_factor f
      left join staff s on s.organisation_id = f.organisation_id and s.id = f.marked_by
      left join staff e on e.organisation_id = f.organisation_id and e.id = f.ended_by
      where f.organisation_id = ${organisation} and f.case_id = ${caseId}
      order by f.ended_at desc nulls first, f.marked_at, f.id limit 100`,
  );
}

/** The advice that was sought, the newest first. */
export function adviceOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Advice[]> {
  return tx.rows(
    adviceRow,
    sql`select a.id, a.sought_at as "soughtAt", a.from_whom as "fromWhom", a.about, a.advised, a.done,
        s.name as "recordedByName"
      from advice a left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.sought_at desc, a.id desc limit 100`,
  );
}

/** Marks that a characteristic plays a part (L2.7c, L1.4b). @returns false where it is marked already */
export async function markFactor(
  tx: Tx,
  office: Office,
  factor: { readonly caseId: CaseId; readonly characteristic: Characteristic; readonly why: string },
): Promise<boolean> {
  const { caseId, characteristic: marked, why } = factor;
  const id = newId<string>();
  const added =
    await tx.run(sql`insert into abuse_factor (organisation_id, id, case_id, characteristic, why, marked_at,
      marked_by)
    values (${office.organisation}, ${id}, ${caseId}, ${marked}, ${why}, ${office.now}, ${office.staff})
    on conflict do nothing`);
  if (added === 0) return false;
  await happened(tx, office, { name: 'factor.marked', caseId, subjectId: id });
  if (marked === 'honour_based')
    await happened(tx, office, { name: 'honour-based.marked', caseId, subjectId: id });
  return true;
}

/**
 * Something suggests that so-called honour, a forced marriage or cutting plays a part: one tick anywhere is enough, and
 * specialists are asked (L1.4b). Where it is marked already, nothing more happens.
 */
export async function suspectHonour(
  tx: Tx,
  office: Office,
  suspected: { readonly caseId: CaseId; readonly why: string },
): Promise<void> {
  await markFactor(tx, office, { ...suspected, characteristic: 'honour_based' });
}

/** It plays no part after all, or no longer. @returns false where it had ended */
export async function endFactor(
  tx: Tx,
  office: Office,
  ending: { readonly caseId: CaseId; readonly id: string; readonly reason: string },
): Promise<boolean> {
  const ended = await tx.run(sql`update abuse_factor
    set ended_at = ${office.now}, ended_by = ${office.staff}, ended_reason = ${ending.reason}
    where organisation_id = ${office.organisation} and case_id = ${ending.caseId} and id = ${ending.id}
      and ended_at is null`);
  if (ended === 0) return false;
  await happened(tx, office, { name: 'factor.ended', caseId: ending.caseId, subjectId: ending.id });
  return true;
}

/** Best-practice advice, from whom and what became of it (V3.3, L2.7c). @returns its id */
export async function recordAdvice(
  tx: Tx,
  office: Office,
  advice: {
    readonly caseId: CaseId;
    readonly soughtAt: Temporal.Instant;
    readonly fromWhom: string;
    readonly about: readonly Characteristic[];
    readonly advised: string;
    readonly done: string;
  },
): Promise<string> {
  const { caseId, about } = advice;
  const id = newId<string>();
  await Promise.all([
    tx.run(sql`insert into advice (organisation_id, id, case_id, sought_at, from_whom, about, advised, done,
        recorded_at, recorded_by)
      values (${office.organisation}, ${id}, ${caseId}, ${advice.soughtAt}, ${advice.fromWhom}, ${[...about]},
        ${advice.advised}, ${advice.done}, ${office.now}, ${office.staff})`),
    happened(tx, office, { name: 'advice.sought', caseId, subjectId: id }),
    about.includes('honour_based') &&
      happened(tx, office, { name: 'honour-based-advice.sought', caseId, subjectId: id }),
  ]);
  return id;
}
