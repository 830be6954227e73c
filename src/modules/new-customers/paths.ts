/** Addresses of the question at letting: ids only. */
export const paths = {
  list: '/new-lettings',
  tell: '/new-lettings/new',
  figures: '/new-lettings/figures',
  letting: (id: string) => `/new-lettings/${id}`,
  answer: (id: string) => `/new-lettings/${id}/answer`,
  handOn: (id: string) => `/new-lettings/${id}/hand-on`,
} as const;
