import { type CaseFile, openFile } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Acting } from './acting.ts';

/** The case of a story, as whoever acts may see it. */
export async function caseFile({ tx, organisation }: Acting, caseId: CaseId): Promise<CaseFile> {
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw new Error('Whoever acts in this story does not see its case');
  return file;
}
