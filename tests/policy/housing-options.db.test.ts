import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goneThrough, jointAndMarried } from '../housing-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`housing options (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await aCase(worker);
    const page = () => worker.reads(`${file}/housing`);
    const knows = (more: Readonly<Record<string, string>> = {}) =>
      worker.finishes(`${file}/housing/situation`, { ...jointAndMarried, ...more });

    await t.test('until somebody has written down how things stand, nothing is listed', async () => {
      assert.match(await page(), /Nobody has written down yet how things stand/);
      assert.match(
        (await worker.get(`${file}/housing/advice/new`)).body,
        /First write down how things stand/,
      );
    });

    await t.test('it lists, with law and conditions, and recommends nothing', async () => {
      await knows();
      const shown = await page();
      for (const said of [
        /A court transfers the tenancy to them/,
        /Family Law Act 1996 s\.53 and Schedule 7/,
        /Independent legal advice comes first/,
        /To be checked before anybody relies on it/,
        /Nothing here is recommended/,
      ])
        assert.match(shown, said);
      assert.ok(shown.indexOf('To stay safely') < shown.indexOf('To leave'));
    });

    await t.test('a Bill is told of as no law, and cannot be answered', async () => {
      assert.match(await page(), /Not law yet.*Social Housing Bill/s);
      assert.doesNotMatch((await worker.get(`${file}/housing/advice/new`)).body, /said-bill-transfer/);
    });

    await t.test('what she would like stands first, and hides nothing', async () => {
      await knows({ wish: 'leave' });
      const shown = await page();
      assert.ok(shown.indexOf('To leave') < shown.indexOf('To stay safely'));
      assert.match(shown, /How things stood before/);
    });

    await t.test('what nobody knows takes no option away, and says what to find out', async () => {
      await knows({ holder: 'not_known', relation: 'not_known' });
      assert.match(await page(), /First find out who holds it/);
      await knows();
    });

    await t.test(
      'nothing is gone through by a tick: she said something to an option, and advice was spoken of',
      async () => {
        const none = { outcome: 'gone_through', legal: 'wants', way: 'in_person' };
        const refused = await worker.fills(`${file}/housing/advice/new`, none);
        assert.equal(refused.statusCode, 422);
        assert.match(refused.body, /Say of at least one option/);
        const unsaid = await worker.fills(`${file}/housing/advice/new`, {
          ...goneThrough,
          ...{ legal: 'not_offered', legalWhy: 'x' },
        });
        assert.match(unsaid.body, /Say it in a sentence/);
        assert.match(await page(), /Nothing is recorded yet/);
      },
    );

    await t.test('what she said to each stays in the case and in the chronology', async () => {
      await worker.finishes(`${file}/housing/advice/new`, goneThrough);
      assert.match(await page(), /They would like this.*An occupation order/s);
      const chronology = await worker.reads(`${file}/entries`);
      assert.match(chronology, /Housing options were gone through/);
      assert.match(chronology, /Not for them: A move to another home of ours/);
    });

    await t.test('what she would keep stands on her own paper, only where paper was agreed', async () => {
      await office.at('2026-11-18T11:00');
      const form = `${file}/plan/copies/new`;
      const chosen = { way: 'handed_over', lines: ['home-occupation-order'] };
      const nowhere = await worker.fills(form, { ...chosen, knowing: 'yes' });
      assert.equal(nowhere.statusCode, 403, 'no safe place was agreed');
      const paper = { ...chosen, place: 'The library' };
      const agreed = { channel: 'phone', value: '07700 900123', meetingPlace: 'The library', agreed: 'yes' };
      await worker.finishes(`${file}/contact/new`, agreed);
      assert.match(await page(), /Put it on their paper/);
      const asked = await worker.reads(form);
      assert.match(asked, /No version of the plan has been agreed yet/);
      assert.match(asked, /A court can decide, for now, who lives in your home/);
      assert.doesNotMatch(asked, /move you to another home/, 'she turned it down');
      assert.doesNotMatch((await worker.get(form)).body, /checked[^>]*value="home-|value="home-[^>]*checked/);
      const unasked = await worker.fills(form, paper);
      assert.match(words(unasked.body), /Some of these lines tell what it is about/);
      const sheet = await worker.reads(await worker.finishes(form, { ...paper, knowing: 'yes' }));
      assert.match(
        sheet,
        /My home What there is for my home A court can decide, for now, who lives in your home/,
      );
      assert.doesNotMatch(sheet.slice(sheet.indexOf('My home')), /Your own notice|Lintel|C-[A-Z2-9]{4}/);
      const read = { way: 'read_aloud' };
      assert.equal((await worker.fills(form, read)).statusCode, 403, 'there is no plan to read');
      assert.match(
        await worker.reads(`${file}/entries`),
        /What there is for their home: On paper, handed over in person. The library A court can decide/,
      );
      assert.match(
        await worker.reads(`${file}/plan`),
        /handed over in person, The library, about their home/,
      );
    });

    await t.test(
      'what was struck out and stands on her paper is owed to her until she was told',
      async () => {
        await office.at('2026-11-18T11:10');
        const { body } = await worker.get(`${file}/housing`);
        const path = /href="([^"]+\/correction)"/.exec(body)?.[1] ?? '';
        await worker.finishes(path, { reason: 'The tenancy is not joint after all' });
        assert.match(await worker.reads(`${file}/plan`), /a paper about their home was recorded in error/);
        assert.match(
          await worker.reads('/day'),
          /about their home was recorded in error: tell them Their paper/,
        );
        assert.doesNotMatch(await page(), /Put it on their paper/);
        await office.at('2026-11-18T11:20');
        const none = { way: 'none', ownWords: 'I gave it back' };
        await worker.finishes(`${file}/plan/copies/new`, none);
        assert.doesNotMatch(await worker.reads(`${file}/plan`), /was recorded in error/);
        assert.doesNotMatch(await worker.reads('/day'), /Their paper/);
        await worker.finishes(`${file}/housing/advice/new`, goneThrough);
      },
    );

    await t.test('not to speak of it is hers to decide, asks for no reason and is no failure', async () => {
      await worker.finishes(`${file}/housing/advice/new`, { outcome: 'not_wanted', way: 'phone' });
      assert.match(await page(), /They would rather not speak of it/);
    });

    await t.test('what was recorded in error stays, struck out, with the reason', async () => {
      const { body } = await worker.get(`${file}/housing`);
      const path = /href="([^"]+\/correction)"/.exec(body)?.[1] ?? '';
      await worker.finishes(path, { reason: 'That was said in another case' });
      assert.match(await page(), /Struck out .*That was said in another case/s);
      assert.equal((await worker.get(path)).statusCode, 404);
    });

    await t.test('another country’s law is not guessed', async () => {
      await knows({ jurisdiction: 'elsewhere' });
      assert.match(await page(), /The law of housing is another one there/);
      assert.doesNotMatch(await page(), /To stay safely/);
    });
  });
