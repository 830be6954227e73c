import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { toThePolice } from '../sharing-lived-in.ts';
import { openOffice, words } from './office.ts';
import { asZip } from './sharing-steps.ts';
import { aCase, boardRow } from './steps.ts';

test('what one person sent because of danger is owed a second person’s look, in time and in words', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const pack of triedPacks)
    await t.test(`under ${pack.id}`, async (t) => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
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
        await manager.reads(`${share}/reading`);
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
        await manager.finishes(share, { decision: 'declined', why: 'They had been told by us already' });
        assert.match(await worker.reads(`${file}/sharing`), /Not shared after all/);
      });

      await t.test('when nobody looks, the time passes, and it is told', async () => {
        const { file } = await sentInDanger();
        await office.at('2026-11-19T17:30');
        assert.match(await worker.reads(file), new RegExp(`${title}.*Overdue|Overdue.*${title}`));
        assert.match(await manager.reads('/notifications'), /overdue|past its time|not kept/i);
      });
    });
});
