import { z } from 'zod';
import { officeUnder } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import { recordAgreedWay } from '#modules/agreement/index.ts';
import { type NewMessage, queueMessage } from '#modules/outgoing/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Office } from './policy/office.ts';

const wayRow = z.object({ wayId: z.uuid() });

/** Messages in a case, one of each kind that asks for somebody. @returns the ids of what is there */
export async function messagesIn(
  { lintel, landlord, worker }: Office,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const caseId = file.split('/').at(-1) as CaseId;
  const { services } = lintel;
  const { organisation, packId } = landlord;
  const asTheWorker = { organisation, staff: worker.staff, roles: ['da_worker'] } as const;
  const office = officeUnder(services.packs, packId, {
    ...{ organisation, staff: worker.staff, now: services.now() },
  });
  const written = await transact(services.db, asTheWorker, async (tx) => {
    await tx.run(sql`select lintel.open_case(${caseId})`);
    await recordAgreedWay(tx, office, {
      ...{ caseId, before: null, channel: 'text', name: 'her mobile at work', value: '07700 900457' },
      ...{ purpose: '', shared: 'no', whoMightAnswer: '', mayLeaveVoicemail: false, mayText: false },
      ...{ withholdNumber: true, coverReason: '', doNot: 'Never name the shop', times: '' },
      ...{ windows: [{ days: [1, 2, 3, 4, 5], from: '10:00', to: '14:00' }] },
      ...{ never: [], agreedWithPerson: true },
    });
    const [way] = await tx.rows(
      wayRow,
      sql`select way_id as "wayId" from agreed_way where case_id = ${caseId} and name = 'her mobile at work'`,
    );
    const message: NewMessage = {
      ...{ caseId, channel: 'text', over: way?.wayId ?? 'first', says: 'neutral', askedForBy: 'team' },
      ...{ words: 'Please call Sam when you can.', learners: [] },
      usefulUntil: services.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 6 }),
    };
    return {
      held: await queueMessage(tx, office, message),
      doubtful: await queueMessage(tx, office, { ...message, words: 'Please ring Sam on Monday.' }),
      failed: await queueMessage(tx, office, { ...message, words: 'Please ring Sam on Tuesday.' }),
    };
  });
  await transact(services.db, { organisation, system: true }, async (tx) => {
    for (const [state, message] of Object.entries(written))
      await tx.run(
        sql`update message set state = ${state}, asks = true, look_at = null,
          left_at = case when ${state} = 'doubtful' then ${services.now()}::timestamptz end where id = ${message}`,
      );
  });
  return {
    '/cases/:id/messages/:message': written.held,
    '/cases/:id/messages/:message/dealing': written.failed,
    '/cases/:id/messages/:message/doubt': written.doubtful,
  };
}
