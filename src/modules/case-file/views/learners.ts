import { details } from '#kit/components/details.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { Learner } from '#rules/who-would-learn.ts';

/** Who would learn this: seen before the button, never behind something to open. */
export function learnersList(learners: readonly Learner[]): Html {
  return summaryList({
    rows: learners.map(({ who, why, how }) => ({
      key: { text: who },
      value: { html: how === 'not_known' ? html`<strong>Not known.</strong> ${why}` : html`${why}` },
    })),
  });
}

/** What was shown before something left; nothing where it left before that was kept. */
export function learnersKept(learners: readonly Learner[]): Html | undefined {
  if (learners.length === 0) return undefined;
  return details({ summaryText: 'Who would learn this, as it was shown', html: learnersList(learners) });
}
