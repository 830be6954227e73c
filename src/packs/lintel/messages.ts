import type { Commitment, Measure } from '#rules/pack.ts';

/*
 * What left for the person, and what did not: neither policy names messages, and none leaves but by what is agreed
 * then.
 * A share of those within the agreement would be the whole, always; so each is counted, with what was held.
 *
 * @param clauses those under which safe contact is agreed, and records are kept
 */
export function messagesCounted(clauses: readonly string[]): readonly Commitment[] {
  const counted = (id: string, title: string, definition: string, measure: Measure): Commitment => ({
    ...{ id, clauses, title, definition, measure },
  });
  return [
    counted(
      'messages-sent',
      'Messages that left within the agreement',
      'How many texts, e-mails and letters left: each by what was agreed, and with whom, at that moment.',
      { kind: 'count', of: 'message.sent', says: 'messages sent' },
    ),
    counted(
      'messages-held',
      'Messages that were held',
      'How often one did not leave, because what was agreed, or what nobody knew, spoke against it. ' +
        'It is neither good nor bad: it says how often somebody would have been written to unsafely. Each time is ' +
        'told apart by what first spoke against it.',
      { kind: 'count', of: 'message.held', says: 'times held', by: 'why' },
    ),
    counted(
      'messages-not-arrived',
      'Messages that did not arrive',
      'How many were refused or came back: a number or an address may be somebody else’s by now.',
      { kind: 'count', of: 'message.failed', says: 'messages that did not arrive' },
    ),
    counted(
      'messages-in-doubt',
      'Messages of which nobody knows whether they left',
      'How often a program or a service broke off while one was sent. None is sent a second time by itself.',
      { kind: 'count', of: 'message.doubtful', says: 'messages in doubt' },
    ),
  ];
}
