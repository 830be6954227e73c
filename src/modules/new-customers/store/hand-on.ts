import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { type DisclosureValue, type Received, receiveDisclosure } from '#modules/disclosures/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import { contactBefore, isBefore } from '../asking.ts';
import { keepAnswer } from './answer.ts';
import type { Letting } from './lettings.ts';

/**
 * What they wish to be handed on is told like whatever anybody tells: the same promises run, the same people see it.
 * Only whoever handed it on reads that this letting did. @returns null: it was handed on before
 */
export async function handOn(
  tx: Tx,
  office: Office,
  letting: Letting,
  told: { readonly value: DisclosureValue; readonly withInterpreter: boolean },
): Promise<Received | null> {
  const { organisation, staff, now } = office;
  const { withInterpreter } = told;
  if (await handedOnBefore(tx, office, letting.id)) return null;
  // Asked before, they may say so later: what they answered then stays counted as it was.
  if (!letting.asked && !(await keepAnswer(tx, office, letting, { answer: 'yes', withInterpreter })))
    return null;
  const received = await receiveDisclosure(tx, office, { value: told.value, askedAtLetting: true });
  const { id: disclosureId } = received;
  await tx.run(sql`insert into letting_handed_on (organisation_id, letting_id, disclosure_id, handed_on_at,
      handed_on_by)
    values (${organisation}, ${letting.id}, ${disclosureId}, ${now}, ${staff})`);
  const before = isBefore(today(office), letting.movesInOn);
  await happened(tx, office, {
    name: before ? 'letting.handed-on' : 'letting.handed-on-late',
    disclosureId,
    agreedDue: contactBefore(letting.movesInOn, now, office.calendar),
  });
  return received;
}

/** Two at once wait for one another. */
async function handedOnBefore(tx: Tx, { organisation }: Office, letting: string): Promise<boolean> {
  await tx.run(
    sql`select from letting where organisation_id = ${organisation} and id = ${letting} for update`,
  );
  const found = await tx.run(sql`select from letting_handed_on
    where organisation_id = ${organisation} and letting_id = ${letting}`);
  return found > 0;
}
