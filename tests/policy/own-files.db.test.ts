import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import {
  answers,
  asks,
  opensFile,
  questionFor,
  rangHimself,
  speaksOfAProgramme,
} from '../own-files-lived-in.ts';
import { triedPacks } from '../packs.ts';
import { mayGo } from '../perpetrators-lived-in.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { openOffice } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const day = (name: string, on: number) => ({
  [`${name}-day`]: `${on}`,
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
});

for (const pack of triedPacks)
  test(`somebody is feared in a case and helped in a file of their own (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    await importRegisterOf(office);
    const { worker, manager, deputy } = office;
    const helper = await office.colleague('da_worker');
    const { reference } = await writesDown(worker, {
      person_name: 'Zelda Quince',
      alleged_name: 'Orson Quince',
    });
    const told = await findsOnBoard(worker, reference);
    const zelda = await registerId(office, 'person', 'P1');
    const file = await opensCase(manager, told, worker, {}, `?person=${zelda}`);
    const added = await worker.post(`${file}/people/new`, {
      ...{
        personId: await registerId(office, 'person', 'P2'),
        part: 'alleged_perpetrator',
        connection: 'married',
      },
    });
    assert.equal(added.statusCode, 303);

    await t.test('whoever works on the case cannot take the file, and nobody says why', async () => {
      const refused = await deputy.fills('/own-files/new', {
        ...rangHimself,
        person: 'P2',
        workerId: worker.staff,
      });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /This colleague cannot take it\. Choose somebody else/);
      assert.match(refused.body, /asked where he could get help/, 'what was typed is kept');
      const named = await deputy.fills('/own-files/new', {
        ...{ ...rangHimself, person: 'P2', workerId: helper.staff },
        words: `It is about the case C-ABCD-2345, in which he is named`,
      });
      assert.match(named.body, /Leave out the reference of a case or a disclosure/);
    });

    const own = await opensFile(deputy, helper, 'P2');

    await t.test('each side finds its own, and nothing of the other', async () => {
      assert.match(await helper.reads(own), /Orson Quince.*Alleged: nobody has decided/s);
      for (const who of [worker, manager]) assert.equal((await who.get(own)).statusCode, 404);
      assert.doesNotMatch(await manager.reads('/own-files'), /Orson/);
      for (const who of [helper, deputy]) {
        assert.equal((await who.get(file)).statusCode, 404);
        assert.doesNotMatch(await who.reads('/cases'), /Zelda/);
        const found = await who.post('/people', { q: 'Zelda Quince' });
        assert.doesNotMatch(found.body, /P1\b/);
      }
      assert.match(await worker.reads(file), /Zelda Quince/);
      assert.doesNotMatch(await worker.reads(`${file}/access`), /own file|Conflict.*Lives/);
    });

    await t.test('a programme that is no such programme is not written down', async () => {
      const sent = await helper.fills(`${own}/programmes/new`, {
        ...{ name: 'Managing anger in six weeks', accredited: 'no', partner: 'no', voluntary: 'yes' },
        words: 'A course that the town offers',
      });
      assert.equal(sent.statusCode, 422);
      assert.match(sent.body, /Only a programme that is accredited/);
      assert.match(sent.body, /Only a programme that supports the partner/);
    });

    const programme = await speaksOfAProgramme(helper, own);

    await t.test('nobody has answered: it does not go', async () => {
      await asks(helper, programme);
      assert.match(await helper.reads(own), /Asked\. Until it is answered: not now/);
      const sent = await helper.post(`${programme}/referral`, {
        ...day('referred', 18),
        words: 'By telephone',
      });
      assert.equal(sent.statusCode, 403);
      assert.doesNotMatch(await deputy.reads('/programme-questions'), /Orson/, 'whoever keeps the file');
    });

    await t.test(
      'a manager says that it may, and no case does: that is not now, and nobody learns which',
      async () => {
        const question = await manager.reads(await questionFor(manager));
        assert.match(question, /Orson Quince/);
        assert.doesNotMatch(question, /wants to stop|Otherton programme/);
        await answers(manager, 'may_go');
        const learnt = await helper.reads(own);
        assert.match(learnt, /Asked whether it may go\s*: not now/);
        assert.ok(!learnt.includes('I asked whoever'), 'not on what it rests');
      },
    );

    await t.test('once she was asked and says so, it goes; and what came of it is asked for', async () => {
      await mayGo(worker, file);
      await asks(helper, programme);
      await answers(manager, 'may_go');
      await helper.finishes(`${programme}/referral`, {
        ...day('referred', 18),
        words: 'By telephone, to the programme',
      });
      assert.match(await helper.reads(own), /Referred: what came of it is not known/);
      await office.at('2027-01-14T10:00');
      assert.match(await helper.reads('/notifications'), /What came of something is not known\. Ask again/);
      await helper.finishes(`${programme}/outcome`, {
        ...{ outcome: 'not_known', words: 'The programme says nothing of those who take part' },
      });
      assert.match(await helper.reads(own), /What came of it is known/);
    });

    await t.test(
      'the chronology of the case knows what was asked there, and nothing of the file',
      async () => {
        const chronology = await worker.reads(`${file}/entries`);
        assert.match(chronology, /If a programme were put to whoever is feared/);
        assert.doesNotMatch(chronology, /Otherton programme|asked where he could get help/);
      },
    );

    await t.test('ended as unfounded it is on no list', async () => {
      await deputy.finishes(`${own}/ending`, {
        ...{ as: 'unfounded', words: 'The police found that it was somebody else' },
      });
      for (const who of [deputy, helper]) {
        assert.equal((await who.get(own)).statusCode, 404);
        assert.doesNotMatch(await who.reads('/own-files'), /Orson/);
      }
    });
  });
