import type { OfferKind } from './offer-kind.ts';
import { someWords, whole, yesOrNo } from './questions.ts';
import { securityKinds } from './security-kinds.ts';

/** An offer is not advice to take it, and the order says nothing. */
const kinds = [
  {
    ...{ value: 'specialist', label: 'A specialist domestic abuse service', group: 'People', by: 'agency' },
    asks: { wish: someWords('What they would like from it'), language: someWords('In which language') },
    ...{ consent: true, followUpDays: 14 },
  },
  {
    ...{ value: 'advocate', label: 'An independent advocate', group: 'People', by: 'agency' },
    ...{ consent: true, followUpDays: 14 },
  },
  {
    ...{ value: 'counselling', label: 'Counselling', group: 'People', by: 'agency' },
    asks: { wish: someWords('With whom they would feel safe: a woman, a man, online, in a group') },
    ...{ consent: true, followUpDays: 28 },
  },
  {
    ...{ value: 'wellbeing', label: 'Mental health and wellbeing support', group: 'People', by: 'agency' },
    ...{ consent: true, followUpDays: 28 },
  },
  {
    ...{ value: 'tenancy_support', label: 'Tenancy support by our own team', group: 'People', by: 'us' },
    asks: { wish: someWords('What would help most') },
    followUpDays: 28,
  },
  {
    ...{ value: 'money', label: 'Advice on money and benefits', group: 'People', by: 'us' },
    asks: { wish: someWords('What is on their mind: debts, benefits, an account of their own') },
    followUpDays: 28,
  },
  {
    ...{ value: 'legal', label: 'Legal advice, and orders of a court', group: 'People', by: 'agency' },
    ...{ consent: true, followUpDays: 14 },
  },
  {
    ...{ value: 'children', label: 'Support for the children', group: 'People', by: 'agency' },
    asks: { ages: someWords('How old they are, and what they need') },
    ...{ consent: true, followUpDays: 28 },
  },
  {
    ...{ value: 'interpreter', label: 'An interpreter', group: 'People', by: 'supplier' },
    asks: {
      language: someWords('Which language, and whom they would feel safe with'),
      stranger: yesOrNo('Have they said that it must be somebody from outside their community?'),
    },
    ...{ cost: true, followUpDays: 7 },
  },
  {
    ...{ value: 'phone_monitoring', label: 'Phone monitoring', group: 'People', by: 'agency' },
    asks: { how: someWords('Which phone, and who else may see it') },
    ...{ consent: true, followUpDays: 7 },
  },
  {
    ...{ value: 'safe_phone', label: 'A safe phone', group: 'Things and money', by: 'stock' },
    asks: { kept: someWords('Where it can be kept so that nobody finds it') },
    ...{ followUpDays: 7, testDays: 90 },
  },
  {
    ...{ value: 'personal_alarm', label: 'A personal alarm', group: 'Things and money', by: 'stock' },
    asks: { how: someWords('Where they would carry it, and whether they can hear and press it') },
    ...{ followUpDays: 7, testDays: 30 },
  },
  {
    ...{ value: 'food_voucher', label: 'A food voucher', group: 'Things and money', by: 'supplier' },
    asks: { people: whole('For how many people'), how: someWords('How it can reach them safely') },
    ...{ cost: true, followUpDays: 7 },
  },
  {
    ...{ value: 'utility_help', label: 'Help with gas, electricity or water', group: 'Things and money' },
    ...{ by: 'supplier', asks: { meter: someWords('What is owed or running out, and in whose name it is') } },
    ...{ cost: true, followUpDays: 7 },
  },
  {
    ...{ value: 'household_items', label: 'Essential household items', group: 'Things and money' },
    ...{ by: 'supplier', asks: { items: someWords('Which items') } },
    ...{ carried: true, cost: true, followUpDays: 14 },
  },
  {
    ...{
      value: 'white_goods',
      label: 'White goods for a new home',
      group: 'Things and money',
      by: 'supplier',
    },
    asks: { items: someWords('Which: a cooker, a fridge, a washing machine, and whether it runs on gas') },
    ...{ carried: true, cost: true, followUpDays: 14 },
  },
  {
    ...{ value: 'furniture', label: 'Essential furniture for a new home', group: 'Things and money' },
    ...{ by: 'supplier', asks: { items: someWords('Which pieces, and for how many people') } },
    ...{ carried: true, cost: true, followUpDays: 14 },
  },
  {
    ...{ value: 'travel', label: 'Travel to safety', group: 'Things and money', by: 'supplier' },
    asks: {
      people: whole('For how many people'),
      how: someWords('From where, and how they can leave unseen'),
    },
    ...{ cost: true, followUpDays: 1 },
  },
  ...securityKinds,
  { value: 'stay_safely', label: 'Help to stay safely at home', group: 'Home and tenancy', by: null },
  { value: 'tenancy_change', label: 'A change of the tenancy', group: 'Home and tenancy', by: null },
  { value: 'move', label: 'A move to another home', group: 'Home and tenancy', by: null },
  { value: 'police', label: 'A report to the police, together', group: 'Other', by: null },
  { value: 'other', label: 'Something else', group: 'Other', by: null },
  {
    value: 'security',
    label: 'Security of the home: locks, lights, alarms, a doorbell with a camera',
    ...{ group: 'Other', by: null, retired: true },
  },
  {
    ...{ value: 'sanctuary', label: 'A safe room in the home', group: 'Other', by: null },
    retired: true,
  },
  {
    ...{ value: 'equipment', label: 'A safe phone or a personal alarm', group: 'Other', by: 'stock' },
    ...{ followUpDays: 7, retired: true },
  },
  {
    ...{ value: 'grants', label: 'Vouchers, essential items or furniture', group: 'Other', by: 'supplier' },
    ...{ cost: true, followUpDays: 14, retired: true },
  },
] as const satisfies readonly OfferKind[];

export type KindOfOffer = (typeof kinds)[number]['value'];

/** All that there are, those that are offered no more included. */
export const offerKinds: readonly (OfferKind & { readonly value: KindOfOffer })[] = kinds;

/** What can be offered today. */
export const offeredToday = offerKinds.filter(({ retired }) => !retired);

/** What an offer is of; what no list has any more keeps only what they decided. */
export function kindOf(kind: string): OfferKind {
  return (
    offerKinds.find(({ value }) => value === kind) ?? { value: kind, label: kind, group: 'Other', by: null }
  );
}

/** Done by a contractor in the home: only that they confirm it keeps what was promised. */
export function isWorks(kind: string): boolean {
  return kindOf(kind).by === 'works';
}
