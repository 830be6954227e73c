import type { TestContext } from 'node:test';
import type { ClientBase } from 'pg';
import type { MailQueue, Services } from '#kit/services.ts';
import { caseRoles, type OrganisationId, type StaffId } from '#rules/facts.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { addColleague, addLandlord, type TestLandlord, testClock, testServices } from '../site.ts';
import {
  plantCalendar,
  plantCase,
  plantDisclosure,
  plantEmergency,
  plantOffice,
  plantPolicy,
  plantRegister,
  plantSettings,
  plantWording,
  type Things,
} from './planting.ts';
import { readColumns } from './rows.ts';
import type { Scope } from './secrets.ts';
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
  /** What only some may know: planted after a first walk, so that a second one shows who can tell. */
  plantSecrets(): Promise<void>;
}

const openToTeam = { roles: caseRoles, staff: [], conflict: [] };

export async function buildWorld(t: TestContext): Promise<World> {
  const database = await testDatabase(t);
  const mail: Sent[] = [];
  const services: Services = {
    ...testServices(database, testClock('2026-11-18T10:00')),
    mail: { send: async (_tx, sent) => void mail.push(sent) },
  };
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
  const tied = (tie: VisitorKind['tie']) =>
    visitors.flatMap((visitor) => (visitor.tie === tie && visitor.staff ? [visitor.staff] : []));
  const granted = tied('granted');
  const conflict = tied('conflict');
  const unnamed = visitors.flatMap(({ name, staff }) => (name.endsWith('not named') && staff ? [staff] : []));

  const calendar = await behind(database, async (client) => {
    const ground = { client, columns: await readColumns(client), tables, services };
    const one = { ...ground, organisation: landlords.one.organisation };
    const office = await plantOffice(one, 'colleague', 'signin', 'imports');
    planted.set('imports', { import: office.import, helpline: office.helpline });
    const { import: _, helpline: __, ...colleague } = office;
    planted.set('colleague', colleague);
    planted.set('policy', { policyChange: await plantPolicy(one, 'policy') });
    planted.set('register', await plantRegister(one, 'register'));
    const nextDoor = await plantRegister(one, 'nextdoor');
    planted.set('nextdoor', nextDoor);
    const open = await plantCase(one, 'open', { ...office, ...nextDoor }, openToTeam);
    planted.set('open', {
      ...open,
      ...(await plantWording(one, 'open')),
      ...(await plantSettings(one, 'open')),
    });
    const other = { ...ground, organisation: landlords.other.organisation };
    const theirs = {
      ...(await plantOffice(other, 'elsewhere', 'elsewhere', 'elsewhere')),
      policyChange: await plantPolicy(other, 'elsewhere'),
      ...(await plantRegister(other, 'elsewhere')),
    };
    planted.set('elsewhere', { ...theirs, ...(await plantCase(other, 'elsewhere', theirs, openToTeam)) });
    return plantCalendar(one, 'colleague', conflict[0] ?? '');
  });

  async function plantSecrets(): Promise<void> {
    await behind(database, async (client) => {
      const { organisation } = landlords.one;
      const site = { client, columns: await readColumns(client), tables, services, organisation };
      const about = { ...planted.get('colleague'), ...planted.get('register') };
      const wall = { roles: [], staff: granted, conflict };
      const hidden = await plantCase(site, 'hidden', about, wall);
      planted.set('hidden', hidden);
      planted.set('emergency', await plantEmergency(site, { ...about, ...hidden }));
      planted.set('waiting', await plantDisclosure(site, 'waiting', about, [...conflict, ...unnamed]));
    });
  }
  return { database, services, landlords, visitors, planted, calendar, tables, mail, plantSecrets };
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
