import type { AbuseType, Choice } from './words.ts';

/** What a Marac area takes for a repeat within twelve months of the last referral (domain §4). */
export const repeatDefinitions = [
  {
    value: 'any',
    label: 'Any abuse',
    hint: 'As the guidance has it: it need not be criminal or violent',
  },
  {
    value: 'violence_stalking_sexual',
    label: 'Violence, stalking or sexual abuse',
    hint: 'As some operating protocols have it. What is not known counts',
  },
] as const satisfies readonly Choice[];
export type RepeatDefinition = (typeof repeatDefinitions)[number]['value'];

/** The guidance's, until a landlord says otherwise. */
export const guidanceOnRepeats: RepeatDefinition = 'any';

/** What is neither violence, nor stalking, nor sexual, by itself. */
const neither: readonly AbuseType[] = [
  'controlling_or_coercive',
  'economic',
  'psychological_or_emotional',
  'technology',
  'immigration',
  'spiritual',
  'coerced_debt',
];

/** Does it count? What is not known is never held against anybody: it counts by either definition. */
export function countsAsRepeat(definition: RepeatDefinition, kinds: readonly AbuseType[]): boolean {
  return definition === 'any' || kinds.length === 0 || kinds.some((kind) => !neither.includes(kind));
}

/** "any abuse", as it stands in a sentence. */
export function repeatInWords(definition: RepeatDefinition): string {
  const label = repeatDefinitions.find(({ value }) => value === definition)?.label ?? definition;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
