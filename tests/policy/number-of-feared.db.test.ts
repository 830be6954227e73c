import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '#modules/cases/pages.fixture.ts';
import { remembering } from '#modules/outgoing/testing.ts';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { importPeople, registerId } from '../register-lived-in.ts';
import type { Fields } from './form.ts';
import { agreed, atMillLane } from './home-steps.ts';
import { type Office, openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, setsSender, writesDown, writesMessage } from './steps.ts';

const his = '07700 900 124';
const reason = 'The register has this number as one of whoever they fear.';
const feared = (personId: string): Fields => ({
  ...{ personId, describedAs: '', part: 'alleged_perpetrator', connection: 'married' },
});
const atWork: Fields = {
  ...{ channel: 'phone', name: 'her phone at work', shared: 'no', agreed: 'yes' },
};

/** As the housing system has it from now on. */
const hasNow = (office: Office, phone: string) =>
  importPeople(office, `P2,Orson,Quince,,1979-07-08,${phone},`);

for (const pack of triedPacks) {
  test(`a number of whoever they fear is agreed as no way at all (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, file } = await atMillLane(office);
    await named(office, file);
    const contact = `${file}/contact`;
    for (const value of [his, '+44 (0)7700 900124', 'Ring 07700900124, then hang up']) {
      const first = await worker.fills(`${contact}/new`, { ...agreed, value });
      assert.equal(first.statusCode, 422, value);
      assert.ok(words(first.body).includes(reason), value);
      const further = await worker.fills(`${contact}/ways/new`, { ...atWork, value });
      assert.equal(further.statusCode, 422, value);
      assert.ok(words(further.body).includes(reason), value);
    }
    const through = { ...agreed, contactPerson: 'His sister', contactPersonValue: his };
    assert.ok(words((await worker.fills(`${contact}/new`, through)).body).includes(reason));
    const hers = await worker.fills(`${contact}/ways/new`, { ...atWork, value: '07700 900 456' });
    assert.equal(hers.statusCode, 303, words(hers.body));
  });

  test(`a number that turns out to be of whoever they fear stands nowhere any more (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, file } = { ...office, ...(await atMillLane(office)) };
    const contact = `${file}/contact`;
    await worker.finishes(`${contact}/new`, { ...agreed, value: his });
    await worker.finishes(`${contact}/ways/new`, { ...atWork, value: '07700 900 456' });
    assert.ok((await worker.get(file)).body.includes(his), 'so far it is safe');
    const way = /\/contact\/ways\/([0-9a-f-]{36})"/.exec((await worker.get(contact)).body)?.[1] ?? '';

    await named(office, file);
    for (const page of [
      file,
      contact,
      `${file}/plan`,
      '/day',
      '/cases',
      `${contact}/new`,
      `${contact}/together`,
    ]) {
      const { body } = await worker.get(page);
      assert.ok(!body.includes(his), page);
    }
    const shown = await worker.reads(contact);
    assert.ok(shown.includes(citing(pack, reason, 'perpetrator-gate')), shown);
    assert.match(text((await worker.get(file)).body), /1 of 2 ways open now: her phone at work/);
    assert.match(text((await worker.get(file)).body), /this number as one of whoever they fear/);

    // As the housing system has it since: it was nobody's, and is his.
    await hasNow(office, '07700 900456');
    assert.match(text((await worker.get(file)).body), /None of 2 ways|1 of 2 ways open now: first choice/);
    assert.ok(!text((await worker.get(file)).body).includes('07700 900 456'));
    const again = await worker.fills(`${contact}/ways/${way}`, { agreed: 'yes', shared: 'no' });
    assert.equal(again.statusCode, 422, 'nor does asking again make it safe, with the box left empty');
    assert.ok(words(again.body).includes(reason));

    await t.test('also for a colleague whom a conflict keeps from whoever is feared', async () => {
      const kin = await office.colleague('da_worker');
      const other = await atMillLaneOf(office);
      await manager.finishes(`${other}/conflicts/new`, {
        ...{ staffId: kin.staff, relation: 'relative', reason: 'His cousin' },
      });
      const { body } = await kin.get(file);
      assert.ok(
        !body.includes('07700 900 456') && !body.includes('open now: her phone at work'),
        words(body),
      );
    });
  });

  test(`messages give no number that the register has of anybody (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const service = remembering();
    Object.assign(lintel.services.carriers, { text: service });
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, deputy } = office;
    const { file } = await atMillLane(office);
    const sender: Fields = {
      callBack: '07700 900124',
      returnAddress: 'PO Box 12',
      why: 'A line of its own, for us',
    };
    const proposed = await manager.fills('/wordings/sender', sender);
    assert.equal(proposed.statusCode, 422);
    assert.match(words(proposed.body), /The register has this number as somebody’s/);

    const waits = await manager.finishes('/wordings/sender', { ...sender, callBack: '01632 960 777' });
    await hasNow(office, '01632 960777');
    const approved = await deputy.fills(waits, { decision: 'approved', why: 'Somebody said hello, no more' });
    assert.equal(approved.statusCode, 422, 'it has become somebody’s since');
    assert.match(words(approved.body), /The register has this number as somebody’s/);
    await deputy.finishes(waits, { decision: 'declined', why: 'It has become a number of a tenant' });

    await setsSender(office);
    const hers = { ...agreed, value: '07700 900 456', text: 'yes', shared: 'no', post: 'no' };
    await worker.finishes(`${file}/contact/new`, hers);
    const message = await writesMessage(worker, file, {
      ...{ route: 'text.first', says: 'neutral', askedForBy: 'team', wording: 'please-call.en' },
    });
    await hasNow(office, '01632 960142');
    await office.at('2026-11-18T10:10');
    assert.deepEqual(service.parcels, []);
    assert.match(await worker.reads(message), /is not our number to call back/);
    assert.match(await manager.reads('/wordings/sender'), /has this number as somebody’s by now/);
    const toldOf = 'The number to call belongs to somebody by now';
    await office.at('2026-11-18T10:20');
    for (const each of [manager, deputy]) {
      assert.match(await each.reads('/notifications'), new RegExp(toldOf));
      assert.match(await each.reads('/day'), new RegExp(`${toldOf}.*Agree another`));
    }
    const { rows } = await lintel.database.owner.query(
      `select staff_id from notification where kind = 'sender_somebodys'`,
    );
    const told = rows.map(({ staff_id: staff }) => staff).toSorted();
    assert.deepEqual(told, [manager.staff, deputy.staff].toSorted(), 'once, however often it was looked at');
    assert.ok(!(await worker.reads('/day')).includes(toldOf), 'who cannot mend it is told by what is held');
    const anew = await worker.fills(`${file}/messages/new`, {
      ...{ route: 'text.first', says: 'neutral', askedForBy: 'team', wording: 'please-call.en' },
    });
    assert.match(words(anew.body), /No number to call is in use/);
    await manager.finishes('/wordings/sender/ending', {
      why: 'It is a tenant’s by now, as the register says',
    });
    assert.ok(!(await deputy.reads('/day')).includes(toldOf), 'no longer than it stands');
  });
}

/** Whoever is feared is named in the case. */
async function named(office: Office, file: string): Promise<void> {
  const added = await office.worker.post(
    `${file}/people/new`,
    feared(await registerId(office, 'person', 'P2')),
  );
  assert.equal(added.statusCode, 303, words(added.body));
}

/** Another case, about whoever is feared in the first. */
async function atMillLaneOf(office: Office): Promise<string> {
  const { worker } = office;
  const { reference } = await writesDown(worker, { person_name: 'Orson Quince' });
  const person = await registerId(office, 'person', 'P2');
  return opensCase(worker, await findsOnBoard(worker, reference), worker, {}, `?person=${person}`);
}
