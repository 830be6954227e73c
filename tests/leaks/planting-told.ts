import { plantToldFile } from './planting-files.ts';
import { plant, type Site } from './planting-row.ts';
import type { Given } from './rows.ts';
import { markedReference, marker, type Scope } from './secrets.ts';
import type { Things } from './things.ts';

/** A disclosure that waits for triage; those who are blocked may not learn of it. */
export async function plantDisclosure(
  site: Site,
  scope: Scope,
  about: Things,
  blocked: readonly string[],
  told: Given = {},
) {
  const disclosure = await plant(site, scope, 'disclosure', {
    reference: markedReference(scope, 'D'),
    person_id: about.person,
    property_id: about.home,
    blocked_staff: blocked,
    case_id: null,
    triaged_at: null,
    route_details: JSON.stringify({ agency_reference: marker(scope, 'disclosure', 'route_details') }),
    children_told: JSON.stringify([
      { name: marker(scope, 'disclosure', 'children_told'), age: '7', school: 'Elm Primary' },
    ]),
    ...told,
  });
  // The words of what was told are taken from it at once, to be found by.
  for (const table of ['disclosure_word', 'disclosure_told']) site.tables.add(table);
  const receipt = await plant(site, scope, 'event', { name: 'disclosure.received', subject_id: disclosure });
  await plant(site, 'report', 'help_report');
  const toldFile = await plantToldFile((table, given) => plant(site, scope, table, given), disclosure);
  return { disclosure, receipt, toldFile };
}

/**
 * What was told without a name, of a home or by a number of the hidden case, in danger: nothing but what it tells says
 * that somebody has a conflict with it, who was told of it before anybody knew.
 */
export async function plantUnnamed(
  site: Site,
  scope: Scope,
  blocked: readonly string[],
  conflict: readonly string[],
  told: Given,
): Promise<Things> {
  const { disclosure, receipt } = await plantDisclosure(site, scope, {}, blocked, told);
  const about = { disclosure_id: disclosure, case_id: null };
  for (const staff_id of conflict)
    await plant(site, scope, 'notification', { ...about, staff_id, kind: 'danger', read_at: null });
  const open = { dealt_at: null, done: null, done_by: null, dealt_by: null, dealt_recorded_at: null };
  const danger = await plant(site, scope, 'danger', { ...about, ...open });
  return { disclosure, receipt, danger };
}
