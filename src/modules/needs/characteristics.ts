import type { Choice } from '#rules/words.ts';

/** The protected characteristics (Equality Act 2010 s.4), and what specialists must be asked about besides. */
export const characteristics = [
  { value: 'age', label: 'Age' },
  { value: 'disability', label: 'Disability' },
  { value: 'gender_reassignment', label: 'Gender reassignment' },
  { value: 'marriage', label: 'Marriage and civil partnership' },
  { value: 'pregnancy', label: 'Pregnancy and maternity' },
  { value: 'race', label: 'Race, ethnicity or nationality' },
  { value: 'religion', label: 'Religion or belief' },
  { value: 'sex', label: 'Sex' },
  { value: 'orientation', label: 'Sexual orientation' },
  {
    value: 'honour_based',
    label: 'So-called honour',
    hint: 'Never contact the family, never mediate, and no interpreter from the community',
  },
  {
    value: 'immigration',
    label: 'Immigration status',
    hint: 'Give no immigration advice: refer to a registered adviser',
  },
] as const satisfies readonly Choice[];
export type Characteristic = (typeof characteristics)[number]['value'];
