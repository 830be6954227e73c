import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { MayGo } from '../words.ts';

const row = z.object({ id: z.uuid(), name: z.string(), askedAt: instant });
/** That somebody may be referred to a programme, and nothing of who asks or why. */
export type ProgrammeQuestion = Readonly<z.infer<typeof row>>;

/** What waits for this manager to answer. */
export function questionsFor(tx: Tx): Promise<readonly ProgrammeQuestion[]> {
  return tx.rows(row, sql`select id, name, asked_at as "askedAt" from lintel.own_questions()`);
}

export async function questionFor(tx: Tx, questionId: string): Promise<ProgrammeQuestion> {
  const found = (await questionsFor(tx)).find(({ id }) => id === questionId);
  if (!found) throw notFound();
  return found;
}

/** Whatever is answered: it goes only where every case that fears them says the same. Neither side is told which. */
export async function answerQuestion(
  tx: Tx,
  office: Office,
  questionId: string,
  { said, words }: { readonly said: MayGo; readonly words: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const written =
    await tx.run(sql`insert into own_programme_answer (organisation_id, id, step_id, said, words, answered_at,
      answered_by)
    values (${organisation}, ${newId()}, ${questionId}, ${said}, ${words}, ${now}, ${staff})
    on conflict do nothing`);
  if (written === 0) throw new Fault('stale');
  await record(tx, office, { name: 'programme-question.answered' });
}
