import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import type { Pack } from '#rules/pack.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aCase, boardRow, moment } from './steps.ts';

const child = 'A child is somebody with needs of their own';
const advice = 'Advice is sought where who somebody is plays a part';

async function withAChild(office: Office) {
  const { worker } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/people/new`, { describedAs: 'Her son Teo, aged 7', part: 'child_victim' });
  await worker.finishes(`${file}/people/new`, { describedAs: 'A neighbour who heard it', part: 'witness' });
  return file;
}

/** Some policies promise that so-called honour reaches specialists. */
const specialists = 'Honour-based abuse reaches specialists';
const promisesSpecialists = ({ commitments }: Pack) => commitments.some(({ title }) => title === specialists);

const needsOf = async (who: Colleague, file: string, name: string) =>
  new RegExp(`href="([^"]+/needs)"[^>]*>(?:<span dir="auto">)?${name}`).exec(
    (await who.get(`${file}/needs`)).body,
  )?.[1] ?? '';
const sought = {
  fromWhom: 'A specialist helpline',
  about: ['honour_based'],
  advised: 'Speak to nobody in the family, and use no interpreter from there',
  done: 'We meet at the library; the interpreter comes from another town',
  ...moment('sought', '2026-11-18T09:30'),
};

test('people beside the one at risk are people, with needs of their own', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const { id: packId } of triedPacks)
    await t.test(
      `a child is seen, heard and asked what they need; the promise is counted (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { worker } = office;
        const file = await withAChild(office);
        const page = await needsOf(worker, file, 'Her son Teo');
        assert.match(await worker.reads(`${file}/needs`), /Her son Teo, aged 7 .* Nothing written yet/);
        await worker.finishes(page, {
          seen: 'yes',
          heard: 'no',
          age: '7',
          ownWords: 'I count the stairs when they shout',
          support: 'Somebody of his own to talk to',
        });
        assert.match(await worker.reads(`${file}/needs`), /Support 1 open Not seen and heard yet/);
        await worker.finishes(page, { heard: 'yes', supportDone: 'The school counsellor, on Tuesdays' });
        const now = await worker.reads(page);
        assert.match(now, /Before .* by Carys Webb .* by Carys Webb/, 'both versions stay');
        assert.doesNotMatch(
          await worker.reads(`${file}/entries`),
          /count the stairs/,
          'apart from the chronology',
        );
        await office.at('2026-11-18T10:20');
        assert.deepEqual((await boardRow(worker, child)).slice(0, 2), ['100%', '1']);
      },
    );

  await t.test('a witness has needs too; whoever is said to cause the harm has none here', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await withAChild(office);
    await worker.finishes(`${file}/people/new`, { describedAs: 'Her husband', part: 'alleged_perpetrator' });
    const page = await needsOf(worker, file, 'A neighbour who heard it');
    await worker.finishes(page, { safety: 'Afraid to meet him on the stairs' });
    assert.match(await worker.reads(page), /Afraid to meet him on the stairs/);
    assert.equal(await needsOf(worker, file, 'Her husband'), '');
  });

  await t.test('who was second sees both texts, and nothing is lost', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const file = await withAChild(office);
    const page = await needsOf(worker, file, 'Her son Teo');
    await worker.finishes(page, { health: 'Sleeps badly' });
    const second = await manager.post(page, { _version: '0', health: 'Does not eat' });
    assert.equal(second.statusCode, 409);
    assert.match(words(second.body), /Somebody else changed this.*Sleeps badly.*Does not eat/);
  });
});

test('support is informed by who people are, and never waits for an answer', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const { id: packId } of triedPacks)
    await t.test(
      `asked, would rather not say, and not asked are told apart; nothing else is needed (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { worker } = office;
        const file = await aCase(worker);
        assert.match(await worker.reads(`${file}/needs`), /Nobody has asked yet/);
        const nothing = await worker.post(`${file}/equality`, { _version: '0' });
        assert.equal(nothing.statusCode, 422);
        await worker.finishes(`${file}/equality`, {
          ethnicity: 'prefers_not',
          disability: 'yes',
          disabilityWords: 'I am deaf',
        });
        const { body } = await worker.get(`${file}/equality`);
        assert.match(body, /value="prefers_not" selected/);
        assert.match(body, /I am deaf/);
        assert.doesNotMatch(await worker.reads(`${file}/entries`), /deaf/);
      },
    );

  for (const { id: packId } of triedPacks)
    await t.test(
      `nationality and immigration are for whoever leads the case, and managers (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { worker, manager } = office;
        const other = await office.colleague('da_worker');
        const file = await aCase(worker);
        await worker.finishes(`${file}/equality/restricted`, {
          immigration: 'On a partner visa, and afraid',
          funds: 'no',
        });
        assert.match((await manager.get(`${file}/equality/restricted`)).body, /partner visa/);
        const shut = await other.get(`${file}/equality/restricted`);
        assert.match(words(shut.body), /for whoever leads the case, and managers/);
        assert.doesNotMatch(shut.body, /partner visa/);
        assert.equal(
          (await other.post(`${file}/equality/restricted`, { _version: '0', nationality: 'x' })).statusCode,
          403,
        );
        const straight = await transact(
          lintel.services.db,
          { organisation: office.landlord.organisation, staff: other.staff, roles: ['da_worker'] },
          (tx) => tx.run(sql`select from equality_restricted`),
        );
        assert.equal(straight, 0, 'nor in the database');
      },
    );

  await t.test('nobody who is in by emergency reads how people describe themselves', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const file = await aCase(worker);
    await worker.finishes(`${file}/equality`, { religion: 'other', religionWords: 'Zoroastrian' });
    await manager.finishes(`${file}/access/restriction`, {
      staffIds: [manager.staff],
      reason: 'She knows the team',
    });
    const helper = await office.colleague('da_manager');
    const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body)?.[0] ?? '';
    await helper.finishes('/emergency-access/new', {
      reference,
      reason: 'other',
      words: 'She is at the door',
    });
    for (const page of ['/needs', '/equality', '/equality/restricted']) {
      const { body, statusCode } = await helper.get(file + page);
      assert.equal(statusCode, 200, page);
      assert.doesNotMatch(body, /Zoroastrian/, page);
    }
    assert.match(await helper.reads(`${file}/equality`), /does not see how people describe themselves/);
    assert.equal((await helper.post(`${file}/equality`, { _version: '0', sex: 'male' })).statusCode, 403);
  });

  for (const { id: packId } of triedPacks.filter(promisesSpecialists))
    await t.test(
      `where so-called honour plays a part, specialists are asked, and the board can tell (L1.4b, L2.7c) (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { worker } = office;
        const file = await aCase(worker);
        const marked = { characteristic: 'honour_based', why: 'Her uncles ring every day' };
        await worker.finishes(`${file}/factors/new`, marked);
        assert.equal((await worker.fills(`${file}/factors/new`, marked)).statusCode, 403, 'once');
        assert.match(await worker.reads(`${file}/needs`), /So-called honour .* Not sought yet/);
        await worker.finishes(`${file}/advice/new`, sought);
        assert.match(
          await worker.reads(`${file}/needs`),
          /A specialist helpline .* Speak to nobody in the family/,
        );
        await office.at('2026-11-18T10:20');
        for (const promise of [advice, specialists])
          assert.deepEqual((await boardRow(worker, promise)).slice(0, 2), ['100%', '1'], promise);
      },
    );

  await t.test('a colleague with a conflict sees none of it', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const involved = await office.colleague('da_worker');
    const file = await withAChild(office);
    const page = await needsOf(worker, file, 'Her son Teo');
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: involved.staff,
      relation: 'friend',
      reason: 'His friend',
    });
    for (const path of [
      `${file}/needs`,
      page,
      `${file}/equality`,
      `${file}/equality/restricted`,
      `${file}/advice/new`,
    ])
      assert.equal((await involved.get(path)).statusCode, 404, path);
  });

  await t.test('the breakdown hides what is small, to directors and to the team alike', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-10-14T10:00');
    const { worker } = office;
    const director = await office.colleague('director');
    for (let cases = 0; cases < 6; cases += 1) {
      const file = await aCase(worker);
      await worker.finishes(`${file}/equality`, { sex: cases === 0 ? 'male' : 'female' });
    }
    await office.at('2026-11-18T10:00');
    for (const reader of [director, worker, office.manager]) {
      const page = await reader.reads('/needs/breakdown');
      assert.match(
        page,
        /Sex Answer Cases Not asked yet Hidden – Prefers not to say Hidden – Female 5 Male Hidden – All 5/,
      );
    }
    assert.equal((await (await office.colleague('colleague')).get('/needs/breakdown')).statusCode, 403);
  });
});
