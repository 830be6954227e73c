import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { toTheIdva, yesToTheIdva } from '../sharing-lived-in.ts';
import { assertShut, everyWayOut } from './every-way-out.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aLink, asZip, decidesAllOf, post, readsWhatWasSent, theirDomain } from './sharing-steps.ts';
import { aCase, boardRow, moment } from './steps.ts';

/** Written down now, as the police told it, and then kept to ourselves. @returns the path of the entry */
async function heldBack(worker: Colleague, file: string, said: string): Promise<string> {
  const entry = await entryThatSays(worker, file, said, { source: 'police' });
  await worker.finishes(`${entry}/condition/new`, {
    saidBy: 'Exampleshire Police',
    words: 'Not before the arrest',
  });
  return entry;
}

async function entryThatSays(
  worker: Colleague,
  file: string,
  said: string,
  { source }: { readonly source: string },
): Promise<string> {
  await worker.finishes(`${file}/entries/new`, {
    ...{ kind: 'note', source, words: said, ...moment('happened', '2026-11-18T09:30') },
  });
  const { body } = await worker.get(`${file}/entries`);
  for (const [, path = ''] of body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g))
    if ((await worker.reads(path)).includes(said)) return path;
  throw new Error(`${said} is not in the chronology`);
}

/** What they are told of now: what is read or settled stands below. */
const news = async (one: Colleague) =>
  (await one.reads('/notifications')).split('Read, or settled since')[0] ?? '';

const nothingFound = { found: 'nothing', why: 'I read the plan and the answers: none of it is from them' };

test('what may repeat what was held back since leaves by none of its ways until somebody has looked', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  for (const { id: packId, purposes } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      const { file, share, ways } = await everyWayOut(office, sent, {
        agency: 'The refuge',
        decides: (file) => decidesAllOf(office, file, 'specialist'),
      });
      await office.at('2026-11-18T10:05');
      await heldBack(worker, file, 'He is to be arrested on Friday at his work.');
      for (const [way, goes] of Object.entries(ways))
        await t.test(way, async () => assertShut(way, await goes(), purposes.sharing ?? ''));

      await t.test('who sent it, and who may look, are told', async () => {
        await office.at('2026-11-18T10:06');
        for (const one of [worker, manager])
          assert.match(await news(one), /is stopped: something was held back since/);
      });
      await t.test('neither whoever sent it looks, nor somebody who has not opened it since', async () => {
        const own = await worker.fills(`${share}/doubt`, nothingFound);
        assert.equal(own.statusCode, 422);
        assert.match(words(own.body), /You decided it, or sent it/);
        const unread = await manager.fills(`${share}/doubt`, nothingFound);
        assert.equal(unread.statusCode, 422);
        assert.match(words(unread.body), /Read first what would leave/);
      });
      await t.test('once somebody has looked, and found nothing, it goes on', async () => {
        await manager.reads(`${share}/reading`);
        await manager.finishes(`${share}/doubt`, nothingFound);
        assert.equal((await ways['POST /:link']?.())?.statusCode, 200);
        const page = await worker.reads(share);
        assert.match(page, /Nothing in it repeats what was held back/);
        assert.match(page, /none of it is from them/);
        assert.doesNotMatch(await news(worker), /is stopped: something was held back/);
      });
      await t.test('and where it repeats it, nothing more goes by it', async () => {
        await heldBack(worker, file, 'The sister rang and says he has a key.');
        await manager.reads(`${share}/reading`);
        await manager.finishes(`${share}/doubt`, {
          found: 'repeats',
          why: 'The answers say that he has a key',
        });
        assert.equal((await ways['POST /:link']?.())?.statusCode, 422);
        assert.match(await worker.reads(share), /Nothing more is shared by this/);
      });
    });
});

/** A plan that was agreed, decided to go to the Idva with her words, and sent over a link and as a file. */
async function aPlanThatLeft(office: Office, sent: ReturnType<typeof post>) {
  const { worker, lintel } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/plan/actions/new`, {
    what: 'Ask the school whom Teo may be fetched by after the hearing',
    ...{ owner: 'colleague', ownerId: worker.staff, 'due-day': '25', 'due-month': '11', 'due-year': '2026' },
  });
  const agreed = { how: 'in_person', present: 'Her sister', ownWords: 'Yes. That is what I want.' };
  await worker.finishes(`${file}/plan/agreement`, { standing: 'agreed', ...agreed });
  await worker.finishes(`${file}/consents/new`, yesToTheIdva);
  const share = await worker.finishes(`${file}/shares/new`, { ...toTheIdva, plan: 'yes' });
  const zip = await worker.fills(`${share}/file`, asZip);
  const [, container = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(zip.body) ?? [];
  const linked = await worker.fills(`${share}/link`, aLink);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(linked.body) ?? [];
  const url = new URL(sent.at(-1)?.link ?? '').pathname;
  const opens = async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams({ reader: 'Jo Bright', code }).toString();
    return (await lintel.partners.inject({ method: 'POST', url, headers, payload })).statusCode;
  };
  const takes = async () => (await worker.get(container)).statusCode;
  return { file, share, ways: async () => [await opens(), await takes()] };
}

test('a plan that repeats word for word what was held back since leaves by no way, whoever looked', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  await manager.finishes('/agencies', theirDomain);
  const { file, share, ways } = await aPlanThatLeft(office, sent);
  assert.deepEqual(await ways(), [200, 200], 'as it was agreed');
  await heldBack(worker, file, 'Police: ask the school whom Teo may be fetched by after the hearing.');
  assert.deepEqual(await ways(), [422, 403]);
  await manager.finishes(`${share}/doubt`, nothingFound);
  assert.deepEqual(await ways(), [422, 403], 'no word of anybody’s lets it go');
  assert.match(await worker.reads(share), /Something in it may not go to them/);
});

test('what was decided not to go any more, or was taken back, stops a plan that may repeat it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  await manager.finishes('/agencies', theirDomain);
  await t.test('an entry is kept in', async () => {
    const { file, share, ways } = await aPlanThatLeft(office, sent);
    const entry = await entryThatSays(worker, file, 'I told my sister, and nobody else.', {
      source: 'person',
    });
    await worker.finishes(`${entry}/audience`, { audience: ['person'], reason: 'She asked for that' });
    assert.deepEqual(await ways(), [422, 403]);
    await manager.reads(`${share}/reading`);
    await manager.finishes(`${share}/doubt`, nothingFound);
    assert.deepEqual(await ways(), [200, 200]);
  });
  await t.test('they say no to telling the same agency of something else', async () => {
    const { file, ways } = await aPlanThatLeft(office, sent);
    await worker.finishes(`${file}/consents/new`, {
      ...{ ...yesToTheIdva, kinds: ['health'], answer: 'refused' },
      ...moment('asked', '2026-11-18T09:55'),
    });
    assert.deepEqual(await ways(), [422, 403]);
  });
});

test('whoever sent something is told that it was put right since, and is offered to send that', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const pack of triedPacks)
    await t.test(`under ${pack.id}`, async () => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      const file = await aCase(worker);
      const wrong = await entryThatSays(worker, file, 'He works nights at the depot.', { source: 'person' });
      await worker.finishes(`${file}/consents/new`, yesToTheIdva);
      const share = await worker.finishes(`${file}/shares/new`, {
        ...toTheIdva,
        entries: [wrong.split('/').at(-1) ?? ''],
      });
      await worker.finishes(`${wrong}/correction`, { words: 'He works days, and is at home at night.' });
      assert.doesNotMatch(await worker.reads(share), /Put right since/, 'nothing has left');

      const later = await entryThatSays(worker, file, 'Her sister has the spare key.', { source: 'person' });
      const second = await worker.finishes(`${file}/shares/new`, {
        ...{ ...toTheIdva, entries: [later.split('/').at(-1) ?? ''] },
      });
      await manager.fills(`${second}/file`, asZip);
      await worker.finishes(`${later}/correction`, { words: 'Her mother has the spare key.' });
      await office.at('2026-11-18T10:06');
      assert.match(
        await worker.reads(`${file}/sharing`),
        /Put right since it left: they have it uncorrected/,
      );
      for (const one of [worker, manager]) assert.match(await news(one), /was sent was put right since/);
      const title = titleOf(pack, 'correction-sent');
      assert.match(await worker.reads(file), new RegExp(title), 'it is owed');

      const { body } = await worker.get(second);
      const [, offered = ''] = /href="([^"]+\/shares\/new\?corrects=[0-9a-f-]+)"/.exec(body) ?? [];
      const form = await worker.get(offered);
      assert.match(form.body, /Her mother has the spare key/);
      const { words: _, wordKinds: __, agency: ___, role: ____, sort: _____, ...rest } = toTheIdva;
      const anew = await worker.finishes(offered, rest);
      await worker.fills(`${anew}/file`, asZip);
      assert.match(await readsWhatWasSent(worker, anew), /Her mother has the spare key/);
      assert.match(await worker.reads(second), /The correction was sent/);
      await office.at('2026-11-18T10:08');
      assert.doesNotMatch(await news(worker), /was sent was put right since/);
      assert.match((await boardRow(manager, title)).join(' '), /1/, 'and stands on the board');
    });
});

test('what was looked at before anybody was told of it begins no promise that nothing keeps', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  await manager.finishes('/agencies', theirDomain);
  const { file, share } = await aPlanThatLeft(office, sent);
  await heldBack(worker, file, 'He is to be arrested on Friday at his work.');
  await manager.reads(`${share}/reading`);
  await manager.finishes(`${share}/doubt`, nothingFound);
  await office.at('2026-11-18T10:02');
  const { rows } = await lintel.database.owner.query(
    "select outcome from obligation where commitment = 'doubt-looked-at'",
  );
  assert.deepEqual(rows, []);
});
