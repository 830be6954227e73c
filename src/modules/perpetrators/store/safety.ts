import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { type ProgrammeAnswer, type ProgrammeAsked, programmeAnswers } from '../forms/safety-form.ts';
import { forTheTeam } from '../words.ts';

const row = z.object({ aboutId: z.uuid(), answer: z.enum(['may_go', 'not_now']), at: instant });
export type ProgrammeSafety = Readonly<z.infer<typeof row>>;

/** The latest word about each who is feared in the case. */
export function programmeSafetyIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly ProgrammeSafety[]> {
  return tx.rows(
    row,
    sql`select distinct on (p.about_id) p.about_id as "aboutId", p.answer, p.recorded_at as at from programme_safety p
      where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.about_id, p.recorded_at desc, p.id desc`,
  );
}

/**
 * Said in every case, whether or not anybody asks (L2.12b): so that whoever is asked learns nothing by it, and whoever
 * asks learns no more than whether it may go.
 */
export async function sayProgrammeSafety(
  tx: Tx,
  office: Office,
  said: {
    readonly caseId: CaseId;
    readonly aboutId: string;
    readonly answer: ProgrammeAnswer;
    readonly asked: ProgrammeAsked;
    readonly words: string;
  },
): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, aboutId, answer, asked, words } = said;
  const safetyId = newId<string>();
  await tx.run(sql`insert into programme_safety (organisation_id, id, case_id, about_id, answer, asked, words,
      recorded_at, recorded_by)
    values (${organisation}, ${safetyId}, ${caseId}, ${aboutId}, ${answer}, ${asked}, ${words}, ${now}, ${staff})`);
  await happened(tx, office, {
    ...{ name: 'perpetrator-action.programme-safety-said', caseId, subjectId: safetyId },
    data: { why: `programme_${answer}` },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: safetyId, aboutId },
    words: `If a programme were put to whoever is feared: ${labelOf(programmeAnswers, answer).toLowerCase()}. ${words}`,
  });
}
