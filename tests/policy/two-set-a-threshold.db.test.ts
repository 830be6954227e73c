import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { threshold } from './risk-steps.ts';
import { aCase } from './steps.ts';

const customary15 = /up to 1 standard, 2 to 14 medium, 15 and more high/;

for (const { id: packId } of triedPacks)
  test(`nobody alone sets a threshold by which fewer people are high (${packId}, V4.1c, L2.1d)`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    await t.test(
      'by which fewer people are high counts only with a reason and once another manager has agreed',
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { manager, deputy, worker } = office;
        const director = await office.colleague('director');
        const lax = { highFrom: '16', mediumFrom: '10', callOuts: '' };
        for (const why of ['', 'x']) {
          const refused = await threshold(manager, '', { ...lax, why });
          assert.equal(refused.statusCode, 422);
          assert.match(
            words(refused.body),
            /Say why in a sentence: fewer people would be high or medium \(high from 16, not from 14; police call-outs/,
          );
        }
        const why = 'The Marac of our area hears sixteen and more';
        assert.equal((await threshold(manager, '', { ...lax, why })).statusCode, 303);
        const file = await aCase(worker);
        const customary = /up to 9 standard, 10 to 13 medium, 14 and more high/;
        assert.match(await worker.reads(`${file}/risk`), customary, 'what is customary holds meanwhile');
        const { body } = await manager.get('/risk/thresholds');
        assert.match(words(body), /Waits for a second person .*16 and more high.*It counts for nobody yet/);
        const path = /\/risk\/thresholds\/[0-9a-f-]{36}/.exec(body)?.[0] ?? '';
        assert.match(
          await manager.reads(path),
          /nobody alone makes fewer people high or medium.*Take it back/,
        );
        assert.equal(
          (await manager.post(`${path}/decision`, { decision: 'approved', why: '', _version: '1' }))
            .statusCode,
          403,
        );
        assert.equal((await worker.get(path)).statusCode, 403);
        assert.match(await deputy.reads('/day'), /A local threshold of risk waits for your decision/);
        assert.match(
          await director.reads('/board'),
          /Dash wherever no area has its own: high from 16, .*waits for a second person and does not count/,
        );
        const shown = await deputy.reads(path);
        assert.match(shown, /Why The Marac of our area hears sixteen and more/);
        assert.match(shown, /High from 16, not from 14; police call-outs not counted, until now high from 3/);
        await deputy.finishes(path, { decision: 'approved' });
        assert.match(
          await worker.reads(`${file}/risk`),
          /16 and more high, since 18 November 2026/,
          'from the day on which they agreed, not from the one that was typed',
        );
        const stands = 'high from 16, medium from 10, call-outs not counted, since 18 November 2026';
        assert.match(
          await director.reads('/board'),
          new RegExp(`${stands}; one person proposed it and another agreed\\.`),
        );
        assert.match(
          await manager.reads('/board'),
          new RegExp(
            `${stands} \\(proposed by \\w+ \\w+, agreed by \\w+ \\w+\\)\\. The Marac of our area hears`,
          ),
        );
        assert.doesNotMatch(await deputy.reads('/day'), /local threshold of risk waits/);
        assert.equal(
          (await threshold(manager, '', { 'from-day': '18', highFrom: '15', callOuts: '' })).statusCode,
          303,
        );
        assert.match(await worker.reads(`${file}/risk`), customary15, 'what is safer counts at once');
      },
    );

    await t.test('what another manager declines, or its proposer takes back, never counts', async () => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { manager, deputy } = office;
      const proposes = async () => {
        await threshold(manager, '', { highFrom: '20', why: 'There are too many high risks' });
        const { body } = await manager.get('/risk/thresholds');
        return /\/risk\/thresholds\/[0-9a-f-]{36}/.exec(body)?.[0] ?? '';
      };
      const path = await proposes();
      const short = await deputy.fills(path, { decision: 'declined', why: 'x' });
      assert.equal(short.statusCode, 422);
      assert.match(short.body, />x<\/textarea>/, 'what was typed is kept');
      await deputy.finishes(path, { decision: 'declined', why: 'Nobody is safer for being counted lower' });
      const again = await proposes();
      const taken = await manager.post(`${again}/withdrawal`, { _version: '1' });
      assert.equal(taken.statusCode, 303);
      const page = await manager.reads('/risk/thresholds');
      assert.match(page, /Everywhere else All others Up to 9 standard, 10 to 13 medium, 14 and more high/);
      assert.match(page, /Declined by .*: it never counted/);
      assert.match(page, /Taken back by .*: it never counted/);
    });
  });
