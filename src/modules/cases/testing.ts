import type { TestContext } from 'node:test';
import { newId } from '#kit/ids.ts';
import { type Office, officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { type Database, sql, type Tx, transact } from '#kit/sql.ts';
import { packs } from '#packs/index.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import { workingCalendar } from '#rules/calendar.ts';
import type { CaseId, OrganisationId, Role, StaffId } from '#rules/facts.ts';
import { testDatabase } from '../../../tests/database.ts';
import { type NewCase, openCase } from './store/open-case.ts';

/** A landlord's team over an empty database, each doing things as themselves through the real role. */
export interface Team {
  readonly db: Database;
  /** As the superuser, whom no wall stops: to look behind it. */
  readonly behind: Database;
  readonly organisation: OrganisationId;
  readonly manager: StaffId;
  readonly otherManager: StaffId;
  readonly worker: StaffId;
  readonly otherWorker: StaffId;
  readonly administrator: StaffId;
  readonly author: (staff: StaffId, now?: Temporal.Instant) => Office;
  readonly as: <T>(
    staff: StaffId,
    work: (tx: Tx, author: Office) => Promise<T>,
    now?: Temporal.Instant,
  ) => Promise<T>;
  readonly open: (by: StaffId, differences?: Partial<NewCase>) => Promise<CaseId>;
}

export const pack = vivid2023;
export const calendar = workingCalendar(pack.calendar, []);
const shelf = shelve(packs);
/** A Wednesday morning in July. */
export const morning = Temporal.Instant.from('2026-07-01T09:00:00+01:00');

const people = {
  manager: ['da_manager'],
  otherManager: ['da_manager'],
  worker: ['da_worker'],
  otherWorker: ['da_worker'],
  administrator: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
type Person = keyof typeof people;

export async function teamOf(t: TestContext): Promise<Team> {
  const pools = await testDatabase(t);
  const db = { pool: pools.app, checkRows: true };
  const behind = { pool: pools.owner, checkRows: true };
  return addTeam(db, behind);
}

/** Another landlord's team in the same database. */
export async function addTeam(db: Database, behind: Database): Promise<Team> {
  const organisation = newId<OrganisationId>();
  const staff = Object.fromEntries(Object.keys(people).map((name) => [name, newId<StaffId>()])) as Record<
    Person,
    StaffId
  >;
  const rolesOf = new Map<StaffId, readonly Role[]>(
    Object.entries(people).map(([name, roles]) => [staff[name as Person], roles]),
  );
  await transact(behind, { organisation }, async (tx) => {
    await tx.run(sql`insert into organisation (organisation_id, slug, name, pack_id, created_at)
      values (${organisation}, ${`landlord-${organisation.slice(-12)}`}, 'Example Homes', ${pack.id}, ${morning})`);
    for (const [name, id] of Object.entries(staff))
      await tx.run(sql`insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
        values (${organisation}, ${id}, ${`${name.toLowerCase()}@example.org`}, ${`The ${name}`},
          ${[...(rolesOf.get(id) ?? [])]}, ${morning}, ${morning})`);
  });
  const author = (id: StaffId, now = morning): Office =>
    officeUnder(shelf, pack.id, { organisation, staff: id, now });
  const as: Team['as'] = (id, work, now) =>
    transact(db, { organisation, staff: id, roles: rolesOf.get(id) ?? [] }, (tx) =>
      work(tx, author(id, now)),
    );
  const open: Team['open'] = async (by, differences = {}) => {
    const { caseId } = await as(by, (tx, who) => openCase(tx, who, { ...aCase, ...differences }));
    return caseId;
  };
  return { db, behind, organisation, ...staff, author, as, open };
}

const aCase: NewCase = {
  disclosureId: null,
  personId: null,
  describedAs: 'Somebody invented',
  propertyId: null,
  tenancyId: null,
  immediateDanger: false,
  children: 'not_asked',
  blocked: [],
};
