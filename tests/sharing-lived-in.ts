import type { Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

/** An agency to which they said yes, and another to which they said no. */
export const yesToTheIdva = {
  ...{ agency: 'Exampleton Idva Service', role: 'Duty Idva', sort: 'specialist' },
  ...{ purpose: 'support', kinds: ['account', 'plan'], answer: 'given', way: 'phone' },
  ...{
    by: 'person',
    heard: 'nobody',
    words: 'She may know all of it.',
    ...moment('asked', '2026-11-18T09:50'),
  },
} as const;
export const noToThePolice = {
  ...{ agency: 'Exampleshire Police', role: 'Officer in the case', sort: 'police' },
  ...{ purpose: 'prosecution', kinds: ['account'], answer: 'refused', way: 'phone' },
  ...{ words: 'Not yet.', ...moment('asked', '2026-11-18T09:55') },
} as const;

/** What may go to the police without asking her: they are told of it when she answers. */
export const toThePolice = {
  ...{ agency: 'Exampleshire Police', role: 'Duty sergeant', sort: 'police', purpose: 'safety' },
  ...{ words: 'He has said that he will come back tonight.', wordKinds: ['account'] },
  ...{ ground: 'legal-obligation', condition: 'unlawful-acts', power: 'crime-and-disorder' },
  ...{
    necessity: 'They can watch the street tonight',
    proportionality: 'Nothing of what she told us before',
  },
  ...{ view: 'not_asked', viewWords: 'She does not answer her phone', told: 'will_be' },
  ...{ toldWhy: 'As soon as she answers, by her worker' },
} as const;

/** What they agreed to in a case. @returns the ids of what is there */
export async function sharingIn({ worker }: Office, file: string): Promise<Readonly<Record<string, string>>> {
  const consent = await worker.finishes(`${file}/consents/new`, yesToTheIdva);
  await worker.finishes(`${file}/consents/new`, noToThePolice);
  const share = await worker.finishes(`${file}/shares/new`, toThePolice);
  const { body } = await worker.get(`${file}/sharing`);
  return {
    '/cases/:id/consents/:consent': consent.split('/').at(-1) ?? '',
    '/cases/:id/shares/:share': share.split('/').at(-1) ?? '',
    '/cases/:id/recipients/:recipient': /\/recipients\/([0-9a-f-]{36})\/ending/.exec(body)?.[1] ?? '',
  };
}
