import type { CaseId } from '#rules/facts.ts';

/** Addresses of messages: neutral, and ids only. */
export const paths = {
  carriers: '/messages-that-leave',
  carrierTest: '/messages-that-leave/test',
  messages: (id: CaseId) => `/cases/${id}/messages`,
  newMessage: (id: CaseId) => `/cases/${id}/messages/new`,
  message: (id: CaseId, message: string) => `/cases/${id}/messages/${message}`,
  withdrawal: (id: CaseId, message: string) => `/cases/${id}/messages/${message}/withdrawal`,
  askingAgain: (id: CaseId, message: string) => `/cases/${id}/messages/${message}/asking-again`,
  reading: (id: CaseId, message: string) => `/cases/${id}/messages/${message}/reading`,
  meant: (id: CaseId, message: string) => `/cases/${id}/messages/${message}/beside-others`,
  doubt: (id: CaseId, message: string) => `/cases/${id}/messages/${message}/doubt`,
  dealing: (id: CaseId, message: string) => `/cases/${id}/messages/${message}/dealing`,
} as const;
