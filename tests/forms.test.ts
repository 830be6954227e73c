import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { redirect } from '#kit/http/answers.ts';
import { formPage } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { staffRoutes } from '../src/app.ts';

/** What is sent and is no form of formPage (kit/http/form-page.ts), by why. */
const noForms: Readonly<Record<string, readonly string[]>> = {
  'signing in, and what it asks for: what was typed is secret and comes back nowhere': [
    '/sign-in',
    '/second-factor',
    '/second-factor/enrolment',
    '/second-factor/enrolment/kept',
    '/welcome/:link',
    '/account/password',
    '/account/recovery-codes',
    '/account/recovery-codes/file',
    '/account/short-code',
  ],
  'it looks something up, shows it, or reckons, and changes nothing': [
    '/staff',
    '/markers',
    '/people',
    '/find',
    '/cases/:id/entries',
    '/cases/:id/contact',
    '/disclosures/:id',
    '/people/:id',
    '/board/what-if',
    '/cases/:id/people/search',
    '/emergency-access/search',
    '/risk/instruments/check',
  ],
  'a button, with nothing to type': [
    '/sign-out',
    '/hidden/session',
    '/account/session',
    '/account/sessions/:id/end',
    '/account/sessions/end',
    '/disclosures/:id/claim',
    '/disclosures/:id/claim/release',
    '/staff/:id/reset',
    '/staff/:id/leaving',
    '/staff/:id/sessions/:session/end',
    '/notifications/:id/read',
    '/notifications/read',
    '/drafts/:form',
    '/drafts/:form/discard',
    '/drafts/:form/keep',
    '/cases/:id/children',
    '/cases/:id/plan/actions/:action/place',
    '/diary/link',
    '/diary/link/end',
    '/cases/:id/diary/:planned/kept',
    '/cases/:id/diary/:planned/check-in',
    '/rota/absences/:id/return',
    '/rota/on-call/:id/ending',
    '/cases/:id/emergency-access/:use/ending',
    '/emergency-access/:use/ending',
    '/markers/wordings/:wording/ending',
    '/cases/:id/shares/:share/links/:link/revocation',
    '/cases/:id/security/orders/:order/link/ending',
    '/cases/:id/closings/:closing/withdrawal',
    '/cases/:id/breathing-space/proposals/:proposal/withdrawal',
    '/cases/:id/support/costs/:cost/withdrawal',
    '/cases/:id/enforcement/decisions/:decision/withdrawal',
    '/cases/:id/other-accounts/judgements/:judgement/withdrawal',
    '/cases/:id/moves/decisions/:decision/withdrawal',
    '/cases/:id/tenancy-events/answers/:answer/withdrawal',
    '/cases/:id/mediation/decisions/:decision/withdrawal',
    '/tenancy-events/:event/handing-on',
    '/cases/:id/pauses/proposed/:proposal/withdrawal',
    '/policy/changes/:change/withdrawal',
    '/policy/closures/:closure/withdrawal',
    '/systems/:system/withdrawal',
    '/systems/:system/token',
    '/systems/:system/revocation',
    '/wordings/sender/proposals/:proposal/taking-back',
    '/wordings/versions/:version/taking-back',
    '/wordings/words/:word/ending',
    '/risk/thresholds/:threshold/withdrawal',
    '/register/imports/:id/confirmation',
    '/register/imports/:id/stopping',
    '/register/mappings/:mapping/withdrawal',
    '/register/matches/:id/decision',
  ],
  'one press makes the sheet: nothing is typed': ['/cases/:id/shares/:share/paper'],
  'files, which a draft cannot keep': ['/register/import'],
  'two steps: what was looked at is what is done, and is looked at again where it has changed': [
    '/cases/reassignment/preview',
    '/cases/reassignment',
    '/cases/:id/exports/new',
    '/cases/:id/exports',
  ],
  'answers of several people are merged one by one, and saved while they are typed': [
    '/cases/:id/risk/assessments/:assessment/answers',
    '/cases/:id/risk/assessments/:assessment/answers/typed',
  ],
  'one proposes, another decides: the version of the proposal is compared where it is decided': [
    '/staff/confirmations/:id',
    '/plans/:plan',
    '/cases/:id/risk/proposals/:proposal',
    '/cases/:id/closings/:closing',
    '/referrals/:referral',
    '/cases/:id/shares/:share',
    '/disclosures/:id/joining',
    '/cases/:id/breathing-space/proposals/:proposal',
    '/cases/:id/support/costs/:cost',
    '/cases/:id/enforcement/decisions/:decision',
    '/cases/:id/other-accounts/judgements/:judgement',
    '/cases/:id/moves/decisions/:decision',
    '/cases/:id/tenancy-events/answers/:answer',
    '/cases/:id/mediation/decisions/:decision',
    '/cases/:id/pauses/proposed/:proposal',
    '/disclosures/:id/handover',
  ],
  'a look-up beside a form: it changes nothing, and keeps what was typed': [
    '/cases/:id/home/search',
    '/court-steps/search',
  ],
  'disclosures: drafts and versions of their own': [
    '/disclosures/new',
    '/disclosures/:id/claim/taking-over',
    '/disclosures/:id/triage',
    '/disclosures/:id/triage/search',
    '/concerns/new',
    '/concerns/new/search',
  ],
};

const listed = Object.values(noForms).flat();

/** What is sent without being a form of formPage and without being listed, and what is listed for nothing. */
function astray(routes: readonly Route[], named: readonly string[]): readonly string[] {
  const sent = routes.filter((route) => route.method === 'POST' && route.may !== 'public.visit');
  const others = [...sent].filter((route) => !('form' in route && route.form)).map(({ path }) => path);
  return [
    ...others.filter((path) => !named.includes(path)).map((path) => `${path} goes past formPage`),
    ...named.filter((path) => !others.includes(path)).map((path) => `${path} is listed for nothing`),
    ...named.filter((path, index) => named.indexOf(path) !== index).map((path) => `${path} is listed twice`),
  ];
}

const open = ['/sign-in', '/hidden', '/welcome/:link'];

test('whatever is sent is a form of formPage, or is listed with the reason', () => {
  assert.deepEqual(
    astray(
      staffRoutes,
      listed.filter((path) => !open.includes(path)),
    ),
    [],
  );
});

/** What is answered at a letting is kept nowhere, and a draft would keep it, of whom. */
const keepsNothing: readonly string[] = ['/new-lettings/:letting/answer'];

test('whoever is signed out over a form finds again what they typed: every form of formPage keeps it', () => {
  const lost = staffRoutes.filter(
    (route) => 'form' in route && route.form && !('draft' in route && route.draft),
  );
  assert.deepEqual(
    lost.map(({ path }) => path),
    keepsNothing,
  );
});

test('no two forms keep their drafts under one name, but those that take up each other’s words', () => {
  const named = staffRoutes.flatMap((route) => {
    if (!('form' in route) || !route.form || !('draft' in route) || !route.draft) return [];
    const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, name] as const);
    const { form, about } = route.draft(Object.fromEntries(parameters));
    return [{ key: `${form} about ${about === null ? 'nothing' : 'something'}`, path: route.form.shownAt }];
  });
  const twice = [...Map.groupBy(named, ({ key }) => key)].filter(
    ([, all]) => new Set(all.map(({ path }) => path)).size > 1,
  );
  assert.deepEqual(
    twice.map(([key]) => key),
    ['marker-review about something', 'sample about something'],
  );
});

const common = { path: '/x', may: 'own.account', records: { nothing: 'for tests' } } as const;
const byHand = staffRoute({ ...common, method: 'POST', handle: async () => redirect('/x') });
const byFormPage = formPage({
  ...common,
  shown: { records: { nothing: 'for tests' } },
  version: { none: 'for tests' },
  load: async () => null,
  schema: () => z.object({}),
  view: () => ({ title: 'x', main: () => assert.fail() }),
  save: async () => ({ to: '/x' }),
});

test('a form that goes past formPage, and a name that nothing needs, are caught', () => {
  assert.equal(astray([byHand], []).length, 1);
  assert.deepEqual(astray([byHand], ['/x']), []);
  assert.deepEqual(astray(byFormPage, []), []);
  assert.equal(astray(byFormPage, ['/x']).length, 1);
  assert.equal(astray([], ['/gone']).length, 1);
});

test('a form compares the version of what it changes, or says why there is nothing to compare', () => {
  const forms = staffRoutes.flatMap((route) => ('form' in route && route.form ? [route] : []));
  assert.ok(forms.length > 60, `${forms.length} forms`);
  const compared = forms.filter(({ form }) => form?.version === 'compared');
  assert.ok(compared.length > 25, `${compared.length} compare`);
  for (const { path, form } of forms)
    if (form && form.version !== 'compared') assert.match(form.version.none, /^[A-Z].{10,}\.$/, path);
});
