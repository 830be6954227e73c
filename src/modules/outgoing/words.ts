import type { Held } from '#rules/against-post.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type Step, sendingChannels } from './standing.ts';

interface Said {
  readonly channel: SendingChannel;
  readonly words: string;
}

/** What the chronology says: what left, what was held and why, and what came of it; null: nothing of this step. */
export function inChronology(
  { channel, words }: Said,
  step: Step,
  reasons: readonly Held[],
  note: string,
): string | null {
  const what = labelOf(sendingChannels, channel);
  const quoted = `“${words}”`;
  const said = note === '' ? '' : ` ${note}`;
  const lines: Readonly<Partial<Record<Step, string>>> = {
    sent: `${what} sent: ${quoted}${said}`,
    held: `${what} held, and not sent: ${quoted} ${reasons.map(({ reason }) => reason).join(' ')}`,
    failed: `${what} did not arrive: ${quoted}${said}`,
    doubtful: `${what} in doubt, nobody knows whether it left: ${quoted}`,
    withdrawn: `${what} withdrawn, and not sent: ${quoted}${said}`,
    words_read: `${what} read beside what must not be done, and does none of it: ${quoted}`,
    meant: `${what} is meant beside others that left a little while ago: ${quoted}${said}`,
    printed: `${what} printed: ${quoted}${said}`,
    destroyed: `${what} destroyed, and not posted: ${quoted}${said}`,
    answered: `Something came back after a ${what.toLowerCase()}. Read it where it came in.`,
    dealt_with: `What became of a ${what.toLowerCase()} was looked at.${said}`,
  };
  return lines[step] ?? null;
}

/** Why the same words do not go again unasked: a second press of the same button, or a second look at the phone. */
export function theSameWords(
  { sentAt, writtenAt }: { readonly sentAt: Temporal.Instant | null; readonly writtenAt: Temporal.Instant },
  { calendar }: { readonly calendar: WorkingCalendar },
): string {
  return sentAt
    ? `The same words went this way on ${momentInWords(sentAt, calendar)}. Say if they shall go again`
    : `The same words, written on ${momentInWords(writtenAt, calendar)}, wait to go. Say if they shall go twice`;
}

/** Several that come one after another look like pressure, and each of them rings. */
export function severalAtOnce(channel: SendingChannel, others: number): string {
  const lately = others === 1 ? 'One more was written' : `${others} more were written`;
  return `${lately} to them within the last ${within(channel)}. Say why this one cannot wait, or write them as one`;
}

/** The same, as one is about to leave. */
export function othersGoneInWords(channel: SendingChannel, others: number): string {
  const what = channel === 'post' ? 'letter' : 'message';
  const went = others === 1 ? `Another ${what} to them` : `${others} other ${what}s to them`;
  return channel === 'post'
    ? `${went} may leave now, or left within the last ${within(channel)}.`
    : `${went} left within the last ${within(channel)}.`;
}

const within = (channel: SendingChannel) => (channel === 'post' ? '24 hours' : 'hour');

/** One step of a message, as its page tells it. */
export function stepInWords({
  step,
  reasons,
  note,
}: {
  readonly step: Step;
  readonly reasons: readonly Held[];
  readonly note: string;
}): string {
  const why = reasons.map(({ reason }) => reason).join(' ');
  const words: Readonly<Record<Step, string>> = {
    queued: 'written, to be sent.',
    waiting: `waits. ${why}`,
    ready: 'ready to print.',
    held: `held. ${why}`,
    last_day: 'its last day of use, and no agreed time has come yet.',
    words_read: 'read what must not be done beside it: it does none of it.',
    meant: 'said that it is meant beside others.',
    asked_again: 'asked again whether it may leave.',
    sent: 'sent.',
    delivered: 'delivered, as the service says.',
    failed: 'did not arrive.',
    doubtful: 'in doubt: nobody knows whether it left.',
    answered: 'something came back.',
    printed: 'printed.',
    destroyed: 'its paper was destroyed.',
    dealt_with: 'dealt with.',
    withdrawn: 'withdrawn.',
  };
  return [words[step], note].filter(Boolean).join(' ').trim();
}

/** Of a number or a mailbox that is no more: whoever has it now may be anybody. */
export const noMore =
  'The service says that nobody has this number or address any more. The way it went is in doubt.';

/** What came back, by its kind; never what it says. */
export const inReturn = {
  reply: 'A reply.',
  automatic: 'An automatic answer, as of somebody who is away.',
  bounce: 'It could not be delivered.',
} as const;
