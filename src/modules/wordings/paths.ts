/** Addresses of the pages about wordings. */
export const paths = {
  wordings: '/wordings',
  newWording: '/wordings/new',
  newVersion: (of: string) => `/wordings/new?of=${of}`,
  withdrawal: '/wordings/withdrawal',
  withdraw: (of: string) => `/wordings/withdrawal?of=${of}`,
  version: (id: string) => `/wordings/versions/${id}`,
  decide: (id: string) => `/wordings/versions/${id}/decision`,
  takeBack: (id: string) => `/wordings/versions/${id}/taking-back`,
  words: '/wordings/words',
  endWord: (id: string) => `/wordings/words/${id}/ending`,
  sender: '/wordings/sender',
  endSender: '/wordings/sender/ending',
  senderProposal: (id: string) => `/wordings/sender/proposals/${id}`,
  decideSender: (id: string) => `/wordings/sender/proposals/${id}/decision`,
  takeBackSender: (id: string) => `/wordings/sender/proposals/${id}/taking-back`,
} as const;
