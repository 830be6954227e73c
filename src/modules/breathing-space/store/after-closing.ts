import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { forTheTeam } from '../words.ts';
import { endSpace } from './end.ts';
import { spacesOf, standing } from './rows.ts';
import { writeStep } from './steps.ts';

/** The case is closed, and whoever closed it saw that it goes on: to its last day, as was promised. */
export async function goesOnAfterClosing(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const space = standing(await spacesOf(tx, office.organisation, { caseId }));
  if (!space) return;
  const { organisation, now } = office;
  await tx.run(sql`update breathing_space set after_closing = true, version = version + 1
    where organisation_id = ${organisation} and id = ${space.id} and ended_at is null`);
  await writeStep(tx, office, space, { step: 'kept_after_closing', until: space.until, words: '' });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: space.id },
    words: `Breathing space goes on to ${dateInWords(space.until)}, although the case is closed.`,
  });
}

const over = z.object({ id: z.uuid(), caseId: id<CaseId>() });

/** In cases that are closed, what was said to go on to its last day ends after it: for the job. */
export async function endAfterClosing(tx: Tx, office: Office): Promise<void> {
  const { organisation } = office;
  const found = await tx.rows(
    over,
    sql`select b.id, b.case_id as "caseId" from breathing_space b
      join case_file c on c.organisation_id = b.organisation_id and c.id = b.case_id
      where b.organisation_id = ${organisation} and b.ended_at is null and b.after_closing
        and b.until < ${today(office)} and c.closed_at is not null
      order by b.until limit 200`,
  );
  for (const { id: spaceId } of found) {
    const [space] = await spacesOf(tx, organisation, { spaceId });
    if (space && space.endedAt === null) await endSpace(tx, office, space, 'run_its_length');
  }
}
