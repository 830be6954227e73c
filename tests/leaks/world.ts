import type { ClientBase } from 'pg';
import type { MailQueue, Services } from '#kit/services.ts';
import { caseRoles, type OrganisationId, type StaffId } from '#rules/facts.ts';
import type { TestDatabase } from '../database.ts';
import { addColleague, addLandlord, type TestLandlord, testClock, testServices } from '../site.ts';
import {
  plantCalendar,
  plantCase,
  plantEmergency,
  plantHolds,
  plantRegister,
  plantSettings,
  plantWording,
} from './planting.ts';
import { plantRate } from './planting-costs.ts';
import { plantSteps } from './planting-court-steps.ts';
import { plantFund } from './planting-funds.ts';
import { plantMoveCheck } from './planting-move-checks.ts';
import { plantLetting } from './planting-new-customers.ts';
import { plantOffice, plantPolicy } from './planting-office.ts';
import { plantOwnFile } from './planting-own-files.ts';
import { plant } from './planting-row.ts';
import { plantContractor } from './planting-security.ts';
import { plantStock } from './planting-stock.ts';
import { plantTenancyEvent } from './planting-tenancies.ts';
import { plantDisclosure, plantUnnamed } from './planting-told.ts';
import { readColumns } from './rows.ts';
import { marker, type Scope } from './secrets.ts';
import type { Things } from './things.ts';
import { type VisitorKind, visitorKinds } from './visitors.ts';

export interface Visitor extends VisitorKind {
  readonly organisation: OrganisationId;
  readonly staff: StaffId | null;
}

type Sent = Parameters<MailQueue['send']>[1];

/** Two landlords, those who walk through their sites, and what is planted there. */
export interface World {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly landlords: Readonly<Record<'one' | 'other', TestLandlord>>;
  readonly visitors: readonly Visitor[];
  /** Ids of what was planted, by scope and kind of thing. */
  readonly planted: ReadonlyMap<Scope, Things>;
  /** The link to the calendar of somebody whom a conflict shuts out of the hidden case. */
  readonly calendar: string;
  /** Tables in which something was planted. */
  readonly tables: ReadonlySet<string>;
  /** Messages that were queued while the world was walked. */
  readonly mail: readonly Sent[];
}

/** What a clone of a world must be told: who is there, and the ids of what was planted. */
export interface ToldOfWorld {
  readonly landlords: World['landlords'];
  readonly visitors: readonly Visitor[];
  readonly planted: readonly (readonly [Scope, Things])[];
  readonly calendar: string;
  readonly tables: readonly string[];
}

const openToTeam = { roles: caseRoles, staff: [], conflict: [] };

/** A world as it was told of, in a clone of its database. */
export function worldIn(database: TestDatabase, { planted, tables, ...told }: ToldOfWorld): World {
  const mail: Sent[] = [];
  const services = {
    ...servicesOf(database),
    mail: { send: async (_, sent) => void mail.push(sent) } as MailQueue,
  };
  return { database, services, mail, ...told, planted: new Map(planted), tables: new Set(tables) };
}

function servicesOf(database: TestDatabase): Services {
  return testServices(database, testClock('2026-11-18T10:00'));
}

/** Everything that is there before anybody has a secret. */
export async function plantWorld(database: TestDatabase): Promise<ToldOfWorld> {
  const services = servicesOf(database);
  const landlords = {
    one: await addLandlord(services, 'vivid-2023', 'one'),
    other: await addLandlord(services, 'vivid-2023', 'other'),
  };
  const visitors: Visitor[] = [];
  for (const kind of visitorKinds) {
    const landlord = landlords[kind.landlord];
    const staff = kind.roles && (await addColleague(services, landlord, kind.roles, 'Somebody'));
    visitors.push({ ...kind, organisation: landlord.organisation, staff });
  }
  const planted = new Map<Scope, Things>();
  const tables = new Set<string>();
  const conflict = tied(visitors, 'conflict');

  const calendar = await behind(database, async (client) => {
    const ground = { client, columns: await readColumns(client), tables, services };
    const one = { ...ground, organisation: landlords.one.organisation };
    const office = await plantOffice(one, 'colleague', 'signin', 'imports');
    const { import: imported, helpline, holdSystem, ...colleague } = office;
    planted.set('imports', { import: imported, helpline, holdSystem });
    planted.set('colleague', colleague);
    planted.set('policy', await plantPolicy(one, 'policy'));
    planted.set('register', await plantRegister(one, 'register'));
    const nextDoor = await plantRegister(one, 'nextdoor');
    const steps = await plantSteps(one, 'nextdoor', { ...nextDoor, ...office });
    const asked = await plantMoveCheck(one, 'nextdoor', { ...nextDoor, ...office });
    const event = await plantTenancyEvent(one, 'nextdoor', { ...nextDoor, ...office });
    const letting = await plantLetting(
      (table, given) => plant(one, 'nextdoor', table, given),
      office.colleague,
    );
    planted.set('nextdoor', { ...nextDoor, ...steps, ...asked, ...event, letting });
    const fund = await plantFund((table, given) => plant(one, 'funds', table, given));
    planted.set('funds', { fund });
    await plantRate((table, given) => plant(one, 'rates', table, given));
    const [lent, toOthers] = await plantStock((table, given) => plant(one, 'open', table, given));
    const contractor = await plantContractor(
      (table, given) => plant(one, 'open', table, given),
      office.colleague,
    );
    const aroundIt = { ...office, ...nextDoor, ...event, lent, contractor, fund };
    const open = await plantCase(one, 'open', aroundIt, openToTeam);
    planted.set('open', {
      ...open,
      contractor,
      ...{ stockItem: lent.item, lentItem: toOthers.item, lentIssue: toOthers.issue },
      ...(await plantWording(one, 'open', office.colleague)),
      ...(await plantSettings(one, 'open', office)),
      ...(await plantHolds(one, 'open', { ...nextDoor, ...office })),
    });
    const other = { ...ground, organisation: landlords.other.organisation };
    const ofOther = await plantOffice(other, 'elsewhere', 'elsewhere', 'elsewhere');
    const around = {
      ...ofOther,
      contractor: await plantContractor(
        (table, given) => plant(other, 'elsewhere', table, given),
        ofOther.colleague,
      ),
      ...(await plantPolicy(other, 'elsewhere')),
      ...(await plantRegister(other, 'elsewhere')),
    };
    const theirs = { ...around, ...(await plantTenancyEvent(other, 'elsewhere', around)) };
    planted.set('elsewhere', { ...theirs, ...(await plantCase(other, 'elsewhere', theirs, openToTeam)) });
    return plantCalendar(one, 'colleague', conflict[0] ?? '');
  });

  return { landlords, visitors, planted: [...planted], calendar, tables: [...tables] };
}

/** What only some may know. A world without it beside one with it shows who can tell. */
export async function plantSecrets(database: TestDatabase, told: ToldOfWorld): Promise<ToldOfWorld> {
  const { landlords, visitors } = told;
  const planted = new Map(told.planted);
  const tables = new Set(told.tables);
  const conflict = tied(visitors, 'conflict');
  const unnamed = visitors.flatMap(({ name, staff }) => (name.endsWith('not named') && staff ? [staff] : []));
  await behind(database, async (client) => {
    const { organisation } = landlords.one;
    const columns = await readColumns(client);
    const site = { client, columns, tables, services: servicesOf(database), organisation };
    const { tenancyEvent } = planted.get('nextdoor') ?? {};
    const about = { ...planted.get('colleague'), ...planted.get('register'), tenancyEvent };
    const wall = { roles: [], staff: tied(visitors, 'granted'), conflict };
    const { lentItem: item = '', lentIssue: issue = '', contractor } = planted.get('open') ?? {};
    const keeper = (part: string) =>
      visitors.find(({ name }) => name === `a ${part} who keeps an own file`)?.staff ?? '';
    const keepers = { worker: keeper('worker'), manager: keeper('manager') };
    const keeping = [keepers.worker, keepers.manager];
    const { fund } = planted.get('funds') ?? {};
    const hidden = await plantCase(
      site,
      'hidden',
      { ...about, contractor, fund, lent: { item, issue } },
      wall,
    );
    planted.set('hidden', hidden);
    planted.set('emergency', await plantEmergency(site, { ...about, ...hidden }));
    // About nobody on the register: a colleague who was not named has a conflict with it, and with nothing else.
    const home = marker('register', 'property', 'address_lines');
    const told = { unnamed: { address: home }, rang: { contact_value: '0044 7700 900 123' } };
    for (const [scope, tells] of Object.entries(told) as readonly ['unnamed' | 'rang', object][])
      planted.set(scope, await plantUnnamed(site, scope, [...unnamed, ...keeping], conflict, { ...tells }));
    planted.set('ownside', await plantOwnFile(site, about.alleged ?? '', keepers));
    planted.set('waiting', await plantDisclosure(site, 'waiting', {}, [...conflict, ...unnamed, ...keeping]));
  });
  return { ...told, planted: [...planted], tables: [...tables] };
}

function tied(visitors: readonly Visitor[], tie: VisitorKind['tie']): readonly StaffId[] {
  return visitors.flatMap((visitor) => (visitor.tie === tie && visitor.staff ? [visitor.staff] : []));
}

/** As the superuser, whom no wall stops. */
export async function behind<T>(
  database: TestDatabase,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = await database.owner.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
