import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { changedMeanwhile, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { saveDraft } from '#kit/drafts/drafts.ts';
import { requiredLine } from '#kit/forms.ts';
import { html } from '#kit/html.ts';
import { testSite } from '../../../tests/site.ts';
import { formPage } from './form-page.ts';
import { type StaffContext, staffRoute } from './route.ts';

/** What the form of these tests changes: one text, with a version. */
interface Notice {
  text: string;
  version: number;
  readonly found: string;
}

const forTests = { nothing: 'for tests' } as const;

function noticeForm(notice: Notice, { says = true } = {}) {
  return formPage({
    path: '/notice',
    may: 'own.account',
    records: forTests,
    shown: { records: forTests },
    lookUp: {
      path: '/notice/search',
      records: forTests,
      find: async () => ({ ...notice, found: 'Found it' }),
    },
    draft: () => ({ form: 'notice', about: null }),
    load: async () => ({ ...notice }),
    schema: () => z.object({ text: requiredLine('Say something', 20) }),
    fresh: (_, { text }) => ({ text }),
    version: ({ version }) => version,
    ...(says && { now: ({ text }: Notice) => changedMeanwhile(html`<p>Now: ${text}</p>`) }),
    view: (form, { found }, _, meanwhile) => {
      const text = input({ label: { text: 'Text' }, ...kept(form.form, 'text') });
      return { title: 'Notice', main: () => html`${meanwhile}${found}${wholeForm(form, 'Save', text)}` };
    },
    save: async (_: StaffContext, { text }) => {
      if (text === 'taken') return { errors: { text: 'Somebody has said that' } };
      if (text === 'late') return { second: true };
      Object.assign(notice, { text, version: notice.version + 1 });
      return { to: '/notice', said: 'Saved' };
    },
  });
}

/** Saves a draft as a page does while somebody types; the real address belongs to the account. */
const typing = staffRoute({
  method: 'POST',
  path: '/typing',
  may: 'own.account',
  records: forTests,
  async handle(ctx) {
    await saveDraft(ctx, { form: 'notice', about: null, page: '' }, { text: 'Half a sentence' });
    return { kind: 'redirect', to: '/notice' };
  },
});

async function desk(t: TestContext, options = {}) {
  const notice: Notice = { text: 'As it was', version: 1, found: '' };
  const site = await testSite(t, [...noticeForm(notice, options), typing]);
  const landlord = await site.landlord('vivid-2023');
  return { notice, worker: await site.colleague(landlord, ['da_worker']), site, landlord };
}

test('a form is opened with what stands there, and saves what is sent', async (t) => {
  const { notice, worker } = await desk(t);
  assert.match((await worker.get('/notice')).body, /value="As it was"/);
  const sent = await worker.post('/notice', { text: 'As it is', _version: '1' });
  assert.equal(sent.headers.location, '/notice');
  assert.deepEqual([notice.text, notice.version], ['As it is', 2]);
});

test('what is wrong is said, with what was typed still there, and nothing is saved', async (t) => {
  const { notice, worker } = await desk(t);
  const tooLong = 'more than twenty characters';
  const sent = await worker.post('/notice', { text: tooLong, _version: '1' });
  assert.equal(sent.statusCode, 422);
  assert.match(sent.body, /Use 20 characters or fewer/);
  assert.match(sent.body, new RegExp(`value="${tooLong}"`));
  const taken = await worker.post('/notice', { text: 'taken', _version: '1' });
  assert.equal(taken.statusCode, 422);
  assert.match(taken.body, /Somebody has said that/);
  assert.equal(notice.version, 1);
});

test('whoever is second sees what is there now and what they typed, and may save again', async (t) => {
  const { notice, worker } = await desk(t);
  await worker.post('/notice', { text: 'The first', _version: '1' });
  const second = await worker.post('/notice', { text: 'The second', _version: '1' });
  assert.equal(second.statusCode, 409);
  assert.match(second.body, /Now: The first/);
  assert.match(second.body, /value="The second"/);
  assert.match(second.body, /name="_version" value="2"/);
  assert.equal(notice.text, 'The first');
  await worker.post('/notice', { text: 'The second', _version: '2' });
  assert.equal(notice.text, 'The second');
});

test('a form without words of its own for whoever is second says that something changed', async (t) => {
  const { worker } = await desk(t, { says: false });
  const second = await worker.post('/notice', { text: 'Mine', _version: '0' });
  assert.match(second.body, /Somebody else changed this while you were writing/);
  assert.match(second.body, /value="Mine"/);
});

test('where only saving finds out that somebody was first, both texts are shown too', async (t) => {
  const { worker } = await desk(t);
  const second = await worker.post('/notice', { text: 'late', _version: '1' });
  assert.equal(second.statusCode, 409);
  assert.match(second.body, /Now: As it was/);
});

test('a draft is offered, shown when it is asked for, and gone once the form is saved', async (t) => {
  const { worker, site, landlord } = await desk(t);
  await worker.post('/typing');
  const offered = await worker.get('/notice');
  assert.match(offered.body, /You have a draft saved/);
  assert.match(offered.body, /value="As it was"/);
  assert.match((await worker.get('/notice?draft=continue')).body, /value="Half a sentence"/);
  const colleague = await site.colleague(landlord, ['da_worker']);
  assert.doesNotMatch(
    (await colleague.get('/notice?draft=continue')).body,
    /Half a sentence|You have a draft/,
  );
  await worker.post('/notice', { text: '', _version: '1' });
  assert.match(
    (await worker.get('/notice')).body,
    /You have a draft saved/,
    'nothing was saved, so it stays',
  );
  await worker.post('/notice', { text: 'A whole one', _version: '1' });
  assert.doesNotMatch((await worker.get('/notice')).body, /You have a draft/);
});

test('looking something up shows the form again, with what was typed and found, and saves nothing', async (t) => {
  const { notice, worker } = await desk(t);
  const found = await worker.post('/notice/search', { text: 'Still writing' });
  assert.equal(found.statusCode, 200);
  assert.match(found.body, /Found it/);
  assert.match(found.body, /value="Still writing"/);
  assert.equal(notice.version, 1);
  assert.equal((await worker.get('/notice/search')).headers.location, '/notice');
});
