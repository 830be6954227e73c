import type { Commitment } from '#rules/pack.ts';

/**
 * What there is for their home was gone through with them, or they said that they would rather not speak of it.
 * @param clauses those that promise it; @param person as the landlord says it
 */
export function optionsGoneThrough(clauses: readonly string[], person: string): Commitment {
  return {
    id: 'options',
    clauses,
    title: 'Housing and tenancy options are gone through',
    definition:
      'Of the cases that were opened, those in which within 20 working days housing options were gone through with ' +
      `the ${person}, with what they said to at least one, or they said that they would rather not speak of them. ` +
      'The policy names no time; the days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['housing.gone-through', 'housing.not-wanted'],
      per: 'case',
      withinWorkingDays: 20,
    },
  };
}

/** What there is for their home can be kept by them on paper, as the contact agreement allows. */
export function optionsOnPaper(clauses: readonly string[], people: string): Commitment {
  return {
    id: 'options-on-paper',
    clauses,
    title: 'Housing options on their own paper',
    definition:
      `How often ${people} were given on paper what there is for their home. Only over a way and at a place that ` +
      'they agreed, only what they chose to have there, and of what we could do about whoever they fear never a word.',
    measure: { kind: 'count', of: 'housing.copy-given', says: 'times given' },
  };
}

/** How often they would rather not speak of it, told apart: where many do, somebody should ask how they are asked. */
export function optionsNotWanted(clauses: readonly string[], people: string): Commitment {
  return {
    id: 'options-not-wanted',
    clauses,
    title: 'Would rather not speak of housing options',
    definition: `How often ${people} said so. It is theirs to decide: neither kept nor broken, and to be known.`,
    measure: { kind: 'count', of: 'housing.not-wanted', says: 'times' },
  };
}
