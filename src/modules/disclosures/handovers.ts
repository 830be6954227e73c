import type { Choice } from '#rules/words.ts';

/** Where somebody is helped when this is not the team that can help best. Never a dead end (V2a, L1.3). */
export const handovers = [
  { value: 'asb', label: 'Anti-social behaviour team' },
  { value: 'stalking', label: 'Stalking: police and a stalking service' },
  { value: 'hate_crime', label: 'Hate crime: police and a support service' },
  { value: 'cuckooing', label: 'Cuckooing: police and adult social care' },
  { value: 'child_safeguarding', label: 'Children’s services' },
  { value: 'adult_safeguarding', label: 'Adult social care' },
  { value: 'housing', label: 'Housing or tenancy support' },
  { value: 'other_landlord', label: 'Another landlord or council' },
  { value: 'other', label: 'Another service' },
] as const satisfies readonly Choice[];

export type Handover = (typeof handovers)[number]['value'];
