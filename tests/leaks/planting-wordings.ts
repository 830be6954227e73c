import type { Given } from './rows.ts';
import type { Things } from './things.ts';

/** What a marker and a message may say, for the team to choose from, and what no message says. */
export async function plantWordings(
  into: (table: string, given?: Given) => Promise<string>,
): Promise<Things> {
  const tellingWord = await into('telling_word', { ended_by: null, ended_at: null });
  await into('wording_withdrawal');
  await into('message_sender');
  return {
    wording: await into('marker_wording'),
    messageWording: await into('message_wording', {
      ...{ key: 'our-own', language: 'en', channel: 'letter' },
      ...{ decision: null, decided_by: null, decided_at: null, decided_why: '' },
    }),
    tellingWord,
  };
}
