import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { aContractor, anOrder, holdsAlone, looked, orderOf, wants } from '../security-lived-in.ts';
import { openOffice } from './office.ts';
import { anAgreedCase } from './planning-steps.ts';

for (const pack of triedPacks)
  test(`a home is made safer, and nobody is shut out whom the law lets in (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker } = office;
    const administrator = await office.colleague('administrator');
    const file = await anAgreedCase(office, { visit: 'yes' });
    const security = `${file}/security`;
    const page = () => worker.reads(security);
    const knows = (more: Record<string, string>) =>
      worker.finishes(`${security}/rights`, { ...holdsAlone, ...more });

    await t.test('the home is looked at together; what nobody reached says nothing', async () => {
      const none = await worker.fills(`${security}/assessments/new`, { outcome: 'made', way: 'at_home' });
      assert.equal(none.statusCode, 422);
      assert.match(none.body, /Say of at least one part of the home/);
      await worker.finishes(`${security}/assessments/new`, looked);
      const shown = await page();
      assert.match(shown, /2 of 9 parts were looked at/);
      assert.match(shown, /Doors and windows: something would help\. The back door does not lock/);
      assert.match(await worker.reads(`${file}/entries`), /I hear it when somebody is at the back/);
    });

    await t.test('not now, and rather not, are answers, and take nothing away', async () => {
      await worker.finishes(`${security}/assessments/new`, { outcome: 'declined', way: 'phone' });
      const shown = await page();
      assert.match(shown, /They would rather not/);
      assert.match(shown, /The back door does not lock/, 'the one before stays');
    });

    await t.test('what was recorded in error stays, struck out, with the reason', async () => {
      const { body } = await worker.get(security);
      const path = /href="([^"]+\/correction)"/.exec(body)?.[1] ?? '';
      await worker.finishes(path, { reason: 'That was said of another home' });
      assert.match(await page(), /Struck out .*That was said of another home/s);
      assert.equal((await worker.get(path)).statusCode, 404);
    });

    const lock = await wants(worker, file, 'lock_change');

    await t.test(
      'a lock waits until somebody wrote down who may enter; to mend one for everybody does not',
      async () => {
        const why = 'Who may enter this home, and who owns it, is not written down.';
        assert.ok((await page()).includes(citing(pack, why, 'home-security')));
        const shut = await worker.get(orderOf(lock));
        assert.equal(shut.statusCode, 403);
        await aContractor(administrator);
        const broken = await wants(worker, file, 'make_safe');
        await worker.finishes(orderOf(broken), await anOrder(worker, orderOf(broken)));
        assert.match(await worker.reads(broken), /On its way: Larch Repairs/);
      },
    );

    await t.test(
      'it cannot be ordered, or said to be done, past that on the page of the offer either',
      async () => {
        assert.equal((await worker.get(`${lock}/order`)).statusCode, 403);
        const done = { whom: 'A friend', words: 'Changed last night by a friend' };
        const delivered = await worker.fills(`${lock}/delivery`, done);
        assert.equal(delivered.statusCode, 403);
        assert.match(delivered.body, /First it is ordered, where it is asked who must agree/);
      },
    );

    await t.test(
      'a joint tenant is not shut out without agreement or an order, and no manager overrides it',
      async () => {
        await knows({ holder: 'with_another', holderStands: 'not_safe' });
        assert.match(await page(), /may not be shut out .*: asking them is not safe\./);
        for (const somebody of [worker, office.manager])
          assert.equal((await somebody.get(orderOf(lock))).statusCode, 403);
        await knows({
          ...{
            holder: 'with_another',
            holderStands: 'court_order',
            orderWhat: 'Occupation order, Exampleton',
          },
          ...{ orderRead: 'no' },
        });
        assert.match(await page(), /nobody of us has read the order/);
      },
    );

    await t.test('that somebody agrees is nobody’s tick: who asked, and how, is said', async () => {
      const agrees = { ...holdsAlone, holder: 'with_another', holderStands: 'agrees', words: '' };
      const unsaid = await worker.fills(`${security}/rights`, agrees);
      assert.equal(unsaid.statusCode, 422);
      assert.match(unsaid.body, /Say who agreed, who asked them, and how that was safe/);
    });

    await t.test('an order of a court that one of us has read opens it', async () => {
      await knows({
        ...{ holder: 'with_another', holderStands: 'court_order', orderWhat: 'Occupation order, Exampleton' },
        ...{ orderRead: 'yes', 'orderUntil-day': '20', 'orderUntil-month': '3', 'orderUntil-year': '2027' },
      });
      assert.equal((await worker.get(orderOf(lock))).statusCode, 200);
      assert.match(await page(), /As it was written down before/);
    });

    await t.test('what a contractor is told names nobody and tells no story', async () => {
      const tries = async (more: Record<string, string>) => {
        const answer = await worker.fills(orderOf(lock), await anOrder(worker, orderOf(lock), more));
        assert.equal(answer.statusCode, 422, JSON.stringify(more));
        return answer.body;
      };
      assert.match(await tries({ details: 'She is a victim of domestic abuse' }), /tells what this is about/);
      assert.match(await tries({ conflict: 'not_known' }), /Ask them first/);
      assert.match(await tries({ there: 'not_known' }), /Nobody is sent where whoever they fear may be/);
      assert.match(await tries({ to: '09:00' }), /This is not after the beginning/);
      assert.match(await tries({ 'happens-month': '9', 'happens-year': '2026' }), /This day has passed/);
    });

    await t.test(
      'where somebody there may know whom they fear, it is written down and another is sent',
      async () => {
        const cousin = await anOrder(worker, orderOf(lock), {
          conflict: 'yes',
          conflictSaid: 'His cousin works there',
        });
        await worker.finishes(orderOf(lock), cousin);
        assert.match(await page(), /Nobody of Larch Repairs is sent/);
        assert.match((await worker.get(orderOf(lock))).body, /No contractor may be sent/);
        const { body } = await worker.get(security);
        const path = /href="([^"]+\/conflicts\/[^"]+\/ending)"/.exec(body)?.[1] ?? '';
        await worker.finishes(path, { why: 'She says that he has left them' });
      },
    );

    await t.test('ordered, it is on its way; only that they say so confirms it', async () => {
      const order = await worker.finishes(orderOf(lock), await anOrder(worker, orderOf(lock)));
      const told = await worker.reads(order);
      assert.match(told, /Change locks\. The front door opens inwards/);
      assert.match(told, /On Thursday 19 November 2026, between 10:00 and 12:00\./);
      assert.match(told, /Ask for nobody by name\. Two people come together\./);
      await office.at('2026-11-19T13:00');
      await worker.finishes(`${lock}/delivery`, {
        whom: 'Larch Repairs',
        words: 'They rang to say that it is done',
      });
      assert.match(await worker.reads(lock), /Delivered, as we say/);
      await worker.finishes(`${lock}/confirmation`, { said: 'confirmed', way: 'phone', words: 'It locks' });
      assert.match(await worker.reads(lock), /Confirmed by them/);
    });
  });
