import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase, boardRow } from './steps.ts';

const promising = triedPacks.filter(({ commitments }) =>
  commitments.some(({ id, measure }) => id === 'signposting' && measure.kind === 'share'),
);

test('both policies promise to say who else can help', () => {
  assert.ok(promising.length >= 2);
});

for (const pack of promising)
  test(`whether signposting helped is what they say, and of nothing else (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker } = office;
    const file = await aCase(worker);
    const title = titleOf(pack, 'signposting');
    const offered = async (kind: string) => {
      const led = await worker.finishes(`${file}/support/new`, {
        ...{ kind, answer: 'taken', ownWords: 'Yes, that would help.', way: 'phone' },
      });
      return /\/support\/[0-9a-f-]{36}/.exec(led)?.[0] ?? '';
    };
    const hears = (offer: string, said: string) =>
      worker.finishes(`${file}${offer}/confirmation`, { said, way: 'phone', words: 'She said so.' });
    const advocate = await offered('advocate');
    const themselves = { whom: 'Example Advocacy', told: 'themselves', words: 'She rings them' };

    await t.test('that she was told of somebody is not that it helped', async () => {
      await worker.finishes(`${file}${advocate}/order`, themselves);
      await office.at('2026-11-19T10:00');
      assert.equal((await boardRow(worker, title, '?period=30'))[0], 'nobody was asked');
    });

    await t.test('help of our own that came is no signposting', async () => {
      const ours = await offered('tenancy_support');
      await worker.finishes(`${file}${ours}/delivery`, { whom: 'Our own team', words: 'Begun' });
      await hears(ours, 'confirmed');
      await office.at('2026-11-20T10:00');
      assert.equal((await boardRow(worker, title, '?period=30'))[0], 'nobody was asked');
    });

    await t.test('it counts as she says: that it did not come, and that it did', async () => {
      await hears(advocate, 'not_come');
      await office.at('2026-11-21T10:00');
      assert.deepEqual((await boardRow(worker, title, '?period=30')).slice(0, 2), ['0%', '1']);
      await hears(advocate, 'confirmed');
      await office.at('2026-11-22T10:00');
      assert.deepEqual((await boardRow(worker, title, '?period=30')).slice(0, 2), ['50%', '2']);
    });
  });
