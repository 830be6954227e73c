import type { Choice } from '#rules/words.ts';

/** What the person says of it (domain §4). */
export const views = [
  { value: 'agrees', label: 'They agree' },
  {
    value: 'disagrees',
    label: 'They do not agree',
    hint: 'What they say, and why it is shared nevertheless',
  },
  { value: 'not_asked', label: 'They were not asked', hint: 'Why not' },
  { value: 'not_safe_to_ask', label: 'It is not safe to ask them', hint: 'What would happen' },
] as const satisfies readonly Choice[];
export type View = (typeof views)[number]['value'];

/** Whether they know. */
export const tellings = [
  { value: 'told', label: 'They have been told' },
  { value: 'will_be', label: 'They will be told', hint: 'When, and by whom' },
  { value: 'not_told', label: 'They are not told', hint: 'Why: telling them would put somebody at risk' },
] as const satisfies readonly Choice[];
export type Telling = (typeof tellings)[number]['value'];
