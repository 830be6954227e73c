import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partLabel } from '#rules/words.ts';
import { lintelSite } from '../lintel-site.ts';
import { foreignWords, triedPacks } from '../packs.ts';
import { registerId } from '../register-lived-in.ts';
import { atMillLane } from './home-steps.ts';
import { openOffice, words } from './office.ts';

const who = (body: string) =>
  [...body.matchAll(/<dt class="govuk-summary-list__key"[^>]*>([\s\S]*?)<\/dt>/g)].map(([, name = '']) =>
    words(`<main>${name}</main>`).trim(),
  );

for (const pack of triedPacks)
  test(`before anything of a case leaves, whoever would learn it is named (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, file } = await atMillLane(office);
    const feared = partLabel('alleged_perpetrator', pack.words);
    const orson = { personId: await registerId(office, 'person', 'P2'), connection: 'married' };
    await worker.post(`${file}/people/new`, { ...orson, describedAs: '', part: 'alleged_perpetrator' });
    await worker.finishes(`${file}/people/new`, { describedAs: 'Her son Teo, aged 7', part: 'child_victim' });
    await worker.finishes(`${file}/contact/new`, {
      ...{ channel: 'post', value: '1 Mill Lane', agreed: 'yes', post: 'yes', meetingPlace: 'The library' },
      ...{ whoMightAnswer: 'his mother, on Mondays', interpreter: 'not_needed' },
    });
    await worker.finishes(`${file}/plan/draft`, { wants: 'undecided', ownWords: 'I want to see my sister' });
    await worker.finishes(`${file}/plan/agreement`, {
      standing: 'agreed',
      how: 'in_person',
      ownWords: 'Yes',
    });
    const copy = `${file}/plan/copies/new`;

    await t.test(
      'the page on which their plan is given says it for each way, before the button',
      async () => {
        const { body } = await worker.get(copy);
        const page = words(body);
        assert.match(
          page,
          /Who would learn this\?.*Read aloud together.*handed over: The library.*By post.* Save$/s,
        );
        assert.match(
          page,
          new RegExp(
            `${feared} Holds the tenancy of the same home. If it goes to that home, they could open the post`,
          ),
        );
        assert.match(page, /As they told us: “his mother, on Mondays”/);
        assert.match(
          page,
          /Others who get their post there Not known\. Whether others use it too is not known/,
        );
        assert.match(page, /A child They could find it/);
        assert.doesNotMatch(page, foreignWords(pack));
      },
    );

    await t.test('what was shown is kept with the copy, and names nobody of the register', async () => {
      await worker.finishes(copy, { way: 'posted' });
      const plan = await worker.reads(`${file}/plan`);
      assert.match(plan, /Who would learn this, as it was shown.*his mother, on Mondays/s);
      const { rows } = await lintel.database.owner.query(
        'select learners from plan_copy where case_id = $1',
        [file.split('/').at(-1)],
      );
      assert.match(JSON.stringify(rows), /The printer/);
      assert.doesNotMatch(JSON.stringify(rows), /Orson|Zelda|Quince|Mill Lane/);
    });

    await t.test('where it has changed since the page was opened, it is looked at again', async () => {
      const { body } = await worker.get(copy);
      const version = /name="_version" value="([^"]+)"/.exec(body)?.[1] ?? '';
      await worker.finishes(`${file}/people/new`, { describedAs: 'His mother', part: 'household_member' });
      const sent = await worker.post(copy, { way: 'read_aloud', _version: version });
      assert.equal(sent.statusCode, 409, words(sent.body));
      await worker.finishes(copy, { way: 'read_aloud' });
    });

    const period = { agreed: '', why: '', from: '', to: '' };
    const asks = (purpose: string, more: object = {}) =>
      worker.post(`${file}/exports/new`, { ...period, purpose, recipient: '', ...more });

    await t.test('the chronology says it for the person, a court, an agency and the team', async () => {
      const reaches = 'By post';
      assert.deepEqual(who((await asks('person', { reaches })).body).slice(0, 2), [
        feared,
        'Whoever else may answer, open or find it',
      ]);
      const court = who((await asks('court', { recipient: 'The county court' })).body);
      assert.deepEqual(court.slice(0, 1), [`${feared} and their solicitor`]);
      const agency = who((await asks('partner', { recipient: 'The refuge', agreed: 'yes' })).body);
      assert.deepEqual(agency.slice(0, 2), [
        'Whoever works with it there',
        `${feared}, or anybody whom it names`,
      ]);
      const team = who((await asks('file')).body);
      assert.deepEqual(team.slice(-2), ['The computer on which it is saved', 'The printer']);
    });

    await t.test('and keeps with what was taken away what was shown', async () => {
      const { body } = await asks('court', { recipient: 'The county court' });
      const version = /name="_version" value="([^"]+)"/.exec(body)?.[1] ?? '';
      const court = { ...period, purpose: 'court', recipient: 'The county court', format: 'csv' };
      const made = await worker.post(`${file}/exports`, { ...court, _version: version });
      assert.equal(made.statusCode, 200, words(made.body));
      const list = await worker.reads(`${file}/exports`);
      assert.match(list, new RegExp(`Who would learn this, as it was shown ${feared} and their solicitor`));
    });
  });
