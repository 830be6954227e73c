import { type Purpose, purposes } from '#rules/purposes.ts';
import type { Choice } from '#rules/words.ts';

/** What a test says: whoever reads it by mistake learns nothing. */
export const testWords = 'This is a test message. Nothing needs to be done.';

export const testChannels = [
  { value: 'text', label: 'A text message' },
  { value: 'email', label: 'An e-mail' },
] as const satisfies readonly Choice[];
export type TestChannel = (typeof testChannels)[number]['value'];

/** How many messages stand how, over one channel; of those that are held, also by what that rests on. */
export interface Count {
  readonly channel: string;
  readonly state: string;
  /** `''`: all of this state together, or one that is not held. */
  readonly basis: Purpose | '';
  readonly messages: number;
}

/** What an administrator reads of a state that somebody else looks after. */
export const looked = [
  { value: 'queued', label: 'Leave within a minute, if they may' },
  { value: 'waiting', label: 'Wait for a time that was agreed, and leave by themselves' },
  { value: 'ready', label: 'Letters that are ready to print' },
  { value: 'sending', label: 'Handed to the service at this moment' },
  { value: 'held', label: 'Held until somebody of the team has looked' },
  { value: 'doubtful', label: 'In doubt: nobody knows whether they left' },
  { value: 'failed', label: 'Did not arrive, and nobody has seen to it yet' },
] as const satisfies readonly Choice[];

/** What a message that is held waits for, by what that rests on. */
export const heldFor: Readonly<Partial<Record<Purpose, string>>> = {
  'safe-contact': 'How to be in touch is not agreed, not sure or not asked about',
  'perpetrator-gate': 'Whoever is feared could learn of it',
  'need-to-know': 'Somebody else could read it, or the case is closed',
  'access-needs': 'It is outside the times that were agreed, or outside office hours',
  'own-pace': 'The case rests, as the person wished',
  records: 'The last day on which it is of use is over',
};

export function heldForInWords(basis: Purpose | ''): string {
  return basis === '' ? 'Nobody wrote down why' : (heldFor[basis] ?? purposes[basis]);
}

export const outcomesOfTests = {
  taken: 'taken by the service',
  refused: 'refused by the service',
  not_reached: 'the service was not reached',
  not_known: 'the service did not say whether it took it',
} as const;
export type TestOutcome = keyof typeof outcomesOfTests;
