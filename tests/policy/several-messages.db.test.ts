import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from '#modules/outgoing/testing.ts';
import { lintelSite } from '../lintel-site.ts';
import { foreignWords, triedPacks } from '../packs.ts';
import { type Fields, fillIn } from './form.ts';
import { openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

const texted: Fields = {
  ...{ channel: 'phone', value: '07700 900123', shared: 'no', text: 'yes', agreed: 'yes' },
};
const pleaseCall: Fields = { route: 'text.first', says: 'neutral', askedForBy: 'team' };

for (const pack of triedPacks)
  test(`of several messages within an hour only what a person means leaves (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const text = remembering();
    Object.assign(lintel.services.carriers, { text });
    const office = await openOffice(lintel, pack.id);
    const { worker, deputy } = office;
    const file = await aCase(worker);
    await worker.finishes(`${file}/contact/new`, texted);
    const form = `${file}/messages/new`;
    const left = () => text.parcels.map(({ words: said }) => said);

    await t.test('of two people who press in the same moment one is asked', async () => {
      const pages = await Promise.all([worker.get(form), deputy.get(form)]);
      const [mine, theirs] = pages.map(({ body }, nth) =>
        fillIn(body, form, { ...pleaseCall, words: `Please call Sam at ${nth + 1} o’clock.` }),
      );
      assert.ok(mine && theirs);
      const answers = await Promise.all([
        worker.post(mine.action, mine.fields),
        deputy.post(theirs.action, theirs.fields),
      ]);
      assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 422]);
      const refused = answers.find(({ statusCode }) => statusCode === 422);
      assert.match(words(refused?.body ?? ''), /One more was written to them within the last hour/);
    });

    await t.test('a reason from a draft is of those that stood on that page, and of no others', async () => {
      const body = {
        ...pleaseCall,
        words: 'Please call Sam today.',
        together: 'The day of it changed since',
      };
      const { action, fields } = fillIn((await worker.get(form)).body, form, { ...pleaseCall, words: 'x' });
      const asked = await worker.post(action, { ...fields, ...body, beside: '' });
      assert.equal(asked.statusCode, 422);
      assert.match(asked.body, /The day of it changed since/, 'what was typed is kept');
      assert.match(words(asked.body), /Written Wednesday 18 November 2026 at 10:00/);
    });

    // It was put at the door by what asks nobody: here, by whoever takes the question out of the page.
    const { rows } = await lintel.database.owner.query(
      `insert into message (organisation_id, id, case_id, channel, says, words, language, learners, asked_for_by,
          written_by, written_at, useful_until, look_at)
        select organisation_id, gen_random_uuid(), case_id, channel, says, 'Please call Sam at once.', language,
          learners, asked_for_by, written_by, written_at, useful_until, written_at + interval '1 second'
        from message returning id`,
    );
    const message = `${file}/messages/${rows[0]?.id}`;
    await office.at('2026-11-18T10:05');

    await t.test('whatever way it came to the door, it is held, and says what opens it', async () => {
      assert.equal(left().length, 1);
      const page = await worker.reads(message);
      assert.match(page, /Held.*Another message to them left within the last hour\./);
      assert.match(page, /Say that it is meant beside them, and why\./);
      assert.match(page, /Say whether it is meant beside others/);
      assert.doesNotMatch(page, foreignWords(pack));
      assert.match(await worker.reads('/day'), /A message does not leave/);
    });

    await t.test('asking again says nothing of why: it is held again', async () => {
      await worker.finishes(`${message}/asking-again`, {});
      await office.at('2026-11-18T10:10');
      assert.equal(left().length, 1);
    });

    await t.test('nobody says that it is meant without why, nor from behind the wall', async () => {
      const outside = await (await office.colleague('administrator')).get(`${message}/beside-others`);
      assert.ok([403, 404].includes(outside.statusCode));
      assert.doesNotMatch(outside.body, /Please call/);
      const beside = await worker.reads(`${message}/beside-others`);
      assert.match(beside, /Please call Sam at once\..*Others to them.*Please call Sam at [12] o’clock\./);
      const blank = await worker.fills(`${message}/beside-others`, { why: ' ' });
      assert.equal(blank.statusCode, 422);
      assert.match(words(blank.body), /Say why it cannot wait/);
      await office.at('2026-11-18T10:15');
      assert.equal(left().length, 1);
    });

    await t.test(
      'a person who says so, by name and with why, lets it leave, and it is on record',
      async () => {
        await worker.finishes(`${message}/beside-others`, { why: 'She rang: it is today after all' });
        await office.at('2026-11-18T10:20');
        assert.deepEqual(left().slice(1), ['Please call Sam at once.']);
        assert.match(await worker.reads(message), /said that it is meant beside others\. She rang/);
        assert.match(
          await worker.reads(`${file}/entries`),
          /is meant beside others that left a little while ago/,
        );
      },
    );
  });
