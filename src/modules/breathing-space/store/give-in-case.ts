import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { wasOne } from '../endings.ts';
import { forTheTeam } from '../words.ts';
import { give } from './give.ts';
import { proposeAboutSpace } from './proposals.ts';
import { spacesOf, standing } from './rows.ts';
import { writeStep } from './steps.ts';

/**
 * Given with the person, in a case in which none stands: from now on, as nobody gives a protection for days that are
 * over. Another one after an earlier one waits for a manager, and stands until then.
 */
export async function giveInCase(
  tx: Tx,
  office: Office,
  {
    caseId,
    months,
    words,
  }: { readonly caseId: CaseId; readonly months: number | null; readonly words: string },
): Promise<void> {
  const [file, before] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    spacesOf(tx, office.organisation, { caseId }),
  ]);
  if (!file) throw notFound();
  const not = (why: string) => insist(refused(why, 'breathing-space'));
  if (standing(before)) not('One stands already.');
  if (file.closedAt) not('This case is closed.');
  await give(tx, office, { disclosureId: null, caseId, beginsAt: office.now, months });
  const given = standing(await spacesOf(tx, office.organisation, { caseId }));
  if (given) await writeStep(tx, office, given, { step: 'chosen', until: given.until, words });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: office.now, knownAt: office.now, subjectId: given?.id ?? null },
    words: `Breathing space, as agreed with them. ${words}`,
  });
  if (before.some(wasOne)) await proposeAboutSpace(tx, office, { caseId, asks: 'again', why: words });
}
