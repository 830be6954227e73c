import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase, moment } from './steps.ts';

const saturdays = {
  ...{ channel: 'phone', value: '07700 900123', agreed: 'yes' },
  ...{ 'safe1-days': ['6'], 'safe1-from': '10:00', 'safe1-to': '12:00' },
};

for (const pack of triedPacks)
  test(`who can be rung on Saturdays alone is not lost: it is somebody’s to arrange (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await aCase(worker);
    assert.doesNotMatch(await worker.reads('/day'), /arrange who rings/);
    await worker.finishes(`${file}/contact/new`, saturdays);
    for (const page of [file, `${file}/contact`])
      assert.match(
        await worker.reads(page),
        /Their safe times lie outside the office’s hours, and nobody who may see this case is on call then/,
        page,
      );
    assert.match(await worker.reads('/day'), /outside the office’s hours: arrange who rings, and plan it/);

    const saturday = { channel: 'call', purpose: 'talk', length: '30', interpreter: 'not_needed' };
    const call = { ...saturday, staffId: worker.staff, ...moment('starts', '2026-11-21T10:30') };
    await worker.finishes(`${file}/diary/new`, call);
    assert.doesNotMatch(await worker.reads('/day'), /arrange who rings/, 'it is planned');
  });

test('whoever is on call on a Saturday is found, where they may see the case', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel, 'vivid-2023');
  await office.at('2026-11-18T10:00');
  const { worker, manager } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/contact/new`, saturdays);
  await lintel.database.owner.query(
    `insert into on_call (organisation_id, id, staff_id, from_at, until_at, reach, recorded_at, recorded_by)
      select organisation_id, gen_random_uuid(), id, '2026-11-21T08:00Z', '2026-11-21T20:00Z', 'The duty phone',
        now(), id from staff where id = $1`,
    [manager.staff],
  );
  assert.match(
    await worker.reads(`${file}/contact`),
    /on Saturday 21 November 10:00 to 12:00 ?, while .* is on call/,
  );
  assert.doesNotMatch(await worker.reads('/day'), /arrange who rings/);
});
