import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cannotTell, isHarmed, judges, saidOtherwise } from '../counter-allegations-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { feared, isPut, isSafe, proposes, safeTest, supports } from '../perpetrators-lived-in.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { openOffice, words } from './office.ts';
import { aCase, findsOnBoard, opensCase, writesDown } from './steps.ts';

for (const pack of triedPacks) {
  test(`somebody says that it is the other way round (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, deputy } = office;
    const file = await aCase(worker);
    await feared(office, file);
    const owed = () => worker.reads(file);
    const level = async () => /Level of risk[^.]*?(High|Medium|Standard)/.exec(await owed())?.[1];
    const before = await level();
    const action = await proposes(worker, file);
    await isSafe(worker, action, '2026-11-18T10:00');

    await t.test(
      'it is written down with who said so and how it reached us, and only that follows',
      async () => {
        const page = await saidOtherwise(worker, file);
        const shown = await worker.reads(page);
        assert.match(shown, /To be judged/);
        assert.match(shown, /no help ends, no level of risk goes down, no time stops/);
        assert.equal(await level(), before);
        const offers = await worker.get(`${file}/support`);
        assert.equal(offers.statusCode, 200);
      },
    );

    await t.test('nothing is done about whoever is feared until it is judged', async () => {
      const shown = await worker.reads(action);
      assert.ok(
        shown.includes(citing(pack, 'It is not judged who mainly harms whom.', 'perpetrator-gate')),
        shown,
      );
      const put = { why: 'The neighbours ask for it every week', _version: '2' };
      assert.equal((await worker.post(`${action}/manager`, put)).statusCode, 403);
    });

    await t.test(
      'nobody concludes without a specialist, against one, or while fear is not known',
      async () => {
        const form = `${file}/other-accounts/judgement`;
        const { body } = await worker.get(form);
        const aboutId = /name="aboutId"[^>]*value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
        const tried = async (more: Readonly<Record<string, string>>) =>
          words((await worker.fills(form, { ...isHarmed, aboutId, ...more })).body);
        const none = { 'said-day': '', 'said-month': '', 'said-year': '' };
        const nobody = { specialist: 'none', specialistWho: '', specialistWay: '', ...none };
        assert.match(await tried(nobody), /A specialist says so first/);
        assert.match(await tried({ specialist: 'harms' }), /The specialist does not say that/);
        assert.match(await tried({ fear: 'not_known' }), /While this is not known it cannot be told yet/);
        assert.match(
          await tried({ conclusion: 'harms', specialist: 'harms', heard: 'not_heard' }),
          /Nobody is found to harm without having been heard alone/,
        );
        assert.doesNotMatch(body, /mutual|both harm|each other/i);
      },
    );

    await t.test('that it cannot be told yet is an answer, and is owed again', async () => {
      const decision = await judges(worker, file, cannotTell);
      assert.equal(
        (await worker.post(decision, { decision: 'approved', why: '', _version: '1' })).statusCode,
        403,
        'a worker',
      );
      await manager.finishes(decision, { decision: 'approved' });
      assert.match(await worker.reads(`${file}/other-accounts`), /It cannot be told yet/);
      assert.match(words((await worker.get(file)).body), /judged again within 20 working days: … Due/);
      assert.match(await worker.reads(action), /It is not judged who mainly harms whom/);
    });

    await t.test(
      'two people judge it with a specialist: then action may go on, where it is safe',
      async () => {
        await office.at('2026-11-19T10:00');
        const decision = await judges(worker, file);
        await manager.finishes(decision, { decision: 'approved' });
        assert.match(
          await worker.reads(`${file}/other-accounts`),
          /The person of this case is mainly harmed/,
        );
        assert.doesNotMatch(
          words((await worker.get(file)).body),
          /judged again within 20 working days: … Due/,
        );
        await isSafe(worker, action, '2026-11-19T10:00');
        await isPut(worker, action);
      },
    );

    await t.test('something new asks anew, and takes back what waits for a manager', async () => {
      await office.at('2026-11-19T11:00');
      const decision = await isPutAgain();
      await saidOtherwise(worker, file, { source: 'court', way: 'A letter of her solicitor' });
      assert.match(await worker.reads(action), /It is not judged who mainly harms whom/);
      assert.match(await manager.reads(decision), /It is not judged who mainly harms whom/);
      const agrees = { decision: 'approved', why: '', _version: '1' };
      assert.notEqual((await manager.post(decision, agrees)).statusCode, 303);
      assert.match(await worker.reads(`${file}/other-accounts`), /To be judged/);
    });

    async function isPutAgain(): Promise<string> {
      const { body } = await worker.get(action);
      const found = /href="(\/cases\/[0-9a-f-]{36}\/enforcement\/decisions\/[0-9a-f-]{36})"/.exec(body)?.[1];
      assert.ok(found);
      return found;
    }

    await t.test('whoever is found to harm is helped on as before, and action is stopped', async () => {
      const harms = { conclusion: 'harms', specialist: 'harms', fear: 'harms', control: 'harms' };
      await deputy.finishes(await judges(worker, file, { ...isHarmed, ...harms }), { decision: 'approved' });
      assert.equal(await level(), before);
      const shown = await owed();
      assert.doesNotMatch(shown, /Closed/);
      assert.match(await worker.reads(action), /Stopped: it may raise the risk/);
      await worker.finishes(`${action}/view`, supports('2026-11-19T11:00'));
      await worker.finishes(`${action}/test`, safeTest);
      const put = { why: 'I decide it all the same', _version: '99' };
      for (const each of [worker, manager, deputy])
        assert.notEqual((await each.post(`${action}/manager`, put)).statusCode, 303);
    });
  });

  test(`two who name each other: two cases, two colleagues, and nothing between them (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    await importRegisterOf(office);
    const { worker, manager } = office;
    const second = await office.colleague('da_worker');
    const [hers, his, home] = await Promise.all([
      registerId(office, 'person', 'P1'),
      registerId(office, 'person', 'P4'),
      registerId(office, 'property', 'H1'),
    ]);
    const opens = async (name: string, person: string, lead: typeof worker) => {
      const { reference } = await writesDown(manager, { person_name: name });
      const told = await findsOnBoard(manager, reference);
      return opensCase(manager, told, lead, {}, `?person=${person}&property=${home}`);
    };
    const names = async (by: typeof worker, file: string, person: string) => {
      const part = { part: 'alleged_perpetrator', personId: person, describedAs: '', connection: 'intimate' };
      assert.equal((await by.post(`${file}/people/new`, part)).statusCode, 303);
    };
    const one = await opens('Somebody', hers, worker);
    const other = await opens('Somebody else', his, worker);

    await t.test('he is feared in hers, and helped in a case of his own like anybody', async () => {
      await names(worker, one, his);
      assert.equal((await worker.get(other)).statusCode, 200, 'nobody loses whoever helps them at once');
    });

    await t.test(
      'one colleague led both: managers are told, and one is given away within a day',
      async () => {
        await office.at('2026-11-18T10:05');
        assert.match(words((await manager.get('/notifications')).body), /Something needs another colleague/);
        assert.match(await manager.reads('/two-cases'), /One colleague leads both/);
        await manager.finishes(`${other}/allocation`, {
          staffId: second.staff,
          reason: 'She has room for it',
        });
        assert.equal((await worker.get(other)).statusCode, 404);
        assert.equal((await second.get(one)).statusCode, 404);
        await office.at('2026-11-18T10:10');
        assert.match(await manager.reads('/two-cases'), /Apart/);
      },
    );

    await t.test('neither colleague is offered for the other, and nothing says why', async () => {
      const { body } = await manager.get(`${one}/allocation`);
      assert.ok(!body.includes(second.staff));
      const list = await second.get('/two-cases');
      assert.equal(list.statusCode, 403);
      const { rows } = await lintel.database.owner.query('select id, reference from case_file');
      for (const path of [`${other}/access`, other]) {
        const shown = await second.reads(path);
        for (const { id, reference } of rows)
          if (one.endsWith(id)) assert.ok(!shown.includes(reference), path);
      }
    });

    await t.test(
      'each names the other: it is asked in both who harms whom, and neither says why',
      async () => {
        await names(second, other, hers);
        await office.at('2026-11-18T10:20');
        for (const [by, file] of [
          [worker, one],
          [second, other],
        ] as const) {
          const shown = await by.reads(`${file}/other-accounts`);
          assert.match(shown, /It is asked who harms whom/);
          assert.doesNotMatch(shown, /another case|C-/);
          assert.match(words((await by.get('/notifications')).body), /is to be judged by you/);
        }
        assert.match(await manager.reads('/two-cases'), /Each names the other/);
      },
    );

    await t.test('what one said stands in one alone', async () => {
      await saidOtherwise(worker, one);
      assert.doesNotMatch(await second.reads(`${other}/other-accounts`), /scratched his arm/);
      assert.doesNotMatch(await second.reads(`${other}/entries`), /scratched his arm/);
    });
  });
}
