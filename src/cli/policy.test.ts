import assert from 'node:assert/strict';
import test from 'node:test';
import { dayOf, policy, reportLines } from './policy.ts';
import { run } from './run.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('a pack without a day, a day without a pack and what is no day are refused before any work', async (t) => {
  const complained = t.mock.method(console, 'error', () => {});
  const config = () => assert.fail('the configuration is not read');
  for (const typed of [
    ['--pack', 'livv-2024'],
    ['--from', '2027-01-01'],
    ['--pack', 'livv-2024', '--from', '2027-02-30'],
    ['--pack', 'livv-2024', '--from', 'January'],
  ]) {
    const status = await run([policy], ['policy', ...typed], { config, print: () => {} });
    assert.equal(status, 2, typed.join(' '));
  }
  const said = complained.mock.calls.flatMap(({ arguments: words }) => words).join('\n');
  assert.match(said, /needs a pack and a day/);
  assert.match(said, /2027-02-30 is not a day such as 2027-01-01/);
  assert.equal(dayOf('2027-01-01')?.toString(), '2027-01-01');
});

test('it says which policy holds, what is to come and what waits', () => {
  const ours = {
    name: 'VIVID: Domestic abuse policy, version 2023-10, edition 3',
    packId: 'vivid-2023',
    since: null,
  };
  assert.deepEqual(reportLines({ ...ours, toCome: [], waiting: null }), [
    'In force: VIVID: Domestic abuse policy, version 2023-10, edition 3 (vivid-2023), since the beginning.',
    'Nothing waits for a decision.',
  ]);
  const later = { name: 'Livv: Policy, version 1', from: day('2027-01-01') };
  assert.deepEqual(
    reportLines({ ...ours, since: day('2026-11-19'), toCome: [later], waiting: later }).slice(0, 2),
    [
      'In force: VIVID: Domestic abuse policy, version 2023-10, edition 3 (vivid-2023), since 19 November 2026.',
      'To come:  Livv: Policy, version 1, from 1 January 2027.',
    ],
  );
});
