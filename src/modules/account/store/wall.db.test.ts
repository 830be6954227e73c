import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { raw } from 'sql-template-tag';
import { z } from 'zod';
import { findDraft, saveDraft } from '#kit/drafts/drafts.ts';
import { newId } from '#kit/ids.ts';
import { hashPassword } from '#kit/password-hash.ts';
import { type Scope, sql, transact } from '#kit/sql.ts';
import type { Role } from '#rules/facts.ts';
import { testDatabase } from '../../../../tests/database.ts';
import { testClock, testServices } from '../../../../tests/site.ts';
import { askFor, decide } from './confirmations.ts';
import { enrolStaff } from './enrol.ts';
import { attemptAt, claimTry } from './failures.ts';
import { makeLink } from './links.ts';
import { createOrganisation } from './organisations.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import { startSession } from './sessions.ts';
import { setUpOrganisation } from './set-up.ts';

const tables = [
  'staff',
  'credential',
  'sign_in_failure',
  'recovery_code',
  'one_time_link',
  'confirmation',
  'confirmation_decision',
  'session',
  'draft',
  'notification',
  'helpline',
] as const;

/** A landlord with one colleague, who has one row of everything. */
async function landlord(services: ReturnType<typeof testServices>, slug: string) {
  const now = services.now();
  const { organisation, staff } = await transact(services.db, { organisation: null }, async (tx) => {
    const organisation = await createOrganisation(
      tx,
      { name: slug, slug, packId: 'vivid-2023', demonstration: false },
      now,
    );
    const staff = await enrolStaff(
      tx,
      { organisation, staff: null, now },
      {
        name: 'Ottoline Marsh',
        email: 'o.marsh@example.test',
        roles: ['da_worker'],
        jobTitle: '',
        passwordHash: await hashPassword('kettle willow tram'),
        totpSecret: Buffer.alloc(20, 1),
        secret: services.secret,
      },
    );
    await keepRecoveryCodes(tx, organisation, staff, newRecoveryCodes(), now);
    await makeLink(tx, organisation, staff, now);
    const idle = services.settings.idle;
    await startSession(tx, { organisation, staff, address: '::1', agent: '', now, idle, secondFactor: true });
    await claimTry(
      tx,
      organisation,
      attemptAt(services.secret, organisation, 'x@example.test', '::1'),
      false,
      now,
    );
    await tx.run(sql`insert into notification (organisation_id, id, staff_id, at, kind)
      values (${organisation}, ${newId()}, ${staff}, ${now}, 'allocated')`);
    const asked = await askFor(
      tx,
      { organisation, staff, now },
      { about: staff, kind: 'new_start', roles: ['da_worker'] },
    );
    await decide(tx, { organisation, staff: null, now }, asked, 'declined');
    await tx.run(sql`insert into helpline (organisation_id, id, line_id, name, phone, says, checked_on, place, made_at)
      values (${organisation}, ${newId()}, ${newId()}, 'A helpline', '020 7946 0000', '', '2026-11-02', 0, ${now})`);
    return { organisation, staff };
  });
  await transact(services.db, { organisation, staff, roles: ['da_worker'] }, (tx) =>
    saveDraft(
      { tx, organisation, staff, services, now },
      { form: 'entry', about: null, page: '' },
      {
        words: 'She rang at nine.',
      },
    ),
  );
  return { organisation, staff };
}

async function arranged(t: TestContext) {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const ours = await landlord(services, 'ours');
  const theirs = await landlord(services, 'theirs');
  const seen = (scope: Scope) =>
    transact(services.db, scope, async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of tables) {
        const row = z.object({ organisation_id: z.string() });
        const rows = await tx.rows(row, sql`select organisation_id from ${raw(table)}`);
        assert.ok(
          rows.every((row) => row.organisation_id === scope.organisation),
          `${table} shows another organisation`,
        );
        counts[table] = rows.length;
      }
      return counts;
    });
  return { database, services, ours, theirs, seen };
}

const one = { staff: 1, helpline: 1 };
const none = Object.fromEntries(tables.map((table) => [table, 0]));

test('nobody in particular sees nothing of any landlord but its name', async (t) => {
  const { seen } = await arranged(t);
  assert.deepEqual(await seen({ organisation: null }), none);
});

test('secrets, sessions, drafts and notifications are seen by whose they are, and by no other landlord', async (t) => {
  const { seen, ours } = await arranged(t);
  assert.deepEqual(await seen({ ...ours, roles: ['da_worker'] }), {
    ...none,
    ...one,
    credential: 1,
    recovery_code: 10,
    session: 1,
    draft: 1,
    notification: 1,
  });
});

test('another colleague sees none of them; a team manager only which links there are, to hand one over', async (t) => {
  const { seen, ours } = await arranged(t);
  const others: readonly (readonly Role[])[] = [['colleague'], ['da_manager'], ['director']];
  for (const roles of others)
    assert.deepEqual(await seen({ organisation: ours.organisation, staff: newId(), roles }), {
      ...none,
      ...one,
      ...(roles.includes('da_manager') && { one_time_link: 1, confirmation: 1, confirmation_decision: 1 }),
    });
});

test('an administrator sees sessions and links to end, but no secret, draft or notification', async (t) => {
  const { seen, ours } = await arranged(t);
  const administrator = {
    organisation: ours.organisation,
    staff: newId<never>(),
    roles: ['administrator'] as const,
  };
  assert.deepEqual(await seen(administrator), {
    ...none,
    ...one,
    one_time_link: 1,
    session: 1,
    confirmation: 1,
    confirmation_decision: 1,
  });
});

test('the help site sees helplines and nothing else of this', async (t) => {
  const { database, ours } = await arranged(t);
  for (const table of tables.filter((each) => each !== 'helpline'))
    await assert.rejects(database.public.query(`select * from ${table}`), /permission denied/, table);
  const client = await database.public.connect();
  await client.query("select set_config('lintel.organisation', $1, false)", [ours.organisation]);
  assert.equal((await client.query('select name, phone, says, hours, checked_on from helpline')).rowCount, 1);
  await assert.rejects(client.query('select made_by from helpline'), /permission denied/);
  client.release();
});

test('a draft is not readable in the database, nor after it was moved to another colleague', async (t) => {
  const { database, services, ours, theirs } = await arranged(t);
  const { rows } = await database.owner.query("select encode(sealed_fields, 'escape') words from draft");
  assert.doesNotMatch(JSON.stringify(rows), /She rang/);
  const read = ({ organisation, staff }: typeof ours) =>
    transact(services.db, { organisation, staff, roles: [] }, (tx) =>
      findDraft({ tx, organisation, staff, services, now: services.now() }, 'entry', null),
    );
  assert.deepEqual((await read(ours))?.fields, { words: 'She rang at nine.' });
  await database.owner.query(
    'update draft set sealed_fields = (select sealed_fields from draft where organisation_id = $1) ' +
      'where organisation_id = $2',
    [ours.organisation, theirs.organisation],
  );
  assert.equal(await read(theirs), null);
});

test('a new landlord begins with dated helplines and one administrator, who has a link', async (t) => {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const landlord = {
    name: 'Harbour Homes',
    slug: 'harbour-homes',
    packId: 'vivid-2023',
    adminName: 'Ada Keel',
    adminEmail: 'Ada@Example.test',
  };
  const made = await setUpOrganisation(services.db, landlord, services.now());
  assert.match(made?.link.path ?? '', new RegExp(`^/welcome/${made?.organisation}\\.`));
  assert.equal(made?.link.until.toString(), '2026-11-21T10:00:00Z');
  const { rows } = await database.owner.query(
    'select email, roles, enrolled_at, (select count(*)::int from helpline) helplines from staff',
  );
  assert.deepEqual(rows, [
    { email: 'ada@example.test', roles: ['administrator'], enrolled_at: null, helplines: 5 },
  ]);
  assert.equal(
    await setUpOrganisation(services.db, landlord, services.now()),
    null,
    'the short name is taken',
  );
});
