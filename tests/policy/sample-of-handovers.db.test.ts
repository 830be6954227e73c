import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import type { Role } from '#rules/facts.ts';
import { lintelSite } from '../lintel-site.ts';
import { foreignWords, triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { findsOnBoard, moment, neighbours, opensCase, writesDown } from './steps.ts';

/** Whom the worker reached before they handed over, as they say. */
const reached = {
  reached: 'yes',
  reached_channel: 'phone',
  ...moment('reached_at', '2026-11-18T10:10'),
};

/** Handed over by the worker, confirmed by the manager, and never a case. @returns the path of the disclosure */
async function handedOver({ worker, manager, at }: Office): Promise<string> {
  const { reference } = await writesDown(worker);
  const disclosure = await findsOnBoard(worker, reference);
  await at('2026-11-18T10:20');
  await worker.finishes(`${disclosure}/triage`, { ...neighbours, ...reached });
  await manager.finishes(`${disclosure}/handover`, { decision: 'approved' });
  return disclosure;
}

/** Where this colleague is asked to look. */
async function asked(of: Colleague): Promise<readonly string[]> {
  const { body } = await of.get('/checks');
  return [...body.matchAll(/href="([^"]+)">Look at it/g)].map(([, path = '']) => path);
}

for (const pack of triedPacks)
  test(`a handover that nobody else ever looks at is drawn like any other kept promise (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, landlord } = office;
    const [looks, shutOut] = [await office.colleague('da_worker'), await office.colleague('da_worker')];
    const disclosure = await handedOver(office);
    const { organisation } = landlord;
    await lintel.database.owner.query(
      'update disclosure set blocked_staff = $2 where organisation_id = $1 and case_id is null',
      [organisation, [shutOut.staff]],
    );
    await office.at('2026-12-01T10:00');
    const [path = '', ...others] = await asked(looks);

    await t.test('it is drawn, of the team of whoever handed over', async () => {
      assert.match(path, new RegExp(`^${disclosure}/samples/`));
      const { rows } = await lintel.database.owner.query(
        'select team, among from sample_draw where organisation_id = $1',
        [organisation],
      );
      assert.deepEqual(rows, [{ team: manager.staff, among: 1 + others.length }]);
    });

    await t.test('whoever looks reads what it rests on', async () => {
      const page = await looks.reads(path);
      for (const said of [
        /Drawn by chance/,
        /Anti-social behaviour team/,
        /Rang the duty officer, Mr Stone/,
        /The noise at night frightens her/,
        /She stays with a friend tonight/,
        /Carys Webb spoke with the person: phone call, Wednesday 18 November 2026 at 10:10/,
        /Proposed Wednesday 18 November 2026 at 10:20 by Carys Webb/,
        /Agreed Wednesday 18 November 2026 at 10:20 by Ada Keel/,
      ])
        assert.match(page, said);
      assert.doesNotMatch(page, foreignWords(pack));
    });

    await t.test('neither whoever reached her nor whoever agreed to the handover looks', async () => {
      const answer = { answer: 'agreed', why: 'The team says that they rang her', _version: '1' };
      for (const own of [worker, manager]) {
        assert.deepEqual(await asked(own), []);
        assert.match(await own.reads('/checks'), /Somebody else looks/);
        assert.doesNotMatch(await own.reads('/day'), /drawn by chance/i);
        assert.doesNotMatch((await own.get(path)).body, /name="answer"/);
        assert.equal((await own.post(path, answer)).statusCode, 403);
      }
      await assert.rejects(
        as(office, manager, 'da_manager', (tx) =>
          tx.run(sql`update promise_sample set answer = 'agreed', why = 'So it was', answered_by = ${manager.staff},
            answered_at = ${lintel.clock.now()}`),
        ),
        { code: '23514' },
        'nor by the database',
      );
    });

    await t.test('whoever may not open it is never asked, never told, and finds nothing', async () => {
      assert.deepEqual(await asked(shutOut), []);
      assert.match(await shutOut.reads('/checks'), /Nothing was drawn yet/);
      assert.doesNotMatch(await shutOut.reads('/day'), /drawn by chance/i);
      assert.equal((await shutOut.get(path)).statusCode, 404);
      assert.equal((await shutOut.post(path, { answer: 'agreed', why: 'It was' })).statusCode, 404);
      const seen = await as(office, shutOut, 'da_worker', (tx) => tx.run(sql`select from promise_sample`));
      assert.equal(seen, 0);
      const { rows } = await lintel.database.owner.query(
        "select distinct staff_id from notification where organisation_id = $1 and kind = 'sample_to_check'",
        [organisation],
      );
      const told = rows.map(({ staff_id: staff }) => staff);
      assert.deepEqual(told.toSorted(), [looks.staff, office.deputy.staff].toSorted());
    });

    await t.test('they answer with what they looked at, and the board counts it', async () => {
      assert.match(await looks.reads('/day'), /drawn by chance/i);
      const bare = await looks.fills(path, { answer: 'not_agreed', why: 'x' });
      assert.equal(bare.statusCode, 422);
      assert.match(words(bare.body), /Say it in a sentence/);
      const why = 'Nobody at the team knows of her';
      await looks.finishes(path, { answer: 'not_agreed', why });
      assert.match(await looks.reads(path), new RegExp(`Not agreed.*${why}`));
      assert.match(await looks.reads('/board'), /did not agree with 1/);
    });
  });

test('what was drawn is about a case or about what was told, never about both or neither', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  await office.colleague('da_worker');
  await handedOver(office);
  await office.at('2026-12-01T10:00');
  await assert.rejects(lintel.database.owner.query('update promise_sample set disclosure_id = null'), {
    code: '23514',
  });
});

test('whoever leads the case that it became after all does not look either', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const [looks, other] = [await office.colleague('da_worker'), await office.colleague('da_worker')];
  const disclosure = await handedOver(office);
  await office.at('2026-12-01T10:00');
  const [path = ''] = await asked(looks);
  await opensCase(office.worker, disclosure, looks);
  assert.deepEqual(await asked(looks), []);
  assert.match(await looks.reads(path), /You lead this case/);
  const agrees = { answer: 'agreed', why: 'The other team wrote to us', _version: '1' };
  assert.equal((await looks.post(path, agrees)).statusCode, 403);
  assert.equal((await other.post(path, agrees)).statusCode, 303);
});

/** Straight at the database, as this colleague. */
function as<T>(
  { lintel, landlord: { organisation } }: Office,
  { staff }: Colleague,
  role: Role,
  work: Parameters<typeof transact<T>>[2],
): Promise<T> {
  return transact(lintel.services.db, { organisation, staff, roles: [role] }, work);
}
