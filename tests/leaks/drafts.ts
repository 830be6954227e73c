import { saveDraft } from '#kit/drafts/drafts.ts';
import { addressOf } from '#kit/http/address.ts';
import type { Route } from '#kit/http/route.ts';
import { transact } from '#kit/sql.ts';
import { marker } from './secrets.ts';
import type { World } from './world.ts';

/** Fields in which long texts are typed; a draft keeps whatever it is given. */
const fields = ['verbatim', 'words', 'notes', 'why', 'plan', 'what', 'details', 'reason'];

/** Half-written texts about the hidden case, of whoever may see drafts, for every form that keeps one. */
export async function plantDrafts(world: World, routes: readonly Route[]): Promise<void> {
  const { services } = world;
  const things = world.planted.get('hidden') ?? {};
  const typed = Object.fromEntries(fields.map((name) => [name, marker('draft', 'draft', name)]));
  for (const { organisation, staff, roles, sees } of world.visitors) {
    if (!staff || !roles || !sees.includes('draft')) continue;
    await transact(services.db, { organisation, staff, roles }, async (tx) => {
      for (const route of routes) {
        if (!('draft' in route) || !route.draft) continue;
        const id = route.path.startsWith('/disclosures') ? things.disclosure : things.case;
        const draft = { ...route.draft({ ...things, id }), page: addressOf(route.path, { ...things, id }) };
        await saveDraft({ tx, organisation, staff, services, now: services.now() }, draft, typed);
      }
    });
  }
}
