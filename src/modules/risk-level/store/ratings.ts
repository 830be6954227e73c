import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { setRisk } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, type OrganisationId, type RiskLevel, riskLevels, type StaffId } from '#rules/facts.ts';
import { abuseTypes } from '#rules/words.ts';
import { levelLabel } from '../level.ts';
import type { Route } from '../rating.ts';
import { overtakeWaiting } from './lowerings.ts';

const level = z.enum(riskLevels);
const row = z.object({
  id: id<string>(),
  /** From 1 in each case. */
  number: z.number(),
  level,
  indicated: level.nullable(),
  routes: z.array(z.custom<Route>()).readonly(),
  how: z.enum(['assessment', 'received', 'stated', 'lowered']),
  assessmentId: z.string().nullable(),
  receivedId: z.string().nullable(),
  loweringId: z.string().nullable(),
  reason: z.string(),
  grounds: z.array(z.string()).readonly(),
  callOuts: z.number().nullable(),
  lastMaracOn: plainDate.nullable(),
  sinceMarac: z.array(z.enum(abuseTypes.map(({ value }) => value))).readonly(),
  ratedAt: instant,
  ratedBy: id<StaffId>().nullable(),
  ratedByName: z.string().nullable(),
});
/** How risky it was said to be, by whom and why; the newest of a case stands. */
export type Rating = z.infer<typeof row>;

/** Newest first. The case has been opened before. */
export function ratingsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Rating[]> {
  return tx.rows(row, selectRatings(organisation, caseId, 200));
}

/** What stands; null where nothing was rated yet. */
export function ratingOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<Rating | null> {
  return tx.maybe(row, selectRatings(organisation, caseId, 1));
}

function selectRatings(organisation: OrganisationId, caseId: CaseId, most: number) {
  return sql`select r.id, r.number, r.level, r.indicated, r.routes, r.how, r.assessment_id as "assessmentId",
      r.received_id as "receivedId",
      r.lowering_id as "loweringId", r.reason, r.grounds, r.call_outs as "callOuts",
      r.last_marac_on as "lastMaracOn", r.since_marac as "sinceMarac", r.rated_at as "ratedAt",
      r.rated_by as "ratedBy", s.name as "ratedByName"
    from risk_rating r left join staff s on s.organisation_id = r.organisation_id and s.id = r.rated_by
    where r.organisation_id = ${organisation} and r.case_id = ${caseId} order by r.number desc limit ${most}`;
}

/** Ratings of one case take turns. */
export function waitToRate(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<void> {
  return takeTurn(tx, organisation, `rating of ${caseId}`);
}

export interface NewRating extends Omit<Rating, 'id' | 'number' | 'ratedAt' | 'ratedBy' | 'ratedByName'> {
  readonly caseId: CaseId;
  /** What stood before. */
  readonly before: RiskLevel | null;
  /** A lower level that is proposed beside it, and waits. */
  readonly proposed?: RiskLevel | null;
}

/**
 * Adds a rating: the case shows it from now on, the chronology tells of it, what waited for a review is settled
 * (unless a program raised it) and the next one is due. A proposal that waits is overtaken. PostgreSQL refuses
 * one that is lower than what stands or is indicated, unless two people have agreed to it.
 * @returns its id
 */
export async function addRating(tx: Tx, office: Office, rating: NewRating): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, level } = rating;
  const ratingId = newId<string>();
  await tx.run(sql`insert into risk_rating (organisation_id, id, case_id, number, level, indicated, routes, how,
      assessment_id, received_id, lowering_id, reason, grounds, call_outs, last_marac_on,
      since_marac, rated_at, rated_by)
    values (${organisation}, ${ratingId}, ${caseId}, 0, ${level}, ${rating.indicated},
      ${JSON.stringify(rating.routes)}, ${rating.how}, ${rating.assessmentId}, ${rating.receivedId},
      ${rating.loweringId}, ${rating.reason}, ${[...rating.grounds]}, ${rating.callOuts},
      ${rating.lastMaracOn}, ${[...rating.sinceMarac]}, ${now}, ${staff})`);
  await overtakeWaiting(tx, office, caseId);
  await setRisk(tx, office, { caseId, level, at: now });
  if (level === 'high' && rating.before !== 'high') await tellOfHighRisk(tx, office, caseId);
  const about = { caseId, subjectId: ratingId, recurs: true } as const;
  // What a program raised, nobody has looked at yet: what waits for a review goes on waiting.
  if (rating.how !== 'received') await happened(tx, office, { name: 'risk.reviewed', ...about });
  const data = { before: rating.before, indicated: rating.indicated, how: rating.how };
  await happened(tx, office, { name: `risk.rated-${level}`, ...about, data });
  await addEntry(tx, office, {
    caseId,
    kind: 'risk',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words: entryWords(rating),
    subjectId: ratingId,
  });
  return ratingId;
}

/** A reason that was given before and still stands is not told again. */
function entryWords({ level, before, reason, how, proposed = null }: NewRating): string {
  const was =
    before === null || before === level ? '' : ` It was ${levelLabel(before).toLowerCase()} before.`;
  const said = `Level of risk: ${levelLabel(level).toLowerCase()}.${was}`;
  if (proposed)
    return `${said} To lower it to ${levelLabel(proposed).toLowerCase()} is proposed, and waits for a second person.`;
  if (how === 'received')
    return `${said} It was raised by what others assessed, and is to be looked at within 2 working days.`;
  if (how === 'assessment') return `${said} It was weighed after an assessment.`;
  return `${said}${how === 'lowered' ? ' Two people agreed to lower it.' : ''}\n\n${reason}`;
}

/** A risk has become high: whoever leads the case and every manager are told, but for whoever said so. */
async function tellOfHighRisk(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const toldRow = z.object({ id: id<StaffId>() });
  const told = await tx.rows(
    toldRow,
    sql`select s.id from staff s where s.organisation_id = ${office.organisation} and s.ended_at is null
      and s.id is distinct from ${office.staff} and ('da_manager' = any (s.roles) or s.id = (
        select c.lead_id from case_file c where c.organisation_id = s.organisation_id and c.id = ${caseId}))`,
  );
  await notify(tx, office, { staffIds: told.map((each) => each.id), kind: 'high_risk', caseId });
}
