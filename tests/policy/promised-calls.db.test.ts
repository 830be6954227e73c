import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { type Colleague, openOffice } from './office.ts';
import { anAgreedCase } from './planning-steps.ts';
import { boardRow, findsOnBoard, moment, recordsContact, writesDown } from './steps.ts';

const call = (when: string, more: Record<string, string> = {}) => ({
  ...{
    channel: 'phone',
    whom: 'person',
    begunBy: 'us',
    outcome: 'no_answer',
    notes: 'Rang her at the library',
  },
  ...moment('happened', when),
  ...more,
});
const spoke = { outcome: 'spoke_safely', stillRight: 'same', dangerNow: 'no' };

for (const pack of triedPacks)
  test(`whoever was told “I will ring you at one” is rung at one (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const title = titleOf(pack, 'call-as-promised');
    const opened = async () => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const file = await anAgreedCase(office);
      const records = (by: Colleague, answers: Record<string, string>) =>
        by.finishes(`${file}/contacts/new`, answers);
      const promised = await records(
        office.worker,
        call('2026-11-18T10:00', { ...spoke, 'ring-time': '13:00' }),
      );
      assert.ok(promised);
      return { office, file, records };
    };
    const row = (office: Awaited<ReturnType<typeof opened>>['office']) => boardRow(office.manager, title);

    await t.test(
      'it is promised in a contact, stands on the day at its time, and is in the diary once',
      async () => {
        const { office, file } = await opened();
        const day = await office.worker.reads('/day');
        assert.match(day, /We said that we would ring the person at 13:00 Promised call/);
        assert.match(day, /today at 13:00/);
        assert.doesNotMatch(day, /Visit or call/, 'the same call is not there as a call of the diary');
        assert.match(await office.worker.reads(`${file}/diary`), /13:00/);
        assert.match(
          await office.worker.reads(`${file}/contact`),
          /A call to the person is promised for [^.]*13:00/,
        );
      },
    );

    await t.test(
      'every page shows the time that was promised, and not how long the board waits',
      async () => {
        const { office, file } = await opened();
        for (const now of ['2026-11-18T12:10', '2026-11-18T12:50', '2026-11-18T13:05']) {
          await office.at(now);
          for (const page of ['/day', '/cases', file, `${file}/contact`]) {
            const read = await office.worker.reads(page);
            assert.match(read, /13:00|50 minutes left|10 minutes left/, `${page} at ${now}`);
            assert.doesNotMatch(read, /13:15|65 minutes|25 minutes/, `${page} at ${now}`);
          }
        }
        assert.match(await office.worker.reads(file), /Overdue since 13:00 today/);
      },
    );

    await t.test(
      'an attempt at its time keeps it, although nobody answers; it is done in the diary too',
      async () => {
        const { office, file, records } = await opened();
        await office.at('2026-11-18T13:20');
        await records(office.worker, call('2026-11-18T13:02'));
        assert.deepEqual((await row(office)).slice(0, 2), ['100%', '1']);
        assert.match(await office.worker.reads(`${file}/contact`), /promised for [^:]*:00: rung/);
        assert.doesNotMatch(await office.worker.reads('/day'), /Promised call/);
      },
    );

    await t.test('a call at eleven is not the call at one, and nobody is told that it was', async () => {
      const { office, records } = await opened();
      await office.at('2026-11-18T11:10');
      await records(office.worker, call('2026-11-18T11:05'));
      assert.match(await office.worker.reads('/day'), /Promised call/);
      await office.at('2026-11-18T15:00');
      await office.at('2026-11-18T15:01');
      assert.match(await office.worker.reads('/day'), /Overdue.*Promised call/);
      assert.deepEqual((await row(office)).slice(0, 2), ['0%', '1']);
    });

    await t.test(
      'one at twenty to two is late, and one that is typed much later waits for a second person',
      async () => {
        const late = await opened();
        await late.office.at('2026-11-18T13:50');
        await late.records(late.office.worker, call('2026-11-18T13:40'));
        assert.deepEqual((await row(late.office)).slice(0, 2), ['0%', '1']);
        const typed = await opened();
        await typed.office.at('2026-11-18T16:30');
        await typed.records(typed.office.worker, call('2026-11-18T13:00'));
        assert.equal((await row(typed.office))[0], '0%', 'not kept until somebody else has looked');
        assert.match(await typed.office.manager.reads('/checks'), new RegExp(title));
      },
    );

    await t.test('they move it, or let it go, in a contact; nobody else does', async () => {
      const { office, file, records } = await opened();
      await office.at('2026-11-18T11:10');
      const page = `${file}/contacts/new`;
      const alone = await office.worker.post(page, call('2026-11-18T11:05', { promisedCall: 'let_go' }));
      assert.equal(alone.statusCode, 422);
      assert.match(alone.body, /Only they say so, in a safe contact/);
      const noTime = await office.worker.post(
        page,
        call('2026-11-18T11:05', { ...spoke, promisedCall: 'moved' }),
      );
      assert.equal(noTime.statusCode, 422);
      assert.match(noTime.body, /Say when they asked to be rung/);
      await records(
        office.worker,
        call('2026-11-18T11:05', { ...spoke, promisedCall: 'moved', 'ring-time': '13:30' }),
      );
      const contact = await office.worker.reads(`${file}/contact`);
      assert.match(contact, /promised for [^.]*13:30.*13:00: they asked for another time/);
      const chronology = await office.worker.reads(`${file}/entries`);
      assert.match(chronology, /cancelled: they asked for another time/);
      assert.doesNotMatch(chronology, /asked us not to/, 'they did not say so, and may read it');
      const clause = pack.purposes['same-day-contact'];
      assert.match(await office.manager.reads(`/board/${clause}`), /asked to be rung at another time/);
      await office.at('2026-11-18T13:31');
      await records(office.worker, call('2026-11-18T13:30'));
      assert.equal((await row(office))[1], '2');
      assert.equal(
        (await row(office))[0],
        '50%',
        'the new time is kept by itself, and the move counts apart',
      );
    });

    await t.test('a call of theirs is not ours: it is owed until they say something else', async () => {
      const { office, file } = await opened();
      await office.at('2026-11-18T13:05');
      await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T13:04');
      assert.match(await office.worker.reads('/day'), /Promised call/);
    });

    await t.test(
      'a neighbour is rung by what is written down of it, before and after there is a case',
      async () => {
        const office = await openOffice(lintel, pack.id);
        await office.at('2026-11-18T10:00');
        const { reference } = await writesDown(office.worker, { told_by: 'neighbour', 'ring-time': '13:00' });
        const told = await findsOnBoard(office.worker, reference);
        const { body } = await office.worker.get(told);
        const page = /href="(\/calls\/[^"]+)"/.exec(body)?.[1] ?? '';
        assert.match(
          await office.worker.reads('/day'),
          /We said that we would ring whoever told us at 13:00/,
        );
        await office.at('2026-11-18T13:05');
        const early = await office.worker.post(page, {
          cameOf: 'nobody',
          ...moment('happened', '2026-11-18T11:00'),
        });
        assert.equal(early.statusCode, 422);
        assert.match(early.body, /long before the time that was promised/);
        await office.worker.finishes(page, { cameOf: 'nobody', ...moment('happened', '2026-11-18T13:03') });
        assert.match(await office.worker.reads(page), /nobody answered/);
        assert.equal(
          (await office.worker.post(page, { cameOf: 'spoke' })).statusCode,
          403,
          'it is written once',
        );
        assert.doesNotMatch(await office.worker.reads('/day'), /Promised call/);
      },
    );
  });
