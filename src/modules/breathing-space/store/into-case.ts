import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { setBreathingSpace } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { boundsOf } from '../bounds.ts';
import { wasOne } from '../endings.ts';
import { forTheTeam, givenInWords } from '../words.ts';
import { endSpace } from './end.ts';
import { give } from './give.ts';
import { proposeAboutSpace } from './proposals.ts';
import { type Space, spacesOf, standing } from './rows.ts';

/**
 * What was told became a case, or joined one: so does its breathing space, which began with the telling. Where one
 * stands in the case already, that one goes on, and two never add up.
 */
export async function spaceIntoCase(
  tx: Tx,
  office: Office,
  {
    disclosureId,
    caseId,
    receivedAt,
  }: { disclosureId: DisclosureId; caseId: CaseId; receivedAt: Temporal.Instant },
): Promise<void> {
  const told = standing(await spacesOf(tx, office.organisation, { disclosureId }));
  const before = await spacesOf(tx, office.organisation, { caseId });
  const inCase = standing(before);
  if (inCase) {
    if (told && told.id !== inCase.id) await endSpace(tx, office, told, 'joined');
    return;
  }
  const { given } = boundsOf(office.pack);
  if (!told) {
    if (given === 'unless-declined')
      await give(tx, office, { disclosureId, caseId, beginsAt: receivedAt, months: null });
  } else await bring(tx, office, told, caseId);
  // Another one after an earlier one: a manager decides, and until then it stands (domain §7).
  if (before.some(wasOne) && given === 'unless-declined')
    await proposeAboutSpace(tx, office, { caseId, asks: 'again', why: toldAgain });
}

const toldAgain = 'They told us again, after an earlier one in this case had ended.';

async function bring(tx: Tx, office: Office, told: Space, caseId: CaseId): Promise<void> {
  const { organisation, now, calendar } = office;
  await tx.run(sql`update breathing_space set case_id = ${caseId}, version = version + 1
    where organisation_id = ${organisation} and id = ${told.id} and ended_at is null`);
  await setBreathingSpace(tx, office, { caseId, from: told.beginsAt });
  const from = told.beginsAt.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate();
  const words = givenInWords({ ...told, from });
  await addEntry(tx, office, {
    ...forTheTeam,
    caseId,
    happenedAt: now,
    knownAt: now,
    subjectId: told.id,
    words,
  });
}

/** Somebody else helps: nobody here could look at it any more, and it ends with what was decided. */
export async function endAtHandover(tx: Tx, office: Office, disclosureId: DisclosureId): Promise<void> {
  const told = standing(await spacesOf(tx, office.organisation, { disclosureId }));
  if (told) await endSpace(tx, office, told, 'handed_over');
}
