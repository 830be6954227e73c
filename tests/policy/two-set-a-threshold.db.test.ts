import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { openOffice, words } from './office.ts';
import { agrees, threshold } from './risk-steps.ts';
import { aCase, findsOnBoard, opensCase, writesDown } from './steps.ts';

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

    await t.test('nor moves a local authority to an area where fewer people would be high', async () => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { manager, deputy, worker } = office;
      await importRegisterOf(office);
      await manager.finishes('/risk/areas/new', { name: 'South', authorities: 'Lowerton' });
      const areaOf = async (name: string) => {
        const { body } = await manager.get('/risk/thresholds');
        return new RegExp(`/risk/areas/([0-9a-f-]{36})"[^>]*>${name}<`).exec(body)?.[1] ?? '';
      };
      const south = await areaOf('South');
      const lax = { highFrom: '16', mediumFrom: '10', why: 'The Marac of our area hears sixteen and more' };
      await threshold(manager, south, lax);
      await agrees(office);
      const { reference } = await writesDown(worker);
      const home = await registerId(office, 'property', 'H1');
      const told = await findsOnBoard(worker, reference);
      const file = await opensCase(worker, told, worker, {}, `?property=${home}`);
      const customary = /10 to 13 medium, 14 and more high/;
      const both = { authorities: 'Lowerton\nExampleshire' };
      const refused = await manager.fills(`/risk/areas/${south}`, both);
      assert.equal(refused.statusCode, 422);
      assert.match(
        words(refused.body),
        /Fewer people in Exampleshire would be high or medium \(high from 16, not from 14\), and nobody alone decides/,
      );
      assert.match(refused.body, />Lowerton\r?\nExampleshire<\/textarea>/, 'what was typed is kept');
      assert.match(await worker.reads(`${file}/risk`), customary, 'and nothing is changed');
      await manager.finishes('/risk/areas/new', { name: 'Own', authorities: 'Exampleshire' });
      assert.equal((await threshold(manager, await areaOf('Own'), lax)).statusCode, 303);
      assert.equal(
        (await manager.fills(`/risk/areas/${south}`, both)).statusCode,
        422,
        'what waits counts not',
      );
      await agrees(office);
      await manager.finishes(`/risk/areas/${south}`, both);
      assert.match(await worker.reads(`${file}/risk`), /South .*16 and more high/, 'two people came to it');
      const back = await deputy.fills(`/risk/areas/${south}`, { authorities: 'Lowerton' });
      assert.equal(back.statusCode, 303, 'to what is safer at once');
      const safer = { 'from-day': '18', highFrom: '8', mediumFrom: '4' };
      await threshold(manager, await areaOf('Own'), safer);
      await manager.finishes(`/risk/areas/${await areaOf('Own')}`, { authorities: 'Exampleshire' });
      const emptied = await manager.fills(`/risk/areas/${await areaOf('Own')}`, { authorities: '' });
      assert.match(words(emptied.body), /Fewer people in Exampleshire would be .*high from 14, not from 8/);
      const taken = await manager.fills('/risk/areas/new', { name: 'New', authorities: 'Exampleshire' });
      assert.match(words(taken.body), /Fewer people in Exampleshire would be .*high from 14, not from 8/);
    });

    await t.test(
      'whoever hears one case where its risk weighs less says why, and managers are told',
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { manager, deputy, worker } = office;
        await manager.finishes('/risk/areas/new', { name: 'South', authorities: 'Lowerton' });
        const area =
          /\/risk\/areas\/([0-9a-f-]{36})/.exec((await manager.get('/risk/thresholds')).body)?.[1] ?? '';
        await threshold(manager, area, { highFrom: '16', mediumFrom: '10', why: 'The Marac hears sixteen' });
        await agrees(office);
        const file = await aCase(worker);
        const refused = await worker.fills(`${file}/risk/area`, { area, reason: 'x' });
        assert.equal(refused.statusCode, 422);
        assert.match(
          words(refused.body),
          /Say why in a sentence: its risk would weigh less there \(high from 16, not from 14\)/,
        );
        const told = /A risk is weighed by the threshold of another area/;
        assert.doesNotMatch(await deputy.reads('/notifications'), told);
        await worker.finishes(`${file}/risk/area`, { area, reason: 'She stays with her sister there' });
        for (const each of [manager, deputy]) assert.match(await each.reads('/notifications'), told);
        assert.match(
          await deputy.reads(`${file}/risk/area`),
          /South: She stays with her sister there\. Written down .* by \w+ \w+/,
        );
        await worker.finishes(`${file}/risk/area`, { area: '', reason: 'x' });
      },
    );
  });
