import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';

/** What was drawn is about a case, or about what was told and never became one. */
interface Drawn {
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly disclosureId: DisclosureId | null;
}

export const paths = {
  list: '/checks',
  late: (caseId: CaseId, lateId: string) => `/cases/${caseId}/late/${lateId}`,
  sample: (drawn: Drawn) => `${about(drawn)}/samples/${drawn.id}`,
} as const;

/** Where it stands what was drawn is about. */
export function about({ caseId, disclosureId }: Omit<Drawn, 'id'>): string {
  return caseId === null ? `/disclosures/${disclosureId}` : casePaths.overview(caseId);
}
