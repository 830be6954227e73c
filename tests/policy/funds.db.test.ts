import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`money that is set aside for help (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const finance = await office.colleague('finance');
    const file = await aCase(worker);
    let fund = '';

    const wouldLike = async (kind: string) => {
      const led = await worker.finishes(`${file}/support/new`, {
        ...{ kind, answer: 'taken', ownWords: 'Yes, please', way: 'phone' },
      });
      return led.replace(/\/details$/, '');
    };

    await t.test('somebody who looks after the money opens a fund; whoever spends cannot', async () => {
      assert.equal((await worker.get('/funds')).statusCode, 403);
      assert.equal((await manager.get('/funds/new')).statusCode, 403);
      fund = await finance.finishes('/funds/new', { name: 'New homes', amount: '80' });
      assert.match(await finance.reads(fund), /Budget £80\.00/);
      const again = await finance.fills('/funds/new', { name: 'new homes', amount: '10' });
      assert.match(again.body, /Another fund has this name/);
    });

    await t.test('they see no case, and never whom money was for', async () => {
      assert.equal((await finance.get('/cases')).statusCode, 403);
      const offer = await wouldLike('food_voucher');
      const asked = await worker.fills(`${offer}/approval`, { cost: '50', words: 'Food for the week' });
      assert.match(asked.body, /Say from which fund, or from none/);
      await worker.finishes(`${offer}/approval`, {
        ...{ cost: '50', fund: fund.split('/').at(-1) ?? '', words: 'Food for the week' },
      });
      assert.doesNotMatch(await finance.reads(fund), /C-[A-Z0-9]{4}-|£50\.00|food/i);
      assert.match(await finance.reads(fund), /Not told: fewer than five people/);
      assert.equal((await finance.get('/costs')).statusCode, 200);
    });

    await t.test(
      'what a fund has not holds nothing up: a manager is told at once, and finds it',
      async () => {
        const offer = await wouldLike('utility_help');
        await worker.finishes(`${offer}/approval`, {
          ...{ cost: '45', fund: fund.split('/').at(-1) ?? '', words: 'The meter is empty tonight' },
        });
        assert.match(await worker.reads(offer), /Approved/);
        await worker.finishes(`${offer}/order`, { whom: 'The supplier', words: '' });
        assert.match(await manager.reads('/notifications'), /for which no fund has the money yet/);
        assert.match(await worker.reads(`${file}/entries`), /no fund has the money yet/);
        assert.match(await manager.reads(fund), /One thing goes on without its money yet/);
        assert.doesNotMatch(await finance.reads(fund), /without its money/);
        await manager.fills(`${fund}/cover`, {});
        assert.match(await manager.reads(`${fund}/cover`), /Help with gas, electricity or water, £45\.00/);
        await finance.finishes(`${fund}/budget`, { amount: '500', year: '2026', words: 'From the reserve' });
        await manager.finishes(`${fund}/cover`, {});
        assert.match(await manager.reads(`${fund}/cover`), /Nothing that you are let into waits/);
        assert.match(await manager.reads('/notifications'), /Nothing new/);
      },
    );

    await t.test('what is carried goes to an address only as she agreed, or it comes to us', async () => {
      const offer = await wouldLike('white_goods');
      await worker.finishes(`${offer}/approval`, { cost: '5', fund: 'none', words: 'A cooker that works' });
      const order = { whom: 'Exampleton Reuse Store' };
      assert.match((await worker.fills(`${offer}/order`, order)).body, /Say first where it goes/);
      const unsaid = await worker.fills(`${offer}/order`, { ...order, goes: 'address' });
      assert.match(unsaid.body, /Say who opens, and at which time|No address of theirs is on record/);
      await worker.finishes(`${offer}/order`, { ...order, goes: 'through_us' });
      assert.match(await worker.reads(offer), /to us: we bring it, or hand it over/);
    });

    await t.test('whoever may not put money in is refused as it is sent, too', async () => {
      const sent = await manager.post(`${fund}/budget`, {
        amount: '500',
        year: '2026',
        words: 'For all of us',
      });
      assert.equal(sent.statusCode, 403);
    });

    await t.test('a year that is over is ended by a decision, once', async () => {
      assert.match(await finance.reads(`${fund}/year-end`), /A financial year ends on 31 March/);
      lintel.clock.set(Temporal.Instant.from('2027-04-06T10:00:00+01:00'));
      assert.match(await finance.reads(fund), /The year 2026 to 2027 is over/);
      await finance.finishes(`${fund}/year-end`, {
        ...{ promised: 'carried', rest: 'returned', words: 'As the board decided in March' },
      });
      assert.match(await finance.reads(fund), /It is kept for them, in the new year/);
      assert.match(await finance.reads(`${fund}/year-end`), /No year of it is over/);
      await finance.finishes(`${fund}/ending`, { words: 'It is joined with another one' });
      assert.match(await finance.reads(fund), /What was approved goes on/);
    });
  });
