import type { Commitment } from '#rules/pack.ts';

/* What every case is asked about or is to hold, where a policy names no time: Lintel's own days. */

export function dangerAsked(clauses: readonly string[]): Commitment {
  return {
    id: 'danger-asked',
    clauses,
    title: 'Immediate danger is asked about first',
    definition:
      'Of the disclosures received, those in which the question about immediate danger was answered ' +
      'by the end of the next working day. The policy names no time; the day is Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'disclosure.received',
      shownBy: ['disclosure.danger-answered'],
      per: 'disclosure',
      withinWorkingDays: 1,
    },
  };
}

export function definitionChecked(clauses: readonly string[]): Commitment {
  return {
    id: 'definition-checked',
    clauses,
    title: 'The definition is checked, and never delays help',
    definition:
      'Of the disclosures received, those whose definition check was recorded, with its reasons, within ' +
      '5 working days. The policy names no time; the 5 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'disclosure.received',
      shownBy: ['disclosure.definition-checked'],
      per: 'disclosure',
      withinWorkingDays: 5,
    },
  };
}

export function everyoneAffected(clauses: readonly string[]): Commitment {
  return {
    id: 'everyone-affected',
    clauses,
    title: 'Everyone affected is named in the case',
    definition:
      'Of the cases opened, those in which a person and their part in it (household member, ' +
      'child, witness, alleged perpetrator) were recorded within 5 working days. The policy names no ' +
      'time; the 5 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['case.person-added'],
      per: 'case',
      withinWorkingDays: 5,
    },
  };
}

export function childrenAsked(clauses: readonly string[]): Commitment {
  return {
    id: 'children-asked',
    clauses,
    title: 'Children are asked about in every case',
    definition:
      'Of the cases opened, those in which the question about children was answered within 5 working days. ' +
      'The policy names no time; the 5 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['case.children-asked'],
      per: 'case',
      withinWorkingDays: 5,
    },
  };
}

export function childNeeds(clauses: readonly string[]): Commitment {
  return {
    id: 'child-needs',
    clauses,
    title: 'A child is somebody with needs of their own',
    definition:
      'Of the cases in which a child was recorded as harmed, those in which what the child needs was ' +
      'written down within 20 working days. The policy names no time; the 20 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.child-added',
      shownBy: ['child-needs.recorded'],
      per: 'case',
      withinWorkingDays: 20,
    },
  };
}

export function adviceSought(clauses: readonly string[]): Commitment {
  return {
    id: 'advice-sought',
    clauses,
    title: 'Advice is sought where who somebody is plays a part',
    definition:
      'Of the cases in which a characteristic was marked as playing a part in the abuse, those ' +
      'in which best-practice advice was sought within 7 working days. The policy names no time; ' +
      'the 7 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'factor.marked',
      shownBy: ['advice.sought'],
      per: 'case',
      withinWorkingDays: 7,
    },
  };
}
