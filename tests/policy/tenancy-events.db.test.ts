import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, importTenancies, registerId } from '../register-lived-in.ts';
import { anEventIn, foundOut, says } from '../tenancies-lived-in.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, systemMayAsk, writesDown } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`changes of a tenancy are held, whoever asks for them (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    await importRegisterOf(office);
    const { worker, manager, deputy } = office;
    const housing = await office.colleague('colleague');
    const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
    const disclosure = await findsOnBoard(worker, reference);
    const person = await registerId(office, 'person', 'P1');
    const home = await registerId(office, 'property', 'H1');
    const file = await opensCase(manager, `${disclosure}`, worker, {}, `?person=${person}&property=${home}`);
    const changes = () => worker.reads(`${file}/tenancy-events`);
    const alike = (text: string) => text.replaceAll(/T[12]\b|T-nowhere/g, 'TENANCY');
    const fields = {
      servedBy: 'them',
      freeWill: 'free',
      advice: 'had',
      home: 'decided',
      answer: 'goes_ahead',
    };

    await t.test('a housing colleague enters a notice, and reads only that it is held', async () => {
      const held = await housing.reads(await says(housing, 'T1'));
      assert.match(held, /It is held/);
      assert.doesNotMatch(held, /abuse|violence|Zelda|Quince|L-|Who checks/i);
      for (const path of [file, `${file}/tenancy-events`, '/cases', '/find'])
        assert.equal((await housing.get(path)).statusCode, 403, path);
    });

    await t.test(
      'with a case, without one, and of a reference that nobody knows, the answer is one',
      async () => {
        const [withCase, without, unknown] = [
          await housing.reads(await says(housing, 'T1')),
          await housing.reads(await says(housing, 'T2')),
          await housing.reads(await says(housing, 'T-nowhere')),
        ];
        assert.equal(alike(without), alike(withCase));
        assert.equal(alike(unknown), alike(withCase));
      },
    );

    await t.test(
      'within a minute the case has it, its lead and managers are told, and a time runs',
      async () => {
        await office.at('2026-11-18T10:01');
        const shown = await changes();
        assert.match(shown, /A notice to quit, T1/);
        assert.match(shown, /Our hold does not stop the law/);
        assert.match(shown, /It may not go ahead now: Nobody has written down what was found out/);
        for (const each of [worker, manager])
          assert.match(
            words((await each.get('/notifications')).body),
            /came in that concerns you, and is held/,
          );
        assert.match(
          await worker.reads(`${file}/entries`),
          /A notice to quit: it came in for the tenancy, and is held/,
        );
        assert.match(
          await worker.reads('/day'),
          /A change of the tenancy is looked into on the day on which it comes/,
        );
      },
    );

    await t.test(
      'whoever is of the team and may not see the case reads of it what they would of any',
      async () => {
        await manager.finishes(`${file}/access/restriction`, {
          staffIds: [worker.staff, manager.staff, deputy.staff],
          reason: 'Her sister works with us',
        });
        const other = await office.colleague('da_worker');
        const list = await other.reads('/tenancy-events');
        assert.match(list, /T1 A notice to quit/);
        assert.doesNotMatch(list, /Zelda|Quince|LIN|case/i);
        const events = async (tenancy: string) => {
          const { rows } = await lintel.database.owner.query(
            'select id from tenancy_event where organisation_id = $1 and tenancy = $2 order by said_at limit 1',
            [office.landlord.organisation, tenancy],
          );
          return `/tenancy-events/${rows[0].id}`;
        };
        const known =
          /Ada Keel|Bram Oduya|Carys Webb|Dilys Thorne|Edric Vance|Farah Noor|Gil Penrose|Nobody yet/g;
        const alone = async (tenancy: string) =>
          alike((await other.reads(await events(tenancy))).replaceAll(known, 'SOMEBODY'));
        const given = await lintel.database.owner.query(
          'select tenancy from tenancy_event where organisation_id = $1 and given_to = $2',
          [office.landlord.organisation, other.staff],
        );
        assert.equal(given.rows.length, 0);
        assert.equal(await alone('T1'), await alone('T2'));
        assert.equal((await other.get(`${await events('T1')}/answer`)).statusCode, 404);
        assert.equal((await other.get(`${await events('T2')}/answer`)).statusCode, 404);
      },
    );

    await t.test(
      'where whoever is feared serves it, it never goes ahead, and says what is urgent',
      async () => {
        const path = await anEventIn(worker, file);
        const tried = await worker.fills(`${path}/finding`, { ...foundOut, ...fields, servedBy: 'feared' });
        assert.equal(tried.statusCode, 422);
        assert.match(words(tried.body), /Not yet\. Whoever is feared serves it alone/);
        await worker.finishes(`${path}/finding`, { ...foundOut, servedBy: 'feared' });
        const shown = await changes();
        assert.match(shown, /Get legal advice today/);
        assert.match(shown, /Whoever is feared serves it alone/);
      },
    );

    await t.test('nor by a manager, a job or a statement of the database', async () => {
      const { rows } = await lintel.database.owner.query(
        'select id from tenancy_event_check where organisation_id = $1 and case_id is not null',
        [office.landlord.organisation],
      );
      await assert.rejects(
        lintel.database.owner.query(
          `update tenancy_event_check set answer = 'goes_ahead', answered_at = now(), tells_from = now() where id = $1`,
          [rows[0].id],
        ),
        /not known to be safe|two agree/,
      );
    });

    await t.test('it goes ahead as they wish, once two agree, and is told in the morning', async () => {
      const path = await anEventIn(worker, file);
      await worker.finishes(`${path}/finding`, { ...foundOut, ...fields });
      const { body } = await worker.get(`${file}/tenancy-events`);
      const decision =
        /href="(\/cases\/[0-9a-f-]{36}\/tenancy-events\/answers\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
      assert.equal((await worker.post(decision, { decision: 'approved', _version: '1' })).statusCode, 403);
      await manager.finishes(decision, { decision: 'approved' });
      assert.match(await changes(), /It goes ahead/);
      const mine = async () => housing.reads('/tenancy-events');
      assert.doesNotMatch(await mine(), /Go on/);
      await office.at('2026-11-19T10:00');
      assert.match(await mine(), /T1 A notice to quit .*? Go on/);
      assert.match(
        await housing.reads('/notifications'),
        /A change of a tenancy that you entered is answered/,
      );
    });

    await t.test('without a case, one colleague answers: whoever it was given to', async () => {
      const { rows } = await lintel.database.owner.query(
        `select id, given_to as to from tenancy_event where organisation_id = $1 and tenancy = 'T2' and told is null`,
        [office.landlord.organisation],
      );
      const [{ id, to }] = rows;
      const checker = [worker, manager, deputy].find(({ staff }) => staff === to);
      assert.ok(checker, 'nobody of the team was chosen');
      const answer = { ...foundOut, servedBy: 'together', home: 'nothing_changes', answer: 'goes_ahead' };
      const asked = await checker.fills(`/tenancy-events/${id}/answer`, { ...answer, freeWill: 'not_asked' });
      assert.equal(asked.statusCode, 403);
      await checker.finishes(`/tenancy-events/${id}/answer`, { ...answer, freeWill: 'free' });
      await office.at('2026-11-20T10:00');
      assert.match(await housing.reads(`/tenancy-events/${id}`), /Go on/);
    });

    await t.test('a joint tenant’s notice imported overnight is on hold by morning', async () => {
      await office.at('2026-11-23T02:00');
      await importTenancies(office, 'T1,H1,rented,assured_periodic,2019-04-01,2026-12-21,P1;P2');
      await office.at('2026-11-23T02:01');
      const shown = await changes();
      assert.match(shown, /The housing system says that it ends, T1 Held/);
      assert.match(shown, /It names 21 December 2026/);
      assert.match(shown, /It stands so in the housing system/);
      assert.match(
        words((await worker.get('/notifications')).body),
        /came in that concerns you, and is held/,
      );
    });

    await t.test('so is a name that is gone or new, and nothing that stands as it did', async () => {
      const count = async () => {
        const { rows } = await lintel.database.owner.query(
          `select kind, count(*)::int as times from tenancy_event where organisation_id = $1 and way = 'import'
            group by 1 order by 1`,
          [office.landlord.organisation],
        );
        return rows.map(({ kind, times }) => `${kind} ${times}`);
      };
      await importTenancies(office, 'T2,H2,shared_ownership,shared_ownership_lease,2021-04-01,,P4;P5');
      assert.deepEqual(await count(), ['ending 1', 'name_added 1']);
      await importTenancies(office, 'T2,H2,shared_ownership,shared_ownership_lease,2021-04-01,,P4;P5');
      assert.deepEqual(await count(), ['ending 1', 'name_added 1']);
      await importTenancies(office, 'T2,H2,shared_ownership,shared_ownership_lease,2021-04-01,,P5');
      assert.deepEqual(await count(), ['ending 1', 'name_added 1', 'name_removed 1']);
      await importTenancies(office, 'T2,H2,shared_ownership,shared_ownership_lease,2021-04-01,2026-12-31,P5');
      assert.deepEqual(
        await count(),
        ['ending 1', 'name_added 1', 'name_removed 1'],
        'a sole tenancy of nobody’s',
      );
    });

    await t.test('another system says one by its token, and is told the same to the byte', async () => {
      const token = await systemMayAsk(office, ['letter']);
      const asks = (payload: object) =>
        lintel.app.inject({
          method: 'POST',
          url: '/api/v1/tenancy-events',
          headers: { authorization: `Bearer ${token}` },
          payload,
        });
      const said = { event: 'name_removed', givenOn: '2026-11-20' };
      const answers = await Promise.all(
        ['T1', 'T2', 'T-nowhere'].map((tenancy) => asks({ ...said, tenancy })),
      );
      for (const each of answers) {
        assert.equal(each.statusCode, 200);
        const { date: _, ...headers } = each.headers;
        const { date: __, ...first } = answers[0]?.headers ?? {};
        assert.deepEqual([each.body, headers], [answers[0]?.body, first]);
      }
      assert.equal((await asks({ ...said, tenancy: 'T1', givenOn: '0000-01-01' })).statusCode, 400);
      await office.at('2026-11-23T02:10');
      assert.match(await changes(), /A name is to be taken off, or was, T1/);
      const back = async (tenancy: string, event = 'name_removed') => {
        const { statusCode, body } = await lintel.app.inject({
          method: 'GET',
          url: `/api/v1/tenancy-events?tenancy=${tenancy}&event=${event}`,
          headers: { authorization: `Bearer ${token}` },
        });
        assert.equal(statusCode, 200);
        return { answer: JSON.parse(body).answer, length: body.length };
      };
      const held = await Promise.all(['T1', 'T2', 'T-nowhere'].map((tenancy) => back(tenancy)));
      assert.deepEqual(new Set(held.map(({ answer }) => answer)), new Set(['held']));
      assert.equal(new Set(held.map(({ length }) => length)).size, 1);
      assert.equal((await back('T1', 'surrender')).answer, 'not_said', 'what others said is not told');
      await lintel.database.owner.query(
        `update tenancy_event set told = 'do_not', told_from = '2026-11-24T09:00:00Z' where system_id is not null
          and tenancy = 'T1'`,
      );
      assert.deepEqual(await back('T1'), held[0], 'not before the working morning');
      await office.at('2026-11-24T09:01');
      assert.deepEqual(await back('T1'), { answer: 'do_not', length: held[0]?.length });
      assert.equal((await back('T2')).answer, 'held');
    });

    await t.test('a conflict takes it from them, and leaves what they entered themselves', async () => {
      const brother = await office.colleague('da_worker');
      assert.match(await brother.reads('/tenancy-events'), /T1/);
      await manager.finishes(`${file}/conflicts/new`, {
        ...{ staffId: brother.staff, relation: 'relative', reason: 'Her brother-in-law' },
      });
      assert.doesNotMatch(await brother.reads('/tenancy-events'), /T1/);
    });
  });
