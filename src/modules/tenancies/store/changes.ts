import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import {
  type ChangeRoute,
  type ChangeStep,
  type CheckItem,
  changeRoutes,
  changeSteps,
  checklist,
  type ItemAnswer,
  itemAnswers,
  mayStep,
  type Security,
  type StepFacts,
  securities,
} from '#rules/tenancy-change.ts';
import { labelOf } from '#rules/words.ts';
import { answeredIn } from '../answered.ts';

const one = <T extends string>() => z.string() as unknown as z.ZodType<T>;
const recorded = {
  id: z.uuid(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  words: z.string(),
};

const changeRow = z.object({
  ...recorded,
  route: one<ChangeRoute>(),
  askedAt: instant,
  recordedBy: id<StaffId>().nullable(),
});
const itemRow = z.object({
  ...recorded,
  changeId: z.uuid(),
  item: one<CheckItem>(),
  answer: one<ItemAnswer>(),
  who: z.string(),
  onDay: plainDate,
});
const stepRow = z.object({
  ...recorded,
  changeId: z.uuid(),
  step: one<ChangeStep>(),
  security: one<Security | ''>(),
});
export type ItemRow = Readonly<z.infer<typeof itemRow>>;
export type StepRow = Readonly<z.infer<typeof stepRow>>;

/** A change of their tenancy that they ask for, with what was settled and what became of it, the newest first. */
export interface Change extends Readonly<z.infer<typeof changeRow>> {
  readonly items: readonly ItemRow[];
  readonly steps: readonly StepRow[];
  readonly revision: number;
}

/** Those of a case, the latest first; only behind its wall. */
export async function changesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Change[]> {
  const from = sql`r.id, r.words, r.recorded_at as "recordedAt", s.name as "recordedByName"`;
  const where = sql`left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by
    where r.organisation_id = ${organisation} and r.case_id = ${caseId} order by r.recorded_at desc, r.id desc`;
  const [changes, items, steps] = await Promise.all([
    tx.rows(
      changeRow,
      sql`select ${from}, r.route, r.asked_at as "askedAt", r.recorded_by as "recordedBy"
        from tenancy_change r ${where}`,
    ),
    tx.rows(
      itemRow,
      sql`select ${from}, r.change_id as "changeId", r.item, r.answer, r.who, r.on_day as "onDay"
        from tenancy_change_item r ${where}`,
    ),
    tx.rows(
      stepRow,
      sql`select ${from}, r.change_id as "changeId", r.step, r.security from tenancy_change_step r ${where}`,
    ),
  ]);
  return changes.map((change) => {
    const of = <R extends { readonly changeId: string }>(rows: readonly R[]) =>
      rows.filter(({ changeId }) => changeId === change.id);
    const [settled, became] = [of(items), of(steps)];
    return { ...change, items: settled, steps: became, revision: settled.length + became.length };
  });
}

export async function oneChange(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  changeId: string,
): Promise<Change> {
  const change = (await changesOf(tx, organisation, caseId)).find((each) => each.id === changeId);
  if (!change) throw notFound();
  return change;
}

/** For the team alone: whoever holds the tenancy too must not learn of it from a copy. */
const forTheTeam = { kind: 'decision', source: 'record', disclosableTo: [] } as const;

export interface NewChange {
  readonly caseId: CaseId;
  readonly route: ChangeRoute;
  readonly askedAt: Temporal.Instant;
  readonly words: string;
}

/** They ask for it: the time until it is decided runs from when they did. @returns its id */
export async function askForChange(tx: Tx, office: Office, asked: NewChange): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, route, askedAt: happenedAt, words } = asked;
  const changeId = newId<string>();
  await tx.run(sql`insert into tenancy_change (organisation_id, id, case_id, route, words, asked_at, recorded_at,
      recorded_by)
    values (${organisation}, ${changeId}, ${caseId}, ${route}, ${words}, ${happenedAt}, ${now}, ${staff})`);
  const about = { caseId, subjectId: changeId, happenedAt } as const;
  await happened(tx, office, { name: 'tenancy-change.asked', ...about, recurs: true, data: { why: route } });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, knownAt: now },
    words: `They ask for a change of their tenancy: ${labelOf(changeRoutes, route)}. ${words}`,
  });
  return changeId;
}

export interface Settled {
  readonly item: CheckItem;
  readonly answer: ItemAnswer;
  readonly who: string;
  readonly onDay: Temporal.PlainDate;
  readonly words: string;
}

interface OfChange {
  readonly caseId: CaseId;
  readonly changeId: string;
}

/** One thing that has to be settled first: by whom, when, and from what that is known. */
export async function settleItem(
  tx: Tx,
  office: Office,
  { caseId, changeId, item, answer, who, onDay, words }: OfChange & Settled,
): Promise<void> {
  const { organisation, staff, now } = office;
  await oneChange(tx, organisation, caseId, changeId);
  await tx.run(sql`insert into tenancy_change_item (organisation_id, id, case_id, change_id, item, answer, who, words,
      on_day, recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${changeId}, ${item}, ${answer}, ${who}, ${words}, ${onDay},
      ${now}, ${staff})`);
  await happened(tx, office, { name: 'tenancy-change.item-settled', caseId, subjectId: changeId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId: changeId, happenedAt: now, knownAt: now },
    words: `${labelOf(checklist, item)}: ${labelOf(itemAnswers, answer).toLowerCase()}. ${who}. ${words}`,
  });
}

export interface Stepped {
  readonly step: ChangeStep;
  readonly security: Security | null;
  readonly words: string;
}

const named = {
  agreed: 'tenancy-change.decided',
  refused: 'tenancy-change.decided',
  done: 'tenancy-change.went-on',
  undone: 'tenancy-change.went-on',
  not_wanted: 'tenancy-change.not-wanted',
} as const satisfies Readonly<Record<ChangeStep, string>>;

export function stepFacts(
  change: Change,
  { step, security }: Pick<Stepped, 'step' | 'security'>,
  by: { readonly staff: StaffId | null; readonly manages: boolean },
): StepFacts {
  const isAnotherManager = by.manages && by.staff !== change.recordedBy;
  const last = change.steps[0]?.step ?? null;
  return { route: change.route, answered: answeredIn(change), last, step, security, isAnotherManager };
}

/** It is agreed to, refused, done, undone, or not wanted any more. Throws a refusal where the rule has one. */
export async function stepChange(
  tx: Tx,
  office: Office,
  { caseId, changeId, manages, ...stepped }: OfChange & Stepped & { readonly manages: boolean },
): Promise<void> {
  const { organisation, staff, now } = office;
  const { step, security, words } = stepped;
  const change = await oneChange(tx, organisation, caseId, changeId);
  insist(mayStep(stepFacts(change, stepped, { staff, manages })));
  await tx.run(sql`insert into tenancy_change_step (organisation_id, id, case_id, change_id, step, security, words,
      recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${changeId}, ${step}, ${security ?? ''}, ${words}, ${now},
      ${staff})`);
  const about = { caseId, subjectId: changeId } as const;
  const why = step === 'done' ? `change_done_${security ?? ''}` : `change_${step}`;
  const name = named[step];
  const theirWish = step === 'not_wanted';
  await happened(tx, office, { name, ...about, theirWish, keepsOnly: 'its subject', data: { why } });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, happenedAt: now, knownAt: now },
    words: `${labelOf(changeSteps, step)}.${security ? ` ${labelOf(securities, security)}.` : ''} ${words}`,
  });
}

/** Everything is settled: managers are told that it waits for one of them. */
export async function tellManagers(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== office.staff);
  await notify(tx, office, { staffIds, kind: 'tenancy_change_settled', caseId });
}
