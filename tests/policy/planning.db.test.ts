import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { type Fields, fillIn } from './form.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';
import { aCase, moment } from './steps.ts';

/** Sends the plan and reads what the page answers; nothing was planned. */
async function refusedPlan(by: Colleague, file: string, plan: Fields): Promise<string> {
  const answer = await by.fills(`${file}/diary/new`, plan);
  assert.equal(answer.statusCode, 422, words(answer.body));
  return words(answer.body);
}

for (const pack of triedPacks)
  test(`a visit or a call that is planned (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const fresh = async (more: Fields = {}) => {
      await office.at('2026-11-18T10:00');
      return anAgreedCase(office, more);
    };
    const { worker, manager } = office;

    await t.test('at a time that was agreed it stands in the diary, and on the case', async () => {
      const file = await fresh();
      const planned = await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30'));
      assert.match(await worker.reads(planned), /Thursday 19 November, 10:30 to 11:00/);
      assert.match(await worker.reads(`${file}/diary`), /Phone call: talk/);
      assert.match(await worker.reads('/diary?day=2026-11-19'), /10:30 to 11:00 Phone call: talk C-/);
      assert.match(
        await worker.reads(`${file}/entries`),
        /Phone call planned for Thursday 19 November 2026 at 10:30/,
      );
      assert.match(
        (await worker.get(file)).body,
        /Visit or call planned[^C]*Thursday 19 November 2026 at 10:30/,
      );
    });

    await t.test('outside the agreed times it says why, with the clause, and wants a reason', async () => {
      const file = await fresh();
      const late = aCall('2026-11-19T13:45');
      const says = await refusedPlan(worker, file, late);
      assert.ok(says.includes(citing(pack, 'This is outside the times that were agreed.', 'access-needs')));
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
    });

    await t.test(
      'a time that was ruled out is refused, whatever the reason, and the safe next step is offered',
      async () => {
        const file = await fresh();
        const says = await refusedPlan(worker, file, aCall('2026-11-20T10:30'));
        assert.ok(says.includes(citing(pack, 'This is a time never to use.', 'access-needs')));
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
      const says = await refusedPlan(worker, file, aCall('2026-11-19T10:30'));
      const reason = 'Nothing has been agreed yet about how to be in touch.';
      assert.ok(says.includes(citing(pack, reason, 'safe-contact')), says);
    });

    await t.test(
      'the safe place outside the home is used, and the home is not visited unless agreed',
      async () => {
        const file = await fresh({ channel: 'in_person', value: '' });
        const home = await refusedPlan(worker, file, aCall('2026-11-19T10:30', { channel: 'home' }));
        assert.ok(home.includes(citing(pack, 'Visits to the home were not agreed.', 'access-needs')));
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
      'whoever asked for a woman, or needs an interpreter, is not met without one unasked',
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
      const { rows } = await lintel.database.owner.query(
        'update absence set until_at = from_at returning id',
      );
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
        assert.match(
          await worker.reads(`${file}/entries`),
          /Phone call of Thursday 19 November 2026 at 10:30 moved/,
        );
        await office.at('2026-11-19T11:35');
        assert.match(await worker.reads('/diary'), /appointments are over and wait for you/);
        const kept = await worker.post(`${moved}/kept`);
        assert.equal(kept.statusCode, 303);
        assert.match(String(kept.headers.location), new RegExp(`^${file}/contacts/new`));
        const form = (await worker.get(String(kept.headers.location))).body;
        assert.match(
          form,
          /<option value="phone" selected/,
          'the form begins with how and when it was planned',
        );
        assert.match(form, /name="happened-time"[^>]*value="11:00"/);
        assert.equal((await worker.post(`${moved}/kept`)).statusCode, 409, 'it is kept once');
        const other = await worker.finishes(`${file}/diary/new`, aCall('2026-11-23T10:30'));
        const led = await worker.finishes(`${other}/cancellation`, {
          reason: 'not_safe',
          words: 'He is at home again',
        });
        assert.equal(led, `${file}/contact`, 'whether the agreed way is still safe is asked first');
        assert.match(
          await worker.reads(other),
          /Cancelled.*It is not safe, or may not be He is at home again/,
        );
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
        assert.match(await manager.reads(planned), /Checked in on Thursday 19 November 2026 at 11:17/);
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
