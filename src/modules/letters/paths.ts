/** Addresses of the pages about letters on paper: neutral, and ids only. */
export const paths = {
  letters: '/letters',
  printing: '/letters/printing',
  batch: (id: string) => `/letters/batches/${id}`,
  paper: (id: string) => `/letters/papers/${id}`,
  outcome: (id: string) => `/letters/papers/${id}/outcome`,
  again: (id: string) => `/letters/papers/${id}/again`,
} as const;
