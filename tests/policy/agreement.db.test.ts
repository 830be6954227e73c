import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import {
  aCase,
  findsOnBoard,
  meets,
  moment,
  opensCase,
  recordsContact,
  weekdaysBetween,
  writesDown,
} from './steps.ts';

const number = /07700 ?900123|\+447700900123/;

const agreed = {
  channel: 'phone',
  value: '07700 900123',
  ...weekdaysBetween('10:00', '14:00'),
  coverReason: 'We ring about the gas check',
  codeWord: 'Bluebell',
  needsAsked: 'yes',
  language: 'Welsh',
  interpreter: 'professional_woman',
  workerGender: 'woman',
  meetingPlace: 'The library',
  agreed: 'yes',
};

const noMornings = { 'wednesday-starts': '12:00', 'wednesday-ends': '17:00' };

for (const { id: packId } of triedPacks)
  test(`how to be in touch safely is agreed, kept to and asked again (L2.1a) (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');

    await t.test('nothing is agreed: no number, no safe moment, and a plan at hand', async () => {
      const { worker, at } = await openOffice(lintel, packId);
      await at('2026-11-18T10:00');
      const file = await aCase(worker);
      const page = await worker.reads(file);
      assert.match(page, /No safe moment is known\. Nothing has been agreed yet/);
      assert.match(page, /Propose a plan to a manager/);
    });

    await t.test(
      'at an agreed time the number is there, with what to say if somebody else answers',
      async () => {
        const { worker, at } = await openOffice(lintel, packId);
        await at('2026-11-18T10:00');
        const file = await aCase(worker);
        await worker.finishes(`${file}/contact/new`, agreed);
        await worker.finishes('/rota/about-you', { gender: 'woman' });
        const { body } = await worker.get(`${file}/contacts/new`);
        assert.match(body, number);
        assert.match(body, /We ring about the gas check/);
        assert.match(body, /Bluebell/);
        assert.match(body, /Professional interpreter, a woman/, 'access needs, recorded once (L2.3)');
        assert.match(await worker.reads(file), /Earliest safe moment: now, until 14:00/);
      },
    );

    await t.test(
      'who asked for a woman is not promised whoever is there: where none is known to be, a plan is at hand (L2.3)',
      async () => {
        const { worker, at, colleague } = await openOffice(lintel, packId);
        await at('2026-11-18T10:00');
        const file = await aCase(worker);
        await worker.finishes(`${file}/contact/new`, agreed);
        const page = await worker.reads(file);
        assert.match(
          page,
          /No safe moment is known\. They asked for a colleague who is a woman, and none who may see/,
        );
        assert.match(page, /Propose a plan to a manager/);
        const carer = await colleague('da_worker');
        await carer.finishes('/rota/about-you', { gender: 'woman' });
        await carer.finishes('/rota/hours', noMornings);
        assert.match(
          await worker.reads(file),
          /Earliest safe moment: today 12:00 to 14:00 , while Dilys Thorne is on duty/,
        );
        const form = (await worker.get(`${file}/diary/new`)).body;
        assert.match(form, /name="starts-time"[^>]*value="12:00"/, 'a plan begins with her');
        assert.match(form, new RegExp(`value="${carer.staff}" selected`));
        await carer.finishes('/rota/about-you', { gender: '' });
        assert.match(await worker.reads(file), /No safe moment is known/, 'taken back, it is used no more');
      },
    );

    await t.test(
      'outside it, no page shows the number until somebody says why; then once, on record',
      async () => {
        const { worker, manager, at } = await openOffice(lintel, packId);
        await at('2026-11-18T10:00');
        const file = await aCase(worker);
        await worker.finishes(`${file}/contact/new`, agreed);
        await worker.finishes('/rota/about-you', { gender: 'woman' });
        await at('2026-11-18T14:30');
        for (const page of [
          '',
          '/entries',
          '/people',
          '/contact',
          '/contact/new',
          '/contacts/new',
          '/plans/new',
        ])
          assert.doesNotMatch((await worker.get(`${file}${page}`)).body, number, page);
        assert.match(
          await worker.reads(file),
          /The deadline cannot be met safely.*Safety comes before the deadline/,
        );
        const shown = await worker.fills(`${file}/contact`, {
          reason: 'waiting',
          words: 'She texted us just now',
        });
        assert.match(shown.body, number);
        const after = await manager.reads(`${file}/contact`);
        assert.doesNotMatch(after, number);
        assert.match(after, /They asked us to be in touch now.*: She texted us just now/);
        await at('2026-11-19T10:00');
        assert.match(
          await manager.reads('/board'),
          /Numbers are kept back outside what was agreed (?:[A-Z][\d.]+[a-z]?(?: , | ))+1 time shown for a reason/,
        );
      },
    );

    await t.test(
      'every contact asks whether it is still right; after 30 days it is asked before it is used',
      async () => {
        const { worker, at } = await openOffice(lintel, packId);
        await at('2026-11-18T10:00');
        const file = await aCase(worker);
        await worker.finishes(`${file}/contact/new`, agreed);
        await at('2026-12-21T10:30');
        assert.match((await worker.get(file)).body, /Asked more than 30 days ago/);
        assert.doesNotMatch((await worker.get(file)).body, number);
        const contact = {
          channel: 'phone',
          whom: 'person',
          outcome: 'spoke_safely',
          notes: 'She is well, and asks for a letter to the school',
          dangerNow: 'no',
          ...moment('happened', '2026-12-21T10:20'),
        };
        const unasked = await worker.fills(`${file}/contacts/new`, contact);
        assert.equal(unasked.statusCode, 422);
        assert.match(unasked.body, /Say whether what was agreed is still right/);
        await recordsContact(worker, file, 'spoke_safely', '2026-12-21T10:20');
        assert.match((await worker.get(file)).body, number);
        assert.match(
          await worker.reads(`${file}/entries`),
          /Asked again how to be in touch safely: nothing has changed/,
        );
        await worker.finishes(`${file}/contacts/new`, {
          ...contact,
          ...moment('happened', '2026-12-21T10:25'),
          stillRight: 'changed',
        });
        assert.doesNotMatch(
          (await worker.get(file)).body,
          number,
          'until somebody writes down what is right now',
        );
      },
    );

    await t.test('a letter in the person’s name opens no other way, and drops no “never”', async () => {
      const { worker, at } = await openOffice(lintel, packId);
      await at('2026-11-18T10:00');
      const herself = { person_name: 'Zelda Quince', told_by: 'person' };
      const named = { given_name: 'Zelda', family_name: 'Quince' };
      const { reference } = await writesDown(worker, herself);
      const file = await opensCase(worker, await findsOnBoard(worker, reference), worker, named);
      await worker.finishes(`${file}/contact/new`, {
        channel: 'phone',
        value: '07700 900123',
        doNot: 'Never a text: he reads them',
        codeWord: 'bluebell',
        agreed: 'yes',
      });
      const letter = await writesDown(worker, {
        ...herself,
        route: 'letter',
        safe_to_contact: 'yes',
        contact_channel: 'text',
        contact_value: '07700 900999',
      });
      const disclosure = await findsOnBoard(worker, letter.reference);
      await worker.get(`${disclosure}/triage`);
      const joins = { ...meets, ...named, outcome: 'existing_case', case_id: file.split('/').at(-1) ?? '' };
      const joined = await worker.post(`${disclosure}/triage`, { ...joins, _version: '1' });
      assert.equal(joined.headers.location, file, words(joined.body));
      const page = await worker.reads(`${file}/contact`);
      assert.match(page, /Not agreed with the person themselves: make sure first/);
      assert.match(page, /Never a text: he reads them.*bluebell/);
      assert.doesNotMatch((await worker.get(file)).body, /07700 900999/);
    });

    await t.test(
      'what a neighbour gave as a number is kept back in the disclosure and in the case',
      async () => {
        const { worker, at } = await openOffice(lintel, packId);
        await at('2026-11-18T10:00');
        const { reference } = await writesDown(worker, {
          told_by: 'neighbour',
          informant_contact: '07700 900456',
          safe_to_contact: 'yes',
          contact_channel: 'phone',
          contact_value: '07700 900123',
        });
        const disclosure = await findsOnBoard(worker, reference);
        const page = await worker.get(disclosure);
        assert.doesNotMatch(page.body, /07700 900/);
        assert.match(page.body, /Not agreed with the person themselves/);
        const shown = await worker.fills(disclosure, { reason: 'danger', words: '' });
        assert.match(shown.body, /07700 900123/);
        assert.match(shown.body, /07700 900456/);
        assert.doesNotMatch((await worker.get(disclosure)).body, /07700 900/, 'once');
        const file = await opensCase(worker, disclosure);
        assert.doesNotMatch((await worker.get(file)).body, /07700 900/, 'nor in the case');
        assert.match((await worker.get(disclosure)).body, /What is agreed now stands in the case/);
      },
    );
  });
