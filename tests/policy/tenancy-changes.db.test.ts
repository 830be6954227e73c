import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { asksForChange, settles } from '../tenancies-lived-in.ts';
import { openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

const seven = ['advice', 'home', 'arrears', 'security', 'retaliation', 'possession', 'claim'];

for (const { id: packId } of triedPacks)
  test(`a change of their tenancy comes first, and nothing is served before it is settled (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const file = await aCase(worker);
    const change = await asksForChange(worker, file, 'notice_and_regrant');
    const agree = (by = manager) =>
      by.fills(`${change}/step`, { step: 'agreed', words: 'The new tenancy is drafted, from the first' });

    await t.test('it is promised within five working days, and said what their notice would do', async () => {
      const shown = await worker.reads(change);
      assert.match(shown, /7 to settle first/);
      assert.match(shown, /Their notice ends the tenancy for everybody/);
      assert.match(await worker.reads(file), /A change of their tenancy is decided first|decided first/);
    });

    await t.test(
      'a manager cannot agree while one of the seven is not settled, answered no, or not known',
      async () => {
        for (const item of seven.slice(1)) await settles(worker, change, item);
        for (const answer of [null, 'not_known', 'no']) {
          if (answer !== null) await settles(worker, change, 'advice', answer);
          const refused = await agree();
          assert.equal(refused.statusCode, 422);
          assert.match(words(refused.body), /Not settled yet: independent legal advice was offered/);
        }
        await assert.rejects(
          lintel.database.owner.query(
            `insert into tenancy_change_step (organisation_id, id, case_id, change_id, step, words, recorded_at,
              recorded_by)
            select organisation_id, gen_random_uuid(), case_id, id, 'agreed', 'x', now(), $2 from tenancy_change
            where organisation_id = $1`,
            [office.landlord.organisation, manager.staff],
          ),
          /not everything is settled/,
        );
      },
    );

    await t.test(
      'once all are settled managers are told, and one who did not write it down agrees',
      async () => {
        await settles(worker, change, 'advice');
        assert.match(words((await manager.get('/notifications')).body), /settled, and waits for a manager/);
        const own = await agree(worker);
        assert.equal(own.statusCode, 422);
        assert.match(words(own.body), /A manager decides it, and not whoever wrote it down/);
        assert.equal((await agree()).statusCode, 303);
        assert.match(await worker.reads(change), /We agree to it/);
        assert.match(await worker.reads(`${file}/entries`), /We agree to it: it may be done/);
      },
    );

    await t.test('less security is not the worker’s to give; the same is, and it can be undone', async () => {
      const done = { step: 'done', words: 'The new tenancy began today' };
      const less = await worker.fills(`${change}/step`, { ...done, security: 'less' });
      assert.equal(less.statusCode, 422);
      const unsaid = await worker.fills(`${change}/step`, done);
      assert.match(words(unsaid.body), /Say how it stands beside the tenancy of before/);
      await worker.finishes(`${change}/step`, { ...done, security: 'same' });
      assert.match(await worker.reads(change), /The same security as before, or more/);
      await worker.finishes(`${change}/step`, { step: 'undone', words: 'It was signed in the wrong name' });
      assert.match(await worker.reads(`${file}/tenancy-events`), /It was undone/);
    });

    await t.test('that they do not want it is no failure, and ends what is owed', async () => {
      const other = await asksForChange(worker, file);
      await worker.finishes(`${other}/step`, { step: 'not_wanted', words: 'She would rather move' });
      const { rows } = await lintel.database.owner.query(
        `select outcome from obligation where organisation_id = $1 and subject_id = $2`,
        [office.landlord.organisation, other.split('/').at(-1)],
      );
      assert.equal(rows.length, 1);
      assert.equal(rows[0].outcome, 'met_by_plan');
    });
  });
