import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRemoval, aVisit, factsIn } from '../costs-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`what it costs (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const finance = await office.colleague('finance');
    const file = await aCase(worker);
    const page = () => worker.reads(`${file}/costs`);
    const linkTo = async (what: string, reader = worker) => {
      const { body } = await reader.get(`${file}/costs`);
      return new RegExp(`href="(/cases/[^"]+/costs/${what})"`).exec(body)?.[1] ?? '';
    };

    await t.test('what is quoted is shown, and counts once there is a bill', async () => {
      assert.match(await page(), /What is not here is not nought/);
      const wrong = await worker.fills(`${file}/costs/new`, { ...aRemoval, known: 'quote' });
      assert.match(wrong.body, /Say how we know what was billed/);
      await worker.finishes(`${file}/costs/new`, { ...aRemoval, stage: 'quoted', known: 'quote' });
      assert.match(await page(), /Together £0\.00 Quoted, and not counted £240\.00/);
      await worker.finishes(`${file}/costs/new`, { ...aRemoval, amount: '265.50' });
      assert.match(await page(), /Together £265\.50/);
      assert.match(await worker.reads(`${file}/entries`), /Costs: Removal of their things, £265\.50/);
    });

    await t.test('a manager who did not write it down says from which fund it is paid', async () => {
      await finance.finishes('/funds/new', { name: 'Moves', amount: '100' });
      assert.equal(await linkTo('[0-9a-f-]{36}/fund'), '', 'whoever wrote it down is led nowhere');
      const fund = await linkTo('[0-9a-f-]{36}/fund', manager);
      assert.equal((await worker.get(fund)).statusCode, 403);
      const { body } = await manager.get(fund);
      const value = /name="fund"[^>]*value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
      await manager.finishes(fund, { fund: value });
      assert.match(await page(), /Paid from Moves/);
      assert.match(await manager.reads('/notifications'), /for which no fund has the money yet/);
      assert.equal((await manager.get(fund)).statusCode, 404, 'it is paid once');
    });

    await t.test('time is written down by whoever likes to, in quarters, and names nobody', async () => {
      const wrong = await worker.fills(`${file}/costs/time/new`, { ...aVisit, hours: '1.3' });
      assert.match(wrong.body, /Enter hours in quarters/);
      await worker.finishes(`${file}/costs/time/new`, aVisit);
      assert.match(await page(), /£0\.00 for 1 hour 30 minutes\. Some of it has no rate yet/);
      const { rows } = await lintel.database.owner.query('select * from work_time limit 1');
      assert.ok(!Object.values(rows[0]).includes(worker.staff), 'not even behind the walls');
    });

    await t.test(
      'a rate holds from its day on, with its source, and is set by those who look after money',
      async () => {
        assert.equal((await worker.get('/costs/rates')).statusCode, 403);
        const bare = await finance.fills('/costs/rates', { kind: 'hour', amount: '24', source: '' });
        assert.match(bare.body, /Say where the figure comes from/);
        await finance.finishes('/costs/rates', {
          kind: 'hour',
          amount: '24',
          source: 'The books of 2026 to 2027',
        });
        assert.match(await page(), /£36\.00 for 1 hour 30 minutes/);
        const past = await finance.fills('/costs/rates', {
          ...{ kind: 'hour', amount: '99', source: 'The books, once more' },
          ...{ 'begins-day': '17', 'begins-month': '11', 'begins-year': '2026' },
        });
        assert.match(past.body, /What was reckoned before stays as it is/);
        assert.match(await finance.reads('/costs'), /An hour of our work: £24\.00 from 18 November 2026/);
      },
    );

    await t.test('nothing was avoided that nothing on record shows', async () => {
      assert.match(
        await worker.reads(`${file}/costs/avoided/new`),
        /Nothing on record in this case shows yet that something was avoided/,
      );
      const move = await worker.finishes(`${file}/moves/new`, { kind: 'transfer', words: 'Near my sister.' });
      await worker.finishes(`${move}/step`, { step: 'moved' });
      const [fact = ''] = factsIn((await worker.get(`${file}/costs/avoided/new`)).body);
      const says = { fact, saidBy: 'Ada Orne, lettings', words: 'The council had a room for her' };
      const other = await worker.fills(`${file}/costs/avoided/new`, { ...says, kind: 'eviction' });
      assert.match(other.body, /This does not show it/);
      const nobody = await worker.fills(`${file}/costs/avoided/new`, {
        ...says,
        kind: 'temporary',
        saidBy: '',
      });
      assert.match(nobody.body, /Say who says so/);
      await worker.finishes(`${file}/costs/avoided/new`, { ...says, kind: 'temporary' });
      assert.match(await page(), /Ada Orne, lettings says so\. .* no unit cost for it/);
      assert.match(await page(), /Together £301\.50/, 'what was avoided is never set off against it');
      await worker.finishes(`${move}/step`, { step: 'corrected', words: 'She has not moved after all' });
      assert.match(await page(), /What showed it was struck out since, or .* it counts no more/);
    });

    await t.test('what was wrong stays, struck out, and a fund has it back', async () => {
      await worker.finishes(await linkTo('[0-9a-f-]{36}/correction'), {
        reason: 'It belongs to another case',
      });
      assert.match(await page(), /Struck out .* It belongs to another case/);
      await worker.finishes(await linkTo('time/[0-9a-f-]{36}/correction'), {
        reason: 'It was another visit',
      });
      await worker.finishes(await linkTo('avoided/[0-9a-f-]{36}/correction'), { reason: 'She did not move' });
      assert.match(await page(), /Together £0\.00/);
    });

    await t.test('whoever reads what it costs sees no case, and nothing of one', async () => {
      assert.equal((await finance.get(`${file}/costs`)).statusCode, 403);
      assert.match(await finance.reads('/costs'), /Nothing that can be told without telling of somebody/);
      const { statusCode, body } = await finance.get('/costs.csv');
      assert.equal(statusCode, 200);
      assert.equal(body.trim().split('\n').length, 1, 'the heading alone');
      const income = await office.colleague('income');
      for (const path of ['/costs', '/costs.csv', '/costs/rates', `${file}/costs`])
        assert.equal((await income.get(path)).statusCode, 403, path);
    });
  });
