import type { Choice } from '#rules/words.ts';

export const holders = [
  { value: 'alone', label: 'They hold the tenancy or lease alone' },
  { value: 'with_another', label: 'They hold it together with somebody' },
  {
    value: 'another',
    label: 'Somebody else holds it',
    hint: 'For example whoever they fear, a parent or a partner',
  },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];

export const spouses = [
  { value: 'yes', label: 'Yes, and this is or was their shared home' },
  { value: 'never_shared', label: 'Yes, but this never was, or was to be, their shared home' },
  { value: 'not_married', label: 'No, or not any more' },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];

/** How whoever may enter stands to it. Nobody is asked where asking is not safe. */
export const stands = [
  { value: 'keys', label: 'They get a key: nobody is shut out' },
  { value: 'agrees', label: 'They agree', hint: 'Freely, and asking was safe. Say below who asked, and how' },
  { value: 'court_order', label: 'A court has ordered that they stay away from this home' },
  { value: 'refuses', label: 'They do not agree' },
  { value: 'not_safe', label: 'Asking them is not safe' },
  { value: 'not_asked', label: 'They were not asked yet' },
] as const satisfies readonly Choice[];

export const ordersRead = [
  { value: 'yes', label: 'One of us has read it, and it names this home' },
  { value: 'no', label: 'We were told of it' },
] as const satisfies readonly Choice[];

export const owners = [
  { value: 'ours', label: 'We own it' },
  { value: 'agrees', label: 'Somebody else, who agrees to the works' },
  { value: 'refuses', label: 'Somebody else, who does not' },
  { value: 'not_known', label: 'Not known, or not asked yet' },
] as const satisfies readonly Choice[];

export const fireAnswers = [
  { value: 'agrees', label: 'Yes: it traps nobody, and a fire door stays one' },
  { value: 'refuses', label: 'Yes, and it would not be safe' },
  { value: 'not_asked', label: 'Nobody has yet' },
] as const satisfies readonly Choice[];

export const wishes = [
  { value: 'yes', label: 'They want it, as their own free choice' },
  { value: 'no', label: 'They do not want it' },
  { value: 'not_asked', label: 'They were not asked yet' },
] as const satisfies readonly Choice[];

export const yesNoUnknown = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];

export const fireServices = [
  { value: 'advised', label: 'The fire service has advised on it' },
  { value: 'not_yet', label: 'Not yet' },
] as const satisfies readonly Choice[];

type ValueOf<C extends readonly Choice[]> = C[number]['value'];

/** Who has a right in the home, as somebody writes it down. */
export interface Rights {
  readonly holder: ValueOf<typeof holders>;
  readonly holderStands: ValueOf<typeof stands> | null;
  readonly spouse: ValueOf<typeof spouses>;
  readonly spouseStands: ValueOf<typeof stands> | null;
  readonly orderWhat: string;
  readonly orderRead: boolean;
  readonly orderUntil: Temporal.PlainDate | null;
  readonly owner: ValueOf<typeof owners>;
  readonly fire: ValueOf<typeof fireAnswers>;
  readonly words: string;
}
