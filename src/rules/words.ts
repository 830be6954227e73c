import type { Words } from './pack.ts';

/*
 * Terminology: the one place where a landlord's own words are inflected, and the labels that pages share. Stored values
 * are snake_case and never change; labels may.
 */

/** "Victim" from "victim", for the start of a sentence or a label. */
export function capitalised(phrase: string): string {
  return phrase.slice(0, 1).toUpperCase() + phrase.slice(1);
}

/** "victim's" and "victims'". */
export function possessive(phrase: string): string {
  return phrase.endsWith('s') ? `${phrase}’` : `${phrase}’s`;
}

/** "a victim", "an alleged perpetrator". */
export function withArticle(phrase: string): string {
  return /^[aeiou]/i.test(phrase) ? `an ${phrase}` : `a ${phrase}`;
}

/** "1 survivor", "3 survivors". */
export function counted(number: number, words: Words): string {
  return `${number} ${number === 1 ? words.person : words.people}`;
}

/** A value that is stored, and what a person reads. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/** The values of a list, for a schema. */
export function valuesOf<T extends string>(choices: readonly Choice<T>[]): readonly T[] {
  return choices.map((choice) => choice.value);
}

/** The label of a stored value; a value that is no longer offered reads as it is stored. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? capitalised(value.replaceAll('_', ' '));
}

/** How a disclosure came in (domain §2; Livv 2.2). Who told is another question: `toldBy`. */
export const routes = [
  { value: 'face_to_face', label: 'Face to face', hint: 'At an office, a surgery or in the street' },
  { value: 'home_visit', label: 'Home visit' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'web_chat', label: 'Web chat' },
  { value: 'web_form', label: 'Help site' },
  { value: 'letter', label: 'Letter' },
  { value: 'seen_by_colleague', label: 'Seen or suspected by a colleague' },
  {
    value: 'seen_by_contractor',
    label: 'Seen or suspected during repairs',
    hint: 'Damaged doors, locks outside bedrooms, repeated lock changes',
  },
  { value: 'new_letting', label: 'New letting or sign-up' },
  { value: 'agency', label: 'Police or another agency' },
  {
    value: 'tenancy_matter',
    label: 'Came up in another tenancy matter',
    hint: 'Anti-social behaviour, arrears, abandonment, a joint tenant’s notice',
  },
] as const satisfies readonly Choice[];
export type Route = (typeof routes)[number]['value'];

/** Who told us (VIVID 4.1). Whoever it was is never named to anybody outside the team. */
export const toldBy = [
  { value: 'person', label: 'The person themselves' },
  { value: 'friend_family', label: 'A friend or family member' },
  { value: 'neighbour', label: 'A neighbour' },
  { value: 'colleague', label: 'A colleague' },
  { value: 'contractor', label: 'A contractor' },
  { value: 'agency', label: 'The police or another agency' },
] as const satisfies readonly Choice[];
export type ToldBy = (typeof toldBy)[number]['value'];

/** The first five are those of the Domestic Abuse Act 2021 s.1(3); the others name what specialists need to know. */
export const abuseTypes = [
  { value: 'physical_or_sexual', label: 'Physical or sexual' },
  { value: 'violent_or_threatening', label: 'Violent or threatening' },
  { value: 'controlling_or_coercive', label: 'Controlling or coercive' },
  {
    value: 'economic',
    label: 'Economic or financial',
    hint: 'Getting, using or keeping money or property, or obtaining goods or services',
  },
  { value: 'psychological_or_emotional', label: 'Psychological, emotional or other' },
  { value: 'strangulation', label: 'Strangulation or suffocation' },
  { value: 'stalking_or_harassment', label: 'Stalking or harassment' },
  { value: 'honour_based', label: 'So-called honour-based abuse', hint: 'Never contact the family' },
  { value: 'forced_marriage', label: 'Forced marriage', hint: 'Never contact the family' },
  { value: 'fgm', label: 'Female genital mutilation' },
  { value: 'technology', label: 'Through technology', hint: 'Phones, accounts, trackers, cameras' },
  { value: 'intimate_images', label: 'Intimate images shared or threatened' },
  {
    value: 'immigration',
    label: 'Immigration',
    hint: 'Threats about a visa, documents kept, being left abroad',
  },
  { value: 'spiritual', label: 'Spiritual or religious' },
  {
    value: 'reproductive_or_health',
    label: 'Reproductive or health',
    hint: 'Contraception, pregnancy, medicine',
  },
  { value: 'post_separation', label: 'After separation' },
  { value: 'child_to_parent', label: 'By a child towards a parent', hint: 'Adolescent or adult' },
  { value: 'elder', label: 'Of an older person' },
  { value: 'pets', label: 'Harm or threats to pets' },
  { value: 'coerced_debt', label: 'Coerced debt' },
] as const satisfies readonly Choice[];
export type AbuseType = (typeof abuseTypes)[number]['value'];

/** How the two are personally connected: Domestic Abuse Act 2021 s.2, then what it does not cover. */
export const connections = [
  { value: 'married', label: 'Married, now or before' },
  { value: 'civil_partners', label: 'Civil partners, now or before' },
  { value: 'engaged', label: 'Agreed to marry, even if it has ended' },
  { value: 'cp_agreement', label: 'Agreed to a civil partnership, even if it has ended' },
  { value: 'intimate', label: 'In an intimate personal relationship, now or before' },
  { value: 'co_parents', label: 'Parents of, or responsible for, the same child, now or before' },
  {
    value: 'relatives',
    label: 'Relatives',
    hint:
      'Parents, children, siblings, grandparents, aunts, uncles, nieces, nephews and first cousins; ' +
      'also by marriage, and those of a partner who lives or lived with them',
  },
  {
    value: 'not_connected',
    label: 'None of these',
    hint: 'A housemate, neighbour or unrelated carer. We still help',
  },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];
export type Connection = (typeof connections)[number]['value'];

/** The part that somebody has in a case. Nothing to do with the roles of staff. */
export const partsInCase = [
  'at_risk',
  'child_victim',
  'household_member',
  'alleged_perpetrator',
  'witness',
  'supporter',
] as const;
export type PartInCase = (typeof partsInCase)[number];

/** @param words the landlord's: VIVID reads "Victim", Livv "Survivor". */
export function partLabel(part: PartInCase, words: Words): string {
  return {
    at_risk: capitalised(words.person),
    child_victim: `Child ${words.person}`,
    household_member: 'Household member',
    alleged_perpetrator: `Alleged ${words.perpetrator}`,
    witness: 'Witness',
    supporter: 'Supporter',
  }[part];
}

export function partChoices(words: Words): readonly Choice<PartInCase>[] {
  return partsInCase.map((value) => ({ value, label: partLabel(value, words) }));
}

/** How a home is held (domain §5). Every one of them is covered by both policies. */
export const tenures = [
  { value: 'rented', label: 'Rented' },
  { value: 'licence', label: 'Licence, refuge or supported housing' },
  { value: 'shared_ownership', label: 'Shared ownership' },
  { value: 'leasehold', label: 'Leasehold' },
  { value: 'none', label: 'Lives there without a tenancy' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type Tenure = (typeof tenures)[number]['value'];

/** The kinds of tenancy that the law tells apart (domain §5). */
export const tenancyTypes = [
  { value: 'assured_periodic', label: 'Assured, periodic' },
  { value: 'assured_fixed_term', label: 'Assured, fixed term' },
  { value: 'assured_shorthold', label: 'Assured shorthold' },
  { value: 'starter', label: 'Starter', hint: '12 months, which may be extended by 6' },
  { value: 'secure', label: 'Secure', hint: 'Councils' },
  { value: 'flexible', label: 'Flexible', hint: 'Secure for a fixed term' },
  { value: 'introductory', label: 'Introductory', hint: '12 months, which may be extended by 6' },
  { value: 'licence', label: 'Licence' },
  { value: 'shared_ownership_lease', label: 'Shared-ownership lease' },
  { value: 'long_lease', label: 'Long lease' },
  { value: 'none', label: 'No tenancy' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type TenancyType = (typeof tenancyTypes)[number]['value'];
