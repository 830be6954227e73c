import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { dueTime, foreignWords, titleOf, triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import {
  boardRow,
  findsOnBoard,
  meets,
  opensCase,
  recordsContact,
  weekdaysBetween,
  writesDown,
} from './steps.ts';

const agreed = {
  channel: 'phone',
  value: '07700 900123',
  ...weekdaysBetween('10:00', '14:00'),
  codeWord: 'Bluebell',
  doNot: 'Never ring in the evening',
  agreed: 'yes',
};

test('a disclosure becomes a promise kept', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const pack of triedPacks) {
    const { id: packId } = pack;
    const person = new RegExp(`\\b${pack.words.person}`, 'i');
    const foreign = foreignWords(pack);
    const promise = titleOf(pack, 'first-contact');
    const due = `Due today by ${dueTime(pack, 'first-contact', '2026-11-18T10:00')}`;
    await t.test(`under the policy ${packId}, in its own words`, async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager } = office;
      await office.at('2026-11-18T10:00');
      const seen: string[] = [];
      const reads = async (path: string) => {
        const page = await worker.reads(path);
        seen.push(page);
        return page;
      };

      const { reference, receipt } = await writesDown(worker, { person_name: 'Zelda Quince' });
      assert.match(receipt, new RegExp(due));
      const disclosure = await findsOnBoard(manager, reference);
      assert.match(await reads(disclosure), /He says I may not see my sister/);
      assert.match(await reads(`${disclosure}/triage`), /Domestic Abuse Act 2021/);

      const file = await opensCase(manager, disclosure, worker, meets);
      assert.match(await worker.reads('/disclosures'), /Nothing is waiting/);
      assert.match(await reads(file), /Zelda Quince/);
      assert.match(await reads(file), person);
      assert.match(await reads(file), new RegExp(`${promise}: … ${due}`));
      assert.match(await reads('/cases'), /Zelda Quince/);
      assert.match((await worker.get(file)).body, /Nothing agreed yet/);

      const caretaker = await office.colleague('colleague');
      const director = await office.colleague('director');
      const administrator = await office.colleague('administrator');
      for (const outsider of [caretaker, director, administrator])
        assert.equal((await outsider.get(file)).statusCode, 403);
      const neighbour = await openOffice(lintel, packId);
      assert.equal((await neighbour.worker.get(file)).statusCode, 404);

      await worker.finishes(`${file}/contact/new`, agreed);
      for (const path of [file, `${file}/entries`, `${file}/people`, `${file}/contacts/new`]) {
        const { body } = await worker.get(path);
        assert.match(body, /07700 900123/, path);
        assert.match(body, /Never ring in the evening/, path);
      }
      await office.at('2026-11-18T11:00');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:40');
      assert.match(await reads(file), /✓ Kept Wednesday 18 November 2026 at 10:40/);
      assert.match(await reads(`${file}/entries`), /We spoke, and it was safe to/);

      assert.deepEqual(await boardRow(worker, promise), ['100%', '1', '0', '0', '0', '0']);
      const few = new RegExp(`Fewer than 5 ended, and none is overdue:[^:]*${promise}`);
      assert.match(await director.reads('/board'), few, 'one person could be recognised');
      assert.match(await reads(`/board/${pack.purposes['same-day-contact']}`), new RegExp(promise));
      for (const page of seen) assert.doesNotMatch(page, foreign);
    });
  }
});
