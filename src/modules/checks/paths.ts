import type { CaseId } from '#rules/facts.ts';

export const paths = {
  list: '/checks',
  late: (caseId: CaseId, lateId: string) => `/cases/${caseId}/late/${lateId}`,
  sample: (caseId: CaseId, sampleId: string) => `/cases/${caseId}/samples/${sampleId}`,
} as const;
