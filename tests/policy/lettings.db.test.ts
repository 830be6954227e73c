import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const undrawn = `update move_draw set asks = false where organisation_id = $1`;

for (const { id: packId } of triedPacks)
  test(`what lettings is told of a home (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    await importRegisterOf(office);
    const { worker, manager } = office;
    const { organisation } = office.landlord;
    const owner = lintel.database.owner;
    const lettings = await office.colleague('lettings');
    const far = { address: '9 Harbour Walk', postcode: 'PL4 8AA' };
    const asks = async (household: string, home = far) => {
      const to = await lettings.finishes('/move-checks/new', { household, ...home });
      return lettings.reads(to);
    };
    /** Without what chance draws: asked once, undrawn, and asked again. */
    const asksPlainly = async (household: string, home = far) => {
      await asks(household, home);
      await owner.query(undrawn, [organisation]);
      return asks(household, home);
    };
    const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
    const disclosure = await findsOnBoard(worker, reference);
    const person = await registerId(office, 'person', 'P1');
    const home = await registerId(office, 'property', 'H1');
    const file = await opensCase(manager, disclosure, worker, {}, `?person=${person}&property=${home}`);

    await t.test('lettings learn only: ask the lead', async () => {
      const said = await asksPlainly('P1');
      assert.match(said, /Ask the lead/);
      assert.doesNotMatch(said, /abuse|violence|case\b|Zelda|Quince|feared|postcode to avoid|near/i);
      for (const path of [
        file,
        `${file}/moves`,
        `${file}/moves/checks`,
        '/cases',
        '/find',
        '/move-checks/asked',
      ])
        assert.equal((await lettings.get(path)).statusCode, 403, path);
    });

    await t.test('the words are the same for whoever is on no register', async () => {
      const alike = (text: string) => text.replaceAll(/\bP-nobody\b|\bP1\b/g, 'SOMEBODY');
      assert.equal(alike(await asks('P-nobody')), alike(await asks('P1')));
    });

    await t.test('of somebody about whom nothing is known it is safe, and only for a day', async () => {
      const said = await asksPlainly('P2');
      assert.match(said, /Safe/);
      await office.at('2026-11-19T10:01');
      assert.match(await lettings.reads('/move-checks'), /Too old: ask again/);
    });

    await t.test('what is drawn by chance is answered to the letter as what a case says', async () => {
      await asks('P2');
      await owner.query(`update move_draw set asks = true where organisation_id = $1 and place = ''`, [
        organisation,
      ]);
      const alike = (text: string) => text.replaceAll(/\bP[12]\b/g, 'SOMEBODY');
      assert.equal(alike(await asks('P2')), alike(await asks('P1')));
    });

    await t.test('whoever leads the case is told, and reads why; nobody else does', async () => {
      await office.at('2026-11-19T10:10');
      const met = await worker.reads(`${file}/moves/checks`);
      assert.match(met, /9 Harbour Walk, PL4 8AA/);
      assert.match(met, /Nobody has asked them within 90 days/);
      assert.match(met, /It is not known where everybody lives whom they fear/);
      assert.match(
        words((await worker.get('/notifications')).body),
        /Lettings asked whether a home may be offered/,
      );
      const chronology = await worker.reads(`${file}/entries`);
      assert.match(chronology, /was told to ask the lead/);
      assert.doesNotMatch(chronology, /Harbour Walk/);
    });

    await t.test(
      'where all was asked and the home of whoever is feared is known, far away is safe',
      async () => {
        const feared = await registerId(office, 'person', 'P4');
        const part = { part: 'alleged_perpetrator', personId: feared, connection: 'intimate' };
        assert.equal((await worker.post(`${file}/people/new`, part)).statusCode, 303);
        await worker.finishes(`${file}/moves/places/new`, { kind: 'none' });
        assert.match(await asksPlainly('P1'), /Safe/);
      },
    );

    await t.test('the streets around whoever is feared are not, and neither is what she named', async () => {
      assert.match(
        await asksPlainly('P1', { address: '3 Loom Street', postcode: 'EX1 2ZZ' }),
        /Ask the lead/,
      );
      await worker.finishes(`${file}/moves/places/new`, {
        ...{ kind: 'postcode', place: 'PL4', why: 'His brother lives there' },
      });
      assert.match(await asksPlainly('P1'), /Ask the lead/);
    });

    await t.test('of whoever is feared nobody learns where not to be, wherever they would live', async () => {
      assert.match(await asksPlainly('P4'), /Ask the lead/);
      assert.match(
        await asksPlainly('P4', { address: '1 Far Street', postcode: 'AB10 1AA' }),
        /Ask the lead/,
      );
      await office.at('2026-11-19T10:15');
      assert.doesNotMatch(await worker.reads(`${file}/moves/checks`), /Far Street/);
    });

    await t.test(
      'whoever asks of many homes for one household is told nothing more, and is seen',
      async () => {
        const other = await office.colleague('lettings');
        const told: string[] = [];
        let to = '';
        for (const number of [1, 2, 3, 4, 5]) {
          const asked = { household: 'P5', address: `${number} Cliff Road`, postcode: 'PL9 8AA' };
          await other.finishes('/move-checks/new', asked);
          await owner.query(undrawn, [organisation]);
          to = await other.finishes('/move-checks/new', asked);
          told.push(/<h1[^>]*>([^<]+)</.exec((await other.get(to)).body)?.[1] ?? '');
        }
        assert.deepEqual(told, ['Safe', 'Safe', 'Safe', 'Safe', 'Ask the lead']);
        await office.at('2026-11-19T10:20');
        assert.match(await manager.reads('/move-checks/asked'), /Ask them why/);
        assert.match(words((await manager.get('/notifications')).body), /may look for somebody/);
        assert.equal((await lettings.get(to)).statusCode, 404, 'another colleague’s question');
      },
    );

    await t.test('a question without a whole postcode is not asked', async () => {
      const half = await lettings.fills('/move-checks/new', {
        household: 'P1',
        address: '1 Mill Lane',
        postcode: 'EX1',
      });
      assert.equal(half.statusCode, 422);
      assert.match(half.body, /Enter a whole postcode/);
    });
  });
