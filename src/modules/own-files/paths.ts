/** Addresses of own files: ids only. */
export const paths = {
  list: '/own-files',
  begin: '/own-files/new',
  file: (file: string) => `/own-files/${file}`,
  note: (file: string) => `/own-files/${file}/entries/new`,
  need: (file: string) => `/own-files/${file}/needs/new`,
  safeguarding: (file: string) => `/own-files/${file}/council/new`,
  standing: (file: string) => `/own-files/${file}/standing`,
  worker: (file: string) => `/own-files/${file}/worker`,
  ending: (file: string) => `/own-files/${file}/ending`,
  programme: (file: string) => `/own-files/${file}/programmes/new`,
  step: (file: string, programme: string, step: 'question' | 'referral' | 'outcome' | 'dropping') =>
    `/own-files/${file}/programmes/${programme}/${step}`,
  questions: '/programme-questions',
  question: (question: string) => `/programme-questions/${question}`,
} as const;
