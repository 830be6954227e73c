import type { RiskLevel } from '#rules/facts.ts';
import { below, decide } from './level.ts';
import { assessedBefore, type Indication, indication, type RiskFacts, withJudgement } from './rating.ts';
import type { NewRating, Rating } from './store/ratings.ts';

/** What a rating is decided on: the one that stands, and what is known today. */
export interface Standing extends Pick<RiskFacts, 'received' | 'threshold' | 'today'> {
  readonly before: Rating | null;
}

/** What the answers of an assessment weigh. */
export type Scored = Pick<RiskFacts, 'score' | 'cluster'>;

/** What is known that no assessment asks for. */
export type Circumstances = Pick<RiskFacts, 'callOuts' | 'lastMaracOn' | 'sinceMarac'>;

/** What a colleague says of the level, and what else is known. */
export interface Statement extends Omit<Circumstances, 'sinceMarac'> {
  readonly level: RiskLevel;
  readonly reason: string;
  readonly grounds: readonly string[];
  /** What there has been since then; none: not known. */
  readonly sinceMarac?: Circumstances['sinceMarac'];
}

export type RatingToAdd = Omit<NewRating, 'caseId'>;

/** An assessment that has ended. */
export interface AssessmentEnded {
  readonly assessmentId: string;
  /** Null: a tool that is not scored. */
  readonly scored: Scored | null;
  /** They told us something in it: the risk has been looked at, whatever comes of it. */
  readonly reviewed: boolean;
}

/**
 * What was found is weighed with everything else that is known: more than what stands raises the level, and nothing
 * lowers it here. One that reviewed the risk is a rating in any case. @returns null: what stands goes on standing
 */
export function ratingAfterAssessment(standing: Standing, ended: AssessmentEnded): RatingToAdd | null {
  const { before } = standing;
  const { assessmentId, scored, reviewed } = ended;
  const indicated = indicatedToday(standing, circumstancesOf(before), scored ?? undefined);
  // What was indicated and set aside by two people for the same assessment stays so: see `decide`.
  const basis = scored ? assessmentId : (before?.assessmentId ?? null);
  const rating = ratingAsFound(standing, indicated, { how: 'assessment', assessmentId: basis });
  return rating && (reviewed || raises(standing, rating)) ? rating : null;
}

/** Somebody else’s assessment came: where it says more than what stands, the level is raised. */
export function ratingAfterReceived(standing: Standing): RatingToAdd | null {
  const { before } = standing;
  const indicated = indicatedToday(standing, circumstancesOf(before));
  const assessmentId = before?.assessmentId ?? null;
  const rating = ratingAsFound(standing, indicated, { how: 'received', assessmentId });
  return rating && raises(standing, rating) ? rating : null;
}

/** It says as much as what stands: a lowering that waits was proposed before anybody knew of this. */
export function overtakesLowering({ before, received }: Standing): boolean {
  return before !== null && received.some(({ level }) => !below(level, before.level));
}

/**
 * A colleague states a level. Raised, it stands at once; below what stands or is indicated, the higher level stands and
 * theirs is `proposed` (V4.1c, L2.1d).
 */
export function ratingAsStated(standing: Standing, statement: Statement): RatingToAdd {
  const { before, received } = standing;
  const { level, reason, grounds, callOuts, lastMaracOn, sinceMarac = [] } = statement;
  const circumstances = { callOuts, lastMaracOn, sinceMarac };
  const indicated = indicatedToday(standing, circumstances);
  const basis = {
    indicated: indicated.level,
    assessmentId: before?.assessmentId ?? null,
    receivedId: received[0]?.id ?? null,
  };
  const decided = decide(before, { level, ...basis });
  // A reason to lower it stands with the proposal, and with the rating once it is confirmed.
  const because =
    decided.lowering === null
      ? { reason, grounds, routes: withJudgement(indicated, { level, grounds }) }
      : reasonsThatHold(before, decided.level, indicated);
  return {
    before: before?.level ?? null,
    proposed: decided.lowering,
    level: decided.level,
    how: 'stated',
    loweringId: null,
    ...basis,
    ...because,
    ...circumstances,
  };
}

/** What is indicated by the last assessment, by what others assessed, and by what else is known. */
export function indicatedToday(
  { before, received, threshold, today }: Standing,
  circumstances: Circumstances,
  scored: Scored = assessedBefore(before?.routes ?? []),
): Indication {
  return indication({ received, threshold, today, ...scored, ...circumstances });
}

/** What was known when the case was last rated still is. */
export function circumstancesOf(before: Rating | null): Circumstances {
  const { callOuts = null, lastMaracOn = null, sinceMarac = [] } = before ?? {};
  return { callOuts, lastMaracOn, sinceMarac };
}

/** A rating that nobody stated; null where nothing stands and nothing is indicated. */
function ratingAsFound(
  { before, received }: Standing,
  indicated: Indication,
  found: Pick<Rating, 'how' | 'assessmentId'>,
): RatingToAdd | null {
  const wanted = before?.level ?? indicated.level;
  if (wanted === null) return null;
  const receivedId = received[0]?.id ?? null;
  const basis = { indicated: indicated.level, assessmentId: found.assessmentId, receivedId };
  const { level } = decide(before, { level: wanted, ...basis });
  return {
    before: before?.level ?? null,
    level,
    how: found.how,
    loweringId: null,
    ...basis,
    ...reasonsThatHold(before, level, indicated),
    ...circumstancesOf(before),
  };
}

function raises({ before }: Standing, { level }: RatingToAdd): boolean {
  return below(before?.level ?? null, level);
}

/** A level that nothing indicates any more, and that still stands, stands for the reasons that were given for it. */
function reasonsThatHold(
  before: Rating | null,
  level: RiskLevel,
  { level: indicated, routes }: Indication,
): Pick<Rating, 'reason' | 'grounds' | 'routes'> {
  if (before?.level !== level || !below(indicated, level)) return { reason: '', grounds: [], routes };
  const judged = before.routes.filter(({ route }) => route === 'judgement');
  return { reason: before.reason, grounds: before.grounds, routes: [...judged, ...routes] };
}
