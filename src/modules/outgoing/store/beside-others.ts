import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { Held } from '#rules/against-post.ts';
import type { Sending } from '#rules/may-send.ts';
import { othersGoneInWords } from '../words.ts';
import type { Facts } from './facts.ts';
import { othersGone } from './others-lately.ts';
import type { KeptMessage } from './rows.ts';
import { leftLately } from './said-lately.ts';

/**
 * Whatever waited, was tried again or came through another form may come to leave beside others: the same words go a
 * second time, and several leave within an hour, only where a person said that they are meant.
 */
export async function besideOthers(
  tx: Tx,
  office: Office,
  message: KeptMessage,
  { to, blockedStaff }: Pick<Facts, 'to' | 'blockedStaff'>,
  sending: Sending,
): Promise<Sending> {
  // What is printed is decided again until it is posted; it was written once.
  if (sending.decision !== 'send' || message.printedAt) return sending;
  const same = message.repeatsId === null && (await leftLately(tx, office, message, to.value));
  const others = same ? [] : await othersGone(tx, office, message, blockedStaff);
  if (same) return { decision: 'hold', reasons: [theSame] };
  if (others.length === 0) return sending;
  const reason: Held = {
    reason: othersGoneInWords(message.channel, others.length),
    basis: 'safe-contact',
    opens: 'Say that it is meant beside them, and why. Or withdraw it, or ask again later.',
  };
  return { decision: 'hold', reasons: [reason] };
}

const theSame: Held = {
  reason: 'The same words went there within the last 24 hours.',
  basis: 'safe-contact',
  opens: 'Withdraw it. Where they shall go again, write it anew, and say so.',
};
