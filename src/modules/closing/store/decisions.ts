import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import type { Tx } from '#kit/sql.ts';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { closingGate } from '../closing.ts';
import { close } from './close.ts';
import { closingOf, closings } from './closings.ts';
import { closingFacts } from './facts.ts';

export interface ClosingDecision {
  readonly caseId: CaseId;
  readonly closingId: string;
  readonly version: number;
  readonly decision: 'signed' | 'declined';
  readonly why: string;
}

/**
 * A manager other than the proposer signs, and the gate is asked once more: what has come up since stands in front of
 * it. Declined, the case goes back to where it was.
 */
export async function decideClosing(tx: Tx, office: Office, decided: ClosingDecision): Promise<void> {
  const { caseId, closingId, decision, why } = decided;
  const { file, closing } = await opened(tx, office, decided);
  await decideProposal(tx, office, closings, closing, { ...decided, sight: sightOf(file) });
  if (decision === 'signed') insist(closingGate(await closingFacts(tx, office, file), closing));
  await happened(tx, office, {
    name: decision === 'signed' ? 'case.closing-signed' : 'case.closing-declined',
    caseId,
    subjectId: closingId,
  });
  await addEntry(tx, office, {
    caseId,
    kind: 'closing',
    happenedAt: office.now,
    knownAt: office.now,
    source: 'record',
    words: `${decision === 'signed' ? 'A manager signed: closed.' : 'A manager sent it back.'} ${why}`.trim(),
  });
  if (decision === 'signed')
    await close(tx, office, { caseId, closingId, reason: closing.reason, pausedAt: file.pausedAt });
  else await moveCase(tx, office, { caseId, to: closing.stateBefore });
  const { proposedBy } = closing;
  if (proposedBy) await notify(tx, office, { staffIds: [proposedBy], kind: 'closing_decided', caseId });
}

/** Whoever proposed it, or anybody else who works on the case, takes it back: the case goes on as it was. */
export async function withdrawClosing(
  tx: Tx,
  office: Office,
  withdrawn: Pick<ClosingDecision, 'caseId' | 'closingId' | 'version'>,
): Promise<void> {
  const { caseId, closingId } = withdrawn;
  const { file, closing } = await opened(tx, office, withdrawn);
  const { version } = withdrawn;
  const sight = sightOf(file);
  await decideProposal(tx, office, closings, closing, { version, decision: 'withdrawn', why: '', sight });
  await happened(tx, office, {
    name: 'case.closing-declined',
    caseId,
    subjectId: closingId,
    data: { withdrawn: true },
  });
  await addEntry(tx, office, {
    caseId,
    kind: 'closing',
    happenedAt: office.now,
    knownAt: office.now,
    source: 'record',
    words: 'The closing was taken back, and the case goes on.',
  });
  await moveCase(tx, office, { caseId, to: closing.stateBefore });
}

async function opened(
  tx: Tx,
  { organisation }: Office,
  { caseId, closingId }: { readonly caseId: CaseId; readonly closingId: string },
) {
  const [file, closing] = await Promise.all([
    openFile(tx, organisation, caseId),
    closingOf(tx, organisation, caseId, closingId),
  ]);
  if (!file || !closing) throw notFound();
  return { file, closing };
}
