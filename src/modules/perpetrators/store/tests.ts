import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { allowed, type CaseId, type StaffId, type Verdict } from '#rules/facts.ts';
import { raising, type SafetyQuestion, safetyQuestions, specialistAnswers } from '#rules/safety-test.ts';
import { labelOf } from '#rules/words.ts';
import { notOpen } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { loadAction } from './load.ts';
import { notOver, stopIfItRaises } from './moves.ts';
import type { TestRow } from './rows.ts';

export interface NewTest
  extends Pick<TestRow, 'answers' | 'specialist' | 'specialistWho' | 'words' | 'changed'> {
  readonly caseId: CaseId;
  readonly actionId: string;
}

/** The test before found that it may raise the risk. */
export function wasStopped(before: Pick<TestRow, 'answers' | 'specialist'> | null): boolean {
  return before !== null && (raising(before).length > 0 || before.specialist === 'raises');
}

/** Whoever found that it may raise the risk does not find alone that it no longer does. */
export function mayTest(before: TestRow | null, staff: StaffId | null): Verdict {
  return wasStopped(before) && before?.testedBy === staff
    ? notOpen(
        'You found that it may raise the risk. Another colleague tests it again, once something has changed.',
      )
    : allowed;
}

/** Whether it is safe: each answer, on what it rests, and what a specialist says (domain §8). */
export async function recordTest(tx: Tx, office: Office, test: NewTest): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, actionId, answers, specialist, specialistWho, words, changed } = test;
  const { action, file, before } = await loadAction(tx, office, caseId, actionId);
  notOver(action);
  insist(mayTest(before, staff));
  if (wasStopped(before) && changed === '')
    insist(notOpen('It was stopped before. Say what has changed since.'));
  const a = answers;
  await tx.run(sql`insert into perpetrator_action_test (organisation_id, id, case_id, action_id, reveals, together,
      children, court_order, goes, suicide, weapons, honour, fails, worse, specialist, specialist_who, words, changed,
      level, tested_at, tested_by)
    values (${organisation}, ${newId()}, ${caseId}, ${actionId}, ${a.reveals}, ${a.together}, ${a.children},
      ${a.court_order}, ${a.goes}, ${a.suicide}, ${a.weapons}, ${a.honour}, ${a.fails}, ${a.worse}, ${specialist},
      ${specialistWho}, ${words}, ${changed}, ${file.riskLevel}, ${now}, ${staff})`);
  const about = { caseId, subjectId: actionId };
  await happened(tx, office, { name: 'perpetrator-action.tested', ...about, data: { specialist } });
  const asked = specialistWho === '' ? '' : ` (${specialistWho})`;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, happenedAt: now, knownAt: now },
    words:
      `It was tested whether what is proposed is safe. ${inWords(answers)} ` +
      `Specialist: ${labelOf(specialistAnswers, specialist)}${asked}. ${words} ${changed}`.trim(),
  });
  await stopIfItRaises(tx, office, caseId, actionId);
}

function inWords(answers: Readonly<Record<string, string>>): string {
  return (safetyQuestions as readonly SafetyQuestion[])
    .map((each) => `${each.asks} ${labelOf(each.answers, answers[each.name] ?? '')}.`)
    .join(' ');
}
