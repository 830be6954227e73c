import type { Choice } from './words.ts';

/** What something is shared for (V3.2, V4.8b, L1.6, L2.8, L2.10). */
export const sharePurposes = [
  { value: 'safety', label: 'To keep them, a child or somebody else safe' },
  { value: 'support', label: 'Support, advice or counselling for them' },
  { value: 'housing', label: 'A home: a move, a tenancy, homelessness' },
  { value: 'prosecution', label: 'An investigation, a prosecution or an order of a court' },
  { value: 'money', label: 'Money, benefits or debts' },
] as const satisfies readonly Choice[];
export type SharePurpose = (typeof sharePurposes)[number]['value'];

/** What kinds of things are told. Agreeing to one never implies another. */
export const dataKinds = [
  { value: 'who', label: 'Who it is about: their name and date of birth' },
  { value: 'account', label: 'What happened, as it is written in the chronology' },
  { value: 'risk', label: 'Assessments of the risk' },
  { value: 'plan', label: 'The action plan' },
  { value: 'family', label: 'Children and others of the household' },
  { value: 'health', label: 'Health, and what they need' },
  { value: 'home', label: 'Home, tenancy and rent' },
  { value: 'contact', label: 'How to reach them, and where they are' },
] as const satisfies readonly Choice[];
export type DataKind = (typeof dataKinds)[number]['value'];

/** Who receives it: what the law lets one agency be told, it may not let another (domain §4). */
export const recipientSorts = [
  { value: 'specialist', label: 'A specialist service', hint: 'An Idva, a refuge, counselling' },
  { value: 'police', label: 'The police' },
  { value: 'council', label: 'A council', hint: 'Housing, children’s or adults’ social care' },
  { value: 'health', label: 'Health', hint: 'A GP, a hospital, mental health' },
  { value: 'marac', label: 'A Marac', hint: 'Everybody at the meeting hears it' },
  { value: 'court', label: 'A court or a solicitor', hint: 'Expect that the other side reads all of it' },
  { value: 'other', label: 'Another agency' },
] as const satisfies readonly Choice[];
export type RecipientSort = (typeof recipientSorts)[number]['value'];

/** Given, or refused, which is no failure (domain §4). */
export const consentAnswers = [
  { value: 'given', label: 'Yes, they agree' },
  {
    value: 'refused',
    label: 'No, they do not agree',
    hint: 'That is their decision, and no failure of anybody’s',
  },
] as const satisfies readonly Choice[];
export type ConsentAnswer = (typeof consentAnswers)[number]['value'];

/** From whom it comes. */
export const givers = [
  { value: 'person', label: 'From them, in their own words' },
  { value: 'interpreter', label: 'From them, through a professional interpreter' },
  { value: 'authority', label: 'From an attorney or a deputy who decides for them by law' },
  { value: 'family', label: 'From a relative, or through a relative or friend who interpreted' },
  { value: 'other', label: 'From somebody else' },
] as const satisfies readonly Choice[];
export type Giver = (typeof givers)[number]['value'];

/** Who else could hear when they were asked. */
export const listeners = [
  { value: 'nobody', label: 'Nobody else' },
  { value: 'professional', label: 'A professional', hint: 'An advocate, an interpreter, a colleague' },
  { value: 'chosen', label: 'Somebody whom they wanted there' },
  { value: 'feared', label: 'Whoever they fear, or family on that side' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type Listener = (typeof listeners)[number]['value'];

/** What they said later of something they had agreed to. Either stops at once what is not yet sent. */
export const consentChanges = [
  { value: 'withdrawn', label: 'They take it back' },
  {
    value: 'unsure',
    label: 'They are not sure any more',
    hint: 'Nothing is shared until they were asked again',
  },
] as const satisfies readonly Choice[];
export type ConsentChange = (typeof consentChanges)[number]['value'];
