/** Addresses of promised calls: neutral, and ids only. A call may be owed before there is a case. */
export const paths = {
  call: (call: string) => `/calls/${call}`,
} as const;
