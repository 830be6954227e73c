import { randomUUID } from 'node:crypto';
import { openPapers, printLetters, sayOutcome } from '#modules/letters/index.ts';
import { lettersToPrint, queueMessage, saidLately } from '#modules/outgoing/index.ts';
import { personSummary } from '#modules/register/index.ts';
import { senderOf, wordingsInUse } from '#modules/wordings/index.ts';
import { filledIn } from '#rules/fill-in.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import type { Acts } from './acting.ts';
import { aroundIn, lastDay } from './acts-messages.ts';

export const letterActs: Acts<'write-letter' | 'print-letters' | 'post-letters'> = {
  async 'write-letter'({ acting, caseId }) {
    const { tx, office, organisation } = acting;
    const { file, around } = await aroundIn(acting, caseId);
    const [inUse, sender, person] = await Promise.all([
      wordingsInUse(tx, organisation),
      senderOf(tx, organisation),
      file.personId ? personSummary(tx, organisation, file.personId) : null,
    ]);
    const chosen = inUse.find(({ of }) => of === 'tried-to-reach.en');
    if (!chosen || !sender)
      throw new Error('No letter can be made: no wording is in use, or nobody is to be called');
    const [name = ''] = (person?.name ?? '').split(' ');
    const { text } = filledIn(chosen.wording.body, { number: sender.callBack, name });
    const letter = { caseId, channel: 'post', over: 'first', words: text } as const;
    // Where the same went the same way a little while ago, whoever writes it says that it goes again.
    const same = await saidLately(tx, office, letter);
    const messageId = await queueMessage(tx, office, {
      ...{ ...letter, says: 'neutral', askedForBy: 'team', repeatsId: same?.id ?? null },
      ...{ usefulUntil: lastDay(office), templateVersionId: chosen.versionId },
      learners: whoWouldLearn(
        { by: ['letter', 'print'], to: 'person', over: 'first', around },
        office.pack.words,
      ),
    });
    return { messageId };
  },
  async 'print-letters'({ acting: { tx, office, services } }) {
    const letters = await lettersToPrint({ ...office, tx, services });
    await printLetters(tx, office, randomUUID(), letters, { chosen: 'by_itself' });
    return undefined;
  },
  async 'post-letters'({ acting: { tx, office, organisation } }) {
    for (const paper of await openPapers(tx, organisation)) await sayOutcome(tx, office, paper, 'posted', '');
    return undefined;
  },
};
