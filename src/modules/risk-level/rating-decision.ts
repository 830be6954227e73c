import type { RiskLevel } from '#rules/facts.ts';
import type { Found } from './grounds.ts';
import { below, decide } from './level.ts';
import {
  assessedBefore,
  foundSince,
  type Indication,
  indication,
  type RiskFacts,
  type Route,
  withJudgement,
} from './rating.ts';
import type { NewRating, Rating } from './store/ratings.ts';

/** What a rating is decided on: the one that stands, and what is known today. */
export interface Standing extends Pick<RiskFacts, 'received' | 'local' | 'today'> {
  readonly before: Rating | null;
}

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

/** An assessment that has ended, or in which something grave was answered while it is still open. */
export interface Assessed {
  readonly assessmentId: string;
  readonly found: Found;
  /** They told us something in it: there is something to judge, whatever it indicates. */
  readonly told: boolean;
}

/**
 * What was found is weighed with everything else that is known. More than what stands raises the level, and nothing
 * lowers it here. It is proposed, and signed by nobody: whoever asked the questions has judged nothing yet.
 * @returns null: what stands goes on standing
 */
export function ratingAfterAssessment(standing: Standing, assessed: Assessed): RatingToAdd | null {
  const { before } = standing;
  const { assessmentId, found, told } = assessed;
  const silent = found.score === null && found.grounds.length === 0;
  const known = assessedBefore(before?.routes ?? []);
  const indicated = indicatedToday(
    standing,
    circumstancesOf(before),
    silent ? known : foundSince(known, found),
  );
  // What was indicated and set aside by two people for the same assessment stays so: see `decide`.
  const basis = silent ? (before?.assessmentId ?? null) : assessmentId;
  const rating = ratingAsFound(standing, indicated, { how: 'assessment', assessmentId: basis });
  return rating && (told || raises(standing, rating)) ? rating : null;
}

/**
 * Somebody else’s assessment came: where it says more than what stands, a higher level is proposed.
 * @param closed the case is closed: then as much as what stands is proposed too, so that somebody looks at it again
 */
export function ratingAfterReceived(standing: Standing, closed = false): RatingToAdd | null {
  const { before } = standing;
  const indicated = indicatedToday(standing, circumstancesOf(before));
  const assessmentId = before?.assessmentId ?? null;
  const rating = ratingAsFound(standing, indicated, { how: 'received', assessmentId });
  const asks = rating !== null && (raises(standing, rating) || (closed && overtakesLowering(standing)));
  return asks ? rating : null;
}

/** It says as much as what stands: a lowering that waits was proposed before anybody knew of this. */
export function overtakesLowering({ before, received }: Standing): boolean {
  return before !== null && received.some(({ level }) => !below(level, before.level));
}

/**
 * A colleague judges the level. What they say stands at once, in their name, unless it is below what stands or is
 * indicated: then theirs is `proposed` to a second person (V4.1c, L2.1d), and the higher level goes on standing in the
 * name of whoever judged it, or in nobody’s.
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
    loweringId: null,
    ...circumstances,
  };
  const decided = decide(before, { level, ...basis, anew: saysMore(before, indicated) });
  const about = { before: before?.level ?? null, waitsSince: before?.waitsSince ?? null, ...basis };
  if (decided.lowering === null)
    return {
      ...about,
      level: decided.level,
      how: 'stated',
      judge: 'whoever acts',
      reason,
      grounds,
      routes: withJudgement(indicated, { level, grounds }),
    };
  // A reason to lower it stands with the proposal, and with the rating once it is confirmed.
  const judged = before?.level === decided.level && before.judgedBy !== null ? before : null;
  return {
    ...about,
    proposed: decided.lowering,
    level: decided.level,
    how: judged ? 'kept' : 'known',
    judge: judged ? { by: judged.judgedBy, at: judged.judgedAt } : null,
    ...reasonsThatHold(before, decided.level, indicated),
  };
}

/** A second person declined to lower what nobody had judged yet: by saying why it stays, they judged it. */
export function ratingAsDeclined(before: Rating, why: string): RatingToAdd | null {
  if (before.judgedBy !== null) return null;
  const { level, routes, waitsSince } = before;
  const judgement = { route: 'judgement', level, grounds: [] } as const;
  return {
    ...asItStood(before),
    routes: [judgement, ...routes.filter(({ route }) => route !== 'judgement')],
    how: 'stated',
    judge: 'whoever acts',
    waitsSince,
    reason: why,
    grounds: [],
  };
}

/**
 * A closed case is opened again: what was judged before is months old, so the level is only proposed until a named
 * person judges it today. What came since it was closed is proposed already, and a judgement of it is owed.
 */
export function ratingOnReopening(
  before: Rating,
  closed: { readonly at: Temporal.Instant; readonly inWords: string },
): RatingToAdd | null {
  const { judgedBy, ratedAt, routes, grounds } = before;
  if (judgedBy === null && Temporal.Instant.compare(ratedAt, closed.at) > 0) return null;
  return {
    ...asItStood(before),
    routes,
    how: 'reopened',
    judge: null,
    waitsSince: null,
    reason: `As ${judgedBy === null ? 'proposed' : 'judged'} before closing on ${closed.inWords}.`,
    grounds,
  };
}

/** The same level on the same basis. */
function asItStood(before: Rating) {
  const { level, indicated, assessmentId, receivedId, callOuts, lastMaracOn, sinceMarac } = before;
  const basis = { indicated, assessmentId, receivedId, loweringId: null };
  return { before: level, level, ...basis, callOuts, lastMaracOn, sinceMarac };
}

/** What is indicated by the last assessments, by what others assessed, and by what else is known. */
export function indicatedToday(
  { before, received, local, today }: Standing,
  circumstances: Circumstances,
  found: readonly Found[] = assessedBefore(before?.routes ?? []),
): Indication {
  return indication({ received, local, today, found, ...circumstances });
}

/** What was known when the case was last rated still is. */
export function circumstancesOf(before: Rating | null): Circumstances {
  const { callOuts = null, lastMaracOn = null, sinceMarac = [] } = before ?? {};
  return { callOuts, lastMaracOn, sinceMarac };
}

/** Is there a way to a level above what stands that was not there, or weighed less, when that was rated? */
function saysMore(before: Rating | null, { routes }: Indication): boolean {
  if (before === null) return false;
  const known = before.routes.map(weightOf);
  return routes.some((route) => below(before.level, route.level) && !known.includes(weightOf(route)));
}

/** By what it is known again: another count of call-outs, or another Marac, is another reason. */
function weightOf(route: Route): string {
  switch (route.route) {
    case 'call-outs':
      return `call-outs ${route.count}`;
    case 'repeat':
      return `repeat ${route.lastMaracOn}`;
    default:
      return route.route;
  }
}

/** A level that nobody judged: proposed. Null where nothing stands and nothing is indicated. */
function ratingAsFound(
  { before, received }: Standing,
  indicated: Indication,
  found: Pick<Rating, 'assessmentId'> & { readonly how: 'assessment' | 'received' },
): RatingToAdd | null {
  const wanted = before?.level ?? indicated.level;
  if (wanted === null) return null;
  const receivedId = received[0]?.id ?? null;
  const basis = { indicated: indicated.level, assessmentId: found.assessmentId, receivedId };
  const { level } = decide(before, { level: wanted, ...basis, anew: saysMore(before, indicated) });
  return {
    before: before?.level ?? null,
    level,
    how: found.how,
    judge: null,
    waitsSince: before?.waitsSince ?? null,
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
