import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreedWithHer, spaceStands } from '../breathing-space-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase, recordsContact } from './steps.ts';

const stands = /No court action over income until/;
const wish = { because: 'their_wish', told: 'told', words: 'She rang, and has paid what was owed' };

for (const { id: packId, breathingSpace } of triedPacks)
  test(`breathing space from court action (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-20T16:55');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const file = await aCase(worker);
    const page = () => worker.reads(`${file}/breathing-space`);

    if (breathingSpace)
      await t.test('what was told on Friday at 16:55 holds Monday’s claim', async () => {
        await office.at('2026-11-23T09:00');
        const shown = await page();
        assert.match(shown, stands);
        assert.match(shown, /Not chosen with them yet/);
        assert.match(shown, new RegExp(breathingSpace.clause));
      });
    else
      await t.test('no policy promises it: none begins by itself, and the page says so', async () => {
        const shown = await page();
        assert.match(shown, /Nothing holds court action/);
        assert.match(shown, /The policy promises none/);
        await office.at('2026-11-23T09:00');
        await spaceStands(office, file);
        assert.match(await page(), /as help of our own/);
      });

    await t.test('before anybody has reached her nobody can decline', async () => {
      const declined = await worker.fills(`${file}/breathing-space/ending`, { ...wish, because: 'declined' });
      assert.equal(declined.statusCode, 422);
      assert.match(declined.body, /Nobody is on record as having reached them/);
      assert.match(await page(), stands);
    });

    await t.test('its length is chosen with her, and not made shorter without her', async () => {
      const shorter = { months: '1', words: agreedWithHer };
      if (breathingSpace) {
        const refused = await worker.fills(`${file}/breathing-space/look`, shorter);
        assert.match(refused.body, /without them it gets no shorter/);
      }
      await office.at('2026-11-23T10:00');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-23T09:50');
      await worker.finishes(`${file}/breathing-space/look`, shorter);
      assert.match(await page(), /Length 1 month/);
    });

    await t.test('past its last day it protects until somebody has looked, and that is owed', async () => {
      await office.at('2027-01-04T10:00');
      assert.match(await page(), /Its last day is over, and nobody has looked/);
      assert.match(await page(), /No court action over income until somebody has decided/);
      assert.match(await page(), /Breathing space is looked at every month/);
    });

    await t.test(
      'more than the bound is a manager’s, and another one decides than who proposed it',
      async () => {
        await worker.finishes(`${file}/breathing-space/proposals/new`, {
          ...{ asks: 'longer', why: 'The hearing about the house is in May' },
          ...{ 'until-day': '31', 'until-month': '5', 'until-year': '2027' },
        });
        const { body } = await worker.get(`${file}/breathing-space`);
        const [path = ''] = /\/cases\/[0-9a-f-]+\/breathing-space\/proposals\/[0-9a-f-]{36}/.exec(body) ?? [];
        const agrees = { decision: 'approved', why: '', _version: '1' };
        assert.equal((await worker.post(path, agrees)).statusCode, 403);
        await manager.finishes(path, { decision: 'approved' });
        assert.match(await page(), /until 31 May 2027/);
      },
    );

    await t.test('a Debt Respite Scheme beside it is a record of its own, and the longer wins', async () => {
      await worker.finishes(`${file}/debt-respite/new`, {
        ...{ kind: 'standard', adviser: 'Otherton Citizens Advice', reference: 'BS-100234' },
        ...{ 'started-day': '4', 'started-month': '1', 'started-year': '2027' },
      });
      assert.match(await page(), /until 31 May 2027/);
      await worker.finishes(`${file}/breathing-space/ending`, { ...wish, told: 'not_yet' });
      const shown = await page();
      assert.match(shown, /No court action over income until 5 March 2027/);
      assert.match(shown, /they do not know yet/);
    });

    await t.test('that they were told is owed until it is written down', async () => {
      await worker.finishes(`${file}/breathing-space/telling`, {
        ...{ told: 'told', words: 'On the phone at ten, and she wrote it down' },
      });
      assert.doesNotMatch(await page(), /they do not know yet/);
    });

    await t.test('another one after it stands at once, and waits for a manager', async () => {
      await worker.finishes(`${file}/breathing-space/new`, { months: '', words: agreedWithHer });
      const shown = await page();
      assert.match(shown, /A manager decides: Another one, after an earlier one/);
      assert.match(shown, stands);
    });
  });
