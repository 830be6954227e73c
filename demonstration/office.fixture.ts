import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import { gapsOnCall, onCallBetween } from '#modules/rota/index.ts';
import type { TestDatabase } from '../tests/database.ts';
import { organisations } from './testing.ts';

/** Who answers at night, and from when nobody does yet. */
export async function saysWhoIsOnCall(t: TestContext, services: Services, database: TestDatabase) {
  await t.test('somebody is on call tonight, and for the week after next nobody is yet', async () => {
    const now = services.now();
    for (const organisation of await organisations(database)) {
      const gaps = await transact(services.db, { organisation, system: true }, async (tx) => {
        const ahead = { from: now, to: now.add({ hours: 24 * 21 }) };
        const { calendar } = await officeOf(tx, services, organisation);
        return gapsOnCall(await onCallBetween(tx, organisation, ahead), now, calendar, 20);
      });
      assert.ok(gaps.length > 0);
      for (const { from } of gaps) assert.ok(from.since(now).total('hours') > 24 * 6, `${from}`);
    }
  });
}

/** What was recorded late, drawn by chance, claimed or told: a second person looked at some of it. */
export async function saysWhatASecondPersonSaw(t: TestContext, database: TestDatabase) {
  await t.test(
    'a second person has looked at some of what was recorded late and drawn, and not yet at all',
    async () => {
      const { rows } = await database.owner.query(`select slug,
        (select count(*)::int from promise_sample p where p.organisation_id = o.organisation_id
          and answer is not null) as answered,
        (select count(*)::int from promise_sample p where p.organisation_id = o.organisation_id
          and answer is null) as waiting from organisation o`);
      for (const { slug, answered, waiting } of rows) {
        assert.ok(answered > 0, `answered at ${slug}`);
        assert.ok(waiting > 0, `waiting at ${slug}`);
      }
      const late = await database.owner.query(
        'select count(*)::int as n from late_record where decision is not null',
      );
      assert.ok(late.rows[0].n > 0);
    },
  );

  await t.test(
    'somebody has what waits in triage, and a call of the person’s own was confirmed or waits to be',
    async () => {
      const { rows } = await database.owner.query(`select slug,
        (select count(*)::int from disclosure_claim k where k.organisation_id = o.organisation_id
          and ended_at is null) as held,
        (select count(*)::int from disclosure_claim k where k.organisation_id = o.organisation_id
          and ended_how = 'triaged') as triaged,
        (select count(*)::int from told_contact p where p.organisation_id = o.organisation_id
          and decision is null) as waiting,
        (select count(*)::int from contact c where c.organisation_id = o.organisation_id
          and told_contact_id is not null) as confirmed,
        (select count(*)::int from assessment_copy a where a.organisation_id = o.organisation_id) as copies
        from organisation o`);
      for (const { slug, ...shown } of rows)
        for (const [what, count] of Object.entries(shown)) assert.ok(Number(count) > 0, `${what} at ${slug}`);
    },
  );
}

/** On which days each landlord's office is closed, by two people. */
export async function saysWhenTheOfficeIsClosed(t: TestContext, database: TestDatabase) {
  await t.test(
    'each landlord has closed its office by two people: in this season, or at Christmas',
    async () => {
      const { rows } = await database.owner.query(`select slug, count(distinct day)::int as days,
        bool_and(decided_by <> proposed_by) as two, max(day) < '2026-11-18' as over
      from closed_day join office_closure c on c.id = closure_id join organisation o
        on o.organisation_id = c.organisation_id group by 1 order by 1`);
      const said = rows.map(({ slug, days, two, over }) => `${slug} ${days} ${two} ${over}`);
      assert.deepEqual(said, ['quillbrook 8 true false', 'wrenfold 1 true true']);
    },
  );
}
