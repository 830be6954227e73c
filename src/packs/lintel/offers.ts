import type { Commitment } from '#rules/pack.ts';

interface Offer {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly title: string;
  /** What is offered, in the middle of a sentence. */
  readonly what: string;
  /** The kinds of offer that a plan records. */
  readonly kinds: readonly string[];
}

/**
 * What a policy promises to offer, as the plans record it. That it was offered is what is measured; whether it came
 * about is another promise, which says for itself that nothing measures it yet.
 */
export function offered({ id, clauses, title, what, kinds }: Offer): Commitment {
  return {
    id: `${id}-offered`,
    clauses,
    title,
    definition:
      `How often ${what} was offered, by kind, with what the person said to it. To decline is a decision ` +
      'and never counted as a failure. Whether it came about is not measured yet.',
    measure: { kind: 'offer', offer: `${id}-offered`, offered: 'plan.option-offered', kinds },
  };
}
