import type { Colleague } from './policy/office.ts';

/** A joint tenancy of a married couple, of whom one would like to stay. */
export const jointAndMarried = {
  ...{ tenancyType: 'assured_periodic', holder: 'jointly', relation: 'married', children: 'yes' },
  ...{ wish: 'stay', words: 'I want to keep the home for Teo.', jurisdiction: 'england' },
};

export const goneThrough = {
  ...{ outcome: 'gone_through', 'said-occupation-order': 'wants', 'said-managed-transfer': 'not_for_them' },
  ...{ 'said-notice-regrant': 'explained', legal: 'wants', words: 'Not another move.', way: 'in_person' },
};

/** How things stand with a home, and what was gone through. @returns ids, by where they are needed */
export async function housingIn(worker: Colleague, file: string): Promise<Readonly<Record<string, string>>> {
  await worker.finishes(`${file}/housing/situation`, jointAndMarried);
  await worker.finishes(`${file}/housing/advice/new`, goneThrough);
  const { body } = await worker.get(`${file}/housing`);
  return {
    '/cases/:id/housing/advice/:advice':
      /\/housing\/advice\/([0-9a-f-]{36})\/correction/.exec(body)?.[1] ?? '',
  };
}
