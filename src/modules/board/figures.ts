import { becauseInWords, toldApart } from '#rules/ended-because.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Silence } from '#rules/pack.ts';
import { countedBecause } from './counted-because.ts';
import {
  figure,
  keptShare,
  reasonFigure,
  reasonsFigure,
  type Share,
  shareInWords,
  shown,
  shownInWords,
  type Viewer,
} from './discretion.ts';
import type { Standing } from './measures.ts';
import type { Tally } from './tally.ts';
import { type Trend, trendOf } from './trend.ts';

/** A promise's figures as this viewer may read them, in words. */
export interface Figures {
  readonly ended: string;
  readonly kept: string;
  readonly recordedLate: string;
  readonly byPlan: string;
  readonly broken: string;
  readonly atBirth: string;
  readonly otherwise: string;
  readonly share: Share;
  readonly shareWords: string;
  /** Null where no clock runs: nothing can be running or overdue. */
  readonly running: string | null;
  readonly overdue: string | null;
  readonly isOverdue: boolean;
  readonly trend: Trend;
}

export function figuresOf(standing: Extract<Standing, { kind: 'promise' }>, viewer: Viewer): Figures {
  const { tally, before, now, silence } = standing;
  const share = keptShare(tally, viewer);
  return {
    ...partsOf(tally, viewer),
    share,
    shareWords: shareSaid(share, tally, silence, viewer),
    running: now && shownInWords(figure(now, 'running', viewer)),
    overdue: now && shownInWords(figure(now, 'overdue', viewer)),
    isOverdue: (now?.overdue ?? 0) > 0,
    trend: trendOf(share, keptShare(before, viewer)),
  };
}

/** The share; and where nothing of it happened, what is true of that. */
export function shareSaid(share: Share, tally: Tally, silence: Silence | undefined, viewer: Viewer): string {
  if (share.kind !== 'none' || !silence) return shareInWords(share);
  const { says, asked } = silence;
  if (!asked) return says;
  const whys = asked.by.map((event) => `otherwise:${event}`);
  return `${says}; ${counted(shownInWords(reasonsFigure(tally, whys, viewer)), asked.called)}`;
}

export function partsOf(tally: Tally, viewer: Viewer) {
  const part = (name: Parameters<typeof figure<Tally>>[1]) => shownInWords(figure(tally, name, viewer));
  return {
    ended: part('ended'),
    kept: part('met'),
    recordedLate: part('recordedLate'),
    byPlan: part('byPlan'),
    broken: part('breached'),
    atBirth: part('atBirth'),
    otherwise: part('otherwise'),
  };
}

/** What is told apart of a tally, each with its number in words: the reasons of promises, or the kinds of offers. */
export function reasonsOf(tally: Tally, viewer: Viewer): readonly { why: string; number: string }[] {
  return Object.entries(tally.reasons)
    .toSorted(([one, many], [other, more]) => more - many || one.localeCompare(other))
    .map(([ending]) => ({
      why: reasonInWords(ending),
      number: shownInWords(reasonFigure(tally, ending, viewer)),
    }));
}

export function reasonInWords(ending: string): string {
  const [way = '', why = '', answer = ''] = ending.split(':');
  if (way === 'late-confirmed') return 'Recorded late, and confirmed by a second person';
  if (way === 'counted' && answer === '') return countedBecause(why);
  if (way === 'counted') return `${capital(why.replaceAll('_', ' '))}: ${answerInWords(answer)}`;
  if (why in toldApart) return toldApart[why as keyof typeof toldApart];
  return `${way === 'by-plan' ? 'By plan' : 'Ended otherwise'}: ${becauseInWords(why)}`;
}

/** What somebody said to an offer, as the plan has it; each is theirs to say, and none counts against anybody. */
const answers: Readonly<Record<string, string>> = {
  taken: 'they would like it',
  thinking: 'they are thinking about it',
  declined: 'not for them',
  not_asked: 'told of it, not asked to decide',
  at_once: 'recorded with five others or more within ten minutes',
  in_error: 'recorded in error',
};

function answerInWords(answer: string): string {
  return answers[answer] ?? answer;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function number(value: number, viewer: Viewer): string {
  return shownInWords(shown(value, viewer));
}

/** What is said of anything that is not a promise with an end. */
export function standingInWords(standing: Exclude<Standing, { kind: 'promise' }>, viewer: Viewer): string {
  if (standing.kind === 'unmeasured') return `Not measured yet. ${standing.because}`;
  if (standing.kind === 'count') return counted(partsOf(standing.tally, viewer).ended, standing.says);
  return reviewInWords(standing);
}

function reviewInWords({ by, overdue, open }: Extract<Standing, { kind: 'review' }>): string {
  const reasons =
    open === 1 ? '1 reason to review it sooner stands' : `${open} reasons to review it sooner stand`;
  if (overdue) return `Overdue: the review was due by ${dateInWords(by)}.`;
  if (open !== null && open > 0)
    return `Not in time: ${reasons} open. By date, the next review is due by ${dateInWords(by)}.`;
  return `In time: the next review is due by ${dateInWords(by)}.`;
}

/** "1 time asked", "2 times asked": what is counted comes first, and in the plural. */
function counted(count: string, says: string): string {
  return `${count} ${count === '1' ? says.replace(/^(\w+)s\b/, '$1') : says}`;
}
