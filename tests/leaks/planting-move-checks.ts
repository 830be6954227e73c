import { plant, type Site } from './planting-row.ts';
import type { Given } from './rows.ts';
import type { Scope } from './secrets.ts';
import type { Things } from './things.ts';

/** What a colleague of lettings asked about somebody of the register: they read it, and managers. */
export async function plantMoveCheck(
  site: Site,
  scope: Scope,
  { person, colleague }: { readonly person: string; readonly colleague: string },
): Promise<Things> {
  await plant(site, scope, 'move_draw', { id: undefined, person_id: person, place: '', asks: false });
  const asked = { people: [person], postcode: 'ZZ1 1ZZ', told: 'ask', asked_by: colleague, system_id: null };
  return {
    moveCheck: await plant(site, scope, 'move_check', { ...asked, looked_at: '2026-11-18T09:01:00Z' }),
  };
}

/** Where a question met a case, with why: for its team alone. The question itself says nothing of it. */
export async function plantCheckMet(
  into: (table: string, given: Given) => Promise<string>,
  inCase: { readonly case_id: string },
  colleague: string,
): Promise<void> {
  const home = { household: 'P-1', address: 'A home', postcode: 'ZZ1 1ZZ', told: 'ask', people: [] };
  const check_id = await into('move_check', {
    ...{ ...home, asked_by: colleague, system_id: null, looked_at: '2026-11-18T09:01:00Z' },
  });
  const met = { ...inCase, check_id, told: 'ask', why: ['feared_near'], asked_by: colleague };
  await into('move_check_met', { ...met, told_at: '2026-11-18T09:01:00Z' });
}
