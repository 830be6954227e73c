import type { MoveAnswer, MoveReason } from '#rules/move-check.ts';

/** What lettings is told. Whatever the reason, the words are the same. */
export const answers: Readonly<Record<MoveAnswer, { readonly label: string; readonly says: string }>> = {
  safe: {
    label: 'Safe',
    says: 'We know of nothing against it. It is no promise, and it holds for a day: ask again at the letting.',
  },
  ask: {
    label: 'Ask the lead',
    says: 'Ask the lead of the team before it is offered. Do not offer it, and do not ask the household.',
  },
};

/** Why somebody is asked: read by the team of the case alone. */
export const reasons: Readonly<Record<MoveReason, string>> = {
  place: 'It lies within a postcode where they must not be housed',
  place_in_words: 'Where they must not be housed stands in words that nobody can compare: look yourself',
  not_asked: 'Nobody has asked them within 90 days where they must not be housed',
  feared_near: 'Whoever they fear has a home in the streets around it, as far as the register knows',
  feared_not_known: 'It is not known where everybody lives whom they fear',
  postcode: 'It was asked without a whole postcode',
};
