import { plant, type Site } from './planting-row.ts';
import type { Scope } from './secrets.ts';
import type { Things } from './things.ts';

/** What somebody of the income team said of a tenancy: they alone read it. */
export async function plantSteps(
  site: Site,
  scope: Scope,
  { tenancy, colleague }: { readonly tenancy: string; readonly colleague: string },
): Promise<Things> {
  const said = { tenancy_id: tenancy, step: 'notice', state: 'meant', told: 'yes', undone: '' };
  const by = { said_by: colleague, system_id: null, looked_at: '2026-11-18T09:01:00Z' };
  return { courtStep: await plant(site, scope, 'court_step', { ...said, ...by }) };
}
