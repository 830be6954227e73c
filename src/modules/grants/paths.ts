/** Addresses of funds: a fund has no case. */
export const paths = {
  funds: '/funds',
  newFund: '/funds/new',
  fund: (fund: string) => `/funds/${fund}`,
  budget: (fund: string) => `/funds/${fund}/budget`,
  yearEnd: (fund: string) => `/funds/${fund}/year-end`,
  ending: (fund: string) => `/funds/${fund}/ending`,
  cover: (fund: string) => `/funds/${fund}/cover`,
} as const;
