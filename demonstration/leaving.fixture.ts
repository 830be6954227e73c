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
        landlords.map(({ slug }) => ({ slug, messages })).toSorted((a, b) => a.slug.localeCompare(b.slug)),
      );
      const returns = await database.owner.query('select kind from message_return');
      assert.deepEqual(returns.rows, [{ kind: 'bounce' }, { kind: 'bounce' }]);
    },
  );
}
