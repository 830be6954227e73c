import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import { addColleague } from '../../../tests/site.ts';
import { office } from './triage.fixture.ts';

test('row by row, nobody says of a colleague that they have it, and one person has it at a time', async (t) => {
  const { site, receive } = await office(t);
  const { id } = await receive();
  const [landlord] = (
    await site.database.owner.query('select organisation_id as organisation from organisation')
  ).rows;
  const [ada, bram] = await Promise.all(
    ['Ada Keel', 'Bram Oduya'].map((name) => addColleague(site.services, landlord, ['da_worker'], name)),
  );
  const says = (by: StaffId | undefined, of: StaffId | undefined) =>
    transact(
      site.services.db,
      { organisation: landlord.organisation, staff: by as StaffId, roles: ['da_worker'] },
      (tx) =>
        tx.run(sql`insert into disclosure_claim (organisation_id, id, disclosure_id, staff_id, claimed_at, until_at)
        values (${landlord.organisation}, gen_random_uuid(), ${id}, ${of}, now(), now() + interval '2 hours')`),
    );
  await assert.rejects(says(ada, bram), /row-level security/);
  assert.equal(await says(ada, ada), 1);
  await assert.rejects(says(bram, bram), /disclosure_claim_one/);
});
