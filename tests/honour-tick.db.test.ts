import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from './lintel-site.ts';
import { openOffice } from './policy/office.ts';
import { aCase, moment, recordsContact } from './policy/steps.ts';

test('one tick of so-called honour, in a contact or the chronology, owes advice from specialists', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const owed = async (file: string) => {
    const { rows } = await lintel.database.owner.query(
      'select from obligation where case_id = $1 and commitment = $2 and outcome is null',
      [file.split('/').at(-1), 'honour-based-abuse'],
    );
    return rows.length;
  };

  await t.test('in a contact', async () => {
    const { worker } = await openOffice(lintel);
    const file = await aCase(worker);
    const when = '2026-11-18T10:00';
    await recordsContact(worker, file, 'spoke_safely', when);
    assert.equal(await owed(file), 0, 'not without a tick');
    await worker.finishes(`${file}/contacts/new`, {
      ...{
        channel: 'phone',
        begunBy: 'them',
        outcome: 'spoke_safely',
        whom: 'person',
        notes: 'Her uncles want her home',
        dangerNow: 'no',
        honour: 'yes',
      },
      ...moment('happened', when),
    });
    assert.equal(await owed(file), 1);
  });

  await t.test('in the chronology, and once however often it is ticked', async () => {
    const { worker } = await openOffice(lintel);
    const file = await aCase(worker);
    for (const words of ['Her uncle wants to take her abroad', 'A wedding is planned'])
      await worker.finishes(`${file}/entries/new`, { words, honour: 'yes' });
    assert.equal(await owed(file), 1);
  });
});
