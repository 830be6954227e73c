import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lintel, lintelSite } from '../../../tests/lintel-site.ts';
import { type Colleague, type Office, openOffice } from '../../../tests/policy/office.ts';
import { findsOnBoard, opensCase, writesDown } from '../../../tests/policy/steps.ts';
import { importRegisterOf, registerId } from '../../../tests/register-lived-in.ts';
import { anEventIn, foundOut, says } from '../../../tests/tenancies-lived-in.ts';

const free = { servedBy: 'them', freeWill: 'free', advice: 'had', home: 'decided', answer: 'goes_ahead' };

async function anOffice(lintel: Lintel): Promise<Office> {
  const office = await openOffice(lintel);
  await office.at('2026-11-18T10:00');
  await importRegisterOf(office);
  return office;
}

async function aCaseOf(office: Office, person: string, name: string): Promise<string> {
  const { reference } = await writesDown(office.worker, { person_name: name });
  const disclosure = await findsOnBoard(office.worker, reference);
  const about = `?person=${await registerId(office, 'person', person)}`;
  return opensCase(office.manager, `${disclosure}`, office.worker, {}, about);
}

async function rowOf({ lintel }: Office, event: string) {
  const { rows } = await lintel.database.owner.query(
    `select told, given_to, (select count(*)::int from tenancy_event_check k where k.event_id = e.id) as checks,
        (select count(*)::int from tenancy_event_check k where k.event_id = e.id and k.case_id is not null) as in_case
      from tenancy_event e where id = $1`,
    [event.split('/').at(-1)],
  );
  return rows[0];
}

async function answers(office: Office, file: string, found: Readonly<Record<string, string>>): Promise<void> {
  const { worker, manager } = office;
  await worker.finishes(`${await anEventIn(worker, file)}/finding`, { ...foundOut, ...found });
  const { body } = await worker.get(`${file}/tenancy-events`);
  const [decision] = /\/cases\/[0-9a-f-]{36}\/tenancy-events\/answers\/[0-9a-f-]{36}/.exec(body) ?? [];
  await manager.finishes(decision ?? '', { decision: 'approved' });
}

const named = ({ worker, manager, deputy }: Office, staff: string): Colleague => {
  const found = [worker, manager, deputy].find((each) => each.staff === staff);
  assert.ok(found, 'somebody of the team was asked');
  return found;
};

test('changes of tenancies that are held', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('of two cases each answers for itself, and the strictest answer is told', async () => {
    const office = await anOffice(lintel);
    const hers = await aCaseOf(office, 'P1', 'Zelda Quince');
    const his = await aCaseOf(office, 'P2', 'Orson Quince');
    const event = await says(office.worker, 'T1', { kind: 'name_removed' });
    await office.at('2026-11-18T10:01');
    assert.deepEqual(
      { ...(await rowOf(office, event)), given_to: '' },
      {
        ...{ told: null, given_to: '', checks: 2, in_case: 2 },
      },
    );
    await answers(office, his, free);
    assert.equal((await rowOf(office, event)).told, null, 'one does not answer for the other');
    await answers(office, hers, { ...free, freeWill: 'pressed', answer: 'stopped' });
    assert.equal((await rowOf(office, event)).told, 'do_not');
  });

  await t.test('what was told and waits is looked at first: then it is where the case is', async () => {
    const office = await anOffice(lintel);
    const { worker, manager } = office;
    const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
    const disclosure = await findsOnBoard(worker, reference);
    const person = await registerId(office, 'person', 'P1');
    await lintel.database.owner.query('update disclosure set person_id = $1 where id = $2', [
      person,
      `${disclosure}`.split('/').at(-1),
    ]);
    const event = await says(worker, 'T1');
    await office.at('2026-11-18T10:01');
    assert.equal((await rowOf(office, event)).given_to, null);
    const file = await opensCase(manager, `${disclosure}`, worker, {}, `?person=${person}`);
    await office.at('2026-11-18T10:02');
    assert.equal((await rowOf(office, event)).in_case, 1);
    assert.match(await worker.reads(`${file}/tenancy-events`), /A notice to quit, T1/);
  });

  await t.test('a case that opens meanwhile takes it from whoever was asked alone', async () => {
    const office = await anOffice(lintel);
    const event = await says(office.worker, 'T1');
    await office.at('2026-11-18T10:01');
    const asked = named(office, (await rowOf(office, event)).given_to);
    const answer = { ...foundOut, ...free };
    assert.equal((await asked.get(`${event}/answer`)).statusCode, 200);
    const file = await aCaseOf(office, 'P1', 'Zelda Quince');
    assert.equal((await asked.fills(`${event}/answer`, answer)).statusCode, 409);
    await office.at('2026-11-18T10:02');
    assert.deepEqual(
      { ...(await rowOf(office, event)), given_to: '' },
      {
        ...{ told: null, given_to: '', checks: 1, in_case: 1 },
      },
    );
    assert.equal((await asked.get(`${event}/answer`)).statusCode, 404);
    assert.match(await office.worker.reads(`${file}/tenancy-events`), /A notice to quit, T1/);
  });

  await t.test(
    'somebody else is asked at once where it is handed on, and after a working day by itself',
    async () => {
      const office = await anOffice(lintel);
      const event = await says(office.worker, 'T2');
      await office.at('2026-11-18T10:01');
      const first = (await rowOf(office, event)).given_to;
      await named(office, first).post(`${event}/handing-on`, {});
      await office.at('2026-11-18T10:02');
      const second = (await rowOf(office, event)).given_to;
      assert.notEqual(second, first);
      await office.at('2026-11-19T12:00');
      assert.equal((await rowOf(office, event)).given_to, second);
      await office.at('2026-11-20T09:30');
      assert.notEqual((await rowOf(office, event)).given_to, second);
      assert.equal((await rowOf(office, event)).checks, 1);
    },
  );

  await t.test('what a case holds stands in front of closing it', async () => {
    const office = await anOffice(lintel);
    const file = await aCaseOf(office, 'P1', 'Zelda Quince');
    await says(office.worker, 'T1', { kind: 'abandonment' });
    await office.at('2026-11-18T10:01');
    assert.match(await office.worker.reads(`${file}/closing`), /A change of the tenancy is held/);
    await answers(office, file, { ...foundOut, answer: 'stopped' });
    assert.doesNotMatch(await office.worker.reads(`${file}/closing`), /A change of the tenancy is held/);
  });
});
