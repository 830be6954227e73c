import { plant, type Site } from './planting-row.ts';
import type { Given } from './rows.ts';
import type { Scope } from './secrets.ts';
import type { Things } from './things.ts';

/** A change of a tenancy that a colleague entered, and that the team reads: nothing in it says whom it concerns. */
export async function plantTenancyEvent(
  site: Site,
  scope: Scope,
  { tenancy, colleague }: { readonly tenancy: string; readonly colleague: string },
): Promise<Things> {
  const given = { given_to: colleague, given_before: null, given_at: '2026-11-18T09:01:00Z', given_times: 1 };
  const tenancyEvent = await plant(site, scope, 'tenancy_event', {
    ...{
      ...given,
      tenancy_id: tenancy,
      kind: 'name_added',
      way: 'hand',
      said_by: colleague,
      system_id: null,
    },
    ...{ looked_at: '2026-11-18T09:01:00Z', told: null, told_from: null },
  });
  return { tenancyEvent };
}

/** That it concerns this case, what was found out, and an answer that waits for a manager. */
export async function plantTenancyCheck(
  into: (table: string, given: Given) => Promise<string>,
  inCase: { readonly case_id: string },
  event: string | undefined,
): Promise<Things> {
  const open = { given_to: null, answer: null, answered_at: null, answered_by: null, tells_from: null };
  const tenancyCheck = await into('tenancy_event_check', { ...inCase, ...open, event_id: event });
  const of = { ...inCase, check_id: tenancyCheck };
  const found = { served_by: 'feared', free_will: 'pressed', advice: 'not_yet', home: 'not_yet' };
  const finding = await into('tenancy_event_finding', { ...of, ...found });
  const waits = { decision: null, decided_at: null, decided_by: null };
  const tenancyAnswer = await into('tenancy_event_answer', {
    ...{ ...of, ...waits, finding_id: finding, answer: 'stopped' },
  });
  const tenancyChange = await into('tenancy_change', { ...inCase, route: 'court_transfer' });
  const ofChange = { ...inCase, change_id: tenancyChange };
  for (const item of ['advice', 'retaliation'])
    await into('tenancy_change_item', { ...ofChange, item, answer: 'yes' });
  await into('tenancy_change_step', { ...ofChange, step: 'not_wanted', security: '' });
  return { tenancyCheck, tenancyAnswer, tenancyChange };
}
