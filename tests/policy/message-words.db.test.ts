import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from '#modules/outgoing/testing.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import type { Fields } from './form.ts';
import { openOffice, words } from './office.ts';
import { aCase, setsSender, writesMessage } from './steps.ts';

const agreed: Fields = {
  ...{ channel: 'phone', value: '07700 900123', shared: 'no', text: 'yes', agreed: 'yes' },
  coverReason: 'the survey',
};
const texted: Fields = { route: 'text.first', says: 'neutral', askedForBy: 'team' };

for (const pack of triedPacks) {
  test(`what a message says tells nobody anything (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const text = remembering();
    Object.assign(lintel.services.carriers, { text });
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    await setsSender(office);
    const file = await aCase(worker);
    await worker.finishes(`${file}/contact/new`, agreed);
    const form = `${file}/messages/new`;

    await t.test('a wording is filled in with whom to call and the reason that they agreed', async () => {
      const message = await writesMessage(worker, file, { ...texted, wording: 'please-call.en' });
      assert.match(await worker.reads(message), /Please call 01632 960 142\. What it is about: the survey\./);
    });

    await t.test('where no post is agreed, no letter’s wording is offered', async () => {
      const offered = await worker.reads(form);
      assert.match(offered, /Please call, English/);
      assert.doesNotMatch(offered, /We tried to reach you/);
    });

    await t.test(
      'free words that tell are refused beside the field, and kept as they were typed',
      async () => {
        for (const told of [
          'Please call about the a b u s e',
          `Ring ${pack.publisher}`,
          'Ffoniwch ni am y trais yn y cartref',
          'Please call 07700 900999',
        ]) {
          const said = await worker.fills(form, { ...texted, words: told });
          assert.equal(said.statusCode, 422, told);
          assert.match(
            words(said.body),
            /Say no more than whom to call|Leave out|Give the number to call back/,
          );
        }
      },
    );

    await t.test(
      'what is missing and what the words tell is said in one go, and every tick is kept',
      async () => {
        const { askedForBy: _, ...unasked } = texted;
        const said = await worker.fills(form, {
          ...unasked,
          wording: '',
          words: 'Please call about the abuse',
        });
        assert.equal(said.statusCode, 422);
        assert.match(words(said.body), /“abuse” tells what this is about.*Say who wants it/);
        assert.match(said.body, /name="wording" type="radio" value="" checked/);
        const both = { ...texted, wording: 'please-call.en', words: 'Please call Sam.' };
        assert.match(
          words((await worker.fills(form, both)).body),
          /Choose “Your own words” for what you wrote/,
        );
      },
    );

    await t.test(
      'the name that stands on messages tells as little, and is refused beside its field',
      async () => {
        for (const name of ['The domestic abuse team', pack.publisher]) {
          const said = await worker.fills(`${file}/contact/new`, { ...agreed, senderAlias: name });
          assert.equal(said.statusCode, 422, name);
          assert.match(words(said.body), /tells what this is about|tells from whom it comes/);
        }
        await worker.finishes(`${file}/contact/new`, { ...agreed, senderAlias: 'Sam' });
      },
    );

    await t.test('a reason that tells who we are, or why, is refused where it is agreed', async () => {
      for (const coverReason of [
        'We are asking tenants about the new bins',
        'It is the domestic abuse team',
      ]) {
        const said = await worker.fills(`${file}/contact/new`, { ...agreed, coverReason });
        assert.equal(said.statusCode, 422, coverReason);
        assert.match(words(said.body), /tells what this is about|tells from whom it comes/);
      }
    });

    await t.test('a reason that is in English stands in no wording of another language', async () => {
      const message = await writesMessage(worker, file, { ...texted, wording: 'please-call.cy' });
      assert.doesNotMatch(await worker.reads(message), /the survey/);
    });

    await t.test('a word that a manager adds later holds what waits already', async () => {
      const message = await writesMessage(worker, file, {
        ...texted,
        words: 'Please ring the Quayside team.',
      });
      await manager.finishes('/wordings/words', { word: 'quayside' });
      await office.at('2026-11-18T10:10');
      assert.match(await worker.reads(message), /“Quayside” tells what this is about/);
      assert.ok(text.parcels.every((parcel) => !parcel.words.includes('Quayside')));
    });

    await t.test(
      'a number that one manager takes out of use leaves in nothing, and comes back by two',
      async () => {
        const message = await writesMessage(worker, file, { ...texted, wording: 'please-call.en' });
        const before = text.parcels.length;
        await manager.finishes('/wordings/sender/ending', { why: 'A stranger answers it since today' });
        await office.at('2026-11-18T10:20');
        assert.equal(text.parcels.length, before, 'it waited, and is held');
        assert.match(await worker.reads(message), /Held .*is not our number to call back/);
        const waits = /The number to call is out of use.*Read, or settled since/;
        assert.match(await office.deputy.reads('/notifications'), waits);
        const refused = await worker.fills(form, { ...texted, wording: 'please-call.en' });
        assert.match(words(refused.body), /No number to call is in use/);
        await setsSender(office);
        const settled = /Read, or settled since.*The number to call is out of use/;
        assert.match(await office.deputy.reads('/notifications'), settled);
        await writesMessage(worker, file, { ...texted, wording: 'please-call.en' });
      },
    );
  });
}
