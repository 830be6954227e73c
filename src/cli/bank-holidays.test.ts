import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Failure } from '#kit/failure.ts';
import { bundledBankHolidays } from '#packs/bank-holidays/bank-holidays.ts';
import { readBankHolidays } from './bank-holidays.ts';

async function reading(t: TestContext, text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'bank-holidays.json');
  await writeFile(path, text);
  return readBankHolidays(path, bundledBankHolidays);
}

const failing = (said: RegExp) => (thrown: unknown) => thrown instanceof Failure && said.test(thrown.message);
const asPublished = (events: (division: keyof typeof bundledBankHolidays) => unknown) =>
  JSON.stringify(
    Object.fromEntries(
      (['england-and-wales', 'scotland', 'northern-ireland'] as const).map((division) => [
        division,
        { division, events: events(division) },
      ]),
    ),
  );

test('the file as GOV.UK publishes it is read', async (t) => {
  const text = asPublished((division) =>
    bundledBankHolidays[division].map((holiday) => ({ ...holiday, notes: '', bunting: true })),
  );
  assert.deepEqual(await reading(t, text), bundledBankHolidays);
});

test('what is no such file is refused with the place where it is wrong, and what to do', async (t) => {
  await assert.rejects(reading(t, '<html>'), failing(/is not JSON/));
  await assert.rejects(
    reading(t, '{"scotland":{}}'),
    failing(/england-and-wales: is missing[\s\S]*scotland\.events: is missing/),
  );
  await assert.rejects(
    reading(
      t,
      asPublished(() => [{ title: 'New Year’s Day', date: '01/01/2029' }]),
    ),
    failing(/england-and-wales\.events\[0\]\.date/),
  );
  await assert.rejects(
    reading(
      t,
      asPublished((division) => bundledBankHolidays[division].slice(0, -3)),
    ),
    failing(/2028: has \d+ bank holidays[\s\S]*until 2028-12-26 already/),
  );
  await assert.rejects(
    readBankHolidays('/nowhere/at-all.json', bundledBankHolidays),
    failing(/cannot be read/),
  );
});
