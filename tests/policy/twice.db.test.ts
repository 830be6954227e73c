import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { newId } from '#kit/ids.ts';
import { takeHelpReports } from '#modules/disclosures/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { addSession, browser, london } from '../site.ts';
import { type Fields, fillIn } from './form.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, boardRow, findsOnBoard, meets, told, writesDown } from './steps.ts';

test('what happens twice, late or at the same time', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  await t.test('the same form sent twice is one disclosure, and both sendings lead to it', async () => {
    const { worker } = await openOffice(lintel);
    const page = await worker.get('/disclosures/new');
    const { action, fields } = fillIn(page.body, '/disclosures/new', told);
    const [first, second] = await Promise.all([worker.post(action, fields), worker.post(action, fields)]);
    const third = await worker.post(action, fields);
    assert.deepEqual([first.statusCode, second.statusCode, third.statusCode], [303, 303, 303]);
    assert.equal(first.headers.location, second.headers.location);
    assert.equal(first.headers.location, third.headers.location);
    assert.match(await worker.reads('/disclosures'), /1 disclosure/);
  });

  await t.test('a stale edit is not saved, and shows both texts', async () => {
    const { worker, manager } = await openOffice(lintel);
    const file = await aCase(worker);
    const path = `${file}/contact/new`;
    const late = fillIn((await manager.get(path)).body, path, {
      channel: 'text',
      value: '07700 900456',
      agreed: 'yes',
    });
    await worker.finishes(path, { channel: 'phone', value: '07700 900123', agreed: 'yes' });
    const stale = await manager.post(late.action, late.fields);
    assert.equal(stale.statusCode, 409);
    assert.match(stale.body, /07700 900123/, 'what a colleague saved meanwhile');
    assert.match(stale.body, /value="07700 900456"/, 'what was typed, still in its box');
    assert.match((await worker.get(file)).body, /07700 900123/);
    assert.doesNotMatch((await worker.get(file)).body, /07700 900456/);
  });

  /** Sends both, and lets neither write before each has read: nothing can be added to the table meanwhile. */
  const atOnce = async <T>(table: string, sendings: readonly (() => Promise<T>)[]) => {
    const client = await lintel.database.owner.connect();
    const waiting = `select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    try {
      await client.query(`begin; lock table ${table} in share row exclusive mode`);
      const answers = Promise.all(sendings.map((send) => send()));
      while ((await client.query(waiting)).rows[0].waiting < sendings.length) await setTimeout(10);
      await client.query('commit');
      return await answers;
    } finally {
      client.release();
    }
  };

  await t.test('of two who save at the same moment one is saved, and the other sees both texts', async () => {
    const { worker, manager } = await openOffice(lintel);
    const file = await aCase(worker);
    const save = async (path: string, table: string, one: Fields, other: Fields) => {
      const [first, second] = [await worker.get(path), await manager.get(path)];
      const { fields: ones } = fillIn(first.body, path, one);
      const { fields: others } = fillIn(second.body, path, other);
      const answers = await atOnce(table, [() => worker.post(path, ones), () => manager.post(path, others)]);
      assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409], path);
      return answers.find(({ statusCode }) => statusCode === 409)?.body ?? '';
    };
    const agreed = { channel: 'phone', value: '07700 900123', agreed: 'yes' };
    const contact = await save(
      `${file}/contact/new`,
      'safe_contact',
      { ...agreed, doNot: 'Ring after five' },
      { ...agreed, doNot: 'Ring on Sunday' },
    );
    assert.match(contact, /Ring after five/);
    assert.match(contact, /Ring on Sunday/);
    await save(`${file}/equality`, 'equality', { sex: 'female' }, { sex: 'prefers_not' });
  });

  await t.test('two who each shut out the other at once do not leave a case to nobody', async () => {
    const { worker, manager, deputy } = await openOffice(lintel);
    const file = await aCase(worker);
    const path = `${file}/conflicts/new`;
    const shutsOut = async (by: Colleague, whom: Colleague) => {
      const answers = { staffId: whom.staff, relation: 'friend', reason: 'They know each other' };
      const { fields } = fillIn((await by.get(path)).body, path, answers);
      return () => by.post(path, fields);
    };
    const same = [await shutsOut(manager, worker), await shutsOut(deputy, worker)];
    const once = await atOnce('case_conflict', same);
    assert.deepEqual(once.map(({ statusCode }) => statusCode).sort(), [303, 409]);
    const both = [await shutsOut(manager, deputy), await shutsOut(deputy, manager)];
    const answers = await atOnce('case_conflict', both);
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 404]);
    const seen = await Promise.all([manager, deputy].map(async (each) => (await each.get(file)).statusCode));
    assert.deepEqual(seen.sort(), [200, 404]);
  });

  await t.test('of two who invite the same colleague at the same moment one does', async () => {
    const { landlord } = await openOffice(lintel);
    const pair = await Promise.all([1, 2].map(() => lintel.colleague(landlord, ['administrator'])));
    const invited = { name: 'Bram Oduya', email: 'twice@example.test', roles: 'colleague', jobTitle: '' };
    const answers = await atOnce(
      'staff',
      pair.map((each) => () => each.post('/staff/new', { ...invited, managerId: '', deputyId: '' })),
    );
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409]);
  });

  for (const [what, path, typed] of [
    ['a note', '/entries/new', 'words'],
    ['a contact', '/contacts/new', 'notes'],
    ['a plan', '/plans/new', 'plan'],
  ] as const)
    await t.test(
      `a session that ends in the middle of ${what} keeps it, and offers it after signing in`,
      async () => {
        lintel.clock.set(london('2026-11-18T10:00'));
        const office = await openOffice(lintel);
        const file = await aCase(office.worker);
        const { organisation } = office.landlord;
        const signsIn = async () =>
          browser(
            lintel.app,
            office.worker.staff,
            await addSession(lintel.services, organisation, office.worker.staff),
          );
        const desk = await signsIn();
        const begun = fillIn((await desk.get(file + path)).body, file + path, {
          [typed]: 'She said that he',
        });
        lintel.clock.set(london('2026-11-18T10:31'));
        const sent = await desk.post(begun.action, begun.fields);
        assert.equal(sent.statusCode, 303);
        assert.equal(sent.headers.location, `/sign-in?next=${encodeURIComponent(file + path)}`);
        assert.match((await desk.get(String(sent.headers.location))).body, /What you typed is kept/);

        const again = await signsIn();
        const offered = await again.get(file + path);
        assert.match(offered.body, /You have a draft saved/);
        assert.doesNotMatch(offered.body, /She said that he/, 'not before it is asked for');
        assert.match((await again.get(`${file}${path}?draft=continue`)).body, /She said that he/);
        const colleague = await office.manager.get(`${file}${path}?draft=continue`);
        assert.doesNotMatch(colleague.body, /She said that he|You have a draft/, 'nobody else is offered it');
      },
    );

  await t.test(
    'two people who triage the same disclosure open one case, and the second is told',
    async () => {
      lintel.clock.set(london('2026-11-18T10:00'));
      const { worker, manager, deputy } = await openOffice(lintel);
      const { reference } = await writesDown(worker);
      const at = `${await findsOnBoard(worker, reference)}/triage`;
      const answers = { ...meets, outcome: 'new_case', why: '' };
      const sent = await Promise.all([manager, deputy].map((each) => each.fills(at, answers)));
      assert.deepEqual(sent.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
      const second = sent.find(({ statusCode }) => statusCode === 409);
      assert.match(words(second?.body ?? ''), /A new case/);
      assert.match(await worker.reads('/cases/team'), /1 case /);
    },
  );

  for (const pack of triedPacks)
    await t.test(
      `a report from the help site, sent twice and taken twice, is on the board exactly once (${pack.id})`,
      async () => {
        const office = await openOffice(lintel, pack.id);
        const path = `/${office.landlord.slug}/tell-us`;
        await office.at('2026-11-18T10:00');
        const page = await lintel.help.inject({ method: 'GET', url: path });
        const { action, fields } = fillIn(page.body, path, {
          reported_for: 'me',
          verbatim: 'Please ring, never write.',
          safe_to_contact: 'yes',
          contact_channel: 'phone',
          contact_value: '07700 900321',
        });
        const send = () =>
          lintel.help.inject({
            method: 'POST',
            url: action,
            headers: form,
            payload: new URLSearchParams(
              Object.entries(fields).map(([name, value]) => [name, String(value)]),
            ).toString(),
          });
        const sent = await Promise.all([send(), send()]);
        for (const each of sent) assert.equal(each.statusCode, 303);
        const { organisation } = office.landlord;
        const take = () => takeHelpReports(lintel.services, organisation);
        await Promise.all([take(), take()]);
        await lintel.work(organisation);
        const board = await office.worker.reads('/disclosures');
        assert.match(board, /Help site.*1 disclosure/);
        const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(board)?.[0] ?? '';
        const disclosure = await office.worker.reads(await findsOnBoard(office.worker, reference));
        assert.match(disclosure, /Please ring, never write/);
        assert.deepEqual(await boardRow(office.worker, titleOf(pack, 'first-contact')), [
          'none ended',
          '0',
          '0',
          '0',
          '1',
          '0',
        ]);
      },
    );

  await t.test('a form with another page’s submission, or none, changes nothing', async () => {
    const { worker } = await openOffice(lintel);
    const page = await worker.get('/disclosures/new');
    const { action, fields } = fillIn(page.body, '/disclosures/new', told);
    assert.equal((await worker.post(action, { ...fields, _submission: 'nonsense' })).statusCode, 400);
    assert.equal((await worker.post(action, { ...fields, _csrf: newId<string>() })).statusCode, 403);
    assert.match(await worker.reads('/disclosures'), /Nothing is waiting/);
  });
});
