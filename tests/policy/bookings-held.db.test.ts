import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '#modules/cases/pages.fixture.ts';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { importPeople, registerId } from '../register-lived-in.ts';
import type { Fields } from './form.ts';
import { agreed, atMillLane } from './home-steps.ts';
import { type Office, openOffice, words } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';

const feared = (personId: string): Fields => ({
  ...{ personId, describedAs: '', part: 'alleged_perpetrator', connection: 'married' },
});
/** Who was told that something speaks against an appointment. */
async function told({ lintel, landlord }: Office): Promise<readonly string[]> {
  const { rows } = await lintel.database.owner.query<{ staff_id: string }>(
    "select staff_id from notification where organisation_id = $1 and kind = 'no_longer_agreed'",
    [landlord.organisation],
  );
  return rows.map((each) => each.staff_id);
}
const atHome = 'Whoever they fear is at this home.';
const meetOutside = 'Meet somewhere outside the home that was agreed, or ring.';

for (const pack of triedPacks) {
  test(`nobody goes to a home at which whoever they fear is, planned before or after (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, file } = await atMillLane(office);
    const home = aCall('2026-11-19T10:30', { channel: 'home', checkIn: '60' });
    const planned = await worker.finishes(`${file}/diary/new`, home);
    assert.doesNotMatch(await worker.reads(planned), /Until then nobody goes or rings/);

    const P2 = await registerId(office, 'person', 'P2');
    const added = await worker.post(`${file}/people/new`, feared(P2));
    assert.equal(added.statusCode, 303, words(added.body));

    const held = await worker.reads(planned);
    assert.ok(held.includes(citing(pack, atHome, 'perpetrator-gate')), held);
    assert.ok(held.includes(meetOutside));
    const day = await worker.reads('/day');
    assert.ok(day.includes(`${atHome} ${meetOutside}`), day);
    assert.match(await worker.reads('/diary?day=2026-11-19'), /Look first/, 'it is printed');
    assert.match(text((await worker.get(file)).body), /Not safe at home: decide before then/);

    assert.deepEqual(await told(office), []);
    await office.at('2026-11-18T10:06');
    assert.deepEqual(await told(office), [worker.staff], 'as it becomes known, and not the day after');
    await office.at('2026-11-18T10:20');
    await worker.post(`${file}/people/new`, feared(P2));
    await office.at('2026-11-18T10:21');
    assert.deepEqual(await told(office), [worker.staff], 'once of each change, however often anybody looks');
    await worker.get('/notifications');
    await office.at('2026-11-19T08:35');
    await office.at('2026-11-19T08:40');
    assert.ok((await told(office)).length <= 2, 'once more, before they set out');

    const again = await worker.fills(`${file}/diary/new`, {
      ...home,
      ...aCall('2026-11-20T10:30'),
      channel: 'home',
    });
    assert.equal(again.statusCode, 422);
    assert.match(words(again.body), /it is not known to be safe/);
    const insisted = await worker.post(`${file}/diary/new`, {
      ...{ ...home, ...aCall('2026-11-20T10:30'), channel: 'home' },
      ...{ staffId: worker.staff, outsideWhy: 'He is at work then, she says so' },
    });
    assert.equal(insisted.statusCode, 422, 'no reason makes it safe');
  });

  test(`nobody rings a number that the register has of whoever they fear (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, file } = await atMillLane(office);
    const P2 = await registerId(office, 'person', 'P2');
    await worker.finishes(`${file}/contact/new`, { ...agreed, value: '07700 900 124' });
    const planned = await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30'));
    assert.doesNotMatch(await worker.reads(planned), /Until then nobody goes or rings/);
    const added = await worker.post(`${file}/people/new`, feared(P2));
    assert.equal(added.statusCode, 303, words(added.body));
    const reason = 'The register has this number as one of whoever they fear.';
    assert.ok((await worker.reads(planned)).includes(citing(pack, reason, 'perpetrator-gate')));
    assert.ok((await worker.reads('/day')).includes(reason));
    const again = await worker.fills(`${file}/diary/new`, aCall('2026-11-20T10:30'));
    assert.match(words(again.body), /it is not known to be safe/);
  });

  test(`an import that gives whoever they fear that number tells whoever rings at once (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, file } = await atMillLane(office);
    await worker.finishes(`${file}/contact/new`, { ...agreed, value: '07700 900 456' });
    await worker.post(`${file}/people/new`, feared(await registerId(office, 'person', 'P2')));
    await worker.finishes(`${file}/diary/new`, aCall('2026-11-23T10:30'));
    await office.at('2026-11-18T10:10');
    assert.deepEqual(await told(office), []);
    await importPeople(office, 'P2,Orson,Quince,,1979-07-08,07700 900456,');
    await office.at('2026-11-18T10:11');
    assert.deepEqual(await told(office), [worker.staff]);
  });

  test(`who turns out to have a conflict goes no more, and somebody else is sent (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const file = await anAgreedCase(office);
    const colleague = await office.colleague('da_worker');
    const call = aCall('2026-11-19T10:30', { staffId: colleague.staff });
    const planned = await worker.finishes(`${file}/diary/new`, call);
    await manager.finishes(`${file}/conflicts/new`, {
      ...{ staffId: colleague.staff, relation: 'neighbour', reason: 'Lives next door' },
    });
    const held = await worker.reads(planned);
    assert.match(held, /Whoever goes or rings has a conflict of interest\./);
    assert.match(held, /Send somebody else\./);
    await office.at('2026-11-18T10:06');
    assert.deepEqual(await told(office), [worker.staff], 'whoever leads, and nobody past the wall');
    assert.match(await worker.reads('/day'), /Whoever goes or rings has a conflict of interest\./);
  });
}
