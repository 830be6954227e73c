import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLetter } from '../letters-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { readPdf, run } from '../pdf.ts';
import { openOffice, words } from './office.ts';
import { setsSender } from './steps.ts';

const idOf = (path: string) => path.split('/').at(-1) ?? '';

for (const pack of triedPacks) {
  test(`a letter is printed once, and posted only while it still may be (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker } = office;
    await setsSender(office);
    assert.match(await worker.reads('/letters'), /No letter may leave at this moment/);
    const { message, agrees } = await aLetter(office, 'Ada');
    await office.at('2026-11-18T10:05');

    await t.test('the page says who would learn it, and prints what may leave at that moment', async () => {
      assert.match(await worker.reads('/letters'), /Who would learn this\?/);
      const careless = await worker.fills('/letters', {});
      assert.equal(careless.statusCode, 422, 'nothing comes ticked');
      assert.match(words(careless.body), /Choose what is printed/);
      const printed = await worker.fills('/letters', { letters: idOf(message) });
      assert.equal(printed.statusCode, 200, words(printed.body));
      const { pages } = readPdf(printed.rawPayload);
      assert.match(run(pages.join('')), /pleasecall01632960142/);
      assert.match(run(pages.join('')), /PO?Box12/);
      assert.doesNotMatch(run(pages.join('')), new RegExp(pack.publisher, 'i'));
      const again = await worker.reads('/letters');
      assert.match(again, /No letter may leave at this moment/, 'never in two batches');
      assert.match(again, /Posted, or destroyed\?/);
    });

    const paper = async () =>
      /href="(\/letters\/papers\/[0-9a-f-]{36})"/.exec((await worker.get('/letters')).body)?.[1] ?? '';

    await t.test(
      'what becomes unsafe before it is posted is stopped, on the page and on my day',
      async () => {
        const path = await paper();
        await agrees({ post: 'no', channel: 'phone', value: '07700 900777' });
        assert.match(await worker.reads('/letters'), /Posted, or destroyed/);
        const page = await worker.reads(path);
        assert.match(page, /It may not leave any more: take it out of the post/);
        assert.doesNotMatch(page, /It is in the post/);
        await office.at('2026-11-18T10:30');
        assert.match(await worker.reads('/letters'), /Stop it: not to be posted/);
        assert.match(await worker.reads('/day'), /A message does not leave/);
        assert.match(await worker.reads(message), /printed already: take it out of the post/);
      },
    );

    await t.test('it is destroyed, with a reason, and printed again once it may leave', async () => {
      const path = await paper();
      const bare = await worker.fills(path, { outcome: 'destroyed', why: 'x' });
      assert.equal(bare.statusCode, 422);
      await worker.finishes(path, { outcome: 'destroyed', why: 'Shredded, as her post is not safe' });
      assert.match(await worker.reads('/letters'), /No letter may leave at this moment/, 'not by itself');
      const again = `${path}/again`;
      const refused = await worker.fills(again, { why: 'The first one was shredded' });
      assert.match(words(refused.body), /It may not leave now/);
      await agrees({});
      await office.at('2026-11-18T10:40');
      await worker.finishes(`${message}/asking-again`, {});
      await office.at('2026-11-18T10:50');
      const printed = await worker.fills(again, { why: 'The first one was shredded' });
      assert.equal(printed.statusCode, 200, words(printed.body));
      await worker.finishes(await paper(), { outcome: 'posted' });
      assert.match(await worker.reads(message), /It is in the post/);
    });
  });
}

test('all letters are printed at once by saying so, and the record says that it was so', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel, triedPacks[0]?.id);
  const { worker } = office;
  await setsSender(office);
  const first = await aLetter(office, 'Ada');
  await office.at('2026-11-18T10:05');
  assert.doesNotMatch(await worker.reads('/letters'), /at once/, 'of one there is no all');
  await aLetter(office, 'Ines');
  await office.at('2026-11-18T10:10');
  assert.match(await worker.reads('/letters'), /All 2 of them at once/);
  const both = await worker.fills('/letters', { letters: [idOf(first.message), 'all'] });
  assert.equal(both.statusCode, 422);
  assert.match(words(both.body), /one by one, or all of them at once: not both/);
  const printed = await worker.fills('/letters', { letters: 'all' });
  assert.equal(printed.statusCode, 200, words(printed.body));
  assert.equal(readPdf(printed.rawPayload).pages.length, 2);
  const papers = await worker.reads('/letters');
  assert.equal(papers.match(/chosen with all others at once/g)?.length, 2);
});
