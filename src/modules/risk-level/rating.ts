import type { RiskLevel } from '#rules/facts.ts';
import { countsAsRepeat, type RepeatDefinition } from '#rules/repeat.ts';
import type { AbuseType } from '#rules/words.ts';
import { type Found, type GroundFound, pointsOf, type ScoreFact } from './grounds.ts';
import { below, highest } from './level.ts';
import type { ReceivedTool } from './received.ts';
import {
  type Bands,
  bandsFor,
  bandsOf,
  type LocalRules,
  levelOf,
  type NamedLevel,
  nameAt,
  nameSoFar,
} from './threshold.ts';

/** What is known that can indicate a level. */
export interface RiskFacts {
  /** What the last assessment of each kind found. */
  readonly found: readonly Found[];
  /** What others assessed as medium or high, and no own assessment was made to the end since it came; newest first. */
  readonly received: readonly ReceivedFact[];
  readonly local: LocalRules;
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

/** What a professional says beyond the figures: at any score, always with a reason. */
export interface Judgement {
  readonly level: RiskLevel;
  readonly grounds: readonly string[];
}

/** Of which questions; an earlier rating, before there were others, says nothing and means the Dash. */
export interface OfInstrument {
  readonly instrument?: string;
  readonly name?: string;
}

/** One way by which a level is indicated; each stands by itself (domain §3, routes to visible high risk). */
export type Route = { readonly level: RiskLevel } & (
  | ({
      readonly route: 'score';
      readonly source: string;
      /** By which name the instrument, or the area, calls it. */
      readonly named?: string;
      /** The instrument’s own; `byItself`: they decided, since no area says otherwise. */
      readonly levels?: readonly NamedLevel[];
      readonly byItself?: true;
      /** Since when the threshold holds that was applied; left out: nobody set it. */
      readonly since?: string | null | undefined;
    } & Bands &
      ScoreFact &
      OfInstrument)
  /** A score that means nothing here: nobody set a threshold for that instrument. */
  | ({ readonly route: 'unweighed' } & ScoreFact & OfInstrument)
  /** What was not asked, or nobody knows: it might be the worst of all. */
  | ({
      readonly route: 'unanswered';
      readonly notKnown: readonly string[];
    } & Pick<ScoreFact, 'answered' | 'of'> &
      OfInstrument)
  | ({ readonly route: 'grounds'; readonly found: readonly GroundFound[] } & OfInstrument)
  | ({ readonly route: 'cluster' } & OfInstrument)
  | { readonly route: 'received'; readonly tool: ReceivedTool; readonly receivedOn: string }
  | { readonly route: 'call-outs'; readonly count: number; readonly from: number; readonly source: string }
  /** One that was rated before the definition could differ has none: any abuse counted. */
  | { readonly route: 'repeat'; readonly lastMaracOn: string; readonly definition?: RepeatDefinition }
  | { readonly route: 'judgement'; readonly grounds: readonly string[] }
);

export interface Indication {
  /** Null: nothing is known that could indicate one. */
  readonly level: RiskLevel | null;
  /**
   * Every route, the one to the highest level first; a score is told of even where it
   * indicates no more than standard.
   */
  readonly routes: readonly Route[];
}

/** What the facts indicate. It is a floor, never a ceiling: judgement may always go above it. */
export function indication(facts: RiskFacts): Indication {
  const routes = [
    ...facts.found.flatMap((found) => byFound(found, facts.local)),
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

/**
 * What an assessment found. Its score is weighed by the local bands; while anything is unanswered, or any ground was
 * answered with yes, no count indicates less than medium.
 */
function byFound(
  { instrument, name, score, levels, cluster, grounds, notKnown }: Found,
  local: LocalRules,
): readonly Route[] {
  const of = { instrument, name };
  const bands = score && (bandsFor(local, instrument) ?? (levels ? byItself(name, levels) : null));
  return [
    ...(cluster ? [{ route: 'cluster', level: 'high', ...of } as const] : []),
    ...(score && bands
      ? [
          {
            route: 'score',
            level: levelOf(bands, pointsOf(score)),
            ...{ ...score, ...bands, ...of, ...namedBy(bands, levels, score) },
          } as const,
        ]
      : []),
    ...(score && !bands ? [{ route: 'unweighed', level: 'medium', ...score, ...of } as const] : []),
    ...(grounds.length > 0 ? [{ route: 'grounds', level: 'medium', ...of, found: grounds } as const] : []),
    ...(score && (score.answered < score.of || notKnown.length > 0)
      ? [{ route: 'unanswered', level: 'medium', ...of, notKnown, ...countsOf(score) } as const]
      : []),
  ];
}

function byItself(name: string, levels: readonly NamedLevel[]) {
  return { ...bandsOf(levels), source: `The bands of ${name} itself.`, byItself: true } as const;
}

/** The area’s name for that level stands before the instrument’s own. */
function namedBy(bands: Bands, levels: readonly NamedLevel[] | undefined, score: ScoreFact) {
  const { names } = bands;
  const points = pointsOf(score);
  const name = names ? names[levelOf(bands, points)] : levels && nameAt(levels, points);
  const named = name && nameSoFar(name, score.answered < score.of, names?.high ?? levels?.at(-1)?.name);
  return { ...(named && { named }), ...(levels && { levels }) };
}

function countsOf({ answered, of }: ScoreFact): Pick<ScoreFact, 'answered' | 'of'> {
  return { answered, of };
}

/** Whoever else assessed it may know what we do not: it raises ours, and lowers nothing (domain, rule 2). */
function byReceived({ received }: RiskFacts): Route | null {
  const most = highest(received.map(({ level }) => level));
  const [found] = received.filter(({ level }) => level === most);
  if (!found) return null;
  const { level, tool, receivedOn } = found;
  return { route: 'received', level, tool, receivedOn: receivedOn.toString() };
}

function byCallOuts({ callOuts, local }: RiskFacts): Route | null {
  const { callOuts: from, source } = local;
  if (callOuts === null || from === null || callOuts < from) return null;
  return { route: 'call-outs', level: 'high', count: callOuts, from, source };
}

function byRepeat(facts: RiskFacts): Route | null {
  const { lastMaracOn, local, sinceMarac } = facts;
  if (lastMaracOn === null || !withinAYear(facts) || !countsAsRepeat(local.repeat, sinceMarac)) return null;
  return {
    route: 'repeat',
    level: 'high',
    lastMaracOn: lastMaracOn.toString(),
    definition: local.repeat,
  };
}

/** Abuse again within twelve months of a referral that is no repeat where the case is heard: told of, all the same. */
export function repeatOnlyElsewhere(
  facts: Pick<RiskFacts, 'lastMaracOn' | 'sinceMarac' | 'local' | 'today'>,
): boolean {
  return withinAYear(facts) && !countsAsRepeat(facts.local.repeat, facts.sinceMarac);
}

/** Up to and on the same day a year later (domain §4, repeat); whatever the score. */
function withinAYear({ lastMaracOn, today }: Pick<RiskFacts, 'lastMaracOn' | 'today'>): boolean {
  if (lastMaracOn === null || Temporal.PlainDate.compare(lastMaracOn, today) > 0) return false;
  return Temporal.PlainDate.compare(today, lastMaracOn.add({ months: 12 })) <= 0;
}

/**
 * What the routes of an earlier rating tell of its assessments, to be weighed again by what holds today: one for each
 * kind of questions.
 */
export function assessedBefore(routes: readonly Route[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const route of routes) {
    if (!isFound(route)) continue;
    const { instrument = 'dash', name = 'Dash' } = route;
    const known = found.get(instrument) ?? { ...foundNothing, instrument, name };
    found.set(instrument, { ...known, ...partOf(route) });
  }
  return [...found.values()];
}

const foundNothing = { score: null, cluster: false, grounds: [], notKnown: [] } as const;

type FoundRoute = Extract<
  Route,
  { readonly route: 'score' | 'unweighed' | 'cluster' | 'grounds' | 'unanswered' }
>;

function isFound(route: Route): route is FoundRoute {
  return ['score', 'unweighed', 'cluster', 'grounds', 'unanswered'].includes(route.route);
}

function partOf(route: FoundRoute): Partial<Found> {
  switch (route.route) {
    case 'score':
    case 'unweighed': {
      const { yes, answered, of, points } = route;
      const levels = route.route === 'score' ? route.levels : undefined;
      const score = { yes, answered, of, ...(points !== undefined && { points }) };
      return { score, ...(levels && { levels }) };
    }
    case 'cluster':
      return { cluster: true };
    case 'grounds':
      return { grounds: route.found };
    case 'unanswered':
      return { notKnown: route.notKnown };
  }
}

/** What was found by one kind of questions takes the place of what was found by them before. */
export function foundSince(before: readonly Found[], found: Found): readonly Found[] {
  return [...before.filter(({ instrument }) => instrument !== found.instrument), found];
}
