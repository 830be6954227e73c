import { type Answered, type Answers, answerTo, type Instrument } from './assessment.ts';
import { itemsOf } from './instruments/instrument.ts';

/** An answer as it was saved: with which save of the assessment, and from which open page. */
export interface SavedAnswer extends Answered {
  readonly version: number;
  readonly sheet: string;
}

/** A page of answers that somebody has open: which one, and the version of the assessment that it began with. */
export interface Sheet {
  readonly id: string;
  readonly base: number;
}

/** Two people answered the same question differently: both stand, until somebody decides. */
export interface Contested {
  readonly theirs: SavedAnswer;
  readonly mine: Answered;
}

export interface Weighed {
  /** What this page adds. */
  readonly changed: readonly Answered[];
  readonly contested: readonly Contested[];
  /** What stands once `changed` is saved; of what is contested, what was typed. */
  readonly merged: Answers;
}

/** What stood with that version of the assessment: of each item, what was saved last. */
export function standing(
  saved: readonly SavedAnswer[],
  upTo = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, SavedAnswer> {
  const latest = new Map<string, SavedAnswer>();
  for (const answer of saved) {
    const known = latest.get(answer.item);
    if (answer.version <= upTo && (known === undefined || known.version < answer.version))
      latest.set(answer.item, answer);
  }
  return latest;
}

/**
 * Holds what a page sends against what was saved since the page was opened. What nobody touched stays as it is; what
 * only this page changed is added; what a colleague changed and this page did not is theirs; what both changed is
 * contested. Nothing is lost in any case, since every answer that was ever saved stays.
 */
export function weigh(
  instrument: Instrument,
  saved: readonly SavedAnswer[],
  sheet: Sheet,
  typed: Answers,
): Weighed {
  const before = standing(saved, sheet.base);
  const now = standing(saved);
  const changed: Answered[] = [];
  const contested: Contested[] = [];
  const merged = new Map<string, Answered>();
  for (const { id } of itemsOf(instrument)) {
    const mine = answerTo(typed, id);
    const theirs = now.get(id);
    const stands = answerTo(now, id);
    const untouched = same(mine, answerTo(before, id));
    const byAnother = theirs !== undefined && theirs.version > sheet.base && theirs.sheet !== sheet.id;
    const kept = same(mine, stands) || (byAnother && untouched);
    if (!kept && byAnother) contested.push({ theirs, mine });
    else if (!kept) changed.push(mine);
    if (typed.has(id) || theirs) merged.set(id, kept ? stands : mine);
  }
  return { changed, contested, merged };
}

export function same(one: Answered, other: Answered): boolean {
  return one.answer === other.answer && one.note === other.note && one.source === other.source;
}

/** The answers as a new assessment takes them over, from one that it corrects. */
export function answersIn(saved: readonly SavedAnswer[]): Answers {
  return standing(saved);
}
