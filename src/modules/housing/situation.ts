import type { LandlordIs } from '#rules/facts.ts';
import type { Choice, TenancyType } from '#rules/words.ts';

/** Who holds the home. "They" are whom the case is about; whoever they fear may hold it alone or with them. */
export const holders = [
  { value: 'alone', label: 'They hold the tenancy or lease alone' },
  { value: 'jointly', label: 'They hold it together with whoever they fear' },
  { value: 'feared_alone', label: 'Whoever they fear holds it alone' },
  {
    value: 'others',
    label: 'Somebody else holds it',
    hint: 'For example a parent, a grown-up child or another joint tenant',
  },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];
export type Holder = (typeof holders)[number]['value'];

/** What they are to whoever they fear: it decides what a court can order or transfer (Family Law Act 1996 s.62). */
export const relations = [
  { value: 'married', label: 'Married, or civil partners', hint: 'Also while they live apart' },
  { value: 'was_married', label: 'Were married, or civil partners' },
  { value: 'couple', label: 'Live, or lived, together as a couple' },
  { value: 'partner', label: 'A partner, or a partner of before, who never lived with them' },
  { value: 'family', label: 'Family', hint: 'For example a grown-up child, a parent or a brother' },
  { value: 'other', label: 'None of these' },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];
export type Relation = (typeof relations)[number]['value'];

/** What they would like, as they said it. Nobody presses: not to have decided is an answer. */
export const wishes = [
  { value: 'stay', label: 'They would like to stay' },
  { value: 'leave', label: 'They would like to leave' },
  { value: 'not_decided', label: 'They have not decided' },
  { value: 'not_asked', label: 'They were not asked yet' },
] as const satisfies readonly Choice[];
export type Wish = (typeof wishes)[number]['value'];

/** Children of one of them, or of both: a court can act for a child. */
export const childrenAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];

/** Where the home is: housing law differs, and only England's is kept here. */
export const jurisdictions = [
  { value: 'england', label: 'England' },
  { value: 'elsewhere', label: 'Wales, Scotland or Northern Ireland' },
] as const satisfies readonly Choice[];
export type Jurisdiction = (typeof jurisdictions)[number]['value'];

/** All that decides which options there are. What nobody knows leaves an option in, with what has to be found out. */
export interface Situation {
  readonly tenancyType: TenancyType;
  readonly holder: Holder;
  readonly relation: Relation;
  readonly wish: Wish;
  /** Children for whom one of them is responsible; null: not known. */
  readonly children: boolean | null;
  readonly jurisdiction: Jurisdiction;
  /** Null: the landlord's policy does not say. */
  readonly landlord: LandlordIs | null;
}
