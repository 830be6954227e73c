import { type RepeatDefinition, repeatInWords } from '#rules/repeat.ts';

/** A case that comes within twelve months, by which definition it was weighed, and whether it counts. */
export interface WeighedRepeat {
  readonly definition: RepeatDefinition;
  readonly counts: boolean;
}

/** "A repeat within 12 months, by the definition that holds here: any abuse." */
export function repeatWords({ definition, counts }: WeighedRepeat): string {
  const says = repeatInWords(definition);
  return counts
    ? `A repeat within 12 months, by the definition that holds here: ${says}.`
    : `Again within 12 months. By the definition that holds here (${says}) it does not count as a repeat.`;
}
