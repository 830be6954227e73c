import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, recordsContact } from './steps.ts';

async function aPlan(worker: Colleague): Promise<string> {
  const file = await aCase(worker);
  await worker.finishes(`${file}/plan/draft`, { wants: 'undecided', ownWords: 'I want to see my sister' });
  await worker.finishes(`${file}/plan/agreement`, { standing: 'agreed', how: 'in_person', ownWords: 'Yes' });
  return file;
}

for (const pack of triedPacks)
  test(`of several addresses somebody chooses, by its terms; in doubt since, it is owed (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await aPlan(worker);
    const post = {
      channel: 'post',
      value: 'PO Box 12',
      post: 'yes',
      agreed: 'yes',
      whoMightAnswer: 'her sister',
    };
    await worker.finishes(`${file}/contact/new`, post);
    const form = `${file}/plan/copies/new`;
    assert.doesNotMatch(await worker.reads(form), /the address that was agreed first/, 'there is one');
    const parents = { channel: 'post', name: 'her parents’', value: '1 Sea Lane', agreed: 'yes' };
    await worker.finishes(`${file}/contact/ways/new`, {
      ...{ ...parents, shared: 'yes', whoMightAnswer: 'her father', doNot: 'Write no sender' },
    });
    const asked = await worker.reads(form);
    assert.match(
      asked,
      /the address that was agreed first Whether others use it too is not known\. Who might see it: her sister/,
    );
    assert.match(
      asked,
      /By post: her parents’ Others use it too\. Who might see it: her father\. Do not: Write no/,
    );
    const nowhere = await worker.fills(form, { way: 'posted' });
    assert.match(words(nowhere.body), /Say to which of the addresses that they agreed it is sent/);
    const address = /name="address" type="radio" value="([0-9a-f-]{36})"/.exec(
      (await worker.get(form)).body,
    )?.[1];
    assert.ok(address);
    await worker.finishes(form, { way: 'posted', address });
    assert.match(await worker.reads(`${file}/plan`), /On paper, by post, By post: her parents’/);
    assert.doesNotMatch(await worker.reads('/day'), /Their paper/);

    await office.at('2026-11-18T10:20');
    const ended = `${file}/contact/ways/${address}/ending`;
    await worker.finishes(ended, { because: 'not_safe' });
    assert.match(await worker.reads(`${file}/plan`), /A paper went over a way that is no longer agreed/);
    assert.match(await worker.reads('/day'), /ask who may find it Their paper/);
    assert.doesNotMatch(await worker.reads(form), /her parents’/, 'nobody chooses it again');
    await office.at('2026-11-18T10:25');
    await worker.finishes(form, { way: 'none', ownWords: 'I burnt it' });
    assert.doesNotMatch(await worker.reads('/day'), /Their paper/);
    assert.doesNotMatch(await worker.reads(`${file}/plan`), /went over a way that is no longer agreed/);
  });

test('a copy of the chronology stays in doubt whatever else is rung about, and with nobody to lead', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel, 'vivid-2023');
  await office.at('2026-11-18T10:00');
  const { worker, manager } = office;
  const file = await aCase(worker);
  const phone = { channel: 'phone', value: '07700 900123', agreed: 'yes' };
  await worker.finishes(`${file}/contact/new`, phone);
  await worker.finishes(`${file}/contact/ways/new`, {
    ...{ channel: 'post', name: 'her parents’', value: '1 Sea Lane', agreed: 'yes', shared: 'no' },
  });
  const address = /contact\/ways\/([0-9a-f-]{36})\/ending/.exec(
    (await worker.get(`${file}/contact`)).body,
  )?.[1];
  assert.ok(address);
  const caseId = file.split('/').at(-1);
  await lintel.database.owner.query(
    `insert into chronology_export (organisation_id, id, case_id, purpose, format, recipient, entries, left_out,
        made_at, made_by)
      select organisation_id, gen_random_uuid(), id, 'person', 'pdf', 'By post: her parents’', 1, 0,
        '2026-11-18T10:05Z', $2 from case_file where id = $1`,
    [caseId, worker.staff],
  );
  const owed = /ask who may find it Their paper/;
  assert.doesNotMatch(await worker.reads('/day'), owed);
  await office.at('2026-11-18T10:20');
  await worker.finishes(`${file}/contact/ways/${address}/ending`, { because: 'not_safe' });
  assert.match(await worker.reads('/day'), owed);

  await office.at('2026-11-18T11:00');
  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:50', { notes: 'About the repairs' });
  assert.match(await worker.reads('/day'), owed, 'nobody asked who may find it');

  const lead = (staff: string | null) =>
    lintel.database.owner.query('update case_file set lead_id = $2 where id = $1', [caseId, staff]);
  await lead(null);
  assert.match(await manager.reads('/day'), owed, 'those who allocate see to it');
  assert.doesNotMatch(await worker.reads('/day'), owed);
  await lead(worker.staff);
  assert.doesNotMatch(await manager.reads('/day'), owed);

  await office.at('2026-11-18T11:10');
  await worker.finishes(`${file}/contact/new`, phone);
  assert.doesNotMatch(await worker.reads('/day'), owed, 'it was agreed with them anew');
});
