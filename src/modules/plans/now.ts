import type { Offer } from '#modules/support/index.ts';
import { offerInWords } from '#modules/support/pure.ts';
import { type Change, changesBetween, emptyPlan } from './changes.ts';
import type { PlanContent } from './content.ts';
import type { ActionEntry } from './store/action-entries.ts';
import type { PlanAction } from './store/actions.ts';
import type { PlanCopy } from './store/copies.ts';
import type { PlanVersion } from './store/versions.ts';
import type { WrittenWords } from './store/words.ts';

/** A plan as it stands today, agreed or not, with everything that happened to it. */
export interface PlanNow {
  readonly words: WrittenWords;
  readonly actions: readonly PlanAction[];
  readonly entries: readonly ActionEntry[];
  /** What was offered, with what they decided about it: told once, and kept with the support of the case. */
  readonly options: readonly Offer[];
  /** Newest first. */
  readonly versions: readonly PlanVersion[];
  readonly copies: readonly PlanCopy[];
}

/** What a version made now would keep. */
export function contentNow({ words, actions, options }: PlanNow): PlanContent {
  const { wants, ownWords, wishes, emergency } = words;
  return {
    words: { wants, ownWords, wishes, emergency },
    actions: actions.map(({ id, what, why, owner, by, dueOn, safety, state, copyWords }) => ({
      id,
      what,
      why,
      owner,
      by,
      dueOn: dueOn?.toString() ?? '',
      safety,
      state,
      copyWords,
    })),
    options: options.map((option) => ({
      id: option.id,
      what: offerInWords(option),
      answer: option.answer,
    })),
  };
}

/** The last version that was agreed with them: what they know and what their copy says. */
export function lastAgreed({ versions }: PlanNow): PlanVersion | null {
  return versions.find((version) => version.standing === 'agreed') ?? null;
}

/** What is in the plan now that was not, when it was last agreed. */
export function changedSinceAgreed(plan: PlanNow): readonly Change[] {
  const agreed = lastAgreed(plan);
  return changesBetween(agreed?.content ?? emptyPlan, contentNow(plan));
}

/** What a version changed, against the one before it. */
export function changesIn({ versions }: PlanNow, version: PlanVersion): readonly Change[] {
  const before = versions.find((each) => each.number === version.number - 1);
  return changesBetween(before?.content ?? emptyPlan, version.content);
}

/** Grows with whatever is written: a form that saw another one shows both. */
export function revisionOf({ words, entries, options, versions }: PlanNow): number {
  const answered = options.reduce((sum, option) => sum + option.steps.length, 0);
  return words.number + entries.length + answered + versions.length;
}

/** Is there anything in it yet? */
export function isEmpty({ words, actions, options }: PlanNow): boolean {
  return words.number === 0 && actions.length === 0 && options.length === 0;
}
