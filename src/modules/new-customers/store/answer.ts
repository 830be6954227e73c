import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import { type Answer, askedOn } from '../asking.ts';
import type { Letting } from './lettings.ts';

export interface Answered {
  readonly answer: Answer;
  readonly withInterpreter: boolean;
}

/**
 * They were asked. Of the letting is kept that they were; what they said is one more in a number of the month, and no
 * event tells of it. @returns false: somebody was first
 */
export async function keepAnswer(
  tx: Tx,
  office: Office,
  { id, movesInOn }: Pick<Letting, 'id' | 'movesInOn'>,
  { answer, withInterpreter }: Answered,
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const asked = askedOn(today(office), movesInOn);
  const kept = await tx.run(sql`update letting set asked_at = ${now}, asked_by = ${staff},
      with_interpreter = ${withInterpreter}, counted_as = ${asked}
    where organisation_id = ${organisation} and id = ${id} and asked_at is null
      and counted_as is distinct from 'fell_through'`);
  if (kept === 0) return false;
  await tx.run(sql`insert into letting_answer (organisation_id, month, staff_id, answer, times)
    values (${organisation}, ${today(office).with({ day: 1 })}, ${staff}, ${answer}, 1)
    on conflict (organisation_id, month, staff_id, answer) do update set times = letting_answer.times + 1`);
  const name = asked === 'asked' ? 'letting.asked' : 'letting.asked-late';
  await record(tx, office, { name, subjectId: id });
  return true;
}
