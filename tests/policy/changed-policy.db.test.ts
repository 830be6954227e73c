import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capitalised } from '#rules/words.ts';
import { lintelSite } from '../lintel-site.ts';
import { dueTime, titleOf, triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { aCase, findsOnBoard, recordsContact, writesDown } from './steps.ts';

const written = /href="(\/cases\/[0-9a-f-]+\/entries\/[0-9a-f-]+)"/g;

test('a landlord changes its policy while a case is open and a promise runs', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const [index, before] of triedPacks.entries()) {
    const after = triedPacks[(index + 1) % triedPacks.length] ?? before;
    await t.test(`from ${before.id} to ${after.id}`, async () => {
      const office = await openOffice(lintel, before.id);
      const { worker, landlord } = office;
      await office.at('2026-11-18T10:00');
      const ada = await office.colleague('administrator');
      const bram = await office.colleague('administrator');
      const change = await ada.finishes('/policy/changes/new', {
        pack: after.id,
        reason: 'The board adopted it',
        'from-day': '19',
        'from-month': '11',
        'from-year': '2026',
      });
      assert.match(await bram.reads(change), /What would be different/);
      await bram.finishes(change, { decision: 'approved', why: '' });

      const promises = async () => {
        const { rows } = await lintel.database.owner.query(
          `select pack_id, due_at::text, outcome, started_at::text from obligation
            where organisation_id = $1 and commitment = 'first-contact' order by started_at`,
          [landlord.organisation],
        );
        return rows;
      };
      const helpSays = async () =>
        words((await lintel.help.inject({ method: 'GET', url: `/${landlord.slug}` })).body);
      const called = (file: string) => worker.reads(file);
      const entries = async (file: string) => {
        const { body } = await worker.get(`${file}/entries`);
        return [...new Set([...body.matchAll(written)].map(([, path]) => String(path)))];
      };

      await office.at('2026-11-18T18:30');
      const file = await aCase(worker, { person_name: 'Zelda Quince' });
      await office.at('2026-11-18T18:45');
      await recordsContact(worker, file, 'no_answer', '2026-11-18T18:40');
      const old = await entries(file);
      await office.at('2026-11-18T23:50');
      assert.match(await called(file), new RegExp(`${capitalised(before.words.person)} Zelda Quince`));
      const outsider = await office.colleague('colleague');
      const clauseOf = async () => /lintel-clause">([^<]+)</.exec((await outsider.get(file)).body)?.[1] ?? '';
      assert.equal(await clauseOf(), before.purposes['need-to-know']);
      assert.match(await helpSays(), new RegExp(before.words.customers));
      const [running] = await promises();
      assert.deepEqual([running?.pack_id, running?.outcome], [before.id, null]);

      await office.at('2026-11-19T00:00');
      const page = await called(file);
      assert.match(page, new RegExp(`${capitalised(after.words.person)} Zelda Quince`));
      const due = dueTime(before, 'first-contact', '2026-11-18T18:30');
      assert.match(page, new RegExp(`${titleOf(before, 'first-contact')}: … Due today by ${due}`));
      assert.deepEqual(await promises(), [running], 'it keeps its time');
      const mine = await worker.reads('/day');
      assert.match(mine, new RegExp(titleOf(before, 'first-contact')));
      assert.equal(await clauseOf(), after.purposes['need-to-know']);
      assert.match(await helpSays(), new RegExp(after.words.customers));
      assert.match(await ada.reads('/policy'), new RegExp(`In force Title ${after.title}`));

      await office.at('2026-11-19T09:30');
      const { reference, receipt } = await writesDown(worker, {});
      const promised = dueTime(after, 'first-contact', '2026-11-19T09:30');
      assert.match(receipt, new RegExp(`Due today by ${promised}`));
      const triage = await worker.reads('/disclosures');
      assert.match(triage, new RegExp(`${reference}[\\s\\S]*by ${promised}`));
      await findsOnBoard(worker, reference);
      await recordsContact(worker, file, 'spoke_safely', '2026-11-19T09:20');
      const [kept, newest] = await promises();
      assert.deepEqual([kept?.pack_id, kept?.outcome, kept?.due_at], [before.id, 'met', running?.due_at]);
      assert.equal(newest?.pack_id, after.id);

      const fresh = (await entries(file)).filter((path) => !old.includes(path));
      assert.ok(old.length > 0 && fresh.length > 0);
      for (const path of old)
        assert.match(
          await worker.reads(path),
          new RegExp(`${before.title}, version ${before.version}`),
          path,
        );
      for (const path of fresh)
        assert.match(await worker.reads(path), new RegExp(`${after.title}, version ${after.version}`), path);
    });
  }
});
