import { plantOnCall } from './planting-danger.ts';
import { plantRota } from './planting-diary.ts';
import { plantHelpline } from './planting-helpline.ts';
import { plantSystem } from './planting-holds.ts';
import { plantChange } from './planting-policy.ts';
import { plant, type Site } from './planting-row.ts';
import { plantServices } from './planting-services.ts';
import { marker, type Scope } from './secrets.ts';

/** A colleague, how and from where they sign in, somebody who is to join the team, and an administrator's imports. */
export async function plantOffice(site: Site, colleague: Scope, signin: Scope, imports: Scope) {
  const email = `${marker(signin, 'staff', 'email')}@example.test`.toLowerCase();
  const staff = await plant(site, colleague, 'staff', { email, enrolled_at: site.services.now().toString() });
  const onCall = await plantOnCall((table, given) => plant(site, colleague, table, given), staff);
  const absence = await plantRota((table, given) => plant(site, colleague, table, given), staff);
  const lasting = { staff_id: staff, idle_until: '2026-11-18T23:00:00Z', ends_at: '2026-11-18T23:00:00Z' };
  const shown = { hidden_at: null, hidden_secret_hash: null, hidden_path: null };
  const session = await plant(site, signin, 'session', { ...lasting, ...shown });
  await plant(site, signin, 'session', {
    ...lasting,
    hidden_at: site.services.now().toString(),
    hidden_secret_hash: Buffer.from('asleep'),
  });
  const said = [{ file: 'homes.csv', text: marker(imports, 'register_import', 'findings'), asks: false }];
  const run = await plant(site, imports, 'register_import', {
    state: 'finished',
    started_by: staff,
    findings: JSON.stringify(said),
  });
  await plant(site, imports, 'register_import_error', { import_id: run, id: undefined, file_at: 0 });
  const mapping = await plant(site, imports, 'register_mapping', {
    kind: 'homes',
    columns: ['reference'],
    dates: null,
    names: [marker(imports, 'register_mapping', 'names')],
    set_by: staff,
  });
  const joining = await plant(site, colleague, 'staff', {
    email: `joining-${marker(colleague, 'staff', 'email')}`.toLowerCase(),
  });
  const asked = { staff_id: joining, asked_by: staff, kind: 'roles', roles: ['da_worker'] };
  const confirmation = await plant(site, colleague, 'confirmation', asked);
  const refused = await plant(site, colleague, 'confirmation', { ...asked, staff_id: staff });
  await plant(site, signin, 'confirmation_decision', {
    id: undefined,
    confirmation_id: refused,
    decision: 'declined',
  });
  await plantServices((table, given) => plant(site, imports, table, given), staff);
  return {
    colleague: staff,
    session,
    import: run,
    mapping,
    confirmation,
    absence,
    onCall,
    holdSystem: await plantSystem(
      (table, given) => plant(site, imports, table, given),
      staff,
      site.services.now().toString(),
    ),
    helpline: await plantHelpline(
      (table, given) => plant(site, imports, table, given),
      staff,
      site.services.now().toString(),
    ),
  };
}

/** A change of the landlord's policy, and a reason to review it; @returns their ids */
export function plantPolicy(site: Site, scope: Scope) {
  return plantChange(
    (table, given) => plant(site, scope, table, given),
    scope,
    site.services.now().toString(),
  );
}
