import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { toThePolice } from '../sharing-lived-in.ts';
import { fillIn } from './form.ts';
import { openOffice, words } from './office.ts';
import { asZip, decidesAllForThePolice, readsWhatWasSent } from './sharing-steps.ts';
import { aCase, boardRow } from './steps.ts';

test('what one person sent because of danger is owed a second person’s look, in time and in words', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const pack of triedPacks)
    await t.test(`under ${pack.id}`, async (t) => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const { worker, manager, deputy } = office;
      const title = titleOf(pack, 'share-looked-at');
      const sentInDanger = async () => {
        const file = await aCase(worker);
        const share = await worker.finishes(`${file}/shares/new`, toThePolice);
        assert.doesNotMatch(await worker.reads(file), new RegExp(title), 'deciding begins nothing');
        await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
        assert.equal((await worker.fills(`${share}/file`, asZip)).statusCode, 200);
        return { file, share };
      };

      await t.test('it begins as it leaves, once, and stands in the case', async () => {
        const { file, share } = await sentInDanger();
        assert.match(await worker.reads(file), new RegExp(title));
        assert.equal((await worker.fills(`${share}/file`, asZip)).statusCode, 200);
        const { rows } = await lintel.database.owner.query(
          `select outcome from obligation where commitment = 'share-looked-at' and subject_id = $1`,
          [share.split('/').at(-1)],
        );
        assert.deepEqual(rows, [{ outcome: null }]);
      });

      await t.test('a tick is no look, nor is whoever sent it; words of somebody else are', async () => {
        const { file, share } = await sentInDanger();
        assert.doesNotMatch((await worker.get(share)).body, /name="decision"/);
        assert.match(await manager.reads(share), /It was sent at once, because somebody was in danger/);
        const tick = await manager.fills(share, { decision: 'approved', why: '' });
        assert.equal(tick.statusCode, 422);
        assert.match(words(tick.body), /Say what you found/);
        assert.equal((await manager.fills(share, { decision: 'approved', why: 'ok' })).statusCode, 422);
        assert.match(await worker.reads(file), new RegExp(title));
        for (const decision of ['approved', 'declined']) {
          const unread = await manager.fills(share, {
            decision,
            why: 'The police were there within minutes',
          });
          assert.equal(unread.statusCode, 422, `${decision} by somebody who opened nothing`);
          assert.match(words(unread.body), /Read first what was sent, as it left/);
        }
        await manager.reads(`${share}/reading`);
        const today = await manager.fills(share, { decision: 'declined', why: 'They had been told already' });
        assert.equal(today.statusCode, 422, 'what would leave today is not what left');
        await readsWhatWasSent(manager, share);
        await manager.finishes(share, { decision: 'approved', why: 'The police were there within minutes' });
        assert.match(
          await worker.reads(`${file}/entries`),
          /A second person looked at what was sent because of danger, and agreed/,
        );
        assert.equal((await boardRow(manager, title))[0], '100%');
      });

      await t.test('that it goes no further takes it off nobody’s day', async () => {
        const { file, share } = await sentInDanger();
        await worker.finishes(`${share}/dropping`, { why: 'She rang, and tells them herself' });
        assert.match(await worker.reads(`${file}/sharing`), /a second person has not looked yet/);
        assert.match(await manager.reads('/day'), /What would be shared waits for a second person/);
        await readsWhatWasSent(manager, share);
        await manager.finishes(share, { decision: 'declined', why: 'They had been told by us already' });
        assert.match(await worker.reads(`${file}/sharing`), /Nothing more is shared by this/);
      });

      await t.test('whoever sent it, though somebody else decided it, is no second person', async () => {
        const file = await aCase(worker);
        const share = await worker.finishes(`${file}/shares/new`, toThePolice);
        await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
        assert.equal((await deputy.fills(`${share}/file`, asZip)).statusCode, 200);
        assert.match(await deputy.reads(share), /You sent it yourself, because somebody was in danger/);
        await readsWhatWasSent(deputy, share);
        const { _version } = fillIn((await manager.get(share)).body, share, { decision: 'declined' }).fields;
        const own = { _version: _version ?? '', decision: 'declined', why: 'I look at what I sent myself' };
        assert.equal((await deputy.post(share, own)).statusCode, 403);
      });

      await t.test('when nobody looks, the time passes, and it is told', async () => {
        const { file } = await sentInDanger();
        await office.at('2026-11-19T17:30');
        assert.match(await worker.reads(file), new RegExp(`${title}.*Overdue|Overdue.*${title}`));
        assert.match(await manager.reads('/notifications'), /overdue|past its time|not kept/i);
      });
    });
});

test('what is looked at afterwards is what left, and not what is on record by then', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker);
  const share = `${file}/shares/${await decidesAllForThePolice(office, file)}`;
  await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
  assert.equal((await worker.fills(`${share}/file`, asZip)).statusCode, 200);
  await office.at('2026-11-18T10:05');
  const { body } = await worker.get(`${file}/entries`);
  const told = [...body.matchAll(/\/entries\/([0-9a-f-]{36})/g)].map(([, id]) => `${file}/entries/${id}`);
  assert.ok(told.length > 0);
  for (const each of new Set(told))
    if (/may not see my sister/.test(await worker.reads(each)))
      await worker.finishes(`${each}/condition/new`, {
        ...{ saidBy: 'The neighbour', words: 'Do not tell anybody that it was me' },
      });
  assert.equal((await manager.get(`${share}/reading`)).statusCode, 403, 'it may not go any more');
  const sent = await readsWhatWasSent(manager, share);
  assert.match(sent, /What was sent, word for word .* I may not see my sister/);
  const { rows } = await lintel.database.owner.query(
    `select encode(t.sha256, 'hex') = e.data ->> 'print' as same from share_sent t
      join event e on e.name = 'share.viewed' and e.data ->> 'sent' = t.id::text where t.share_id = $1`,
    [share.split('/').at(-1)],
  );
  assert.deepEqual(rows, [{ same: true }], 'and that it was this is on record');
  await manager.finishes(share, { decision: 'declined', why: 'The neighbour is known by it now' });
});
