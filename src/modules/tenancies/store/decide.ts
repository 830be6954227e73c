import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { answers, mayGoAhead } from '#rules/may-go-ahead.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { labelOf } from '#rules/words.ts';
import { goesAheadFacts } from '../facts.ts';
import { type AnswerRow, answersProposed, type Check, checksOf } from './checks.ts';
import { tellsFrom } from './find-out.ts';

const events = {
  approved: 'tenancy-event.answer-approved',
  declined: 'tenancy-event.answer-declined',
  withdrawn: 'tenancy-event.answer-withdrawn',
} as const;
const became = {
  approved: 'A manager agreed',
  declined: 'A manager did not agree',
  withdrawn: 'It was taken back',
};

export interface AnswerDecision {
  readonly caseId: CaseId;
  readonly answerId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
}

/** Decided by another manager; to let it go ahead, the gate is asked again. */
export async function decideAnswer(tx: Tx, office: Office, decided: AnswerDecision): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, decision, why } = decided;
  const { file, check, proposal } = await loadAnswer(tx, office, caseId, decided.answerId);
  const changed = isOvertaken(check, proposal, file);
  await decideProposal(tx, office, answersProposed, proposal, { ...decided, sight: sightOf(file), changed });
  const { answer } = proposal;
  if (decision === 'approved')
    await tx.run(sql`update tenancy_event_check set answer = ${answer}, answered_at = ${now}, answered_by = ${staff},
        tells_from = ${tellsFrom(office)}
      where organisation_id = ${organisation} and id = ${check.id}`);
  const about = { caseId, subjectId: check.id } as const;
  await happened(tx, office, { name: events[decision], ...about, data: { why: answer } });
  await addEntry(tx, office, {
    ...{ kind: 'decision', source: 'record', disclosableTo: [], ...about, happenedAt: now, knownAt: now },
    words: `${became[decision]}: ${labelOf(answers, answer)}. ${why}`.trim(),
  });
  const { proposedBy } = proposal;
  if (proposedBy && proposedBy !== staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'tenancy_event_decided', caseId });
}

/** More was found out since, or it may not go ahead now. */
export function isOvertaken(
  check: Check,
  { findingId, answer }: Pick<AnswerRow, 'findingId' | 'answer'>,
  file: Parameters<typeof goesAheadFacts>[1],
): boolean {
  if (check.findings[0]?.id !== findingId) return true;
  return answer === 'goes_ahead' && !mayGoAhead(goesAheadFacts(check, file)).allowed;
}

export async function loadAnswer(tx: Tx, { organisation }: Office, caseId: CaseId, answerId: string) {
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  for (const check of await checksOf(tx, organisation, caseId)) {
    const proposal = check.answers.find((each) => each.id === answerId);
    if (proposal) return { file, check, proposal };
  }
  throw notFound();
}
