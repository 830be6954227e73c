import type { Choice } from '#rules/words.ts';

/** Asked at every contact: is what was agreed about contact still right (L2.1a)? */
export const stillRightAnswers = [
  { value: 'same', label: 'Yes, nothing has changed' },
  { value: 'changed', label: 'No, it has changed', hint: 'Next you write down what is right now' },
  { value: 'not_safe_to_ask', label: 'It was not safe to ask' },
] as const satisfies readonly Choice[];
export type StillRight = (typeof stillRightAnswers)[number]['value'];

/** For the chronology, beside what was said. */
export const stillRightInWords: Readonly<Record<StillRight, string>> = {
  same: 'Asked again how to be in touch safely: nothing has changed.',
  changed: 'Asked again how to be in touch safely: it has changed.',
  not_safe_to_ask: 'It was not safe to ask how to be in touch.',
};
