import { Fault } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { setBreathingSpace } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { type Telling, tellings } from '../deciding.ts';
import { type Ending, endings } from '../endings.ts';
import { forTheTeam } from '../words.ts';
import type { Space } from './rows.ts';
import { writeStep } from './steps.ts';

/** Ends it, once: from now on it protects nobody. Throws `stale` where somebody else was first. */
export async function endSpace(tx: Tx, office: Office, space: Space, because: Ending): Promise<void> {
  const { organisation, staff, now } = office;
  const ended = await tx.run(sql`update breathing_space set ended_at = ${now}, ended_by = ${staff},
      ended_because = ${because}, version = version + 1
    where organisation_id = ${organisation} and id = ${space.id} and version = ${space.version} and ended_at is null`);
  if (ended === 0) throw new Fault('stale');
  const { caseId, disclosureId, lookId } = space;
  if (caseId) await setBreathingSpace(tx, office, { caseId, from: null });
  const name = because === 'declined' ? 'breathing-space.declined' : 'breathing-space.ended';
  const about = caseId ? { caseId } : { disclosureId };
  const data = { why: endedAs(space, because, now) };
  await happened(tx, office, { name, ...about, subjectId: lookId, keepsOnly: 'its subject', data });
}

/** What ends within a week of being given is told apart: given on paper and taken back helps nobody. */
export function endedAs({ givenAt }: Space, because: Ending, now: Temporal.Instant): string {
  const soon = now.since(givenAt).total('hours') < 7 * 24;
  const counted = because === 'joined' || because === 'handed_over' || because === 'declined';
  return soon && !counted ? `${because}_within_a_week` : because;
}

/** It ends, the chronology says so, and whether the person was told is owed where they were not. */
export async function endInCase(
  tx: Tx,
  office: Office,
  space: Space,
  { because, told, words }: { readonly because: Ending; readonly told: Telling; readonly words: string },
): Promise<void> {
  const caseId = space.caseId as CaseId;
  await endSpace(tx, office, space, because);
  const step = because === 'declined' ? 'declined' : 'ended';
  await writeStep(tx, office, space, { step, until: space.until, because, told, words });
  if (told === 'not_yet' && because !== 'died')
    await happened(tx, office, {
      name: 'breathing-space.telling-owed',
      caseId,
      subjectId: space.id,
      recurs: true,
    });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: office.now, knownAt: office.now, subjectId: space.id },
    words: `Breathing space ended. ${labelOf(endings, because)}. ${labelOf(tellings, told)}. ${words}`.trim(),
  });
}
