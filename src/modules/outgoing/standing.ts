import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import type { Choice } from '#rules/words.ts';

/** How a message stands. What it says is never changed: it is withdrawn, and another takes its place. */
export const messageStates = [
  { value: 'queued', label: 'To be sent', means: 'It is looked at within a minute, and leaves if it may.' },
  {
    value: 'waiting',
    label: 'Waits for its time',
    means: 'Only the time is against it. It leaves by itself when an agreed time comes.',
  },
  {
    value: 'ready',
    label: 'Ready to print',
    means: 'It may leave today. Whether it still may is asked as it is printed.',
  },
  {
    value: 'held',
    label: 'Held',
    means: 'It does not leave by itself. Somebody opens the door, and asks again.',
  },
  { value: 'sending', label: 'Being sent', means: 'It was handed over a moment ago.' },
  { value: 'sent', label: 'Sent', means: 'The service took it. Whether it arrived is not known.' },
  { value: 'delivered', label: 'Delivered', means: 'The service says that it arrived.' },
  {
    value: 'failed',
    label: 'Did not arrive',
    means: 'It was refused or came back. It is not tried again by itself.',
  },
  {
    value: 'doubtful',
    label: 'In doubt',
    means: 'Nobody knows whether it left, so it is never sent twice: somebody decides.',
  },
  { value: 'withdrawn', label: 'Withdrawn', means: 'Nobody sends it any more.' },
] as const satisfies readonly (Choice & { readonly means: string })[];
export type MessageState = (typeof messageStates)[number]['value'];

export const sendingChannels = [
  { value: 'text', label: 'Text message' },
  { value: 'email', label: 'E-mail' },
  { value: 'post', label: 'Letter' },
] as const satisfies readonly (Choice & { readonly value: SendingChannel })[];

export const askers = [
  { value: 'person', label: 'They asked us to' },
  { value: 'team', label: 'We want to reach them' },
] as const satisfies readonly Choice[];
export type Asker = (typeof askers)[number]['value'];

/** What happened to a message, as it is kept. */
export type Step =
  | Exclude<MessageState, 'sending'>
  | 'words_read'
  | 'meant'
  | 'asked_again'
  | 'last_day'
  | 'answered'
  | 'printed'
  | 'destroyed'
  | 'dealt_with';

/** Those that may still leave. */
const pending: readonly MessageState[] = ['queued', 'waiting', 'ready', 'held'];

/** What is on its way cannot be called back; what left has left. */
export function mayWithdraw(state: MessageState): Verdict {
  if (pending.includes(state) || state === 'doubtful') return allowed;
  return state === 'sending'
    ? refused('It is being sent at this moment.', 'records')
    : refused('It has left, or was withdrawn before.', 'records');
}

/** Whoever has opened the door asks again: what is held never leaves by itself. */
export function mayAskAgain(state: MessageState): Verdict {
  return state === 'held' ? allowed : refused('Only what is held is asked about again.', 'safe-contact');
}

/** Words of what must not be done are read beside a message that may still leave. */
export function mayReadWords(state: MessageState): Verdict {
  return pending.includes(state) ? allowed : refused('It does not wait to be sent.', 'safe-contact');
}

/** Nobody knows whether it left: whoever decides says what they know, and answers for a second one. */
export function mayDecideDoubt(state: MessageState): Verdict {
  return state === 'doubtful' ? allowed : refused('It is not in doubt.', 'records');
}

/** Of what says something, whoever wrote it is not the only one to have read it. */
export function mayRead(
  { says, writtenBy }: { readonly says: 'neutral' | 'something'; readonly writtenBy: StaffId | null },
  staff: StaffId,
): Verdict {
  if (says === 'neutral' || writtenBy !== staff) return allowed;
  return refused('You wrote it, and it says something: somebody else of the team reads it.', 'safe-contact');
}

/** It did not arrive, or something came back, and nobody has seen to it. */
export function mayDealWith({
  state,
  asks,
}: {
  readonly state: MessageState;
  readonly asks: boolean;
}): Verdict {
  if (asks && (state === 'failed' || state === 'sent' || state === 'delivered')) return allowed;
  return refused('Nothing waits to be seen to.', 'records');
}
