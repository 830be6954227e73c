import type { Choice } from '#rules/words.ts';

/** What came of asking: each is an answer, and none a failure of theirs (V3.4, L2.1c). */
export const outcomes = [
  { value: 'made', label: 'You looked at it together' },
  { value: 'later', label: 'Not now', hint: 'They may name a day. Before it nobody asks' },
  {
    value: 'declined',
    label: 'They would rather not',
    hint: 'Their decision. Nothing that is offered depends on it',
  },
] as const satisfies readonly Choice[];
export type Outcome = (typeof outcomes)[number]['value'];

export const waysOfLooking = [
  { value: 'at_home', label: 'In the home, with them' },
  { value: 'phone', label: 'On the phone, as agreed' },
  { value: 'elsewhere', label: 'At another safe place' },
] as const satisfies readonly Choice[];
export type WayOfLooking = (typeof waysOfLooking)[number]['value'];

/** What is looked at (domain §6). Nothing has to be: a blank says that nobody looked. */
export const areas = [
  {
    value: 'entry',
    label: 'Doors and windows',
    hint: 'Front, back, balcony, shared entrance; what is broken',
  },
  { value: 'sight', label: 'Who can see in, and what is dark', hint: 'Paths, hedges, lights, bins' },
  {
    value: 'keys',
    label: 'Keys and fobs',
    hint: 'Who holds any: also a neighbour, a carer, a school friend',
  },
  {
    value: 'devices',
    label: 'Smart devices and accounts',
    hint: 'Doorbell, speaker, heating, television, car. Change nothing yet: whoever set them up may be told of it',
  },
  { value: 'children', label: 'The children’s ways', hint: 'To school, to friends, who collects them' },
  {
    value: 'outside',
    label: 'Garage, shed, garden, car',
    hint: 'Tools and ladders by which somebody gets in',
  },
  { value: 'fire', label: 'Fire, and the way out', hint: 'Letterbox, smoke alarms, a second way out' },
  { value: 'needs', label: 'Disability and health', hint: 'Can they reach, hear, see and open everything?' },
  { value: 'consent', label: 'Whose doors and walls they are', hint: 'A lease, a fire door, a shared stair' },
] as const satisfies readonly Choice[];
export type Area = (typeof areas)[number]['value'];

export const areaAnswers = [
  { value: 'fine', label: 'Nothing is needed' },
  { value: 'needed', label: 'Something would help' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type AreaAnswer = (typeof areaAnswers)[number]['value'];

/** One area, as far as somebody looked at it. */
export interface Looked {
  readonly area: Area;
  readonly answer: AreaAnswer;
  readonly words: string;
}

/** The names of an area’s fields. */
export const fieldOf = (area: Area) => `area-${area}`;
export const wordsOf = (area: Area) => `words-${area}`;
