import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { feared, isPut, isSafe, proposes, safeTest, supports } from '../perpetrators-lived-in.ts';
import { openOffice } from './office.ts';
import { aCase, moment, recordsContact } from './steps.ts';

const day = (name: string, on: number) => ({
  [`${name}-day`]: `${on}`,
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
});

for (const pack of triedPacks)
  test(`nothing is done about whoever is feared that may raise the risk (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, deputy } = office;
    const file = await aCase(worker);
    await feared(office, file);
    const action = await proposes(worker, file);
    const page = () => worker.reads(action);

    await t.test(
      'proposed, nothing follows: what they say and whether it is safe are asked first',
      async () => {
        const shown = await page();
        assert.match(shown, /Proposed: not open yet/);
        assert.ok(shown.includes(citing(pack, 'What they say to it is not on record.', 'perpetrator-gate')));
        assert.match(shown, /never wait for it/);
        const put = await worker.post(`${action}/manager`, {
          why: 'The neighbours ask for it every week',
          _version: '0',
        });
        assert.equal(put.statusCode, 403);
        const taken = await worker.post(`${action}/taking`, {
          ...day('done', 18),
          words: 'He was told to stop it',
          _version: '0',
        });
        assert.notEqual(taken.statusCode, 303);
      },
    );

    await t.test(
      'what they fear from it stops it, and is not unsaid without saying what has changed',
      async () => {
        await worker.finishes(`${action}/view`, { ...supports('2026-11-18T10:00'), fears: 'yes' });
        assert.match(await page(), /Stopped: it may raise the risk\. Nobody overrides that/);
        const unsaid = await worker.fills(`${action}/view`, supports('2026-11-18T10:00'));
        assert.equal(unsaid.statusCode, 422);
        assert.match(unsaid.body, /Say what has changed/);
        await worker.finishes(`${action}/view`, {
          ...supports('2026-11-18T10:00'),
          changed: 'He has moved to Leeds',
        });
      },
    );

    await t.test('what nobody knows is not safe', async () => {
      await worker.finishes(`${action}/test`, { ...safeTest, weapons: 'not_known' });
      assert.match(await page(), /Not known is not safe: “Are there weapons/);
    });

    await t.test(
      'a test that finds a higher risk stops it; whoever found it does not unfind it alone',
      async () => {
        await worker.finishes(`${action}/test`, { ...safeTest, worse: 'yes' });
        assert.match(await page(), /Stopped: it may raise the risk/);
        assert.match(await worker.reads(`${action}/test`), /You found that it may raise the risk/);
        assert.equal(
          (await manager.post(`${action}/manager`, { why: 'I am the manager and decide', _version: '4' }))
            .statusCode,
          403,
        );
        await deputy.finishes(`${action}/test`, {
          ...safeTest,
          changed: 'He has moved to Leeds, as his employer says',
        });
      },
    );

    await t.test('a manager decides who did not put it to one; a worker does not', async () => {
      const decision = await isPut(worker, action);
      const agrees = { decision: 'approved', why: '', _version: '1' };
      assert.equal((await worker.post(decision, agrees)).statusCode, 403);
      await manager.finishes(decision, { decision: 'approved' });
      assert.match(await page(), /Agreed: they do not know yet/);
    });

    await t.test('they are told before it happens, once somebody has reached them safely', async () => {
      const telling = { told: 'told', words: 'She stays with her sister on that day', ...day('happens', 18) };
      const early = await worker.fills(`${action}/telling`, telling);
      assert.match(early.body, /Nobody is on record as having reached them safely since/);
      await office.at('2026-11-18T11:00');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:50');
      await worker.finishes(`${action}/telling`, telling);
      assert.match(await page(), /May be done now/);
    });

    await t.test('an incident shuts it again at the last moment, and both are asked anew', async () => {
      await office.at('2026-11-18T11:20');
      await worker.finishes(`${file}/entries/new`, {
        ...{ kind: 'incident', source: 'person', words: 'He stood across the street' },
        ...moment('happened', '2026-11-18T11:10'),
        ...moment('known', '2026-11-18T11:15'),
      });
      const shown = await page();
      assert.match(shown, /Something has happened since they were asked/);
      const taken = await worker.post(`${action}/taking`, {
        ...day('done', 18),
        words: 'He was told to stop it',
        _version: '99',
      });
      assert.notEqual(taken.statusCode, 303);
      await office.at('2026-11-18T11:30');
      await isSafe(deputy, action, '2026-11-18T11:30');
      await manager.finishes(await isPut(worker, action), { decision: 'approved' });
      await office.at('2026-11-18T12:00');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T11:50');
      const words = 'She knows that it is this afternoon';
      await worker.finishes(`${action}/telling`, { told: 'told', words, ...day('happens', 18) });
    });

    await t.test('done, the risk is to be looked at within two working days, and that is owed', async () => {
      await worker.finishes(`${action}/taking`, {
        ...day('done', 18),
        words: 'The neighbourhood manager told him',
      });
      assert.match(await page(), /the risk has not been looked at since/);
      assert.match(await page(), /The risk is looked at within two working days of action/);
      await office.at('2026-11-19T10:00');
      await worker.finishes(`${file}/risk/level`, {
        level: 'medium',
        reason: 'He stays away, and she sleeps',
      });
      assert.match(await page(), /The risk was looked at after it/);
      await worker.finishes(`${action}/outcome`, {
        outcome: 'held',
        words: 'The neighbours say that it is quiet',
      });
      assert.match(await page(), /It did what it was for/);
    });

    await t.test(
      'a referral to a programme passes the same gate, and is kept with what they say to it',
      async () => {
        const programme = await proposes(worker, file, {
          kind: 'programme',
          what: 'He rang and asks for a course',
        });
        await worker.finishes(`${programme}/view`, {
          ...supports('2026-11-19T10:00'),
          ...{ answer: 'not_safe_to_ask', fears: 'not_known', words: 'He is with her, and reads her phone' },
        });
        await worker.finishes(`${programme}/test`, { ...safeTest, specialist: 'none', specialistWho: '' });
        assert.match(await worker.reads(programme), /No specialist has said that it is safe/);
        const because = { because: 'safety', words: 'The specialist could not say, so we wait' };
        await worker.finishes(`${programme}/dropping`, because);
        const shown = await worker.reads(programme);
        assert.match(shown, /Not done\. It may raise the risk/);
        assert.match(shown, /could not say, so we wait/);
        assert.match(await worker.reads(`${file}/enforcement`), /Referral to a programme/);
      },
    );
  });
