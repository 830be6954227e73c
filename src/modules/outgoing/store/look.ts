import type { Carriers, Parcel } from '#kit/carrier.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { findingsInSender } from '#modules/wordings/index.ts';
import type { Held } from '#rules/against-post.ts';
import { today } from '#rules/calendar.ts';
import { type Message, maySend, type Sending } from '#rules/may-send.ts';
import type { Finding } from '#rules/message-lint.ts';
import { besideOthers } from './beside-others.ts';
import { caseFactsOf, type Facts, factsOver } from './facts.ts';
import { note, stand } from './move.ts';
import type { KeptMessage } from './rows.ts';
import { turnOfCase } from './said-lately.ts';
import { findingsIn, type Worded } from './telling.ts';

/** How often what waits for its time is looked at again, and what is ready to print. */
const again = { minutes: 1 } as const;
const readyAgain = { minutes: 15 } as const;

/** What is handed to the service, and the message as it stands while it is. */
export interface ToCarry {
  readonly message: KeptMessage;
  /** When it was decided that it may leave. */
  readonly decidedAt: Temporal.Instant;
  readonly parcel: Parcel;
}

/**
 * Looks at one message whose time has come, which the caller keeps from others, and decides by what is agreed now.
 * @returns what is to be carried, once this is committed; null: it does not leave
 */
export async function lookAt(
  tx: Tx,
  office: Office,
  message: KeptMessage,
  carriers: Carriers,
): Promise<ToCarry | null> {
  const inCase = await caseFactsOf(tx, office, message.caseId);
  if (!inCase) throw new Error('The case of a message is not there');
  const facts = await factsOver(tx, office, inCase, message);
  // Two that are looked at in the same moment do not both find that none has left.
  await turnOfCase(tx, office.organisation, message.caseId);
  const sending = await besideOthers(tx, office, message, facts, decide(message, facts, carriers));
  if (sending.decision === 'hold') return hold(tx, office, message, sending.reasons);
  if (sending.decision === 'wait') return wait(tx, office, message, sending.reasons);
  return message.channel === 'post' ? ready(tx, office, message) : take(tx, office, message, facts);
}

/** Beside what the rule says: its words are read again as it would leave, and without a service nothing does. */
export function decide(message: Written, facts: Facts, carriers: Carriers): Sending {
  const sending = maySend(message, facts);
  const more = [...tells(message, facts), ...withoutService(message, carriers)];
  const [first, ...others] = more;
  if (first === undefined) return sending;
  if (sending.decision === 'send') return { decision: 'hold', reasons: [first, ...others] };
  return { decision: 'hold', reasons: [...sending.reasons, ...more] };
}

export interface Written extends Message, Worded {}

/** What whoever reads it would learn from its words, as far as a rule can tell: nobody overrides that. */
function tells(message: Written, facts: Facts): readonly Held[] {
  const name = message.channel === 'email' ? (facts.agreement?.senderAlias ?? '') : '';
  return [
    ...heldFor(findingsIn(message, facts.telling), '', 'Withdraw it, and write it in other words.'),
    ...heldFor(
      findingsInSender(name, facts.telling),
      'In the name under which it comes: ',
      'Agree another name with them, or none.',
    ),
  ];
}

function heldFor(found: readonly Finding[], where: string, opens: string): readonly Held[] {
  if (found.length === 0) return [];
  const says = [...new Set(found.map((each) => each.says))].slice(0, 3);
  return [{ reason: `${where}${says.join('. ')}.`, basis: 'need-to-know', opens }];
}

function withoutService({ channel }: Written, carriers: Carriers): readonly Held[] {
  if (channel === 'post' || carriers[channel]) return [];
  const none: Held = {
    reason: `No service for ${channel === 'text' ? 'text messages' : 'e-mail to people'} is set up.`,
    basis: 'safe-contact',
    opens: 'An administrator sets it up. Until then ring, in the way that was agreed.',
  };
  return [none];
}

const onPaper: Held = {
  reason: 'It is printed already: take it out of the post, at the franking machine or before.',
  basis: 'safe-contact',
  opens: 'Destroy the paper, and say so under Work, Letters.',
};

async function hold(tx: Tx, office: Office, message: KeptMessage, why: readonly Held[]): Promise<null> {
  const reasons = message.printedAt ? [onPaper, ...why] : why;
  await stand(tx, office, message, { state: 'held', reasons, asks: true });
  await note(tx, office, message, 'held', { reasons });
  return null;
}

/** On its last day of use somebody is told: there may be no time left that was agreed. */
async function wait(tx: Tx, office: Office, message: KeptMessage, reasons: readonly Held[]): Promise<null> {
  const last = Temporal.PlainDate.compare(today(office), message.usefulUntil) >= 0;
  const lookAt = office.now.add(again);
  await stand(tx, office, message, { state: 'waiting', reasons, asks: last, lookAt });
  if (message.state !== 'waiting') await note(tx, office, message, 'waiting', { reasons });
  if (last && !message.asks) await note(tx, office, message, 'last_day');
  return null;
}

async function ready(tx: Tx, office: Office, message: KeptMessage): Promise<null> {
  await stand(tx, office, message, { state: 'ready', asks: false, lookAt: office.now.add(readyAgain) });
  if (message.state !== 'ready') await note(tx, office, message, 'ready');
  return null;
}

/** From here on it is being sent: whatever becomes of this program, nobody sends it a second time by itself. */
async function take(tx: Tx, office: Office, message: KeptMessage, facts: Facts): Promise<ToCarry | null> {
  const { agreement, to } = facts;
  const further = agreement?.further.find(({ wayId }) => wayId === message.over);
  const under = sql`tries = tries + 1, left_at = ${office.now}, safe_contact_id = ${agreement?.id ?? null},
    agreed_way_id = ${further?.id ?? null}`;
  const taken = await stand(tx, office, message, {
    ...{ state: 'sending', asks: false, takenAt: office.now, also: under },
  });
  if (!taken) return null;
  const { id, words } = message;
  return {
    message: { ...message, state: 'sending', version: message.version + 1, tries: message.tries + 1 },
    decidedAt: office.now,
    parcel: { id, to: to.value, words, sender: agreement?.senderAlias ?? '' },
  };
}
