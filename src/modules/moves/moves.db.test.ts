import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { teamOf } from '#modules/cases/testing.ts';
import { today } from '#rules/calendar.ts';
import type { PropertyId } from '#rules/facts.ts';
import { endAway, goAway, keepsTenancyWhileAway } from './store/away.ts';
import { aLesserOffer } from './testing.ts';

test('PostgreSQL takes no lesser security that no manager agreed to, whatever the program says', async (t) => {
  const team = await teamOf(t);
  const { caseId, offerId } = await aLesserOffer(team);
  const accepts = team.as(team.worker, (tx, { organisation, staff, now }) =>
    tx.run(sql`insert into home_offer_answer (organisation_id, id, case_id, offer_id, answer, answered_on, recorded_at,
        recorded_by)
      values (${organisation}, ${newId<string>()}, ${caseId}, ${offerId}, 'accepted', '2026-07-01', ${now}, ${staff})`),
  );
  await assert.rejects(accepts, /a manager decides first/);
});

test('what is not known is never written down as the same', async (t) => {
  const team = await teamOf(t);
  const { caseId, moveId } = await aLesserOffer(team);
  const written = team.as(team.worker, (tx, { organisation, staff, now }) =>
    tx.run(sql`insert into home_offer (organisation_id, id, case_id, move_id, home, offered_on, held_type, offered_type,
        time_counts, security, recorded_at, recorded_by)
      values (${organisation}, ${newId<string>()}, ${caseId}, ${moveId}, 'A flat', '2026-07-01', 'not_known',
        'assured_periodic', '', 'same', ${now}, ${staff})`),
  );
  await assert.rejects(written, /violates check constraint/);
});

test('the home is kept while they are away, also once it is on record where they stay meanwhile', async (t) => {
  const team = await teamOf(t);
  const { organisation, worker, behind } = team;
  const home = newId<PropertyId>();
  await transact(behind, { organisation }, (tx) =>
    tx.run(sql`insert into property (organisation_id, id, reference, address_lines, postcode)
      values (${organisation}, ${home}, 'H1', array['1 Mill Lane'], 'EX1 2AB')`),
  );
  const caseId = await team.open(worker, { propertyId: home });
  const asks = () =>
    transact(team.db, { organisation, system: true }, (tx) =>
      keepsTenancyWhileAway(tx, { propertyId: home, tenancyId: null }),
    );
  assert.equal(await asks(), false);
  const awayId = await team.as(worker, (tx, office) =>
    goAway(tx, office, { caseId, whereabouts: 'refuge', since: today(office), words: '' }),
  );
  await transact(behind, { organisation }, (tx) =>
    tx.run(sql`update case_file set property_id = null where id = ${caseId}`),
  );
  assert.equal(await asks(), true);
  await assert.rejects(
    team.as(worker, (tx) => keepsTenancyWhileAway(tx, { propertyId: home, tenancyId: null })),
    /Only the program asks/,
  );
  await team.as(worker, (tx, office) =>
    endAway(tx, office, { caseId, awayId, how: 'back', why: 'She rang' }),
  );
  assert.equal(await asks(), false);
});
