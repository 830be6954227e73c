import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { alone, on, tells, wished } from './letting-steps.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, recordsContact, writesDown } from './steps.ts';

for (const pack of triedPacks)
  test(`the question at a letting (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const { organisation } = office.landlord;
    const owner = lintel.database.owner;
    const officer = await office.colleague('lettings');
    const other = await office.colleague('lettings');
    const rows = async (query: string) =>
      (await owner.query(query, query.includes('$1') ? [organisation] : [])).rows;
    const events = async (name: string) =>
      (await rows(`select data, subject_id from event where organisation_id = $1 and name = '${name}'`))
        .length;
    const promisesContact = pack.commitments.some(({ id }) => /^new-.*-contacted$/.test(id));
    const promised = (outcomes: readonly string[]) => (promisesContact ? outcomes : []);
    const contacts = async () =>
      (
        await rows(`select outcome from obligation where organisation_id = $1
          and commitment like 'new-%-contacted' order by started_at`)
      ).map(({ outcome }) => outcome);

    await t.test('nobody is asked where somebody can hear, or where the family interprets', async () => {
      const letting = await tells(officer, 'LET-1');
      assert.match(await officer.reads(letting), /Nobody may hear/);
      const asked = { outcome: 'asked', answer: 'no' };
      const overheard = await officer.fills(`${letting}/answer`, { ...asked, interpreter: 'not_needed' });
      assert.equal(overheard.statusCode, 422);
      assert.match(overheard.body, /Ask only where nobody else can hear/);
      const family = { ...asked, alone: ['yes'], interpreter: 'somebody' };
      assert.match((await officer.fills(`${letting}/answer`, family)).body, /book a professional/);
      const half = await officer.fills(`${letting}/hand-on`, { ...wished, agreed: [], alone: [] });
      assert.equal(half.statusCode, 422);
      assert.match(half.body, /Hand on only what they agree to/);
      assert.match(half.body, /found my last address/, 'what was typed is kept');
      assert.equal((await rows('select from disclosure where organisation_id = $1')).length, 0);
      assert.match(await officer.reads('/new-lettings'), /LET-1[\s\S]*To be asked/);
    });

    await t.test('what they answer is kept as a number of the month, and of nobody', async () => {
      const letting = await tells(officer, 'LET-2');
      await officer.finishes(`${letting}/answer`, { outcome: 'asked', ...alone, answer: 'yes' });
      const [kept] = await rows(`select to_jsonb(l) as row from letting l where organisation_id = $1
        and reference = 'LET-2'`);
      assert.doesNotMatch(JSON.stringify(kept.row), /yes/);
      const asked = await rows(
        `select data from event where organisation_id = $1 and name = 'letting.asked'`,
      );
      assert.deepEqual(asked, [{ data: {} }]);
      const numbers = await rows('select answer, times from letting_answer where organisation_id = $1');
      assert.deepEqual(numbers, [{ answer: 'yes', times: 1 }]);
      assert.equal((await rows('select from draft')).length, 0, 'nor in a draft');
      assert.equal((await rows('select from disclosure where organisation_id = $1')).length, 0);
      assert.equal((await officer.get(`${letting}/answer`)).statusCode, 404, 'asked once');
    });

    await t.test('with their agreement it reaches the team like whatever anybody tells', async () => {
      const letting = await tells(officer, 'LET-3');
      const thanks = await officer.reads(await officer.finishes(`${letting}/hand-on`, wished));
      const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(thanks)?.[0] ?? '';
      assert.doesNotMatch(thanks, /Quince|husband/);
      const disclosure = await findsOnBoard(worker, reference);
      const told = await worker.reads(disclosure);
      for (const part of [/New letting or sign-up/, /found my last address/, /3 December 2026/])
        assert.match(told, part);
      const clocks = await rows(`select commitment from obligation where organisation_id = $1`);
      assert.ok(clocks.length > 0, 'the ordinary clocks run');
      const file = await opensCase(manager, disclosure, worker);
      await office.at('2026-11-18T11:00');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:50');
      await office.at('2026-11-18T12:30');
      assert.equal(await events('letting.handed-on'), 1);
      assert.deepEqual(await contacts(), promised(['met']));
    });

    await t.test('lettings read that it was asked and handed on, and nothing else', async () => {
      const own = await officer.reads('/new-lettings');
      assert.match(own, /LET-3[\s\S]{0,80}Asked, and handed on/);
      assert.doesNotMatch(own, /Quince|husband|07700|D-[A-Z2-9]{4}/);
      const { body } = await officer.get('/new-lettings');
      const [, path = ''] = /href="(\/new-lettings\/[0-9a-f-]{36})">LET-3/.exec(body) ?? [];
      assert.doesNotMatch(await officer.reads(path), /Quince|husband|07700|D-[A-Z2-9]{4}/);
      assert.equal((await officer.get(`${path}/hand-on`)).statusCode, 404);
      for (const page of [path, `${path}/hand-on`, `${path}/answer`])
        assert.equal((await other.get(page)).statusCode, 404, 'another colleague of lettings');
      assert.doesNotMatch(await other.reads('/new-lettings'), /LET-[23]/);
      for (const page of ['/disclosures', '/cases', '/new-lettings/figures'])
        assert.equal((await officer.get(page)).statusCode, 403, page);
      const byManager = await manager.reads('/new-lettings');
      assert.doesNotMatch(byManager, /LET-[23]/, 'neither do managers read of whom');
    });

    await t.test('a letting is told of once, by its reference and never by a name', async () => {
      const again = await other.fills('/new-lettings/new', { reference: 'let-3', ...on('2026-12-03') });
      assert.equal(again.statusCode, 422);
      assert.match(again.body, /told before/);
      const name = await other.fills('/new-lettings/new', { reference: 'Mrs Quince', ...on('2026-12-03') });
      assert.match(name.body, /and no name/);
    });

    await t.test(
      'whoever could not be asked stays on the list, and counts only once they moved in',
      async () => {
        const unsafe = await tells(other, 'LET-4', '2026-11-24');
        await other.finishes(`${unsafe}/answer`, { outcome: 'not_asked', why: 'not_alone' });
        assert.match(await other.reads('/new-lettings'), /LET-4[\s\S]*They were not alone/);
        await tells(other, 'LET-5', '2026-11-24');
        const none = await tells(other, 'LET-6', '2026-11-24');
        await other.finishes(`${none}/answer`, { outcome: 'not_asked', why: 'fell_through' });
        assert.doesNotMatch(await other.reads('/new-lettings'), /LET-6/);
        await office.at('2026-11-24T18:00');
        assert.equal(await events('letting.not-asked'), 0);
        await office.at('2026-11-25T09:30');
        assert.equal(await events('letting.not-asked'), 1, 'blank is not asked');
        assert.equal(await events('letting.not-safe-to-ask'), 1);
        assert.equal(await events('letting.fell-through'), 1);
      },
    );

    await t.test('it is never too late to ask, and late is told apart', async () => {
      const { body } = await other.get('/new-lettings');
      const [, path = ''] = /href="(\/new-lettings\/[0-9a-f-]{36})">LET-5/.exec(body) ?? [];
      await other.finishes(`${path}/hand-on`, { ...wished, safe_to_contact: 'no' });
      assert.equal(await events('letting.asked-late'), 1);
      assert.equal(await events('letting.handed-on-late'), 1);
      const [late] =
        await rows(`select safe_to_contact, contact_value from disclosure where organisation_id = $1
        order by received_at desc limit 1`);
      assert.deepEqual(late, { safe_to_contact: 'no', contact_value: '' });
    });

    await t.test('contact before the move is owed, and broken where nobody made it', async () => {
      const letting = await tells(officer, 'LET-7', '2026-11-30');
      await officer.finishes(`${letting}/hand-on`, wished);
      const [owed] = await rows(`select to_char(due_at at time zone 'Europe/London', 'Dy DD HH24:MI') as due
        from obligation where organisation_id = $1
        and commitment like 'new-%-contacted' and outcome is null`);
      if (promisesContact) assert.equal(owed.due, 'Fri 27 17:00');
      await office.at('2026-11-30T09:30');
      assert.deepEqual(await contacts(), promised(['met', 'breached']));
    });

    await t.test(
      'written of a new letting in another form, it is told apart: nobody knows who asked',
      async () => {
        assert.equal(await events('letting.told-otherwise'), 0);
        await writesDown(worker, { route: 'new_letting' });
        assert.equal(await events('letting.told-otherwise'), 1);
        assert.equal((await contacts()).length, promised(['met', 'breached']).length);
      },
    );

    await t.test('whoever is named as involved sees nothing of it', async () => {
      const letting = await tells(officer, 'LET-8', '2026-12-10');
      const named = { ...wished, verbatim: 'It is a colleague of yours.', colleague_1: worker.staff };
      const thanks = await officer.reads(await officer.finishes(`${letting}/hand-on`, named));
      const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(thanks)?.[0] ?? '';
      assert.ok((await manager.reads('/disclosures')).includes(reference));
      assert.ok(!(await worker.reads('/disclosures')).includes(reference));
    });

    await t.test('managers see who never asks, and no answer of so few that it says who', async () => {
      for (const number of [20, 21, 22, 23]) await tells(other, `LET-${number}`, '2026-11-30');
      await office.at('2026-12-01T09:30');
      const figures = words((await manager.get('/new-lettings/figures')).body);
      assert.match(figures, /November 2026 8 1 1 4 1 1 Not shown Not shown Not shown/);
      assert.match(figures, /Half or more not asked/);
      assert.doesNotMatch(figures, /LET-|Quince/);
      if (pack.clauses.some(({ id }) => id === 'V4.3a' || id === 'L2.7f'))
        assert.match(await manager.reads('/board'), /are asked before they move in/);
    });
  });
