import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobs } from '#modules/mediation/index.ts';
import { lintelSite } from '../lintel-site.ts';
import {
  anArrangedMediation,
  anOpenMediation,
  arrangedOn,
  asksForMediation,
  isAdvised,
  isJudged,
  isPutToManager,
  looksAt,
  nothingAgainstIt,
} from '../mediation-lived-in.ts';
import { citing, triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { aCase, boardRow, moment } from './steps.ts';

for (const pack of triedPacks)
  test(`mediation is for whoever asks for it, and only where it is safe (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, deputy } = office;
    const said = (reason: string) => citing(pack, reason, 'mediation');
    const runs = async () => {
      for (const job of jobs) await job.run(lintel.services, office.landlord.organisation);
    };

    await t.test('a landlord whose policy says nothing of it says so, and offers it to nobody', async () => {
      const shown = await worker.reads(`${await aCase(worker)}/mediation`);
      assert.equal(/says nothing of mediation/.test(shown), pack.purposes.mediation === null);
      assert.match(shown, /What else there is/);
    });

    await t.test('what the other tenant wishes is kept, and is never put to them', async () => {
      const file = await aCase(worker);
      const mediation = await asksForMediation(office, file, {
        ...{ idea: 'other_tenant', words: 'His solicitor proposes mediation in a letter' },
      });
      const shown = await worker.reads(mediation);
      assert.ok(
        shown.includes(
          said('It was not their own idea. Mediation is never put to somebody because another wishes it.'),
        ),
      );
      assert.doesNotMatch(shown, /What they say now/);
      const wish = { wish: 'wants', alone: 'yes', words: 'She says that she wants it', _version: '0' };
      const put = await worker.post(`${mediation}/wish`, { ...wish, ...moment('said', '2026-11-18T10:00') });
      assert.equal(put.statusCode, 403);
    });

    await t.test('coercive control that was told of shuts it, whatever is ticked there', async () => {
      const file = await aCase(worker, { abuse_types: ['controlling_or_coercive'] });
      await isJudged(office, file);
      const mediation = await asksForMediation(office, file);
      await looksAt(worker, mediation, nothingAgainstIt);
      await isAdvised(office, mediation);
      const shown = await worker.reads(mediation);
      assert.match(shown, /It is not offered, and nobody overrides that/);
      assert.ok(
        shown.includes(said('There was controlling or coercive behaviour: mediation is never offered then.')),
      );
      for (const each of [worker, manager]) {
        const put = await each.post(`${mediation}/manager`, {
          why: 'I decide it as the manager',
          _version: '3',
        });
        assert.equal(put.statusCode, 422);
      }
    });

    await t.test('high risk, fear, pressure and what nobody knows shut it', async () => {
      const file = await aCase(worker);
      await isJudged(office, file, 'high');
      const mediation = await asksForMediation(office, file);
      await looksAt(worker, mediation, { afraid: 'yes', joint: 'not_known' });
      const shown = await worker.reads(mediation);
      for (const reason of [
        'The risk is high: mediation is never offered then.',
        'They are afraid of what the other may do because of it.',
        'What nobody knows is not safe.',
        'No specialist has said that it is safe, and nobody judges this alone.',
      ])
        assert.ok(shown.includes(said(reason)), reason);
      const unfound = await worker.fills(`${mediation}/test`, nothingAgainstIt);
      assert.equal(unfound.statusCode, 422);
      assert.match(words(unfound.body), /Another colleague looks again/);
      await deputy.finishes(`${mediation}/test`, nothingAgainstIt);
    });

    await t.test('no second service is asked until one says yes', async () => {
      const { mediation } = await anOpenMediation(office);
      await isAdvised(office, mediation, { says: 'not_safe', who: 'The refuge in Otherton' });
      await isAdvised(office, mediation);
      assert.ok((await worker.reads(mediation)).includes(said('A specialist says that it is not safe.')));
    });

    await t.test('open, a manager who did not put it decides; arranged, the two never meet', async () => {
      const { file, mediation } = await anOpenMediation(office);
      const early = await worker.post(`${mediation}/arrangement`, { ...arrangedOn(20), _version: '3' });
      assert.equal(early.statusCode, 422);
      const decision = await isPutToManager(office, mediation);
      const agrees = { decision: 'approved', why: '', _version: '1' };
      assert.equal((await worker.post(decision, agrees)).statusCode, 403);
      await manager.finishes(decision, { decision: 'approved' });
      const together = await worker.fills(`${mediation}/arrangement`, arrangedOn(20, { way: 'together' }));
      assert.equal(together.statusCode, 422);
      assert.match(words(together.body), /They never meet/);
      await worker.finishes(`${mediation}/arrangement`, arrangedOn(20));
      assert.match(await worker.reads(mediation), /It shuts by itself as soon as anything/);
      assert.match(await worker.reads(`${file}/closing`), /Mediation was asked for\. Stop it/);
      await worker.finishes(`${mediation}/outcome`, { why: 'comes_off', words: 'He comes off by agreement' });
      assert.match(await worker.reads(`${file}/entries`), /The other comes off the tenancy, by agreement/);
      assert.doesNotMatch(await worker.reads(`${file}/closing`), /Mediation was asked for\. Stop it/);
    });

    await t.test(
      'an incident shuts what was arranged: whoever leads the case is told, and stops it',
      async () => {
        await office.at('2026-11-18T11:00');
        const { file, mediation } = await anArrangedMediation(office);
        await office.at('2026-11-18T11:20');
        await worker.finishes(`${file}/entries/new`, {
          ...{ kind: 'incident', source: 'person', words: 'He waited for her at the bus stop' },
          ...moment('happened', '2026-11-18T11:10'),
          ...moment('known', '2026-11-18T11:15'),
        });
        assert.match(await worker.reads(mediation), /It is shut again\. Stop it now/);
        await runs();
        assert.match(
          words((await worker.get('/notifications')).body),
          /Something that was arranged is shut again/,
        );
        await worker.finishes(`${mediation}/stopping`, {
          why: 'not_safe',
          words: 'The mediator was told that it stops',
        });
        assert.match(await worker.reads(mediation), /Stopped, or not begun/);
        const late = await worker.post(`${mediation}/arrangement`, { ...arrangedOn(25), _version: '9' });
        assert.notEqual(late.statusCode, 303);
      },
    );

    await t.test(
      'that they do not want it any more takes it back from whoever decides, and is no failure',
      async () => {
        const { mediation } = await anOpenMediation(office);
        const decision = await isPutToManager(office, mediation);
        await worker.finishes(`${mediation}/wish`, {
          ...{ wish: 'not_any_more', alone: 'yes', words: 'She would rather leave it' },
          ...moment('said', '2026-11-18T11:20'),
        });
        const late = await manager.post(decision, { decision: 'approved', why: '', _version: '1' });
        assert.notEqual(late.statusCode, 303);
        assert.match(
          await worker.reads(mediation),
          /They do not want it, or are not sure\. That is no failure/,
        );
        await worker.finishes(`${mediation}/stopping`, {
          why: 'their_wish',
          words: 'She said so on the phone',
        });
      },
    );

    await t.test(
      'what was asked, found and stopped is counted, and nothing calls for more of it',
      async () => {
        if (pack.purposes.mediation === null) return;
        await office.at('2026-11-19T09:00');
        const row = await boardRow(manager, 'Mediation that was stopped, or not begun');
        assert.deepEqual(row, [
          '2 times stoppedIt was not safe, or may not have been: 1They did not want it, or not any more: 1',
        ]);
      },
    );
  });
