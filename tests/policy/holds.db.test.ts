import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { type Colleague, type Office, openOffice } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const rents = {
  name: 'Rents',
  questions: ['tenancy', 'person', 'list'],
  contacts: ['letter', 'text', 'phone', 'visit'],
  asksWithin: '1',
  tokenDays: '90',
  reason: 'Letters about arrears go out each night',
};
type Ask = (query: string, path?: string) => Promise<{ readonly answer?: string; readonly body: string }>;

/** A landlord whose rents ask, as two administrators agreed. @returns how they ask */
async function rentsAsk(lintel: Lintel, office: Office): Promise<Ask> {
  await importRegisterOf(office);
  const [proposes, decides] = [
    await office.colleague('administrator'),
    await office.colleague('administrator'),
  ];
  const system = await proposes.finishes('/systems/new', rents);
  await decides.finishes(system, { decision: 'approved' });
  const { body } = await proposes.post(`${system}/token`);
  const token = /<code[^>]*>([^<]+)</.exec(body)?.[1] ?? '';
  return async (query, path = '/api/v1/holds') => {
    const answered = await lintel.app.inject({
      url: `${path}?${query}`,
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answered.statusCode, 200, answered.body);
    return { body: answered.body, answer: path.endsWith('list') ? undefined : answered.json().answer };
  };
}

async function aCaseAt(worker: Colleague, home: string): Promise<string> {
  const { reference } = await writesDown(worker);
  return opensCase(worker, await findsOnBoard(worker, reference), worker, {}, `?property=${home}`);
}

const agreed = { channel: 'phone', value: '07700 900123', agreed: 'yes' };
const today = '2026-11-18T10:00';

for (const { id: packId } of triedPacks)
  test(`the rest of the landlord sends nothing that nobody knows is safe (${packId})`, async (t) => {
    const lintel = await lintelSite(t, today);
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const ask = await rentsAsk(lintel, office);
    let file = '';

    await t.test(
      'as soon as a case opens, for every tenant of the home, and nobody is told why',
      async () => {
        assert.equal((await ask('tenancy=T1&contact=letter')).answer, 'no');
        file = await aCaseAt(worker, await registerId(office, 'property', 'H1'));
        for (const query of ['tenancy=T1', 'person=P1', 'person=P2']) {
          const { answer, body } = await ask(`${query}&contact=letter`);
          assert.equal(answer, 'yes', query);
          assert.doesNotMatch(body, /abuse|case|victim|survivor|domestic|safe/i);
        }
      },
    );

    await t.test('what she agreed with her worker is not agreed for the rents', async () => {
      await worker.finishes(`${file}/contact/new`, agreed);
      assert.equal((await ask('tenancy=T1&contact=letter')).answer, 'yes', 'no letter was agreed');
      assert.equal(
        (await ask('tenancy=T1&contact=phone')).answer,
        'yes',
        'who is feared, and where they live, nobody knows',
      );
    });

    await t.test('a hold that a manager sets for another reason looks the same', async () => {
      await manager.finishes('/holds/new', {
        ...{ tenancy: 'T2', cause: 'complaint', held: ['letter'], why: 'The ombudsman looks at our letters' },
        ...{ 'lookOn-day': '1', 'lookOn-month': '3', 'lookOn-year': '2027' },
      });
      const [one, other] = [await ask('tenancy=T1&contact=letter'), await ask('tenancy=T2&contact=letter')];
      assert.equal(one.body, other.body);
    });

    await t.test('the list for the night holds everybody, so that to be on it says nothing', async () => {
      const { body } = await ask('contact=letter', '/api/v1/holds/list');
      const lines = body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(lines.map(({ tenancy }) => tenancy).slice(0, -1), ['T1', 'T2']);
    });

    await t.test(
      'when the rents stop asking, administrators are told that they may be writing to everybody',
      async () => {
        const administrator = await office.colleague('administrator');
        await office.at('2026-11-21T09:00');
        assert.match(await administrator.reads('/systems'), /Rents Has stopped asking/);
        assert.match(await administrator.reads('/notifications'), /A system has stopped asking about holds/);
      },
    );

    await t.test('the board counts it under the clause of safe contact', async () => {
      const clause = triedPacks
        .find(({ id }) => id === packId)
        ?.commitments.find(({ id }) => id === 'others-hold-back')?.clauses[0];
      if (!clause) return;
      await office.at('2026-11-23T09:00');
      assert.match(
        await manager.reads(`/board/${clause}`),
        /Other systems hold back from the day on which a case opens/,
      );
    });
  });
