import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprint } from '#kit/fingerprint.ts';
import { partLabel } from '#rules/words.ts';
import { lintelSite } from '../lintel-site.ts';
import { foreignWords, triedPacks } from '../packs.ts';
import { registerId } from '../register-lived-in.ts';
import { asks as assesses, contacted, enough } from './asking.ts';
import { atMillLane } from './home-steps.ts';
import { openOffice, words } from './office.ts';
import { decidesAllOf } from './sharing-steps.ts';

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
      'nothing is posted to the home that whoever is feared holds, whatever was agreed',
      async () => {
        assert.match(await worker.reads(copy), /On paper, by post: Whoever they fear is or was at/);
        const posted = await worker.post(copy, { way: 'posted', lines: ['want'] });
        assert.notEqual(posted.statusCode, 303);
        await worker.finishes(`${file}/contact/ways/new`, {
          ...{ channel: 'post', name: 'her sister’s', value: '3 Sea Road, ZX2 2BB', shared: 'not_known' },
          ...{ whoMightAnswer: 'his mother, on Mondays', agreed: 'yes' },
        });
        assert.doesNotMatch(await worker.reads(copy), /On paper, by post: Whoever they fear/);
      },
    );

    await t.test(
      'the page on which their plan is given says it for each way, before the button',
      async () => {
        const { body } = await worker.get(copy);
        const page = words(body);
        assert.match(
          page,
          /Who would learn this\? .*Whom they fear .*Who would see it, or could .*What nobody knows .* Save$/s,
        );
        assert.match(
          page,
          new RegExp(
            `Whom they fear ${feared} Holds the tenancy of the same home. Handed over: they could find .*` +
              'By post: if it goes to that home, they could open the post; .* Send nothing to that home. ' +
              'Read aloud: they could be within hearing.',
          ),
        );
        assert.match(page, /By post: as they told us: “his mother, on Mondays”/);
        assert.match(
          page,
          /What nobody knows .*Others who get their post there \(by post\) ?: Whether others use it too is not known/,
        );
        assert.match(page, /A child They could find it/);
        assert.equal(
          page.match(/Others of the household/g)?.length,
          1,
          'each is named once, whatever the way',
        );
        assert.doesNotMatch(page, /nterpreter|reads it to them/, 'on record as not needed');
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

    await t.test('before the plan stands there in large words, who might hear is read, alone', async () => {
      assert.equal(
        (await office.manager.get(`${file}/plan/aloud`)).headers.location,
        `${file}/plan/together`,
      );
      assert.match(
        await office.manager.reads(`${file}/plan/together`),
        new RegExp(`do not turn this page to them.*Whom they fear ${feared}.*Open it`),
      );
      const aloud = await office.manager.finishes(`${file}/plan/together`, {});
      assert.equal(aloud, `${file}/plan/aloud`);
      const page = await office.manager.reads(aloud);
      assert.match(page, /I want to see my sister/);
      assert.doesNotMatch(page, /learn|fear|printer/i, 'nothing of it stands between the two of them');
      assert.match(await office.manager.reads(`${file}/plan/together`), /Read before .* by /);
      assert.match(
        await office.manager.reads(`${file}/access/readers`),
        /Opened the plan to look at together/,
      );
    });

    const period = { from: '', to: '' };
    const toTheCourt = () => decidesAllOf({ worker }, file, 'court');
    const asks = (purpose: string, more: object = {}) =>
      worker.post(`${file}/exports/new`, { ...period, purpose, recipient: '', ...more });

    await t.test('the chronology says it for the person, a court, an agency and the team', async () => {
      const reaches = 'By post: her sister’s';
      assert.deepEqual(who((await asks('person', { reaches })).body).slice(0, 2), [
        feared,
        'Whoever else may answer, open or find it',
      ]);
      const court = who((await asks('court', { recipient: await toTheCourt() })).body);
      assert.deepEqual(court.slice(0, 1), [`${feared} and their solicitor`]);
      const agency = who(
        (await asks('partner', { recipient: await decidesAllOf({ worker }, file, 'specialist') })).body,
      );
      assert.deepEqual(agency.slice(0, 2), [
        `${feared}, or anybody whom it names`,
        'Whoever works with it there',
      ]);
      const team = who((await asks('file')).body);
      assert.deepEqual(team.slice(-2), ['The computer on which it is saved', 'The printer']);
    });

    await t.test('and keeps with what was taken away what was shown', async () => {
      const recipient = await toTheCourt();
      const { body } = await asks('court', { recipient });
      const version = /name="_version" value="([^"]+)"/.exec(body)?.[1] ?? '';
      const court = { ...period, purpose: 'court', recipient, format: 'csv' };
      const made = await worker.post(`${file}/exports`, { ...court, _version: version });
      assert.equal(made.statusCode, 200, words(made.body));
      const list = await worker.reads(`${file}/exports`);
      assert.match(list, new RegExp(`as it was shown Whom they fear ${feared} and their solicitor`));
    });

    await t.test('what was kept of a sheet of paper says paper, and of no computer', async () => {
      const { body } = await asks('file');
      assert.match(words(body), /The computer on which it is saved As a file: it stays among the downloads/);
      const version = /name="_version" value="([^"]+)"/.exec(body)?.[1] ?? '';
      const sheet = { ...period, purpose: 'file', recipient: '', format: 'paper' };
      const made = await worker.post(`${file}/exports`, { ...sheet, _version: version });
      assert.equal(made.statusCode, 200, words(made.body));
      const { rows } = await lintel.database.owner.query(
        `select learners from chronology_export where case_id = $1 and format = 'paper'`,
        [file.split('/').at(-1)],
      );
      assert.match(JSON.stringify(rows), /The printer/);
      assert.doesNotMatch(JSON.stringify(rows), /computer/);
    });

    await t.test('a colleague who is kept from it may stand at the printer: looked at again', async () => {
      const { body } = await worker.get(copy);
      const version = /name="_version" value="([^"]+)"/.exec(body)?.[1] ?? '';
      assert.match(words(body), /What nobody knows .*A colleague at a shared printer/);
      const { staff } = await office.colleague('da_worker');
      await office.manager.finishes(`${file}/conflicts/new`, {
        staffId: staff,
        relation: 'relative',
        reason: 'A cousin',
      });
      const sent = await worker.post(copy, { way: 'read_aloud', _version: version });
      assert.equal(sent.statusCode, 409, words(sent.body));
      assert.match(
        words(sent.body),
        /This has changed since you opened the page .*A colleague who is kept from this case/,
      );
    });

    await t.test(
      'a paper is printed again only after the list as it is now, and each time is kept',
      async () => {
        const { rows } = await lintel.database.owner.query(
          `select id from plan_copy where case_id = $1 and way = 'posted'`,
          [file.split('/').at(-1)],
        );
        const sheet = `${file}/plan/copies/${rows[0].id}`;
        assert.equal((await worker.get(sheet)).statusCode, 200, 'just after it was made it is printed');
        await office.at('2026-11-18T10:40');
        assert.equal((await worker.get(sheet)).headers.location, `${sheet}/print`);
        assert.match(
          await worker.reads(`${sheet}/print`),
          /I want to see my sister .*Whom they fear .*Print it again .*Read before/,
        );
        assert.equal(await worker.finishes(`${sheet}/print`, {}), sheet);
        assert.match((await worker.get(sheet)).body, /<article class="lintel-paper">/);
        assert.equal((await office.manager.get(sheet)).headers.location, `${sheet}/print`, 'each reads it');
        await worker.finishes(`${file}/contact/new`, {
          channel: 'phone',

          doNot: 'Keep nothing on paper',
          agreed: 'yes',
        });
        await office.at('2026-11-18T11:30');
        const shut = await worker.reads(`${sheet}/print`);
        assert.match(shut, /It cannot be printed again\./);
        assert.equal((await worker.post(`${sheet}/print`, { _version: '' })).statusCode, 409);
        const asItStands = { _version: fingerprint([]) };
        assert.equal((await worker.post(`${sheet}/print`, asItStands)).statusCode, 403);
      },
    );
  });

for (const pack of triedPacks)
  test(`an assessment goes on paper only as it was looked at (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const file = await contacted(office);
    const finished = await assesses(worker, file, enough({ 'answer-1': 'yes' }));
    await worker.finishes(`${finished}/ending`, { ending: 'finished', dangerNow: 'no' });
    const form = `${finished}/copies/new`;
    const { body } = await worker.get(form);
    assert.match(words(body), /A colleague at a shared printer ?: No conflict is on record/);
    const _version = /name="_version" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const { staff } = await office.colleague('da_worker');
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: staff,
      relation: 'relative',
      reason: 'A cousin',
    });
    const wordsVersion = /name="words"[^>]* value="([^"]+)"/.exec(body)?.[1] ?? '';
    const recipient = await decidesAllOf(office, file, 'court');
    const sheet = { purpose: 'court', recipient, words: wordsVersion, leftOut: 'notes' };
    const sent = await worker.post(form, { ...sheet, _version });
    assert.equal(sent.statusCode, 409);
    const again = words(sent.body);
    assert.match(
      again,
      /This has changed since you opened the page .*A colleague who is kept from this case/,
    );
    assert.match(sent.body, new RegExp(`value="${recipient}" checked`), 'what was chosen is kept');
    const made = await worker.finishes(form, sheet);
    assert.match(made, /copies/);
    const { rows } = await lintel.database.owner.query(
      'select learners from assessment_copy where case_id = $1',
      [file.split('/').at(-1)],
    );
    assert.equal(rows.length, 1, 'nothing was made of what had changed');
    assert.match(JSON.stringify(rows), /kept from this case/);
    assert.doesNotMatch(JSON.stringify(rows), /computer/, 'it is a sheet of paper');
  });
