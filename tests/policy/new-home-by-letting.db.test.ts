import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { tells, wished } from './letting-steps.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase } from './steps.ts';

for (const pack of triedPacks)
  test(`in the home into which they moved as a new customer (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const officer = await office.colleague('lettings');
    const promisesIt = pack.commitments.some(({ id }) => /^new-.*-asked-again$/.test(id));
    const again = async () =>
      (
        await lintel.database.owner.query(
          `select outcome from obligation where organisation_id = $1 and commitment like 'new-%-asked-again'
            order by started_at, id`,
          [office.landlord.organisation],
        )
      ).rows.map(({ outcome }) => outcome);
    const promised = (outcomes: readonly (string | null)[]) => (promisesIt ? outcomes : []);

    /** A case of what was handed on today, of whoever moves in on the Monday. */
    let handed = 0;
    const caseHandedOn = async () => {
      handed += 1;
      const letting = await tells(officer, `LET-9${handed}`, '2026-11-23');
      const thanks = await officer.reads(await officer.finishes(`${letting}/hand-on`, wished));
      const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(thanks)?.[0] ?? '';
      return opensCase(manager, await findsOnBoard(worker, reference), worker);
    };
    const moveOf = async (file: string) =>
      new RegExp(`${file}/moves/[0-9a-f]{8}-[0-9a-f-]{27}`).exec(
        (await worker.get(`${file}/moves`)).body,
      )?.[0] ?? '';
    const [file, other, unsafe] = [await caseHandedOn(), await caseHandedOn(), await caseHandedOn()];

    await t.test('nothing of it stands among the moves before the day', async () => {
      await office.at('2026-11-20T09:30');
      assert.match(await worker.reads(`${file}/moves`), /No move is wished for/);
      assert.deepEqual(await again(), []);
    });

    await t.test(
      'on the day it stands there, the risk is looked at again, and to ask them is owed',
      async () => {
        await office.at('2026-11-23T09:30');
        await office.at('2026-11-23T11:30');
        const { body } = await worker.get(`${file}/moves`);
        assert.match(
          words(body),
          /Into a home of ours, as a new customer Moved, by the letting To move in on 23 November 2026/,
        );
        assert.equal(body.match(/as a new customer/g)?.length, 1, 'once');
        assert.match(await worker.reads(`${file}/risk`), /A move/);
        assert.match(await worker.reads(`${file}/entries`), /Nobody has said yet that they did/);
        assert.deepEqual(await again(), promised([null, null, null]));
      },
    );

    await t.test('what they say keeps it, whatever it is, and is counted', async () => {
      const move = await moveOf(file);
      await worker.finishes(`${move}/felt`, { feeling: 'not_safe', words: 'The back door does not lock' });
      assert.match(await worker.reads(move), /They do not feel safe there/);
      assert.deepEqual((await again()).filter(Boolean), promised(['met']));
    });

    await t.test('where they did not move in that is an error, and nobody is asked', async () => {
      const move = await moveOf(other);
      await worker.finishes(`${move}/step`, { step: 'corrected', words: 'The letting fell through' });
      const felt = await worker.fills(`${move}/felt`, { feeling: 'safe' });
      assert.notEqual(felt.statusCode, 303);
      assert.deepEqual((await again()).filter(Boolean).toSorted(), promised(['met', 'met_by_plan']));
    });

    await t.test('where it would not be safe to ask, why not is said and counted apart', async () => {
      const move = await moveOf(unsafe);
      const bare = await worker.fills(`${move}/felt`, { feeling: 'not_asked', words: '' });
      assert.match(bare.body, /why asking would not have been safe/);
      await worker.finishes(`${move}/felt`, {
        feeling: 'not_asked',
        words: 'He answers her phone since Friday',
      });
      assert.deepEqual((await again()).toSorted(), promised(['met', 'met_by_plan', 'met_by_plan']));
    });

    await t.test('lettings see nothing of any of it', async () => {
      assert.equal((await officer.get(`${file}/moves`)).statusCode, 403);
      assert.doesNotMatch(await officer.reads('/new-lettings'), /safe there|Quince/);
    });
  });
