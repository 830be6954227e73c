import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { setRisk } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { suspectHonour } from '#modules/needs/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, type OrganisationId, type RiskLevel, riskLevels, type StaffId } from '#rules/facts.ts';
import { abuseTypes } from '#rules/words.ts';
import { levelLabel } from '../level.ts';
import type { Route } from '../rating.ts';
import { routeInWords } from '../rating-words.ts';
import { overtakeWaiting } from './lowerings.ts';

const level = z.enum(riskLevels);
const row = z.object({
  id: id<string>(),
  /** From 1 in each case. */
  number: z.number(),
  level,
  indicated: level.nullable(),
  routes: z.array(z.custom<Route>()).readonly(),
  /**
   * `known`: proposed by what somebody told; `reopened`: proposed as it stood before the case was closed; `kept`:
   * looked at again, and it stands as it was judged.
   */
  how: z.enum(['assessment', 'received', 'known', 'reopened', 'kept', 'stated', 'lowered']),
  assessmentId: z.string().nullable(),
  receivedId: z.string().nullable(),
  loweringId: z.string().nullable(),
  reason: z.string(),
  grounds: z.array(z.string()).readonly(),
  callOuts: z.number().nullable(),
  lastMaracOn: plainDate.nullable(),
  sinceMarac: z.array(z.enum(abuseTypes.map(({ value }) => value))).readonly(),
  ratedAt: instant,
  /** The named person who judged it so, and when; null: it is proposed, and nobody has signed it. */
  judgedBy: id<StaffId>().nullable(),
  judgedByName: z.string().nullable(),
  judgedAt: instant.nullable(),
  /** Of a proposed one: the rating since which a judgement is owed. */
  waitsSince: z.string().nullable(),
});
/** How risky it was proposed or judged to be, and why; the newest of a case stands. */
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
      r.rated_by as "judgedBy", s.name as "judgedByName", r.judged_at as "judgedAt", r.waits_since as "waitsSince"
    from risk_rating r left join staff s on s.organisation_id = r.organisation_id and s.id = r.rated_by
    where r.organisation_id = ${organisation} and r.case_id = ${caseId} order by r.number desc limit ${most}`;
}

/** Ratings of one case take turns. */
export function waitToRate(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<void> {
  return takeTurn(tx, organisation, `rating of ${caseId}`);
}

export interface NewRating
  extends Omit<Rating, 'id' | 'number' | 'ratedAt' | 'judgedBy' | 'judgedByName' | 'judgedAt'> {
  readonly caseId: CaseId;
  /** What stood before. */
  readonly before: RiskLevel | null;
  /** Who judged it: whoever acts, or, where it was only looked at again, whoever did before; null: nobody has. */
  readonly judge:
    | 'whoever acts'
    | { readonly by: StaffId | null; readonly at: Temporal.Instant | null }
    | null;
  /** A lower level that is proposed beside it, and waits. */
  readonly proposed?: RiskLevel | null;
}

/**
 * Adds a rating: the case shows it from now on, judged or only proposed, and the chronology tells of it. Judged by a
 * named person, it settles what waits for a review, and the next one is due; proposed, a judgement is owed the same day
 * and everything else goes on waiting. A proposal to lower that waits is overtaken. PostgreSQL refuses one that is
 * lower than what stands or is indicated, unless two people have agreed to it, and one in somebody else’s name.
 * @returns its id
 */
export async function addRating(tx: Tx, office: Office, rating: NewRating): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, level, judge } = rating;
  const ratingId = newId<string>();
  const { by, at } = judge === 'whoever acts' ? { by: staff, at: now } : (judge ?? { by: null, at: null });
  const again = by === null && (await saidAlready(tx, office, rating));
  const waitsSince = by === null ? (rating.waitsSince ?? ratingId) : null;
  await tx.run(sql`insert into risk_rating (organisation_id, id, case_id, number, level, indicated, routes, how,
      assessment_id, received_id, lowering_id, reason, grounds, call_outs, last_marac_on,
      since_marac, rated_at, rated_by, judged_at, waits_since)
    values (${organisation}, ${ratingId}, ${caseId}, 0, ${level}, ${rating.indicated},
      ${JSON.stringify(rating.routes)}, ${rating.how}, ${rating.assessmentId}, ${rating.receivedId},
      ${rating.loweringId}, ${rating.reason}, ${[...rating.grounds]}, ${rating.callOuts},
      ${rating.lastMaracOn}, ${[...rating.sinceMarac]}, ${now}, ${by}, ${at}, ${waitsSince})`);
  if (rating.grounds.includes('honour_based'))
    await suspectHonour(tx, office, { caseId, why: 'A ground of the level of risk' });
  await overtakeWaiting(tx, office, caseId);
  await setRisk(tx, office, { caseId, level, at: now, judged: by !== null });
  const rose = level === 'high' && rating.before !== 'high';
  if (rose || (by === null && level !== 'standard')) await tellOfRisk(tx, office, caseId, rose);
  await tell(tx, office, rating, { ratingId, waitsSince });
  if (again) return ratingId;
  // What nobody judged, nobody wrote: the program says so itself.
  await addEntry(tx, by === null ? { ...office, staff: null } : office, {
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

const saidRow = z.object({ said: z.boolean() });

/** Proposed before for the same reasons, and nobody has judged it since: the chronology tells of it once. */
async function saidAlready(
  tx: Tx,
  { organisation }: Office,
  { caseId, level, routes, proposed = null }: NewRating,
): Promise<boolean> {
  if (proposed !== null) return false;
  const { said } = await tx.one(
    saidRow,
    sql`select coalesce((select r.rated_by is null and r.level = ${level}
        and r.routes::jsonb = ${JSON.stringify(routes)}::jsonb
      from risk_rating r where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      order by r.number desc limit 1), false) as said`,
  );
  return said;
}

async function tell(
  tx: Tx,
  office: Office,
  { caseId, level, before, indicated, how }: NewRating,
  { ratingId, waitsSince }: { readonly ratingId: string; readonly waitsSince: string | null },
): Promise<void> {
  const data = { before, indicated, how };
  // Until a named person has judged it, a level counts for nothing: what waits for a review goes on waiting.
  if (waitsSince !== null) {
    const about = { caseId, subjectId: waitsSince, recurs: true, data: { ...data, level } } as const;
    await happened(tx, office, { name: 'risk.level-proposed', ...about });
    return;
  }
  const about = { caseId, subjectId: ratingId, recurs: true } as const;
  await happened(tx, office, { name: 'risk.reviewed', ...about });
  await happened(tx, office, { name: `risk.rated-${level}`, ...about, data });
}

/** A reason that was given before and still stands is not told again. */
function entryWords({ level, before, reason, how, judge, proposed = null, routes }: NewRating): string {
  const was =
    before === null || before === level ? '' : ` It was ${levelLabel(before).toLowerCase()} before.`;
  const said =
    judge === null
      ? `Level of risk proposed: ${levelLabel(level).toLowerCase()}. Nobody has judged it yet.${was}`
      : `Level of risk: ${levelLabel(level).toLowerCase()}.${was}`;
  if (proposed)
    return `${said} To lower it to ${levelLabel(proposed).toLowerCase()} is proposed, and waits for a second person.`;
  if (how === 'reopened') return `${said} ${reason}`;
  if (judge === null) return `${said} ${foundIn[how] ?? ''} ${toJudge(routes)}`.trim();
  return `${said}${how === 'lowered' ? ' Two people agreed to lower it.' : ''}\n\n${reason}`;
}

const toldRow = z.object({ id: id<StaffId>(), afterClosing: z.boolean() });

/**
 * A risk has become high, or a level was proposed in a case that is closed and waits to be opened again: whoever leads
 * the case or led it last and every manager are told, but for whoever said so.
 */
async function tellOfRisk(tx: Tx, office: Office, caseId: CaseId, rose: boolean): Promise<void> {
  const told = await tx.rows(
    toldRow,
    sql`select s.id, c.closed_at is not null and not c.risk_judged as "afterClosing"
      from case_file c join staff s on s.organisation_id = c.organisation_id
      where c.organisation_id = ${office.organisation} and c.id = ${caseId} and s.ended_at is null
        and s.id is distinct from ${office.staff} and ('da_manager' = any (s.roles) or s.id = c.lead_id)`,
  );
  const closed = told.some(({ afterClosing }) => afterClosing);
  if (!closed && !rose) return;
  const kind = closed ? 'risk_after_closing' : 'high_risk';
  await notify(tx, office, { staffIds: told.map((each) => each.id), kind, caseId });
}

const foundIn: Readonly<Partial<Record<Rating['how'], string>>> = {
  assessment: 'It follows from what was answered.',
  received: 'It follows from what others assessed.',
  known: 'It follows from what is known.',
};

function toJudge(routes: readonly Route[]): string {
  const said = routes.map((route) => routeInWords(route).says);
  return said.length === 0 ? '' : `${said.join('. ')}.`;
}
