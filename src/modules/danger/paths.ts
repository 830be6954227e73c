/** Addresses of danger: ids only. */
export const paths = {
  ofCase: (caseId: string) => `/cases/${caseId}/danger`,
  raise: (caseId: string) => `/cases/${caseId}/danger/new`,
  deal: (danger: string) => `/dangers/${danger}`,
} as const;
