import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from '#modules/outgoing/testing.ts';
import { lintelSite } from '../lintel-site.ts';
import { foreignWords, triedPacks } from '../packs.ts';
import type { Fields } from './form.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, writesMessage } from './steps.ts';

const texted: Fields = {
  ...{ channel: 'phone', value: '07700 900123', shared: 'no', text: 'yes', agreed: 'yes' },
};
const pleaseCall: Fields = {
  ...{ route: 'text.first', words: 'Please call Sam when you can.', says: 'neutral', askedForBy: 'team' },
};

/** Writes a message. @returns its path */
const writes = (worker: Colleague, file: string, more: Fields = {}) =>
  writesMessage(worker, file, { ...pleaseCall, ...more });

for (const pack of triedPacks) {
  test(`a message leaves only by what is agreed as it leaves, and says why it does not (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const text = remembering();
    Object.assign(lintel.services.carriers, { text });
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const file = await aCase(worker);
    assert.match(await worker.reads(`${file}/messages`), /Nobody has written a message in this case/);
    assert.match(await worker.reads(`${file}/messages/new`), /No way is agreed over which a message can go/);

    await worker.finishes(`${file}/contact/new`, texted);
    const form = await worker.reads(`${file}/messages/new`);
    assert.match(form, /Text message: the first choice \(phone call\) It may leave now/);
    assert.match(form, /Who would learn this\?.*The screen of the phone.*Put it at the door/s);
    assert.doesNotMatch(form, foreignWords(pack));

    await t.test('it goes to whoever agreed to it, in the words that were written, once', async () => {
      const path = await writes(worker, file);
      await office.at('2026-11-18T10:05');
      await office.at('2026-11-18T10:10');
      assert.deepEqual(
        text.parcels.map(({ to, words: said }) => [to, said]),
        [['+447700900123', 'Please call Sam when you can.']],
      );
      assert.match(await worker.reads(path), /Sent The service took it/);
      assert.match(
        await worker.reads(`${file}/entries`),
        /Text message sent: “Please call Sam when you can\.”/,
      );
      assert.doesNotMatch(await worker.reads('/day'), /A message does not leave/);
    });

    await t.test('several within the hour are asked about once, with a reason that is kept', async () => {
      const asked = await worker.fills(`${file}/messages/new`, {
        ...pleaseCall,
        words: 'Please call on Friday.',
      });
      assert.equal(asked.statusCode, 422);
      assert.match(words(asked.body), /One more was written to them within the last hour/);
      assert.match(words(asked.body), /Several at once can look like pressure/);
      const path = await writes(worker, file, { words: 'Please call on Friday.' });
      assert.match(
        await worker.reads(path),
        /Meant beside others another one , says [^:]+: The day of it changed since/,
      );
      await worker.finishes(`${path}/withdrawal`, { why: 'It was for another week, as they told us' });
    });

    await t.test('the same words go again only where somebody says so, and that is on record', async () => {
      const refused = await worker.fills(`${file}/messages/new`, pleaseCall);
      assert.equal(refused.statusCode, 422);
      assert.match(
        words(refused.body),
        /The same words went this way on Wednesday 18 November 2026[^.]*\. Say if they shall go again/,
      );
      const other = await writes(worker, file, { words: 'Please call Sam before Friday.' });
      await worker.finishes(`${other}/withdrawal`, { why: 'Sam is away until Monday, as I learnt since.' });
      const again = await writes(worker, file, { words: '  Please call  Sam when you can. ' });
      assert.match(await worker.reads(again), /Says again what an earlier one said/);
      const waits = await worker.fills(`${file}/messages/new`, pleaseCall);
      assert.match(words(waits.body), /The same words, written on [^.]*, wait to go\./);
      await worker.finishes(`${again}/withdrawal`, { why: 'One of them is enough, I pressed too often.' });
      await office.at('2026-11-18T10:12');
      assert.equal(text.parcels.length, 1);
    });

    await t.test(
      'agreed otherwise since, it is held, with the clause, on the day of whoever leads',
      async () => {
        const path = await writes(worker, file);
        await worker.finishes(`${file}/contact/new`, { ...texted, whoMightAnswer: 'his mother' });
        await office.at('2026-11-18T10:20');
        const held = await worker.reads(path);
        const clause = pack.purposes['safe-contact'];
        assert.match(held, /Held It does not leave by itself/);
        assert.match(
          held,
          new RegExp(`Others may see what comes to this phone\\.${clause ? ` \\(${clause}\\)` : ''}`),
        );
        assert.match(await worker.reads('/day'), /A message does not leave, did not arrive or is in doubt/);
        assert.doesNotMatch(await manager.reads('/day'), /A message does not leave/);
        assert.equal(text.parcels.length, 1);
        assert.match(await worker.reads(`${file}/entries`), /Text message held, and not sent/);

        await worker.finishes(`${file}/contact/new`, { ...texted, whoMightAnswer: '' });
        await office.at('2026-11-18T10:25');
        assert.equal(text.parcels.length, 1, 'never by itself');
        assert.match(await worker.reads(path), /Asked now: It may leave now/);
        await worker.finishes(`${path}/asking-again`, {});
        await office.at('2026-11-18T10:30');
        assert.equal(text.parcels.length, 2);
        assert.doesNotMatch(await worker.reads('/day'), /A message does not leave/);
      },
    );

    await t.test('what must not be done is read beside it, by name', async () => {
      await worker.finishes(`${file}/contact/new`, { ...texted, doNot: 'Never say where I work' });
      const path = await writes(worker, file);
      await office.at('2026-11-18T10:40');
      assert.match(await worker.reads(path), /They said what not to do: “Never say where I work”/);
      const unread = await worker.fills(`${path}/reading`, {});
      assert.match(words(unread.body), /Read both, and say that this message does none of it/);
      await worker.finishes(`${path}/reading`, { read: 'yes' });
      await office.at('2026-11-18T10:45');
      assert.equal(text.parcels.length, 3);
      assert.match(await worker.reads(path), /: read what must not be done beside it/);
    });

    await t.test('withdrawn with a reason, nobody sends it any more', async () => {
      const path = await writes(worker, file);
      const silent = await worker.fills(`${path}/withdrawal`, { why: 'x' });
      assert.match(words(silent.body), /Say it in a sentence/);
      await worker.finishes(`${path}/withdrawal`, { why: 'She rang us herself' });
      await office.at('2026-11-18T10:55');
      assert.equal(text.parcels.length, 3);
      assert.match(
        await worker.reads(`${file}/entries`),
        /Text message withdrawn, and not sent: .*She rang us/,
      );
      const again = await worker.post(`${path}/withdrawal`, { why: 'She rang us herself' });
      assert.equal(again.statusCode, 403);
    });

    await t.test('a text never says what it is about, however it is agreed', async () => {
      const said = await worker.fills(`${file}/messages/new`, { ...pleaseCall, says: 'something' });
      assert.match(words(said.body), /A text or an e-mail never says anything/);
      for (const tells of [
        'Please call about the abuse.',
        `Please call ${office.landlord.slug}.`,
        'See www.x.org',
      ]) {
        const told = await worker.fills(`${file}/messages/new`, { ...pleaseCall, words: tells });
        assert.equal(told.statusCode, 422, tells);
      }
    });
  });
}

test('where nobody leads the case, what is held is on the day of managers', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/contact/new`, texted);
  await writes(worker, file);
  await office.at('2026-11-18T10:05');
  await lintel.database.owner.query('update case_file set lead_id = null where id = $1', [
    file.split('/').at(-1),
  ]);
  assert.match(await manager.reads('/day'), /A message does not leave/);
});
