import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { draftOffer } from '#kit/components/draft-offer.ts';
import { discardDraft, findDraft } from '#kit/drafts/drafts.ts';
import { html, render } from '#kit/html.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { addSession, browser, testSite } from '../../../../tests/site.ts';
import { keepDraft, routes } from '../index.ts';
import type { NoticeKind } from '../notices.ts';

/** A form with a long text, as other modules have them. */
const form = [
  staffRoute({
    method: 'GET',
    path: '/form',
    may: 'own.account',
    records: { nothing: 'for tests' },
    async handle(ctx) {
      const draft = await findDraft(ctx, 'entry', null);
      return page({ title: 'Form', main: () => html`<p>${draft && JSON.stringify(draft.fields)}</p>` });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/form',
    may: 'own.account',
    records: { nothing: 'for tests' },
    draft: () => ({ form: 'entry', about: null }),
    handle: async (ctx) => {
      await discardDraft(ctx, 'entry', null);
      return redirect('/form');
    },
  }),
];

async function desk(t: TestContext) {
  const site = await testSite(t, [...routes, ...form], '2026-11-18T10:00', { keepDraft });
  const landlord = await site.landlord('vivid-2023');
  return { site, landlord, worker: await site.colleague(landlord, ['da_worker'], 'Ottoline Marsh') };
}

test('what is being written is saved, offered again, and gone when it is discarded', async (t) => {
  const { worker } = await desk(t);
  assert.equal(
    (await worker.post('/drafts/entry', { words: 'She rang at nine.', password: 'x' })).statusCode,
    200,
  );
  const body = (await worker.get('/form')).body;
  assert.match(body, /She rang at nine\./);
  assert.doesNotMatch(body, /&quot;(password|_csrf|_submission)/);
  const discarded = await worker.post('/drafts/entry/discard', { _return: '/form' });
  assert.equal(discarded.headers.location, '/form');
  assert.doesNotMatch((await worker.get('/form')).body, /She rang/);
});

test('a draft that arrives after its form was saved is refused, in the same moment too', async (t) => {
  const { worker } = await desk(t);
  const words = 'She rang at nine.';
  const earlier = newId<string>();
  assert.equal((await worker.post('/form', { words, _submission: earlier })).statusCode, 303);
  assert.equal((await worker.post('/drafts/entry', { words, _submission: earlier })).statusCode, 409);
  assert.doesNotMatch((await worker.get('/form')).body, /She rang/);
  for (let each = 0; each < 10; each += 1) {
    const _submission = newId<string>();
    const [draft, sent] = await Promise.all([
      worker.post('/drafts/entry', { words, _submission }),
      worker.post('/form', { words, _submission }),
    ]);
    assert.equal(sent.statusCode, 303);
    assert.ok([200, 409].includes(draft.statusCode));
    assert.doesNotMatch((await worker.get('/form')).body, /She rang/);
  }
  assert.equal((await worker.post('/drafts/entry', { words, _submission: newId() })).statusCode, 200);
  assert.match((await worker.get('/form')).body, /She rang/, 'what is begun anew is kept');
});

test('a draft about one thing is not offered about another, nor to a colleague', async (t) => {
  const { site, landlord, worker } = await desk(t);
  await worker.post(`/drafts/entry?about=${newId()}`, { words: 'She rang at nine.' });
  assert.doesNotMatch((await worker.get('/form')).body, /She rang/);
  await worker.post('/drafts/entry', { words: 'She rang at nine.' });
  const colleague = await site.colleague(landlord, ['da_worker'], 'Bram Oduya');
  assert.doesNotMatch((await colleague.get('/form')).body, /She rang/);
});

test('what was sent after the session had run out is kept, and found after signing in again', async (t) => {
  const { site, landlord, worker } = await desk(t);
  await worker.get('/form');
  site.clock.set(site.clock.now().add({ minutes: 31 }));
  const late = await worker.post('/form', { words: 'A long note.' });
  assert.match(String(late.headers.location), /^\/sign-in/);
  const { organisation } = landlord;
  const draft = await transact(site.services.db, { organisation, staff: worker.staff, roles: [] }, (tx) =>
    findDraft(
      { tx, organisation, staff: worker.staff, services: site.services, now: site.clock.now() },
      'entry',
      null,
    ),
  );
  assert.deepEqual(draft?.fields, { words: 'A long note.' });
});

/** The proof of a page that was open before. */
const proofIn = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

test('what somebody sends who signed out meanwhile is kept for them, and the sign-in page says so', async (t) => {
  const { site, landlord, worker } = await desk(t);
  const _csrf = proofIn((await worker.get('/form')).body);
  await worker.post('/sign-out');
  const sent = await worker.post('/form', { _csrf, words: 'She rang at nine.' });
  assert.match(String(sent.headers.location), /^\/sign-in\?next=/);
  const said = (await worker.get(String(sent.headers.location))).body;
  assert.match(said, /You are not signed in any more\. What you typed is kept for you/);
  assert.doesNotMatch(said, /She rang/);
  const cookie = await addSession(site.services, landlord.organisation, worker.staff);
  assert.match((await browser(site.app, worker.staff, cookie).get('/form')).body, /She rang at nine\./);
});

test('whoever signs in at the same browser is given nothing of it, and cannot send it', async (t) => {
  const { site, landlord, worker } = await desk(t);
  const _csrf = proofIn((await worker.get('/form')).body);
  const other = await site.colleague(landlord, ['da_worker'], 'Bram Oduya');
  const sent = await other.post('/form', { _csrf, words: 'She rang at nine.' });
  assert.equal(sent.statusCode, 403);
  assert.doesNotMatch(sent.body, /She rang/);
  assert.doesNotMatch((await other.get('/form')).body, /She rang/);
  assert.match((await worker.get('/form')).body, /She rang at nine\./, 'it waits for whoever wrote it');
});

test('a form that names no author of ours is kept for nobody', async (t) => {
  const { site, worker } = await desk(t);
  const [proof = ''] = proofIn((await worker.get('/form')).body).split('~');
  for (const _csrf of [proof, `${proof}~`, `${proof}~AAAA`, 'invented']) {
    await worker.post('/sign-out', {});
    assert.equal((await worker.post('/form', { _csrf, words: 'Planted.' })).statusCode, 403);
  }
  const { rows } = await site.database.owner.query('select count(*)::int n from draft');
  assert.equal(rows[0].n, 0);
});

test('what is sent with a session that an administrator ended is not kept', async (t) => {
  const { site, landlord, worker } = await desk(t);
  const administrator = await site.colleague(landlord, ['administrator'], 'Ada Keel');
  await worker.get('/form');
  const list = await administrator.get(`/staff/${worker.staff}`);
  const end = /action="(\/staff\/[^"]+\/sessions\/[^"]+\/end)"/.exec(list.body)?.[1] ?? '';
  assert.equal((await administrator.post(end)).statusCode, 303);
  await worker.post('/form', { words: 'Planted.' });
  const { rows } = await site.database.owner.query('select count(*)::int n from draft');
  assert.equal(rows[0].n, 0);
});

test('the offer says when the draft was saved and works without JavaScript', () => {
  const offer = render(
    draftOffer({
      form: 'entry',
      about: 'a-case',
      savedAt: 'Wednesday 18 November 2026 at 14:05',
      path: '/cases/a-case/entries/new',
      hidden: html`<input name="_csrf">`,
    }),
  );
  assert.match(offer, /You have a draft saved on Wednesday 18 November 2026 at 14:05\./);
  assert.match(offer, /href="\/cases\/a-case\/entries\/new\?draft=continue"/);
  assert.match(offer, /action="\/drafts\/entry\/discard\?about=a-case"/);
});

test('a notification leads to its case, is then read, and is nobody else’s', async (t) => {
  const { site, landlord, worker } = await desk(t);
  const { organisation } = landlord;
  const caseId = newId<string>();
  await transact(site.services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into case_file (organisation_id, id, reference, state, opened_at, pack_id, pack_version)
      values (${organisation}, ${caseId}, 'C-TEST', 'triaged', ${site.clock.now()}, 'vivid-2023', '1')`),
  );
  await site.database.owner.query("update case_file set granted_roles = '{da_worker}' where id = $1", [
    caseId,
  ]);
  const tell = (kind: NoticeKind) =>
    transact(site.services.db, { organisation, system: true }, (tx) =>
      tx.run(sql`insert into notification (organisation_id, id, staff_id, at, kind, case_id)
        values (${organisation}, ${newId()}, ${worker.staff}, ${site.clock.now()}, ${kind}, ${caseId})`),
    );
  await tell('overdue');
  await tell('allocated');
  const list = await worker.get('/notifications');
  assert.match(list.body, /A promise is overdue\./);
  assert.doesNotMatch(list.body, new RegExp(caseId));
  const read = /action="(\/notifications\/[^"]+\/read)"/.exec(list.body)?.[1] ?? '';
  const colleague = await site.colleague(landlord, ['da_worker'], 'Bram Oduya');
  assert.equal((await colleague.post(read)).statusCode, 404);
  assert.equal((await worker.post(read)).headers.location, `/cases/${caseId}`);
  await worker.post('/notifications/read');
  assert.doesNotMatch((await worker.get('/notifications')).body, />(?:At once|Today)</);
  assert.doesNotMatch((await colleague.get('/notifications')).body, /overdue/);
});
