import type { StaffId } from '#rules/facts.ts';
import { cloneOf, type Ending, testDatabase } from './database.ts';
import { closed, type KeptDatabase, keptDatabase } from './kept-database.ts';
import { type Lintel, lintelSite } from './lintel-site.ts';
import { type LivedIn, liveIn } from './lived-in.ts';
import { atDesk, officeOf } from './policy/office.ts';
import type { TestLandlord } from './site.ts';

/** Filling a landlord takes seconds: it is done once for each pack, and the database cloned for whoever looks at it. */

const begins = '2026-11-18T10:00';
/** When `liveIn` is done. */
const ends = '2026-11-18T13:10';

/** What a clone must be told: what `liveIn` answered, as ids. */
interface Furnished {
  readonly landlord: TestLandlord;
  readonly team: Readonly<Record<'worker' | 'manager' | 'deputy', StaffId>>;
  readonly everybody: StaffId;
  readonly ids: LivedIn['ids'];
}

/** A landlord that is lived in, in a database of the test's own, at ten past one on 18 November 2026. */
export async function furnished(
  t: Ending,
  packId: string,
): Promise<{ readonly lintel: Lintel; readonly world: LivedIn }> {
  const { name, told } = await furnishedTemplate(packId);
  const lintel = await lintelSite(t, ends, await cloneOf(t, name));
  const { landlord, team, everybody, ids } = told;
  const office = officeOf(lintel, landlord, team);
  return { lintel, world: { office, everybody: atDesk(lintel, landlord, everybody), ids } };
}

function furnishedTemplate(packId: string): Promise<KeptDatabase<Furnished>> {
  return keptDatabase(packId, () => closed((ending) => furnish(ending, packId)));
}

async function furnish(ending: Ending, packId: string): Promise<{ database: string; told: Furnished }> {
  const own = await testDatabase(ending, { keep: true });
  const lintel = await lintelSite(ending, begins, own);
  const { office, everybody, ids } = await liveIn(lintel, packId);
  const { landlord, worker, manager, deputy } = office;
  const team = { worker: worker.staff, manager: manager.staff, deputy: deputy.staff };
  return { database: own.name, told: { landlord, team, everybody: everybody.staff, ids } };
}
