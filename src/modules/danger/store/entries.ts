import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Dealing } from '../danger.ts';

/** That there was danger enters the chronology, for the team alone until somebody decides who else may see it. */
export function enterRaised(tx: Tx, office: Office, caseId: CaseId, said: string, dangerId: string) {
  const words = `There is danger now: ${said}`;
  return enter(tx, office, { caseId, kind: 'incident', happenedAt: office.now, words, subjectId: dangerId });
}

/** And so does what was done about it, by whom. */
export function enterDealing(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  { at, done, doneBy }: Dealing,
  dangerId: string,
) {
  const words = `What was done about the danger, by ${doneBy}: ${done}`;
  return enter(tx, office, { caseId, kind: 'action', happenedAt: at, words, subjectId: dangerId });
}

/** That it still stood when the office closed, and who was told then. */
export function enterHandOver(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  told: readonly string[],
  dangerId: string,
) {
  const words =
    told.length > 0
      ? `The danger still stands while the office is closed. It was handed over to ${told.join(' and ')}, on call.`
      : 'The danger still stands while the office is closed, and nobody on call could be told. Managers were told.';
  return enter(
    tx,
    office,
    { caseId, kind: 'action', happenedAt: office.now, words, subjectId: dangerId },
    'record',
  );
}

interface Entered {
  readonly caseId: CaseId;
  readonly kind: 'incident' | 'action';
  readonly happenedAt: Temporal.Instant;
  readonly words: string;
  readonly subjectId: string;
}

function enter(
  tx: Tx,
  office: Office,
  entry: Entered,
  source: 'colleague' | 'record' = 'colleague',
): Promise<string> {
  return addEntry(tx, office, {
    ...entry,
    knownAt: entry.happenedAt,
    source,
    disclosableTo: [],
  });
}
