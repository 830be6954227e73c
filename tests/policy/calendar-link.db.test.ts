import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { openOffice, words } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';

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

  await t.test(
    'of two that are made at the same moment, one is left, and nobody is told of a fault',
    async () => {
      const links = await Promise.all([makes(), makes(), makes()]);
      const read = await Promise.all(links.map(async (each) => (await reads(each)).statusCode));
      assert.deepEqual(read.toSorted(), [200, 404, 404]);
    },
  );

  await t.test('stops with the account of its owner', async () => {
    const third = await makes();
    await lintel.database.owner.query('update staff set ended_at = $2 where id = $1', [
      worker.staff,
      lintel.clock.now().toString(),
    ]);
    assert.equal((await reads(third)).statusCode, 404);
  });
});
