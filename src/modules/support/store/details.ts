import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { type Answered, answersInWords } from '../questions.ts';
import { offerInWords } from '../words.ts';
import { offerOf } from './rows.ts';
import { addRow } from './write-step.ts';

/** What whoever brings it about has to know; each writing stays, and the newest one holds. */
export async function recordDetails(
  tx: Tx,
  office: Office,
  {
    caseId,
    offerId,
    answers,
  }: { readonly caseId: CaseId; readonly offerId: string; readonly answers: Answered },
): Promise<void> {
  const offer = await offerOf(tx, office.organisation, caseId, offerId);
  if (!offer) throw notFound();
  if (!offer.kindOf.asks) throw new Fault('stale');
  const id = newId<string>();
  await addRow(tx, office, offer, { id, step: 'details', happenedOn: today(office), answers });
  await happened(tx, office, { name: 'support.details-recorded', caseId, subjectId: offerId });
  const said = answersInWords(offer.kindOf.asks, answers).map(([asked, answer]) => `${asked}: ${answer}`);
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt: office.now, knownAt: office.now, source: 'person', subjectId: id },
    words: `${offerInWords(offer)}. What they need of it:\n\n${said.join('\n')}`,
  });
}
