import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** A message that is held, what happened to it and came back, who read what must not be done beside it; a paper. */
export async function plantMessage(
  into: Into,
  inCase: { readonly case_id: string },
  agreed: string,
  colleague: string | null,
): Promise<{ readonly message: string; readonly letterPaper: string }> {
  const reasons = JSON.stringify([]);
  const message = await into('message', {
    ...{ ...inCase, safe_contact_id: agreed, agreed_way_id: null, way_id: null, replaces_id: null },
    ...{ state: 'held', asks: true, look_at: null, taken_at: null, sent_at: null, written_by: null, reasons },
  });
  await into('message_step', { ...inCase, message_id: message, step: 'held', by: null, reasons });
  if (colleague) await into('message_reading', { ...inCase, message_id: message, read_by: colleague });
  const other = await into('message', {
    ...{ ...inCase, safe_contact_id: agreed, agreed_way_id: null, way_id: null, replaces_id: null },
    ...{ state: 'withdrawn', look_at: null, taken_at: null, sent_at: null, written_by: null, reasons },
  });
  if (colleague)
    await into('message_together', { ...inCase, message_id: message, other_id: other, said_by: colleague });
  await into('message_return', { ...inCase, message_id: message, kind: 'reply' });
  const letterPaper = await into('letter_paper', { ...inCase, message_id: message, again: true });
  return { message, letterPaper };
}
