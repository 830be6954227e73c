import assert from 'node:assert/strict';
import type { LightMyRequestResponse } from 'fastify';
import { sql, transact } from '#kit/sql.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import type { Lintel } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import {
  addColleague,
  addSession,
  browser,
  london,
  type SentFile,
  type TestBrowser,
  type TestLandlord,
  whatFailed,
} from '../site.ts';
import { type Fields, fillIn } from './form.ts';

/** A colleague at a browser, who signs in again after a break. */
export interface Colleague {
  readonly staff: StaffId;
  get(path: string): Promise<LightMyRequestResponse>;
  /** What the page at that path says, without its markup. */
  reads(path: string): Promise<string>;
  /** Fills in the page's form as it stands, with these answers, and sends it. */
  fills(path: string, answers: Fields, files?: readonly SentFile[]): Promise<LightMyRequestResponse>;
  /** Fills it in, is led on, and looks at what is there. @returns where to */
  finishes(path: string, answers: Fields, files?: readonly SentFile[]): Promise<string>;
  post: TestBrowser['post'];
}

/** A landlord with its team, in a database that other landlords share. */
export interface Office {
  readonly lintel: Lintel;
  readonly landlord: TestLandlord;
  /** Leads cases, answers to `manager`, and has `deputy` when the manager is away. */
  readonly worker: Colleague;
  readonly manager: Colleague;
  readonly deputy: Colleague;
  colleague(...roles: readonly Role[]): Promise<Colleague>;
  /** Sets the clock, and has the jobs done that fell due meanwhile. */
  at(time: string): Promise<void>;
}

/** Under which an office is opened where it does not matter whose policy it is. */
const usualPack = triedPacks[0]?.id ?? '';

let offices = 0;
const names = [
  'Ada Keel',
  'Bram Oduya',
  'Carys Webb',
  'Dilys Thorne',
  'Edric Vance',
  'Farah Noor',
  'Gil Penrose',
];

export async function openOffice(lintel: Lintel, packId = usualPack): Promise<Office> {
  offices += 1;
  const landlord = await lintel.landlord(packId, `landlord-${offices}`);
  const { organisation } = landlord;
  const named = [...names];
  const add = (...roles: readonly Role[]) => addColleague(lintel.services, landlord, roles, named.shift());
  const [manager, deputy] = [await add('da_manager'), await add('da_manager')];
  const worker = await add('da_worker');
  await transact(lintel.services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`update staff set manager_id = ${manager}, deputy_id = ${deputy}
      where organisation_id = ${organisation} and id = ${worker}`),
  );
  return officeOf(lintel, landlord, { worker, manager, deputy }, named);
}

/** The office of a team that is there already. @param named what the next colleagues are called */
export function officeOf(
  lintel: Lintel,
  landlord: TestLandlord,
  team: Readonly<Record<'worker' | 'manager' | 'deputy', StaffId>>,
  named: string[] = [],
): Office {
  const { organisation } = landlord;
  const desk = (staff: StaffId) => atDesk(lintel, landlord, staff);
  return {
    lintel,
    landlord,
    worker: desk(team.worker),
    manager: desk(team.manager),
    deputy: desk(team.deputy),
    colleague: async (...roles) => desk(await addColleague(lintel.services, landlord, roles, named.shift())),
    async at(time) {
      lintel.clock.set(london(time));
      await lintel.work(organisation);
    },
  };
}

/** Sessions end after thirty minutes without use; nobody in these tests works as slowly as the clock jumps. */
const patience = Temporal.Duration.from({ minutes: 20 });

export function atDesk(lintel: Lintel, { organisation }: TestLandlord, staff: StaffId): Colleague {
  let desk: { readonly since: Temporal.Instant; readonly browser: TestBrowser } | null = null;
  const signedIn = async () => {
    const now = lintel.clock.now();
    const passed = desk && now.since(desk.since);
    if (!desk || !passed || passed.sign < 0 || Temporal.Duration.compare(passed, patience) > 0) {
      const session = await addSession(lintel.services, organisation, staff);
      desk = { since: now, browser: browser(lintel.app, staff, session) };
    }
    return desk.browser;
  };
  const get = async (path: string) => (await signedIn()).get(path);
  const fills = async (path: string, answers: Fields, files?: readonly SentFile[]) => {
    const page = await get(path);
    assert.equal(page.statusCode, 200, `${path}: ${page.statusCode}`);
    const { action, fields } = fillIn(page.body, path, answers);
    return (await signedIn()).post(action, fields, files);
  };
  return {
    staff,
    get,
    fills,
    reads: async (path) => words((await get(path)).body),
    async finishes(path, answers, files) {
      const sent = await fills(path, answers, files);
      assert.notEqual(sent.statusCode, 500, `${path}: ${whatFailed()}`);
      assert.equal(sent.statusCode, 303, `${path}: ${words(sent.body)}`);
      const next = String(sent.headers.location);
      const led = await get(next);
      assert.ok(led.statusCode < 500, `${path} leads to a fault: ${next}`);
      return next;
    },
    post: async (path, fields, files) => (await signedIn()).post(path, fields, files),
  };
}

/** What a page says in its middle. */
export function words(body: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? body;
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
