import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { type Fields, fillIn } from './form.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aCase, moment } from './steps.ts';

const days = (...chosen: number[]) => chosen.map(String);

/** May be rung on weekdays between ten and two, never on a Friday, and met at the library; needs a woman who interprets. */
const agreed: Fields = {
  channel: 'phone',
  value: '07700 900123',
  'safe1-days': days(1, 2, 3, 4, 5),
  'safe1-from': '10:00',
  'safe1-to': '14:00',
  'never1-days': days(5),
  'never1-from': '00:00',
  'never1-to': '23:59',
  meetingPlace: 'The library in Exampleton, beside the desk',
  agreed: 'yes',
};

const aCall = (when: string, more: Fields = {}): Fields => ({
  channel: 'call',
  purpose: 'talk',
  ...moment('starts', when),
  length: '30',
  ...more,
});

async function anAgreedCase(office: Office, more: Fields = {}): Promise<string> {
  const file = await aCase(office.worker);
  await office.worker.finishes(`${file}/contact/new`, { ...agreed, ...more });
  return file;
}

/** Sends the plan and reads what the page answers; nothing was planned. */
async function refusedPlan(by: Colleague, file: string, plan: Fields): Promise<string> {
  const answer = await by.fills(`${file}/diary/new`, plan);
  assert.equal(answer.statusCode, 422, words(answer.body));
  return words(answer.body);
}

test('a visit or a call that is planned', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel, 'livv-2024');
  const fresh = async (more: Fields = {}) => {
    await office.at('2026-11-18T10:00');
    return anAgreedCase(office, more);
  };
  const { worker, manager } = office;

  await t.test('L2.3: at a time that was agreed it stands in the diary, and on the case', async () => {
    const file = await fresh();
    const planned = await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30'));
    assert.match(await worker.reads(planned), /Thursday 19 November, 10:30 to 11:00/);
    assert.match(await worker.reads(`${file}/diary`), /Phone call: talk/);
    assert.match(await worker.reads('/diary?day=2026-11-19'), /10:30 to 11:00 Phone call: talk C-/);
    assert.match(await worker.reads(`${file}/entries`), /Phone call planned for 19 November 2026 at 10:30/);
  });

  await t.test(
    'L2.3: outside the agreed times it says why, with the clause, and wants a reason',
    async () => {
      const file = await fresh();
      const late = aCall('2026-11-19T13:45');
      const says = await refusedPlan(worker, file, late);
      assert.match(says, /This is outside the times that were agreed. \(L2.3\)/);
      assert.match(says, /say why it goes on all the same/);
      const again = await worker.fills(`${file}/diary/new`, late);
      const { action, fields } = fillIn(again.body, `${file}/diary/new`, {
        outsideWhy: 'She texted that she is alone until three today',
      });
      const sent = await worker.post(action, fields);
      assert.equal(sent.statusCode, 303, words(sent.body));
      const shown = await worker.reads(String(sent.headers.location));
      assert.match(shown, /Against what was agreed This is outside the times that were agreed/);
      assert.match(shown, /She texted that she is alone until three today/);
    },
  );

  await t.test(
    'a time that was ruled out is refused, whatever the reason, and the safe next step is offered',
    async () => {
      const file = await fresh();
      const says = await refusedPlan(worker, file, aCall('2026-11-20T10:30'));
      assert.match(says, /This is a time never to use. \(L2.3\)/);
      assert.match(
        says,
        /Write down what is agreed now.*ask a manager for a plan while there is no safe way/,
      );
      const insisted = await worker.post(`${file}/diary/new`, {
        ...aCall('2026-11-20T10:30', { staffId: worker.staff }),
        outsideWhy: 'I know better',
      });
      assert.equal(insisted.statusCode, 422);
      assert.match(await worker.reads(`${file}/diary`), /No visit and no call is planned/);
    },
  );

  await t.test('where nothing was agreed nothing is planned: fail closed', async () => {
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker, { safe_to_contact: 'not_known' });
    assert.match(
      await refusedPlan(worker, file, aCall('2026-11-19T10:30')),
      /Nothing has been agreed yet about how to be in touch. \(L2.1a\)/,
    );
  });

  await t.test(
    'L2.3: the safe place outside the home is used, and the home is not visited unless agreed',
    async () => {
      const file = await fresh({ channel: 'in_person', value: '' });
      const home = await refusedPlan(worker, file, aCall('2026-11-19T10:30', { channel: 'home' }));
      assert.match(home, /Visits to the home were not agreed. \(L2.3\)/);
      const planned = await worker.finishes(
        `${file}/diary/new`,
        aCall('2026-11-19T10:30', { channel: 'agreed_place' }),
      );
      assert.match(await worker.reads(planned), /The library in Exampleton/);
      assert.doesNotMatch(
        await worker.reads('/diary?day=2026-11-19'),
        /library/,
        'what is carried about names no place',
      );
    },
  );

  await t.test(
    'L2.3: whoever asked for a woman, or needs an interpreter, is not met without one unasked',
    async () => {
      const file = await fresh({
        workerGender: 'woman',
        interpreter: 'professional_woman',
        language: 'Tigrinya',
      });
      const says = await refusedPlan(worker, file, aCall('2026-11-19T10:30'));
      assert.match(says, /They asked for a colleague who is a woman/);
      assert.match(says, /They need a professional interpreter who is a woman, and none is booked/);
      await worker.finishes('/rota/about-you', { gender: 'woman' });
      await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30', { interpreter: 'booked' }));
    },
  );

  await t.test('nobody is sent who is away then, or who may not see the case', async () => {
    const file = await fresh();
    await manager.finishes('/rota/absences/new', {
      staffId: worker.staff,
      'first-day': '19',
      'first-month': '11',
      'first-year': '2026',
    });
    assert.match(
      await refusedPlan(worker, file, aCall('2026-11-19T10:30')),
      /This colleague is away then. Choose somebody else/,
    );
    const neighbour = await office.colleague('da_worker');
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: neighbour.staff,
      relation: 'neighbour',
      reason: 'Lives next door',
    });
    const sent = await worker.post(`${file}/diary/new`, {
      ...aCall('2026-11-19T10:30'),
      staffId: neighbour.staff,
    });
    assert.match(words(sent.body), /Choose somebody who may see this case/);
    const { rows } = await lintel.database.owner.query('update absence set until_at = from_at returning id');
    assert.ok(rows.length > 0);
  });

  await t.test(
    'kept, it leads to recording the contact; moved and cancelled, it says why and where to',
    async () => {
      const file = await fresh();
      const planned = await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30'));
      const moved = await worker.finishes(`${planned}/move`, moment('starts', '2026-11-19T11:00'));
      assert.notEqual(moved, planned);
      assert.match(await worker.reads(planned), /Moved/);
      assert.match(await worker.reads(`${file}/entries`), /Phone call of 19 November 2026 at 10:30 moved/);
      await office.at('2026-11-19T11:35');
      assert.match(await worker.reads('/diary'), /appointments are over and wait for you/);
      const kept = await worker.post(`${moved}/kept`);
      assert.equal(kept.statusCode, 303);
      assert.match(String(kept.headers.location), new RegExp(`^${file}/contacts/new`));
      assert.equal((await worker.post(`${moved}/kept`)).statusCode, 409, 'it is kept once');
      const other = await worker.finishes(`${file}/diary/new`, aCall('2026-11-23T10:30'));
      const led = await worker.finishes(`${other}/cancellation`, {
        reason: 'not_safe',
        words: 'He is at home again',
      });
      assert.equal(led, `${file}/contact`, 'whether the agreed way is still safe is asked first');
      assert.match(await worker.reads(other), /Cancelled.*It is not safe, or may not be He is at home again/);
    },
  );

  await t.test(
    'whoever went alone and has not said that they are safe is missed by the manager',
    async () => {
      const file = await fresh({ visit: 'yes' });
      await manager.finishes('/notifications', {});
      const planned = await worker.finishes(
        `${file}/diary/new`,
        aCall('2026-11-19T10:30', { channel: 'home', loneWorking: 'yes', checkIn: '15' }),
      );
      await office.at('2026-11-19T11:10');
      assert.doesNotMatch(await manager.reads('/notifications'), /A colleague has not checked in/);
      await office.at('2026-11-19T11:16');
      assert.match(await manager.reads('/notifications'), /A colleague has not checked in. See to it now/);
      assert.match(await manager.reads(planned), /has not checked in. Ring them now/);
      await office.at('2026-11-19T11:17');
      const { rows } = await lintel.database.owner.query(
        "select count(*)::int as times from notification where kind = 'check_in_missed' and staff_id = $1",
        [manager.staff],
      );
      assert.equal(rows[0].times, 1, 'once');
      const checkedIn = await worker.post(`${planned}/check-in`);
      assert.equal(checkedIn.statusCode, 303);
      assert.match(await manager.reads(planned), /Checked in on 19 November 2026 at 11:17/);
    },
  );

  await t.test('somebody with a conflict finds nothing of it, in no diary', async () => {
    const file = await fresh();
    const planned = await worker.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30'));
    const neighbour = await office.colleague('da_worker');
    assert.match(await neighbour.reads('/diary/team?day=2026-11-24'), /Phone call: talk/);
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: neighbour.staff,
      relation: 'relative',
      reason: 'Her brother',
    });
    assert.match(await neighbour.reads('/diary/team?day=2026-11-24'), /Nothing is planned/);
    assert.equal((await neighbour.get(planned)).statusCode, 404);
    assert.equal((await neighbour.post(`${planned}/kept`)).statusCode, 404);
    assert.equal((await neighbour.post(`${planned}/check-in`)).statusCode, 404);
  });
});

test('the calendar of one’s own', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await anAgreedCase(office);
  await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30'));
  const makes = async () => {
    const { body } = await worker.post('/diary/link');
    const link = /<code[^>]*>(http[^<]+)<\/code>/.exec(body)?.[1];
    assert.ok(link, words(body));
    return new URL(link).pathname;
  };
  const reads = (path: string) => lintel.app.inject({ method: 'GET', url: path });
  const link = await makes();

  await t.test('says when, to whoever has the link, without a sign-in, and nothing else', async () => {
    const { statusCode, headers, body } = await reads(link);
    assert.equal(statusCode, 200);
    assert.match(String(headers['content-type']), /^text\/calendar/);
    assert.match(body, /DTSTART:20261119T103000Z/);
    assert.match(body, /SUMMARY:Appointment/);
    assert.doesNotMatch(body, /C-[A-Z0-9]{4}|Ada|Bram|Carys|library|DESCRIPTION|LOCATION|ORGANIZER|talk/i);
    assert.doesNotMatch(body, new RegExp(String(file.split('/').at(-1))));
    assert.doesNotMatch((await worker.get('/diary/link')).body, /calendars\//, 'the link is shown once');
  });

  await t.test('that it was read is recorded, at most once an hour', async () => {
    const times = async () => {
      const { rows } = await lintel.database.owner.query(
        "select count(*)::int as times from event where name = 'diary-feed.read'",
      );
      return rows[0].times;
    };
    await reads(link);
    assert.equal(await times(), 1);
    await office.at('2026-11-18T11:00');
    await reads(link);
    assert.equal(await times(), 2);
  });

  await t.test('shows nothing of a case from which its owner has since been shut out', async () => {
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: worker.staff,
      relation: 'friend',
      reason: 'They know each other',
    });
    assert.doesNotMatch((await reads(link)).body, /VEVENT/);
  });

  await t.test('a link that is revoked, replaced, garbled or was never made: one answer', async () => {
    const second = await makes();
    const nowhere = await reads('/calendars/nothing/appointments.ics');
    assert.equal(nowhere.statusCode, 404);
    assert.equal((await reads(second)).statusCode, 200);
    const [organisation, id, secret = ''] = second.split('/')[2]?.split('.') ?? [];
    const guessed = `${organisation}.${id}.${'A'.repeat(secret.length)}`;
    await worker.post('/diary/link/end');
    for (const path of [link, second, `/calendars/${guessed}/appointments.ics`]) {
      const answer = await reads(path);
      assert.equal(answer.statusCode, 404);
      assert.equal(words(answer.body), words(nowhere.body));
    }
  });

  await t.test('stops with the account of its owner', async () => {
    const third = await makes();
    await lintel.database.owner.query('update staff set ended_at = $2 where id = $1', [
      worker.staff,
      lintel.clock.now().toString(),
    ]);
    assert.equal((await reads(third)).statusCode, 404);
  });
});
