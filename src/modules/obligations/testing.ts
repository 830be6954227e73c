import type { TestContext } from 'node:test';
import { newId } from '#kit/ids.ts';
import { type Office, officeUnder } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import type { CaseId, DisclosureId, Role, StaffId } from '#rules/facts.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import {
  addColleague,
  addLandlord,
  london,
  type TestClock,
  type TestLandlord,
  testClock,
  testServices,
} from '../../../tests/site.ts';
import { happened } from './index.ts';

/** A landlord with promises in its database, for tests of this module and of the board. */
export interface PromiseWorld {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly clock: TestClock;
  readonly landlord: TestLandlord;
  readonly author: () => Office;
  colleague(roles: readonly Role[], more?: { manager?: StaffId; deputy?: StaffId }): Promise<StaffId>;
  /** A disclosure received then, with the promises that it begins. */
  disclosure(
    received: string,
    more?: { danger?: boolean; blocked?: readonly StaffId[] },
  ): Promise<DisclosureId>;
  caseFile(more?: { lead?: StaffId; blocked?: readonly StaffId[]; danger?: boolean }): Promise<CaseId>;
  /** A contact with the person at risk, or an attempt; written down at once, or only now. */
  contact(
    caseId: CaseId,
    event: 'contact.made' | 'contact.attempted',
    at: string,
    more?: { recorded: 'now' },
  ): Promise<void>;
}

export async function promiseWorld(
  t: TestContext,
  start: string,
  packId = 'vivid-2023',
): Promise<PromiseWorld> {
  const database = await testDatabase(t);
  const clock = testClock(start);
  const services = testServices(database, clock);
  const landlord = await addLandlord(services, packId);
  const { organisation } = landlord;
  const author = (): Office =>
    officeUnder(services.packs, landlord.packId, { organisation, staff: null, now: clock.now() });
  const system = { organisation, system: true } as const;
  return {
    database,
    services,
    clock,
    landlord,
    author,
    async colleague(roles, { manager, deputy } = {}) {
      const id = await addColleague(services, landlord, roles);
      await transact(services.db, system, (tx) =>
        tx.run(sql`update staff set manager_id = ${manager ?? null}, deputy_id = ${deputy ?? null}
          where organisation_id = ${organisation} and id = ${id}`),
      );
      return id;
    },
    async disclosure(received, { danger = false, blocked = [] } = {}) {
      const id = newId<DisclosureId>();
      const at = london(received);
      await transact(services.db, system, async (tx) => {
        await tx.run(sql`insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route,
            told_by, verbatim, immediate_danger, blocked_staff)
          values (${organisation}, ${id}, ${id}, ${at}, ${clock.now()}, 'phone', 'person', 'words',
            ${danger ? 'yes' : 'no'}, ${[...blocked]})`);
        await happened(tx, author(), { name: 'disclosure.received', happenedAt: at, disclosureId: id });
      });
      return id;
    },
    async caseFile({ lead, blocked = [], danger = false } = {}) {
      const id = newId<CaseId>();
      // As the superuser: only the wall's own functions may say who sees a case.
      await database.owner.query(
        `insert into case_file (organisation_id, id, reference, state, opened_at, pack_id, pack_version, lead_id,
          immediate_danger, granted_roles, blocked_staff)
        values ($1, $2, $3, 'triaged', $4, $8, '1', $5, $6, '{da_worker,da_manager}', $7)`,
        [organisation, id, id, clock.now().toString(), lead ?? null, danger, blocked, packId],
      );
      return id;
    },
    async contact(caseId, event, at, more) {
      const office = more ? author() : { ...author(), now: london(at) };
      await transact(services.db, system, (tx) =>
        happened(tx, office, { name: event, happenedAt: london(at), caseId }),
      );
    },
  };
}
