import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Office, openOffice, words } from './office.ts';
import { boardRow, findsOnBoard, meets, moment, opensCase, writesDown } from './steps.ts';

const her = { person_name: 'Zelda Quince' };
const running = ['none ended', '0', '0', '0', '1', '0'];

/** What one of us says: that it was the contact already. */
function said({ worker }: Office, at = '2026-11-18T10:00') {
  return {
    spoke_by: worker.staff,
    safe_because: 'She rang from her sister’s and nobody else was there',
    said: 'That she wants to stay where she is',
    ...moment('spoke_at', at),
  };
}

async function aCall(office: Office, more = {}) {
  const { reference } = await writesDown(office.worker, { ...her, ...more });
  return findsOnBoard(office.worker, reference);
}

const contacts = async ({ worker }: Office, file: string) =>
  (await worker.reads(`${file}/contact`)).match(/We spoke, and it was safe to/g)?.length ?? 0;

for (const { id: packId, commitments } of triedPacks)
  test(`under ${packId}, a call from her to us is the contact that it was, once another confirms it`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const open = () => openOffice(lintel, packId);
    const promise = commitments.find(
      ({ measure }) =>
        measure.kind === 'clock' &&
        measure.starts === 'disclosure.received' &&
        measure.stops.includes('contact.made'),
    );
    const row = (reader: Office['worker']) => boardRow(reader, promise?.title);

    await t.test(
      'until then the promise runs; confirmed, it is one contact of hers and kept at birth',
      async () => {
        const office = await open();
        const { worker, manager } = office;
        const disclosure = await aCall(office);
        assert.match(await worker.reads(disclosure), /We spoke with them ourselves, safely/);
        await worker.finishes(`${disclosure}/told-contact`, said(office));
        const again = await worker.post(`${disclosure}/told-contact`, said(office));
        assert.equal(again.statusCode, 403, 'said twice');
        const file = await opensCase(worker, disclosure);
        assert.deepEqual(await row(worker), running);
        assert.equal(await contacts(office, file), 0);
        const alone = { decision: 'approved', why: '', _version: '1' };
        assert.equal((await worker.post(`${disclosure}/told-contact/decision`, alone)).statusCode, 403);
        await manager.finishes(`${disclosure}/told-contact/decision`, { decision: 'approved' });
        assert.equal(await contacts(office, file), 1);
        const page = await worker.reads(`${file}/contact`);
        assert.match(page, /They got in touch/);
        assert.match(page, /From what was told\. Written down by .*, confirmed by/);
        const [share, ended, , broken, runs] = await row(worker);
        assert.match(String(share), /none ended.*1 from the start/, 'apart, and in no share');
        assert.deepEqual([ended, broken, runs], ['0', '0', '0']);
        await manager.post(`${disclosure}/told-contact/decision`, { ...alone, _version: '2' });
        assert.equal(await contacts(office, file), 1, 'confirmed twice');
      },
    );

    await t.test('not confirmed, the promise runs on', async () => {
      const office = await open();
      const disclosure = await aCall(office);
      const file = await opensCase(office.worker, disclosure);
      await office.worker.finishes(`${disclosure}/told-contact`, said(office));
      const why = 'Her husband was in the room';
      assert.equal(
        (await office.manager.fills(`${disclosure}/told-contact/decision`, { decision: 'declined', why: '' }))
          .statusCode,
        422,
      );
      await office.manager.finishes(`${disclosure}/told-contact/decision`, { decision: 'declined', why });
      assert.deepEqual(await row(office.worker), running);
      assert.equal(await contacts(office, file), 0);
      await office.worker.finishes(`${disclosure}/told-contact`, said(office));
    });

    await t.test('confirmed before there is a case, it becomes a contact when there is one', async () => {
      const office = await open();
      const disclosure = await aCall(office);
      await office.worker.finishes(`${disclosure}/told-contact`, said(office));
      await office.manager.finishes(`${disclosure}/told-contact/decision`, { decision: 'approved' });
      assert.deepEqual(await row(office.worker), running);
      const file = await opensCase(office.worker, disclosure);
      assert.equal(await contacts(office, file), 1);
      assert.match(String((await row(office.worker))[0]), /1 from the start/);
    });

    await t.test(
      'it keeps no other promise: not what is told later of her, nor the same call told twice',
      async () => {
        const office = await open();
        const { worker, manager } = office;
        const first = await aCall(office);
        const second = await aCall(office);
        const file = await opensCase(worker, first);
        await worker.finishes(`${first}/told-contact`, said(office));
        await manager.finishes(`${first}/told-contact/decision`, { decision: 'approved' });
        const joins = { ...meets, outcome: 'existing_case', case_id: file.split('/').at(-1) ?? '' };
        await worker.post(`${second}/triage`, { ...joins, _version: '1', join_why: 'It is her again' });
        const joining = { decision: 'approved', why: '', _version: '1' };
        await manager.post(`${second}/joining`, joining);
        const [share, , , , runs] = await row(worker);
        assert.match(String(share), /1 from the start/);
        assert.equal(runs, '1', 'what was told again is still owed');
        await worker.finishes(`${second}/told-contact`, said(office));
        const twice = await manager.fills(`${second}/told-contact/decision`, { decision: 'approved' });
        assert.equal(twice.statusCode, 403);
        assert.equal(await contacts(office, file), 1);
        assert.equal((await row(worker))[4], '1');
      },
    );

    await t.test(
      'what a neighbour told, a letter and a call without a name are never offered it',
      async () => {
        const office = await open();
        for (const more of [
          { told_by: 'neighbour' },
          { route: 'letter' },
          { route: 'email' },
          { person_name: '' },
        ]) {
          const disclosure = await aCall(office, more);
          assert.doesNotMatch(await office.worker.reads(disclosure), /We spoke with them ourselves/);
          const sent = await office.worker.post(`${disclosure}/told-contact`, said(office));
          assert.equal(sent.statusCode, 403, JSON.stringify(more));
        }
      },
    );

    await t.test(
      'written down only once it was broken, it waits for somebody else to look, and is never a share',
      async () => {
        const office = await open();
        const { worker, manager } = office;
        const disclosure = await aCall(office);
        const file = await opensCase(worker, disclosure);
        await office.at('2026-11-19T09:30');
        await worker.finishes(`${disclosure}/told-contact`, said(office));
        await manager.finishes(`${disclosure}/told-contact/decision`, { decision: 'approved' });
        assert.equal(await contacts(office, file), 1);
        const late = /\/cases\/[0-9a-f-]{36}\/late\/[0-9a-f-]{36}/.exec(
          (await office.deputy.get('/checks')).body,
        )?.[0];
        assert.ok(late, 'nothing waits to be looked at');
        const yes = { decision: 'confirmed', why: 'The list of calls of the phone', _version: '1' };
        for (const who of [worker, manager]) assert.equal((await who.post(late, yes)).statusCode, 403);
        const little = await office.deputy.fills(late, { decision: 'confirmed', why: 'ok' });
        assert.equal(little.statusCode, 422);
        assert.match(words(little.body), /Say in a sentence what you looked at/);
        await office.deputy.finishes(late, { decision: 'confirmed', why: 'The list of calls of the phone' });
        await office.at('2026-11-19T10:30');
        assert.match(String((await row(worker))[0]), /1 from the start/);
      },
    );
  });
