import type { RiskLevel } from '#rules/facts.ts';
import { countsAsRepeat, type RepeatDefinition } from '#rules/repeat.ts';
import type { AbuseType } from '#rules/words.ts';
import { below, highest } from './level.ts';
import type { ReceivedTool } from './received.ts';
import type { Threshold } from './threshold.ts';

/** What is known that can indicate a level. */
export interface RiskFacts {
  readonly score: ScoreFact | null;
  /** Of the last assessment: it found separation, control and violence together. */
  readonly cluster: boolean;
  /** What others assessed as medium or high, and no own assessment was made to the end since it came; newest first. */
  readonly received: readonly ReceivedFact[];
  readonly threshold: Threshold;
  /** Police call-outs in the twelve months before; null: not known. */
  readonly callOuts: number | null;
  /** The last Marac referral after which there was abuse again, within the twelve months before; null: none known. */
  readonly lastMaracOn: Temporal.PlainDate | null;
  /** What there has been since then; none: not known. */
  readonly sinceMarac: readonly AbuseType[];
  readonly today: Temporal.PlainDate;
}

/** The level that somebody else stated, as they stated it. */
export interface ReceivedFact {
  readonly id: string;
  readonly tool: ReceivedTool;
  readonly level: RiskLevel;
  readonly receivedOn: Temporal.PlainDate;
}

/** Yes among what counts, answered, and asked: a blank is never a no. */
export interface ScoreFact {
  readonly yes: number;
  readonly answered: number;
  readonly of: number;
}

/** What a professional says beyond the figures: at any score, always with a reason. */
export interface Judgement {
  readonly level: RiskLevel;
  readonly grounds: readonly string[];
}

/** One way by which a level is indicated; each stands by itself (domain §3, routes to visible high risk). */
export type Route = { readonly level: RiskLevel } & (
  | ({
      readonly route: 'score';
      readonly mediumFrom: number;
      readonly highFrom: number;
      readonly source: string;
    } & ScoreFact)
  | { readonly route: 'cluster' }
  | { readonly route: 'received'; readonly tool: ReceivedTool; readonly receivedOn: string }
  | { readonly route: 'call-outs'; readonly count: number; readonly from: number; readonly source: string }
  /** One that was rated before the definition could differ has none: any abuse counted. */
  | { readonly route: 'repeat'; readonly lastMaracOn: string; readonly definition?: RepeatDefinition }
  | { readonly route: 'judgement'; readonly grounds: readonly string[] }
);

export interface Indication {
  /** Null: nothing is known that could indicate one. */
  readonly level: RiskLevel | null;
  /** Every route, the one to the highest level first; a score is told of even where it indicates no more than standard. */
  readonly routes: readonly Route[];
}

/** What the facts indicate. It is a floor, never a ceiling: judgement may always go above it. */
export function indication(facts: RiskFacts): Indication {
  const routes = [
    byScore(facts),
    byCluster(facts),
    byReceived(facts),
    byCallOuts(facts),
    byRepeat(facts),
  ].filter((route) => route !== null);
  const ordered = routes.toSorted(
    (one, other) => Number(below(one.level, other.level)) - Number(below(other.level, one.level)),
  );
  return { level: highest(ordered.map(({ level }) => level)), routes: ordered };
}

/** With what a professional says, where that goes beyond what is indicated. */
export function withJudgement({ level, routes }: Indication, judgement: Judgement): readonly Route[] {
  const beyond = below(level, judgement.level) || judgement.grounds.length > 0;
  return beyond ? [{ route: 'judgement', ...judgement }, ...routes] : routes;
}

function byScore({ score, threshold }: RiskFacts): Route | null {
  if (score === null) return null;
  const { highFrom, mediumFrom, source } = threshold;
  const level = score.yes >= highFrom ? 'high' : score.yes >= mediumFrom ? 'medium' : 'standard';
  return { route: 'score', level, ...score, mediumFrom, highFrom, source };
}

function byCluster({ cluster }: RiskFacts): Route | null {
  return cluster ? { route: 'cluster', level: 'high' } : null;
}

/** Whoever else assessed it may know what we do not: it raises ours, and lowers nothing (domain, rule 2). */
function byReceived({ received }: RiskFacts): Route | null {
  const most = highest(received.map(({ level }) => level));
  const [found] = received.filter(({ level }) => level === most);
  if (!found) return null;
  const { level, tool, receivedOn } = found;
  return { route: 'received', level, tool, receivedOn: receivedOn.toString() };
}

function byCallOuts({ callOuts, threshold }: RiskFacts): Route | null {
  const { callOuts: from, source } = threshold;
  if (callOuts === null || from === null || callOuts < from) return null;
  return { route: 'call-outs', level: 'high', count: callOuts, from, source };
}

function byRepeat(facts: RiskFacts): Route | null {
  const { lastMaracOn, threshold, sinceMarac } = facts;
  if (lastMaracOn === null || !withinAYear(facts) || !countsAsRepeat(threshold.repeat, sinceMarac))
    return null;
  return {
    route: 'repeat',
    level: 'high',
    lastMaracOn: lastMaracOn.toString(),
    definition: threshold.repeat,
  };
}

/** Abuse again within twelve months of a referral that is no repeat where the case is heard: told of, all the same. */
export function repeatOnlyElsewhere(
  facts: Pick<RiskFacts, 'lastMaracOn' | 'sinceMarac' | 'threshold' | 'today'>,
): boolean {
  return withinAYear(facts) && !countsAsRepeat(facts.threshold.repeat, facts.sinceMarac);
}

/** Up to and on the same day a year later (domain §4, repeat); whatever the score. */
function withinAYear({ lastMaracOn, today }: Pick<RiskFacts, 'lastMaracOn' | 'today'>): boolean {
  if (lastMaracOn === null || Temporal.PlainDate.compare(lastMaracOn, today) > 0) return false;
  return Temporal.PlainDate.compare(today, lastMaracOn.add({ months: 12 })) <= 0;
}

/** What the routes of an earlier rating tell of its assessment, to be weighed again by today's threshold. */
export function assessedBefore(routes: readonly Route[]): Pick<RiskFacts, 'score' | 'cluster'> {
  const score = routes.find((route) => route.route === 'score');
  return {
    score: score ? { yes: score.yes, answered: score.answered, of: score.of } : null,
    cluster: routes.some(({ route }) => route === 'cluster'),
  };
}
