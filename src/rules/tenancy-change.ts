import { allowed, refused, type Verdict } from './facts.ts';
import type { Choice } from './words.ts';

/** By which way a tenancy may change for somebody who is at risk (domain §5). What is a Bill is none of them yet. */
export const changeRoutes = [
  {
    value: 'assignment',
    label: 'The other is taken off by an assignment or release',
    hint: 'Only where everybody who holds it agrees, and truly freely',
  },
  {
    value: 'court_transfer',
    label: 'A court transfers the tenancy',
    hint: 'Family Law Act 1996 Schedule 7: they apply, with a solicitor',
  },
  {
    value: 'property_order',
    label: 'A court orders it with a divorce, or for the children',
    hint: 'Matrimonial Causes Act 1973 s.24, Children Act 1989 Schedule 1',
  },
  {
    value: 'notice_and_regrant',
    label: 'They give notice, and have a new tenancy',
    hint: 'Their notice ends it for everybody. Everything below is settled first',
  },
  {
    value: 'landlord_new_tenancy',
    label: 'We end the tenancy of whoever is feared, and give them a new one',
    hint: 'What is done about whoever is feared passes its own gate, under Enforcement',
  },
] as const satisfies readonly Choice[];
export type ChangeRoute = (typeof changeRoutes)[number]['value'];

/** What is settled before a notice of theirs is served, or anything else is done (domain §5: the seven). */
export const checklist = [
  { value: 'advice', label: 'Independent legal advice was offered' },
  {
    value: 'home',
    label: 'A new tenancy or home is decided in writing, at the right level, with days',
  },
  { value: 'arrears', label: 'Arrears and benefits are worked out' },
  { value: 'security', label: 'Nobody loses greater security without knowing it' },
  { value: 'retaliation', label: 'There is a plan for what whoever is feared may do' },
  { value: 'possession', label: 'It is settled what happens if whoever is feared stays' },
  { value: 'claim', label: 'No claim for a transfer waits at a court' },
] as const satisfies readonly Choice[];
export type CheckItem = (typeof checklist)[number]['value'];

const always: readonly CheckItem[] = ['advice', 'arrears', 'security', 'retaliation'];
/** What each way needs settled first. */
export const needed: Readonly<Record<ChangeRoute, readonly CheckItem[]>> = {
  assignment: [...always, 'claim'],
  court_transfer: ['advice', 'retaliation'],
  property_order: ['advice', 'retaliation'],
  notice_and_regrant: checklist.map(({ value }) => value),
  landlord_new_tenancy: [...always, 'home', 'possession'],
};

/** Each is answered with who, when and from what that is known; a no, and what nobody knows, hold it. */
export const itemAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Nobody knows yet' },
] as const satisfies readonly Choice[];
export type ItemAnswer = (typeof itemAnswers)[number]['value'];

export interface ChangeFacts {
  readonly route: ChangeRoute;
  /** The newest answer to each; what is missing was never asked. */
  readonly answered: Readonly<Partial<Record<CheckItem, ItemAnswer>>>;
}

/** What is not settled yet, in the order in which it is asked. */
export function notSettled({ route, answered }: ChangeFacts): readonly CheckItem[] {
  return checklist
    .map(({ value }) => value)
    .filter((item) => needed[route].includes(item) && answered[item] !== 'yes');
}

/** What became of it. That they do not want it is never a failure. */
export const changeSteps = [
  { value: 'agreed', label: 'We agree to it: it may be done' },
  { value: 'refused', label: 'We cannot do it', hint: 'Say why, and what else there is' },
  { value: 'done', label: 'It is done' },
  { value: 'not_wanted', label: 'They do not want it, or not any more' },
  { value: 'undone', label: 'It was undone, or written down in error' },
] as const satisfies readonly Choice[];
export type ChangeStep = (typeof changeSteps)[number]['value'];

/** What comes next, by what came last; null: it was asked for. */
const next: Readonly<Record<ChangeStep | 'asked', readonly ChangeStep[]>> = {
  asked: ['agreed', 'refused', 'not_wanted'],
  agreed: ['done', 'refused', 'not_wanted', 'undone'],
  refused: ['agreed', 'not_wanted'],
  done: ['undone'],
  not_wanted: ['agreed'],
  undone: ['agreed', 'not_wanted'],
};

export function stepsAfter(last: ChangeStep | null): readonly ChangeStep[] {
  return next[last ?? 'asked'];
}

/** How the new tenancy stands beside the one of before. A probation is never begun anew because of abuse. */
export const securities = [
  { value: 'same', label: 'The same security as before, or more' },
  {
    value: 'less',
    label: 'Less',
    hint: 'Only where they know what they give up, want it all the same, and it is written down why',
  },
  { value: 'no_change', label: 'Their tenancy is the one of before' },
] as const satisfies readonly Choice[];
export type Security = (typeof securities)[number]['value'];

export interface StepFacts extends ChangeFacts {
  /** What came last; null: it was asked for. */
  readonly last: ChangeStep | null;
  readonly step: ChangeStep;
  readonly security: Security | null;
  /** Whoever takes the step is a manager, and not the one who wrote it down. */
  readonly isAnotherManager: boolean;
}

/** May it be written down that it is so? What is not settled holds whatever ends or changes a tenancy. */
export function mayStep({ last, step, security, isAnotherManager, ...facts }: StepFacts): Verdict {
  const no = (reason: string) => refused(reason, 'perpetrator-gate');
  if (!stepsAfter(last).includes(step)) return no('Something else was written down meanwhile.');
  if (step === 'agreed' || step === 'refused' || security === 'less')
    if (!isAnotherManager) return no('A manager decides it, and not whoever wrote it down.');
  const [open] = step === 'agreed' || step === 'done' ? notSettled(facts) : [];
  return open === undefined ? allowed : no(`Not settled yet: ${itemInWords(open)}.`);
}

function itemInWords(item: CheckItem): string {
  const label = checklist.find(({ value }) => value === item)?.label ?? item;
  return `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
}
