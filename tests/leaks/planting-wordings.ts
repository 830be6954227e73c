import type { Given } from './rows.ts';
import type { Things } from './things.ts';

/** What a marker and a message may say, for the team to choose from, and what no message says. */
export async function plantWordings(
  into: (table: string, given?: Given) => Promise<string>,
): Promise<Things> {
  const tellingWord = await into('telling_word', { ended_by: null, ended_at: null });
  await into('wording_withdrawal');
  const inUse = await into('message_sender', {
    ...{ proposal_id: null, ended_at: null, ended_by: null, ended_why: '' },
  });
  await into('sender_somebodys', { sender_id: inUse, over_at: null });
  return {
    senderProposal: await into('sender_proposal', {
      ...{ replaces: inUse, decision: null, decided_by: null, decided_at: null, decided_why: '' },
    }),
    wording: await into('marker_wording'),
    messageWording: await into('message_wording', {
      ...{ key: 'our-own', language: 'en', channel: 'letter' },
      ...{ decision: null, decided_by: null, decided_at: null, decided_why: '' },
    }),
    tellingWord,
  };
}
