import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { assertShut, everyWayOut } from './every-way-out.ts';
import { openOffice } from './office.ts';
import { dealsWithDanger, decidesAllForThePolice, decidesAllOf, post } from './sharing-steps.ts';
import { moment } from './steps.ts';

test('what may leave leaves by none of its ways once they have taken their agreement back', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  for (const { id: packId, purposes } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const { file, ways } = await everyWayOut(office, sent, {
        agency: 'The refuge',
        decides: (file) => decidesAllOf(office, file, 'specialist'),
      });
      await office.at('2026-11-18T10:05');
      const { body } = await worker.get(`${file}/sharing`);
      const answers = [...body.matchAll(/href="([^"]+\/consents\/[0-9a-f-]{36})"/g)].map(([, path]) => path);
      for (const answer of new Set(answers))
        await worker.finishes(`${answer}/change`, {
          ...{ change: 'withdrawn', way: 'phone', words: 'I do not want it any more' },
          ...moment('said', '2026-11-18T10:05'),
        });
      const clause = purposes.sharing ?? '';
      assert.notEqual(clause, '');
      for (const [way, goes] of Object.entries(ways))
        await t.test(way, async () => assertShut(way, await goes(), clause));
    });
});

test('what one person sent because of danger leaves by none of its ways once that is dealt with', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  for (const { id: packId, purposes } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const { file, ways } = await everyWayOut(office, sent, {
        agency: 'Exampleshire Police',
        decides: async (file) => {
          const share = await decidesAllForThePolice(office, file);
          await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
          return share;
        },
      });
      await office.at('2026-11-18T10:05');
      await dealsWithDanger(worker, file, '2026-11-18T10:04');
      for (const [way, goes] of Object.entries(ways))
        await t.test(way, async () => assertShut(way, await goes(), purposes.sharing ?? ''));
    });
});
