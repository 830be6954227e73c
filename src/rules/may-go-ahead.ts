import { allowed, refused, type Verdict } from './facts.ts';
import { ends, type TenancyEvent } from './tenancy-events.ts';
import type { Choice } from './words.ts';

/** Who is behind it, as far as was found out. Not known is an answer of its own, and never a yes. */
export const servedBys = [
  { value: 'them', label: 'They themselves' },
  {
    value: 'feared',
    label: 'Whoever is feared, alone',
    hint: 'Or somebody for them. Get legal advice today, and consider a new tenancy for the other',
  },
  { value: 'together', label: 'Both, or everybody who holds the tenancy' },
  {
    value: 'somebody_else',
    label: 'Somebody else',
    hint: 'For instance family after a death, or the council',
  },
  { value: 'not_known', label: 'Nobody knows yet' },
] as const satisfies readonly Choice[];
export type ServedBy = (typeof servedBys)[number]['value'];

/** Whether it is their own will, asked of them alone and in the agreed way. */
export const freeWills = [
  { value: 'free', label: 'Yes: asked alone, in a safe way' },
  { value: 'pressed', label: 'No: they are pressed, or do not want it' },
  { value: 'not_safe_to_ask', label: 'Nobody could ask safely yet' },
  { value: 'not_asked', label: 'Nobody has asked yet' },
  {
    value: 'nobody_to_ask',
    label: 'There is nobody to ask',
    hint: 'They have died, or it was entered in error',
  },
] as const satisfies readonly Choice[];
export type FreeWill = (typeof freeWills)[number]['value'];

export const advices = [
  { value: 'had', label: 'They had independent legal advice' },
  { value: 'offered', label: 'It was offered, and they would rather not' },
  { value: 'not_yet', label: 'Not yet' },
  { value: 'not_needed', label: 'Nobody here needs it', hint: 'Not where somebody may suffer for it' },
] as const satisfies readonly Choice[];
export type Advice = (typeof advices)[number]['value'];

export const homes = [
  {
    value: 'decided',
    label: 'It is decided in writing, with days',
    hint: 'A new tenancy of this home, or another home of no less security',
  },
  { value: 'nothing_changes', label: 'Nobody’s home changes by it' },
  { value: 'not_yet', label: 'Not yet' },
] as const satisfies readonly Choice[];
export type HomeDecided = (typeof homes)[number]['value'];

export interface Found {
  readonly servedBy: ServedBy;
  readonly freeWill: FreeWill;
  readonly advice: Advice;
  readonly home: HomeDecided;
}

export interface GoesAheadFacts {
  readonly kind: TenancyEvent;
  /** It concerns a case: somebody may suffer for it. */
  readonly inCase: boolean;
  readonly danger: boolean;
  /** The newest; null: nobody has found out anything yet. */
  readonly found: Found | null;
}

/** Each reason by a name that PostgreSQL gives too (`lintel.tenancy_event_shut`), and in its order. */
export const againstIt = {
  nothing_found: 'Nobody has written down what was found out.',
  danger: 'A danger stands in this case.',
  not_known_who: 'Nobody knows yet who is behind it.',
  feared_served: 'Whoever is feared serves it alone.',
  pressed: 'It is not their own will.',
  not_asked: 'Nobody has asked them alone, in a safe way, whether they want it.',
  no_advice: 'Independent legal advice was not offered yet.',
  no_home: 'It is not decided in writing where they would live, and with what security.',
} as const;
export type AgainstIt = keyof typeof againstIt;

/** Everything that speaks against it. Under no policy anybody overrides one of them. */
export function whyNotAhead({ kind, inCase, danger, found }: GoesAheadFacts): readonly AgainstIt[] {
  if (found === null) return ['nothing_found'];
  const { servedBy, freeWill, advice, home } = found;
  const asked = freeWill !== 'not_safe_to_ask' && freeWill !== 'not_asked';
  const against: readonly (AgainstIt | false)[] = [
    inCase && danger && 'danger',
    servedBy === 'not_known' && 'not_known_who',
    servedBy === 'feared' && 'feared_served',
    freeWill === 'pressed' && 'pressed',
    (!asked || (inCase && freeWill === 'nobody_to_ask')) && 'not_asked',
    inCase && (advice === 'not_yet' || advice === 'not_needed') && 'no_advice',
    inCase && (home === 'not_yet' || (home === 'nothing_changes' && ends(kind))) && 'no_home',
  ];
  return against.filter((each) => each !== false);
}

/** May the tenancy be changed as was asked? Blank is not no: what nobody has found out holds it. */
export function mayGoAhead(facts: GoesAheadFacts): Verdict {
  const [first] = whyNotAhead(facts);
  return first === undefined ? allowed : refused(againstIt[first], 'perpetrator-gate');
}

/** How it is answered: it goes ahead, or not, or the law has ended the tenancy already. */
export const answers = [
  { value: 'goes_ahead', label: 'It goes ahead' },
  {
    value: 'stopped',
    label: 'It is stopped',
    hint: 'Nothing is changed, and whoever asked is told to do nothing',
  },
  { value: 'withdrawn', label: 'It was taken back by whoever gave it' },
  {
    value: 'ended_by_law',
    label: 'The law ended the tenancy: the notice was valid',
    hint: 'What happens next, and to whom, is agreed with whoever manages the home',
  },
] as const satisfies readonly Choice[];
export type EventAnswer = (typeof answers)[number]['value'];
