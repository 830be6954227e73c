import type { PlanStanding } from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import { waysOfAgreeing } from './plan.ts';

interface Doer {
  readonly what: string;
  /** The colleague's or the agency's name; '' where the person did it. */
  readonly by: string;
}

/** What the chronology says beside what the plan keeps. */
export function doneInWords({ what, by }: Doer, { byWhom, note }: { byWhom: string; note: string }): string {
  return paragraphs(`Done: ${what} (${byWhom || by || 'by themselves'}).`, note);
}

export function droppedInWords({ what }: Doer, reason: string): string {
  return paragraphs(`No longer in the plan: ${what}.`, reason);
}

export function reopenedInWords({ what }: Doer, reason: string): string {
  return paragraphs(`Open again: ${what}.`, reason);
}

export interface StandingInWords {
  readonly number: number;
  readonly standing: PlanStanding;
  readonly how: string;
  readonly changes: number;
  readonly ownWords: string;
  readonly reason: string;
}

export function standingInWords(recorded: StandingInWords): string {
  const { number, standing, how, changes, ownWords, reason } = recorded;
  const first = {
    agreed: `The plan was agreed with them (version ${number}, ${labelOf(waysOfAgreeing, how).toLowerCase()}).`,
    not_yet: `The plan is not yet agreed (version ${number}).`,
    not_safe_to_agree: `It was not safe to agree the plan (version ${number}). What protects them goes on.`,
  }[standing];
  return paragraphs(number > 1 ? `${first} ${changedInWords(changes)}` : first, reason, ownWords);
}

function changedInWords(changes: number): string {
  if (changes === 0) return 'Nothing changed.';
  return changes === 1 ? '1 thing changed.' : `${changes} things changed.`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}
