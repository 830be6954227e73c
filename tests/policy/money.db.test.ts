import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { toldOfADebt } from '../money-lived-in.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

const adviser = 'Ola Brandt, Otherton Citizens Advice';

for (const { id: packId } of triedPacks)
  test(`money (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker } = office;
    const file = await aCase(worker);
    const page = () => worker.reads(`${file}/money`);
    const linkTo = async (what: string) => {
      const { body } = await worker.get(`${file}/money`);
      return new RegExp(`href="(/cases/[^"]+/${what})"`).exec(body)?.[1] ?? '';
    };

    await t.test('what they say stands as they said it, and nobody asks for proof', async () => {
      assert.match(await page(), /Nothing is recorded yet\. That says nothing about their money/);
      await worker.finishes(`${file}/money/new`, toldOfADebt);
      assert.match(await page(), /He made me sign for the car/);
      assert.match(await worker.reads(`${file}/entries`), /Money: A debt that they were made to take/);
    });

    await t.test('nothing is done about it before somebody who may advise has looked', async () => {
      const deed = { step: 'done', deed: 'not_asked_for', words: 'It was never hers, and she has children' };
      const early = await worker.fills(await linkTo('step'), deed);
      assert.match(early.body, /First somebody who may advise looks at it/);
      const nobody = await worker.fills(await linkTo('step'), { step: 'reviewed', words: 'Looked at today' });
      assert.match(nobody.body, /Say who looked at it/);
      await worker.finishes(await linkTo('step'), {
        step: 'reviewed',
        adviser,
        words: 'She need not pay yet',
      });
      await worker.finishes(await linkTo('step'), deed);
      assert.match(await page(), /We decided that it is not fair to ask them for it/);
    });

    await t.test('what they would rather leave is left, and counts against nobody', async () => {
      await worker.finishes(`${file}/money/new`, {
        ...{ kind: 'joint_arrears', way: 'in_person', words: 'We both owe it, they say. Leave it for now.' },
      });
      assert.match((await worker.get(`${file}/money/new`)).body, /In law both owe all of it/);
      await worker.finishes(await linkTo('step'), {
        step: 'not_wanted',
        words: 'She says: not before the hearing',
      });
      assert.match(await page(), /They would rather leave it as it is/);
    });

    await t.test(
      'what advice brought says how anybody knows, and is put right by striking it out',
      async () => {
        const none = await worker.fills(`${file}/money/gains/new`, {
          kind: 'benefit',
          known: 'seen',
          adviser,
        });
        assert.match(none.body, /Enter what came once, what comes each week, or both/);
        await worker.finishes(`${file}/money/gains/new`, {
          kind: 'benefit',
          weekly: '24.50',
          known: 'seen',
          adviser,
        });
        assert.match(await page(), /£24\.50 a week \(£1,274\.00 a year\)/);
        const correction = await linkTo('gains/[0-9a-f-]+/correction');
        await worker.finishes(correction, { reason: 'It was somebody else’s letter' });
        assert.match(await page(), /Struck out .* It was somebody else’s letter/);
        assert.equal((await worker.get(correction)).statusCode, 404);
      },
    );

    await t.test('what to ask an adviser about is listed by date, and decided by nobody', async () => {
      const listed = await page();
      assert.match(listed, /A crisis payment of the council/);
      assert.doesNotMatch(listed, /A Discretionary Housing Payment/, 'it ended on 31 March 2026');
      assert.match(listed, /To be checked before anybody relies on it/);
      assert.match(listed, /nobody of us advises about immigration/);
    });

    await t.test('nobody who collects income, or looks after funds, reads any of it', async () => {
      for (const role of ['income', 'finance'] as const)
        assert.equal((await (await office.colleague(role)).get(`${file}/money`)).statusCode, 403);
    });
  });
