import type { CheckItem, ItemAnswer, StepFacts } from '#rules/tenancy-change.ts';

interface Answered {
  readonly item: CheckItem;
  readonly answer: ItemAnswer;
}

/** The newest answer to each thing that has to be settled. @param items the newest first */
export function answeredIn({ items }: { readonly items: readonly Answered[] }): StepFacts['answered'] {
  return Object.fromEntries(items.toReversed().map(({ item, answer }) => [item, answer]));
}
