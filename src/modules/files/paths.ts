import type { CaseId } from '#rules/facts.ts';

/** Addresses of files: random ids only, all of them behind the wall of their case. */
export const paths = {
  files: (id: CaseId) => `/cases/${id}/files`,
  contact: (id: CaseId) => `/cases/${id}/contact`,
  newFiles: (id: CaseId) => `/cases/${id}/files/new`,
  file: (id: CaseId, file: string) => `/cases/${id}/files/${file}`,
  picture: (id: CaseId, file: string) => `/cases/${id}/files/${file}/picture`,
  pictureBytes: (id: CaseId, file: string) => `/cases/${id}/files/${file}/picture/bytes`,
  smallPicture: (id: CaseId, file: string) => `/cases/${id}/files/${file}/small-picture`,
  taking: (id: CaseId, file: string) => `/cases/${id}/files/${file}/taking`,
  error: (id: CaseId, file: string) => `/cases/${id}/files/${file}/error`,
  custody: (id: CaseId, file: string) => `/cases/${id}/files/${file}/custody`,
  evidence: (id: CaseId) => `/cases/${id}/evidence`,
  newPack: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/evidence/new`,
  pack: (id: CaseId, pack: string) => `/cases/${id}/evidence/${pack}`,
  archive: (id: CaseId, pack: string) => `/cases/${id}/evidence/${pack}/archive`,
} as const;
