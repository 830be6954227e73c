import type { Choice } from '#rules/words.ts';

/** Nobody asked yet; and somebody asked, who would rather not say. Neither is an answer, and neither is the other. */
export const unanswered = [
  { value: 'not_asked', label: 'Not asked yet' },
  { value: 'prefers_not', label: 'Prefers not to say' },
] as const satisfies readonly Choice[];

/** GSS harmonised ethnic groups: the group, then the answer. */
export const ethnicities = [
  { value: 'white_british', label: 'White: English, Welsh, Scottish, Northern Irish or British' },
  { value: 'white_irish', label: 'White: Irish' },
  { value: 'white_gypsy_traveller', label: 'White: Gypsy or Irish Traveller' },
  { value: 'white_roma', label: 'White: Roma' },
  { value: 'white_other', label: 'White: any other background' },
  { value: 'mixed_black_caribbean', label: 'Mixed: White and Black Caribbean' },
  { value: 'mixed_black_african', label: 'Mixed: White and Black African' },
  { value: 'mixed_asian', label: 'Mixed: White and Asian' },
  { value: 'mixed_other', label: 'Mixed: any other background' },
  { value: 'asian_indian', label: 'Asian: Indian' },
  { value: 'asian_pakistani', label: 'Asian: Pakistani' },
  { value: 'asian_bangladeshi', label: 'Asian: Bangladeshi' },
  { value: 'asian_chinese', label: 'Asian: Chinese' },
  { value: 'asian_other', label: 'Asian: any other background' },
  { value: 'black_african', label: 'Black: African' },
  { value: 'black_caribbean', label: 'Black: Caribbean' },
  { value: 'black_other', label: 'Black: any other background' },
  { value: 'other_arab', label: 'Arab' },
  { value: 'other_other', label: 'Any other ethnic group' },
] as const satisfies readonly Choice[];

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const satisfies readonly Choice[];

/** One question: how it is put, which answers there are, and whether the answer may be in one's own words. */
export interface Question {
  readonly name: EqualityName;
  readonly label: string;
  readonly hint?: string;
  readonly answers: readonly Choice[];
  readonly ownWords?: string;
}

export const equalityNames = [
  'ethnicity',
  'disability',
  'orientation',
  'religion',
  'sex',
  'gender',
  'pregnancy',
] as const;
export type EqualityName = (typeof equalityNames)[number];

/** In the words of the person; sex and gender identity are two questions (domain §14). */
export const questions: readonly Question[] = [
  { name: 'ethnicity', label: 'Ethnic group', answers: ethnicities, ownWords: 'In their own words' },
  {
    name: 'disability',
    label: 'A disability or long-term condition',
    answers: yesNo,
    ownWords: 'In their own words, and what helps',
  },
  {
    name: 'orientation',
    label: 'Sexual orientation',
    answers: [
      { value: 'straight', label: 'Straight or heterosexual' },
      { value: 'gay_lesbian', label: 'Gay or lesbian' },
      { value: 'bisexual', label: 'Bisexual' },
      { value: 'other', label: 'Another' },
    ],
    ownWords: 'In their own words',
  },
  {
    name: 'religion',
    label: 'Religion or belief',
    answers: [
      { value: 'none', label: 'None' },
      { value: 'christian', label: 'Christian' },
      { value: 'buddhist', label: 'Buddhist' },
      { value: 'hindu', label: 'Hindu' },
      { value: 'jewish', label: 'Jewish' },
      { value: 'muslim', label: 'Muslim' },
      { value: 'sikh', label: 'Sikh' },
      { value: 'other', label: 'Another' },
    ],
    ownWords: 'In their own words',
  },
  {
    name: 'sex',
    label: 'Sex',
    answers: [
      { value: 'female', label: 'Female' },
      { value: 'male', label: 'Male' },
    ],
  },
  {
    name: 'gender',
    label: 'Is their gender the same as the sex registered at birth?',
    answers: yesNo,
    ownWords: 'If not: the gender, in their own words',
  },
  { name: 'pregnancy', label: 'Pregnant, or gave birth in the last 18 months', answers: yesNo },
];

export type EqualityValue = Readonly<Record<EqualityName, string>> & Readonly<Record<WordsName, string>>;
export type WordsName = `${'ethnicity' | 'disability' | 'orientation' | 'religion' | 'gender'}Words`;

/** Was anything asked, whatever the answer? */
export function wasAsked(value: Readonly<Record<EqualityName, string>>): boolean {
  return equalityNames.some((name) => value[name] !== 'not_asked');
}

/** The answers of a question as a form offers them: those that are none come first, so that neither is a leftover. */
export function offered({ answers }: Question): readonly Choice[] {
  return [...unanswered, ...answers];
}
