import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { moveCase, openFile } from '#modules/cases/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, RiskLevel } from '#rules/facts.ts';
import type { AbuseType } from '#rules/words.ts';
import { assessedWhenEnded, type Ending, endings, scoreOf } from '../assessment.ts';
import { below, decide } from '../level.ts';
import { assessedBefore, type Indication, indication, type RiskFacts, withJudgement } from '../rating.ts';
import { criticalCluster, dashes } from '../themes.ts';
import type { Threshold } from '../threshold.ts';
import { answersOf } from './assessments.ts';
import { overtakeWaiting, proposeLowering } from './lowerings.ts';
import { addRating, type Rating, ratingOf, waitToRate } from './ratings.ts';
import { receivedInForce } from './received-in-force.ts';
import { thresholdFor } from './thresholds.ts';

const endingRow = z.object({
  ending: z.enum(endings.map(({ value }) => value)) as z.ZodType<Ending>,
  answered: z.number(),
});

/**
 * An assessment has ended: what it indicates is weighed with everything else that is known, and where that is more
 * than what stands, the level is raised at once; it is never lowered here. One in which they told us anything is a
 * review in any case, and takes a case that was only contacted so far on. @returns what stands now; null where nothing does
 */
export async function rateAfterAssessment(
  tx: Tx,
  office: Office,
  { caseId, assessmentId }: { readonly caseId: CaseId; readonly assessmentId: string },
): Promise<RiskLevel | null> {
  const { organisation } = office;
  await waitToRate(tx, organisation, caseId);
  const [before, assessed, ended] = await Promise.all([
    ratingOf(tx, organisation, caseId),
    answersOf(tx, organisation, assessmentId),
    tx.maybe(
      endingRow,
      sql`select ending, answered from risk_assessment where organisation_id = ${organisation} and id = ${assessmentId}
        and case_id = ${caseId} and ending is not null`,
    ),
  ]);
  if (!assessed || !ended) throw notFound();
  const { instrument, answers } = assessed;
  const scored = dashes.includes(instrument.id);
  const found = scored
    ? { score: scoreOf(instrument, answers), cluster: criticalCluster(instrument.id, answers) }
    : assessedBefore(before?.routes ?? []);
  const facts = await standingFacts(tx, office, caseId);
  const receivedId = facts.received[0]?.id ?? null;
  const indicated = indication({ ...facts, ...found, ...knownBesides(before) });
  const present = before?.level ?? null;
  // What was indicated and set aside by two people for the same assessment stays so: see `decide`.
  const basis = scored ? assessmentId : (before?.assessmentId ?? null);
  const wanted = present ?? indicated.level;
  const reviewed = assessedWhenEnded(ended.ending, ended.answered);
  if (reviewed && (await openFile(tx, organisation, caseId))?.state === 'contacted')
    await moveCase(tx, office, { caseId, to: 'assessed' });
  if (wanted === null) return null;
  const { level } = decide(before, {
    level: wanted,
    indicated: indicated.level,
    assessmentId: basis,
    receivedId,
  });
  if (!reviewed && !below(present, level)) return present;
  const rated = { level, indicated, how: 'assessment', assessmentId: basis, receivedId } as const;
  return rateAsFound(tx, office, caseId, before, rated);
}

/**
 * Somebody else’s assessment came. Where it says more than what stands, the level is raised at once, and where it says
 * as much, a lowering that waits is off the table: it was proposed before anybody knew of this. It lowers nothing.
 * @returns what stands now
 */
export async function rateAfterReceived(tx: Tx, office: Office, caseId: CaseId): Promise<RiskLevel | null> {
  const { organisation } = office;
  await waitToRate(tx, organisation, caseId);
  const before = await ratingOf(tx, organisation, caseId);
  const assessmentId = before?.assessmentId ?? null;
  const indicated = await indicatedNow(tx, office, caseId, before, knownBesides(before));
  const { received } = indicated;
  const present = before?.level ?? null;
  const wanted = present ?? indicated.level;
  if (wanted === null) return null;
  const receivedId = received[0]?.id ?? null;
  const { level } = decide(before, { level: wanted, indicated: indicated.level, assessmentId, receivedId });
  if (!below(present, level)) {
    if (received.some((each) => !below(each.level, present))) await overtakeWaiting(tx, office, caseId);
    return present;
  }
  const rated = { level, indicated, how: 'received', assessmentId, receivedId } as const;
  return rateAsFound(tx, office, caseId, before, rated);
}

/** What was known besides assessments when the case was last rated: it still is. */
export function knownBesides(
  before: Rating | null,
): Pick<RiskFacts, 'callOuts' | 'lastMaracOn' | 'sinceMarac'> {
  const { callOuts = null, lastMaracOn = null, sinceMarac = [] } = before ?? {};
  return { callOuts, lastMaracOn, sinceMarac };
}

/** A rating that nobody stated: what an assessment found, for the reasons that still hold. @returns its level */
async function rateAsFound(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  before: Rating | null,
  {
    indicated,
    ...rated
  }: Pick<Rating, 'level' | 'how' | 'assessmentId' | 'receivedId'> & { readonly indicated: Indication },
): Promise<RiskLevel> {
  await addRating(tx, office, {
    caseId,
    ...rated,
    before: before?.level ?? null,
    indicated: indicated.level,
    loweringId: null,
    ...stillBecause(before, rated.level, indicated),
    ...knownBesides(before),
  });
  return rated.level;
}

/** What a colleague says of the level, and what else is known. */
export interface Statement {
  readonly level: RiskLevel;
  readonly reason: string;
  readonly grounds: readonly string[];
  readonly callOuts: number | null;
  readonly lastMaracOn: Temporal.PlainDate | null;
  /** What there has been since then; none: not known. */
  readonly sinceMarac?: readonly AbuseType[];
}

export interface Stated {
  readonly ratingId: string;
  readonly level: RiskLevel;
  /** A lower level was wanted: this proposal waits for a second person. */
  readonly loweringId: string | null;
}

/**
 * A colleague looks at the risk and says how high it is, with a reason. Raised, it stands at once. Below what stands or
 * is indicated, the higher level stands and theirs waits for somebody else (V4.1c, L2.1d).
 */
export async function stateLevel(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  { level, reason, grounds, callOuts, lastMaracOn, sinceMarac = [] }: Statement,
): Promise<Stated> {
  await waitToRate(tx, office.organisation, caseId);
  const before = await ratingOf(tx, office.organisation, caseId);
  const {
    level: indicated,
    routes,
    received,
  } = await indicatedNow(tx, office, caseId, before, {
    callOuts,
    lastMaracOn,
    sinceMarac,
  });
  const assessmentId = before?.assessmentId ?? null;
  const receivedId = received[0]?.id ?? null;
  const decided = decide(before, { level, indicated, assessmentId, receivedId });
  const because =
    decided.lowering === null
      ? { reason, grounds, routes: withJudgement({ level: indicated, routes }, { level, grounds }) }
      : stillBecause(before, decided.level, { level: indicated, routes });
  const ratingId = await addRating(tx, office, {
    caseId,
    before: before?.level ?? null,
    proposed: decided.lowering,
    level: decided.level,
    indicated,
    how: 'stated',
    assessmentId,
    receivedId,
    loweringId: null,
    // A reason to lower it stands with the proposal, and with the rating once it is confirmed.
    ...because,
    callOuts,
    lastMaracOn,
    sinceMarac,
  });
  const loweringId =
    decided.lowering &&
    (await proposeLowering(tx, office, { caseId, ratingId, to: decided.lowering, reason }));
  return { ratingId, level: decided.level, loweringId };
}

/** A level that nothing indicates any more, and that still stands, stands for the reasons that were given for it. */
function stillBecause(
  before: Rating | null,
  level: RiskLevel,
  indicated: Indication,
): Pick<Rating, 'reason' | 'grounds' | 'routes'> {
  const { routes } = indicated;
  if (before?.level !== level || !below(indicated.level, level)) return { reason: '', grounds: [], routes };
  const judged = before.routes.filter(({ route }) => route === 'judgement');
  return { reason: before.reason, grounds: before.grounds, routes: [...judged, ...routes] };
}

/** What is indicated today by the last assessment, by what others assessed, and by what else is known. */
export async function indicatedNow(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  before: Rating | null,
  known: Pick<RiskFacts, 'callOuts' | 'lastMaracOn' | 'sinceMarac'>,
): Promise<Indication & Pick<RiskFacts, 'received'> & Pick<Threshold, 'repeat'>> {
  const facts = await standingFacts(tx, office, caseId);
  const { received, threshold } = facts;
  return {
    received,
    repeat: threshold.repeat,
    ...indication({ ...facts, ...assessedBefore(before?.routes ?? []), ...known }),
  };
}

async function standingFacts(tx: Tx, office: Office, caseId: CaseId) {
  const { organisation, calendar } = office;
  const day = today(office);
  const [{ threshold }, received] = await Promise.all([
    thresholdFor(tx, organisation, caseId, day),
    receivedInForce(tx, organisation, caseId, calendar.rules.timeZone),
  ]);
  return { threshold, received, today: day };
}
