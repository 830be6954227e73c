import type { Held, SendingChannel } from '#rules/may-send.ts';
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
    answered: `Something came back after a ${what.toLowerCase()}. Read it where it came in.`,
    dealt_with: `What became of a ${what.toLowerCase()} was looked at.${said}`,
  };
  return lines[step] ?? null;
}
