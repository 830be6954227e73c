import type { Agreement } from '#rules/agreement.ts';
import type { Choice } from '#rules/words.ts';
import { type ContactChannel, type ContactOutcome, namesSomebody, saysReached } from './contact-outcomes.ts';

/** Who was on the other end. */
export const withWhom = [
  { value: 'person', label: 'The person themselves' },
  {
    value: 'trusted',
    label: 'Somebody they trust',
    hint: 'Whom the agreement names; anybody else is “somebody else”',
  },
  { value: 'somebody_else', label: 'Somebody else' },
  { value: 'nobody', label: 'Nobody' },
] as const satisfies readonly Choice[];
export type WithWhom = (typeof withWhom)[number]['value'];

type Fitting = Readonly<Partial<Record<ContactOutcome, readonly WithWhom[]>>>;

const spoken: Fitting = {
  spoke_safely: ['person'],
  no_answer: ['nobody'],
  line_busy: ['nobody'],
  someone_else_answered: ['somebody_else', 'trusted'],
  call_dropped: ['person'],
  not_safe_to_talk: ['person'],
};
const written: Fitting = {
  replied_safely: ['person'],
  message_sent: ['nobody'],
  someone_else_answered: ['somebody_else', 'trusted'],
  not_safe_to_talk: ['person'],
};

/**
 * What can come of each way, and with whom; anything else does not fit: a letter is not a talk, nobody meets on the
 * phone, and whoever speaks for the person is not the person.
 */
const fits: Readonly<Record<ContactChannel, Fitting>> = {
  phone: { ...spoken, voicemail_left: ['nobody'] },
  video: spoken,
  in_person: {
    met_safely: ['person'],
    no_answer: ['nobody'],
    someone_else_answered: ['somebody_else', 'trusted'],
    not_safe_to_talk: ['person'],
  },
  text: written,
  email: written,
  web_chat: { ...written, no_answer: ['nobody'], call_dropped: ['person'] },
  post: { replied_safely: ['person'], message_sent: ['nobody'], someone_else_answered: ['somebody_else'] },
  through_somebody: {
    replied_safely: ['trusted', 'somebody_else'],
    message_sent: ['trusted', 'somebody_else'],
    no_answer: ['nobody'],
    line_busy: ['nobody'],
    not_safe_to_talk: ['trusted', 'somebody_else'],
  },
};

/** With whom it can have been; none: this cannot come of that way. */
export function whomFor(channel: ContactChannel, outcome: ContactOutcome): readonly WithWhom[] {
  return fits[channel][outcome] ?? [];
}

/** Where there is only one answer, and it is nobody, nobody needs to be asked. */
export function plainlyNobody(channel: ContactChannel, outcome: ContactOutcome): boolean {
  const [whom, ...others] = whomFor(channel, outcome);
  return whom === 'nobody' && others.length === 0;
}

export interface Reaching {
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly withWhom: WithWhom;
}

/**
 * Only a safe, two-way contact with the person keeps the promise: an attempt is evidence, not success (V4.1a). Through
 * a third person it is an attempt, unless what was agreed with the person at that time names somebody.
 */
export function isContact({ channel, outcome, withWhom: whom }: Reaching, then: Agreement | null): boolean {
  if (!saysReached(outcome) || !whomFor(channel, outcome).includes(whom)) return false;
  return whom === 'person' || (whom === 'trusted' && namesSomebody(then));
}
