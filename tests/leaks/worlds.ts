import { destinations, staffRoutes } from '../../src/app.ts';
import { cloneOf, type Ending, testDatabase } from '../database.ts';
import { closed, keptDatabase } from '../kept-database.ts';
import { addressesOf } from './addresses.ts';
import { plantDrafts } from './drafts.ts';
import { type Form, formCollection } from './forms.ts';
import { staffSiteOf } from './staff-site.ts';
import { walker } from './visit.ts';
import { plantSecrets, plantWorld, type ToldOfWorld, type World, worldIn } from './world.ts';

/** The same world before there was a secret in it, and after: planted once, and cloned for whoever walks there. */
export interface Worlds {
  readonly before: World;
  readonly after: World;
  /** Every form on the pages of those who see most, to be sent by everybody. */
  readonly forms: readonly Form[];
}

interface After {
  readonly world: ToldOfWorld;
  readonly forms: readonly Form[];
}

/** Between them they see every form of the staff site. */
const shownMost: readonly string[] = [
  'a manager of the team who needs to know',
  'a worker who needs to know',
  'an administrator',
  'a data protection officer',
  'a manager and administrator of another landlord',
];

export async function worlds(t: Ending): Promise<Worlds> {
  const before = await keptDatabase('before_secrets', () =>
    closed(async (ending) => {
      const own = await testDatabase(ending, { keep: true });
      return { database: own.name, told: await plantWorld(own) };
    }),
  );
  const after = await keptDatabase('after_secrets', () => withSecrets(before.name, before.told));
  return {
    before: worldIn(await cloneOf(t, before.name), before.told),
    after: worldIn(await cloneOf(t, after.name), after.told.world),
    forms: after.told.forms,
  };
}

async function withSecrets(before: string, told: ToldOfWorld): Promise<{ database: string; told: After }> {
  const { database, world } = await closed(async (ending) => {
    const own = await cloneOf(ending, before, { keep: true });
    const world = await plantSecrets(own, told);
    await plantDrafts(worldIn(own, world), staffRoutes);
    return { database: own.name, world };
  });
  // In a clone: whoever looks leaves traces.
  const forms = await closed(async (ending) =>
    formsIn(ending, worldIn(await cloneOf(ending, database), world)),
  );
  return { database, told: { world, forms } };
}

async function formsIn(ending: Ending, world: World): Promise<readonly Form[]> {
  const app = await staffSiteOf(ending, world, staffRoutes, destinations);
  const forms = formCollection();
  await Promise.all(
    world.visitors
      .filter(({ name }) => shownMost.includes(name))
      .map(async (visitor) => {
        const { get } = await walker(app, world, visitor);
        for (const route of staffRoutes.filter(({ method }) => method === 'GET'))
          for (const { url } of addressesOf(route, world)) {
            if (url.includes('?')) continue;
            const { body, sentAway } = await get(url);
            if (sentAway) break;
            forms.add(body);
          }
      }),
  );
  return forms.all();
}
