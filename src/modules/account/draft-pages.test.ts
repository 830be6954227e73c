import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftSent } from '#kit/http/draft-sent.ts';
import { staffRoutes } from '../../app.ts';
import { formPages } from './draft-pages.ts';

const pageOf = formPages(staffRoutes);
const about = '0199a4c0-0000-7000-8000-000000000001';
const toldBy = (form: string, about: string | null) => pageOf({ form, about, page: '' });

test('a draft leads back to the form in which it was begun, whatever its address holds', () => {
  let forms = 0;
  for (const route of staffRoutes) {
    if (!('draft' in route) || !route.draft || !route.form) continue;
    const names = [...route.form.shownAt.matchAll(/:([a-z]+)/g)].map(([, name = '']) => name);
    const params = Object.fromEntries(names.map((name, at) => [name, about.replace(/1$/, String(at))]));
    const draft = draftSent(route, params);
    assert.ok(draft);
    assert.equal(pageOf(draft), draft.page, route.form.shownAt);
    forms += 1;
  }
  assert.ok(forms > 200, `${forms} forms keep drafts`);
});

test('one that keeps no address is told by what it is about', () => {
  assert.equal(toldBy('entry', about), `/cases/${about}/entries/new`);
  assert.equal(toldBy('safe-contact', about), `/cases/${about}/contact/new`);
  assert.equal(toldBy('disclosure', null), '/disclosures/new');
  assert.equal(toldBy('concern', null), '/concerns/new');
});

test('where nothing tells the address of its form, it leads nowhere rather than astray', () => {
  assert.equal(toldBy('plan-outcome', about), null);
  assert.equal(toldBy('entry', null), null);
  assert.equal(toldBy('disclosure', about), null);
  assert.equal(toldBy('nothing', about), null);
});

test('an address is believed only where a form stands that keeps this very draft', () => {
  const other = about.replace(/1$/, '2');
  for (const page of [
    `/cases/${other}/entries/new`,
    `/cases/${about}/contact/new`,
    `/cases/${about}/entries/new/more`,
    `https://elsewhere.example/cases/${about}/entries/new`,
    `//elsewhere.example/cases/${about}/entries/new`,
  ])
    assert.equal(pageOf({ form: 'entry', about, page }), `/cases/${about}/entries/new`, page);
  assert.equal(pageOf({ form: 'nothing', about, page: `/cases/${about}/entries/new` }), null);
});
