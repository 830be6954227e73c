import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { lintelSite } from '../lintel-site.ts';
import { atMillLane } from './home-steps.ts';
import { openOffice } from './office.ts';
import { aCase, findsOnBoard, writesDown } from './steps.ts';

test('whoever leads a case and its managers read who opened it, when and why', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const file = await aCase(office.worker);
  const other = await office.colleague('da_worker');
  const page = `${file}/access/readers`;
  await other.get(file);
  await other.get(`${file}/entries`);
  await other.get(`${file}/entries`);
  await office.at('2026-11-19T10:00');
  await other.get(file);

  const read = await office.manager.reads(page);
  assert.match(read, /19 November 2026 Dilys Thorne Opened: Overview/);
  assert.match(
    read,
    /18 November 2026 Dilys Thorne Opened: Chronology, 2 times Opened: Overview Works in the team/,
  );
  assert.match(read, /Ada Keel|Carys Webb/);
  assert.match(await office.worker.reads(page), /Leads this case/, 'its lead');
  assert.match(
    await office.manager.reads(page),
    /Bram Oduya|Opened: Who opened this case/,
    'and looking is recorded',
  );
  assert.match(await office.manager.reads(`${file}/access`), /Who opened this case/);

  await office.manager.finishes(`${file}/conflicts/new`, {
    staffId: office.deputy.staff,
    relation: 'neighbour',
    reason: 'Lives next door',
  });
  assert.equal((await office.deputy.get(page)).statusCode, 404, 'nobody with a conflict, manager or not');
  const refused = await other.get(page);
  assert.equal(refused.statusCode, 403);
  assert.match(refused.body, /Whoever leads this case and managers read who opened it/);
  assert.doesNotMatch(await other.reads(`${file}/access`), /Who opened this case/);
});

test('whoever reads in triage what a case knows has opened it, and that is told with the others', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { file, P1 } = await atMillLane(office);
  const other = await office.colleague('da_worker');
  const { reference } = await writesDown(office.worker, { person_name: 'Somebody else' });
  const triage = `${await findsOnBoard(other, reference)}/triage`;
  const readers = () => office.manager.reads(`${file}/access/readers`);
  await other.get(triage);
  assert.doesNotMatch(await readers(), /Opened: Triage/, 'nothing of it was shown');
  assert.match((await other.get(`${triage}?person=${P1}`)).body, new RegExp(file.split('/').at(-1) ?? ''));
  assert.match(await readers(), /Dilys Thorne Opened: Triage/);
  await other.post(`${triage}/search`, { _version: '1', search: '', person: P1 });
  assert.match(await readers(), /Dilys Thorne Opened: Triage, 2 times/);
});

test('the data protection officer reads by the reference who opened a case, and nothing else of it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const file = await aCase(office.worker, { person_name: 'Zelda Quince' });
  const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await office.worker.get(file)).body)?.[0] ?? '';
  const officer = await office.colleague('data_protection_officer');
  const involved = await office.colleague('data_protection_officer');
  const page = '/emergency-access/readers';
  const asks = (who: typeof officer, typed: string) => who.fills(page, { reference: typed });
  await office.manager.finishes(`${file}/conflicts/new`, {
    staffId: involved.staff,
    relation: 'neighbour',
    reason: 'Lives next door',
  });
  assert.match(await officer.reads('/emergency-access'), /Who opened a case/);
  const shown = await asks(officer, reference.toLowerCase());
  assert.equal(shown.statusCode, 200);
  assert.match(shown.body, /Opened: Overview/);
  assert.doesNotMatch(shown.body, /Zelda|Quince|Lives next door|\/cases\//);
  assert.match(
    await office.worker.reads(`${file}/access/readers`),
    /Looked who opened this case/,
    'whoever leads it sees that the officer looked',
  );
  const answers = [];
  for (const [who, typed] of [
    [involved, reference],
    [officer, 'C-AAAA-AAAA'],
  ] as const) {
    const answer = await asks(who, typed);
    const said = /<div class="govuk-error-summary[\s\S]*?<\/div>/.exec(answer.body)?.[0];
    answers.push([answer.statusCode, said]);
  }
  assert.deepEqual(answers[0], answers[1], 'hidden and absent are told in one way');
  assert.equal(answers[0]?.[0], 422);
  assert.equal((await office.manager.get(page)).statusCode, 403);
});

test('the list of drafts no longer tells that something was begun about a case once a conflict stands', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const file = await aCase(office.worker);
  const other = await office.colleague('da_worker');
  await other.get(file);
  const about = file.split('/').at(-1) ?? '';
  await other.post(`/drafts/entry?about=${about}`, { words: 'She rang at nine.' });
  await other.post('/drafts/reminder', { what: 'Ring the surveyor' });
  const step = `${file}/tenancy-changes/${newId()}/step`;
  const below = new URLSearchParams({ about: step.split('/').at(-2) ?? '', page: step });
  await other.post(`/drafts/tenancy-change-step?${below}`, { words: 'They do not want it any more.' });
  const began = (await other.get('/account/drafts')).body;
  assert.match(began, /Entry/);
  assert.ok(began.includes(`href="${step}"`), 'one below a thing of the case leads back to its form');
  await office.manager.finishes(`${file}/conflicts/new`, {
    staffId: other.staff,
    relation: 'friend',
    reason: 'Old friends',
  });
  const left = await other.reads('/account/drafts');
  assert.doesNotMatch(left, /Entry|[Tt]enancy/);
  assert.match(left, /Reminder/, 'what is about something else stays');
  const kept = await other.post(`/drafts/entry/keep?about=${about}`, {});
  assert.equal(kept.statusCode, 404, 'as where there is none');
  await other.post('/drafts/reminder/discard', { _return: '/account/drafts' });
  await office.at('2026-12-12T03:00');
  await office.at('2026-12-16T03:00');
  assert.doesNotMatch(await other.reads('/notifications'), /began to write/);
});
