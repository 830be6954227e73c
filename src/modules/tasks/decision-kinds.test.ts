import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decisionKinds } from './decision-kinds.ts';

/** Those that the day holds as lines of their own. */
const besides = ['contact_plan', 'late_record', 'risk_lowering', 'safeguarding_no_referral'];
/** Asked of one person by name: nothing was proposed. */
const asked = ['tenancy_event_check'];

test('every kind of proposal that waits for a second person is on the day of whoever may decide', () => {
  const files = globSync('src/modules/*/store/*.ts').map((file) => readFileSync(file, 'utf8'));
  const kinds = files.flatMap((text) =>
    [...text.matchAll(/proposalsIn\(sql`(\w+)`/g)].map(([, table = '']) => table),
  );
  assert.ok(kinds.length >= 12, `${kinds}`);
  assert.deepEqual([...kinds, ...asked].toSorted(), [...decisionKinds, ...besides].toSorted());
});
