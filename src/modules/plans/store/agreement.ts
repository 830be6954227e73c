import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { openFile, setPlanStanding } from '#modules/case-file/index.ts';
import type { PlanStanding } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayStand } from '../agreement.ts';
import { changesBetween, emptyPlan } from '../changes.ts';
import { standingInWords } from '../entries.ts';
import { contentNow } from '../now.ts';
import type { Prompt, WayOfAgreeing } from '../plan.ts';
import { planOf } from './plan.ts';
import { becomeActive, becomePlanned } from './progress.ts';

export interface NewStanding {
  readonly caseId: CaseId;
  readonly standing: PlanStanding;
  /** When it was gone through. */
  readonly happenedAt: Temporal.Instant;
  readonly how: WayOfAgreeing;
  /** Who else was there. */
  readonly present: string;
  readonly interpreter: string;
  /** What they said about it, verbatim. */
  readonly ownWords: string;
  /** Why it is not agreed, or not safe to agree. */
  readonly reason: string;
  readonly promptedBy: Prompt;
  /** The day agreed for looking at it again. */
  readonly reviewOn: Temporal.PlainDate;
}

const events = {
  agreed: 'plan.agreed',
  not_yet: 'plan.not-yet-agreed',
  not_safe_to_agree: 'plan.not-safe-to-agree',
} as const satisfies Record<PlanStanding, CaseEventName>;

/**
 * Records how the plan stands, as a version that keeps all of it for ever. Every one after the first is a review of the
 * plan too (L2.1d). Throws a refusal where it says nothing of how it was agreed, or there is no plan.
 */
export async function agreePlan(
  tx: Tx,
  office: Office,
  standing: NewStanding,
): Promise<{ readonly id: string; readonly number: number }> {
  const { organisation, staff, now } = office;
  const { caseId, happenedAt, how, present, interpreter, ownWords, reason, promptedBy, reviewOn } = standing;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const plan = await planOf(tx, organisation, caseId);
  insist(mayStand(plan, standing, now));
  const id = newId<string>();
  const before = plan.versions[0];
  const number = (before?.number ?? 0) + 1;
  const content = contentNow(plan);
  const changes = changesBetween(before?.content ?? emptyPlan, content).length;
  await tx.run(sql`insert into plan_version (organisation_id, id, case_id, number, standing, happened_at, how,
      present, interpreter, own_words, reason, prompted_by, review_on, content, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${number}, ${standing.standing}, ${happenedAt}, ${how}, ${present},
      ${interpreter}, ${ownWords}, ${reason}, ${promptedBy}, ${reviewOn}, ${JSON.stringify(content)}, ${now},
      ${staff})`);
  await setPlanStanding(tx, office, { caseId, standing: standing.standing, at: happenedAt });
  if (number > 1) await happens(tx, office, standing, 'plan.reviewed', id);
  await happens(tx, office, standing, events[standing.standing], id);
  await addEntry(tx, office, {
    caseId,
    kind: 'plan',
    happenedAt,
    knownAt: happenedAt,
    source: how === 'not_with_them' ? 'record' : 'person',
    words: standingInWords({ number, standing: standing.standing, how, changes, ownWords, reason }),
    subjectId: id,
  });
  const agreedBefore = plan.versions.some((version) => version.standing === 'agreed');
  if (standing.standing === 'agreed') await (agreedBefore ? becomeActive : becomePlanned)(tx, office, caseId);
  return { id, number };
}

/** Written into the record; promises that wait for it are kept, and those that it begins, begin. */
async function happens(
  tx: Tx,
  office: Office,
  { caseId, happenedAt, promptedBy, reviewOn: agreedDue }: NewStanding,
  name: CaseEventName,
  subjectId: string,
): Promise<void> {
  const about = { caseId, subjectId, happenedAt, data: { promptedBy } };
  const theirWish = name === events.not_yet;
  await happened(tx, office, { name, ...about, recurs: true, agreedDue, theirWish });
}
