import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { TestDatabase } from '../tests/database.ts';
import { landlords } from './script/landlords.ts';

/** What of each landlord has left, waits to, or may not. */
export async function saysWhatLeft(t: TestContext, database: TestDatabase): Promise<void> {
  await t.test(
    'a text arrived, others wait, are withdrawn, came back or are held, and two of these ask for somebody',
    async () => {
      const { rows } = await database.owner.query(`select slug,
        string_agg(concat_ws(' ', channel, state, case when asks then 'asks' end), ', '
          order by channel, state) as messages
        from message join organisation using (organisation_id) where channel <> 'post' group by 1 order by 1`);
      const messages = 'email failed asks, email held asks, text delivered, text waiting, text withdrawn';
      assert.deepEqual(
        rows,
        ['quillbrook', 'wrenfold'].map((slug) => ({ slug, messages })),
      );
      const returns = await database.owner.query('select kind from message_return');
      assert.deepEqual(returns.rows, [{ kind: 'bounce' }, { kind: 'bounce' }]);
    },
  );
  await t.test(
    'what the police asked to be kept stayed behind as something went, and was freed by somebody else',
    async () => {
      const { rows } = await database.owner.query(`select slug, e.name, e.data -> 'why' ->> 0 as why
        from event e join organisation o on o.organisation_id = e.organisation_id
        where e.name in ('entry.condition-set', 'leaving.conditions-weighed', 'entry.condition-lifted')`);
      for (const slug of ['quillbrook', 'wrenfold']) {
        const own = rows.filter((each) => each.slug === slug).map(({ name, why }) => `${name} ${why ?? ''}`);
        for (const one of [
          'entry.condition-set ',
          'leaving.conditions-weighed kept-back',
          'leaving.conditions-weighed none-stood',
          'entry.condition-lifted allowed-by-another',
        ])
          assert.ok(own.includes(one), `${one} at ${slug}`);
      }
      const who =
        await database.owner.query(`select distinct slug from share join organisation using (organisation_id)
        join share_sent s on s.organisation_id = share.organisation_id and s.share_id = share.id
        where 'who' = any (share.kinds) order by 1`);
      assert.deepEqual(
        who.rows.map(({ slug }) => slug),
        ['quillbrook', 'wrenfold'],
      );
    },
  );
  await t.test('the number to call was agreed to by somebody who did not propose it', async () => {
    const { rows } = await database.owner.query(`select slug, decided_by <> proposed_by as two
      from message_sender s join sender_proposal p on p.organisation_id = s.organisation_id and p.id = s.proposal_id
        join organisation o on o.organisation_id = s.organisation_id where s.ended_at is null order by 1`);
    assert.deepEqual(
      rows,
      ['quillbrook', 'wrenfold'].map((slug) => ({ slug, two: true })),
    );
  });
  await t.test(
    'a wording was approved by somebody who did not propose it; of two letters one is posted, one waits for paper',
    async () => {
      const { rows } =
        await database.owner.query(`select slug, key, decision, decided_by <> proposed_by as two
        from message_wording join organisation using (organisation_id) order by 1`);
      const approved = { key: 'tried-to-reach', decision: 'approved', two: true };
      assert.deepEqual(
        rows,
        ['quillbrook', 'wrenfold'].map((slug) => ({ slug, ...approved })),
      );
      const letters = await database.owner.query(`select m.state, w.key, p.outcome from message m
        join message_wording w on w.organisation_id = m.organisation_id and w.id = m.template_version_id
        left join letter_paper p on p.organisation_id = m.organisation_id and p.message_id = m.id
        where m.channel = 'post' order by m.organisation_id, m.state desc`);
      const each = [
        { state: 'sent', key: 'tried-to-reach', outcome: 'posted' },
        { state: 'ready', key: 'tried-to-reach', outcome: null },
      ];
      assert.deepEqual(letters.rows, [...each, ...each]);
    },
  );
}

/** What help took of the funds, and what people say of money. */
export async function saysMoney(t: TestContext, database: TestDatabase): Promise<void> {
  await t.test('at each landlord help was paid from funds whose books balance', async () => {
    const { rows } = await database.owner.query(`select slug, sum(pence)::int as sum,
        sum(pence) filter (where place = 'paid')::int as paid
      from fund_account join organisation using (organisation_id) group by 1 order by 1`);
    assert.deepEqual(
      rows.map(({ slug, sum, paid }) => [slug, sum, paid > 0]),
      landlords.map(({ slug }) => [slug, 0, true]).toSorted(),
    );
  });
  await t.test(
    'at each landlord an adviser looked at what was said of money, and it brought something',
    async () => {
      const { rows } = await database.owner.query(`select slug, (select count(*) from money_step s
        where s.organisation_id = o.organisation_id and s.step = 'reviewed')::int as reviewed,
        (select count(*) from money_gain g where g.organisation_id = o.organisation_id)::int as gained
      from organisation o order by 1`);
      for (const { slug, reviewed, gained } of rows) assert.ok(reviewed > 0 && gained > 0, slug);
    },
  );
}

/** What it cost beside what was offered, and what was avoided. */
export async function saysCosts(t: TestContext, database: TestDatabase): Promise<void> {
  await t.test(
    'at each landlord costs and hours are written down, and what was avoided rests on a fact',
    async () => {
      const { rows } = await database.owner.query(`select slug,
        (select count(*) from case_cost c where c.organisation_id = o.organisation_id)::int as costs,
        (select count(*) from case_cost c where c.organisation_id = o.organisation_id
          and c.fund_id is not null)::int as paid,
        (select count(*) from work_time w where w.organisation_id = o.organisation_id and not exists (
          select from cost_rate r where r.organisation_id = w.organisation_id and r.kind = 'hour'
            and r.from_day > w.worked_on))::int as hours,
        (select count(*) from avoided_cost a where a.organisation_id = o.organisation_id)::int as avoided
      from organisation o order by 1`);
      for (const { slug, costs, paid, hours, avoided } of rows)
        assert.ok(
          costs > 4 && paid > 0 && hours > 9 && avoided > 0,
          `${slug}: ${costs} ${paid} ${hours} ${avoided}`,
        );
    },
  );
}

/** What became of the steps over income that were said, where they met a case. */
export async function saysStepsOverIncome(t: TestContext, database: TestDatabase): Promise<void> {
  await t.test(
    'at each landlord a step over income was held back, and one was taken all the same',
    async () => {
      const { rows } = await database.owner.query(`select slug,
        count(*) filter (where how = 'held_back')::int as held, count(*) filter (where how = 'taken')::int as taken
      from court_step_met join organisation using (organisation_id) group by 1 order by 1`);
      assert.deepEqual(
        rows.map(({ slug, held, taken }) => [slug, held > 0, taken > 0]),
        landlords.map(({ slug }) => [slug, true, true]).toSorted(),
      );
    },
  );
}
