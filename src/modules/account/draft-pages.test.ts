import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../../app.ts';
import { formPages } from './draft-pages.ts';

const pageOf = formPages(staffRoutes);
const about = '0199a4c0-0000-7000-8000-000000000001';

test('a draft leads back to the form in which it was begun', () => {
  assert.equal(pageOf('entry', about), `/cases/${about}/entries/new`);
  assert.equal(pageOf('safe-contact', about), `/cases/${about}/contact/new`);
  assert.equal(pageOf('disclosure', null), '/disclosures/new');
  assert.equal(pageOf('concern', null), '/concerns/new');
});

test('where the address of a form holds more than the draft knows, it leads nowhere rather than astray', () => {
  assert.equal(pageOf('plan-outcome', about), null);
  assert.equal(pageOf('entry', null), null);
  assert.equal(pageOf('disclosure', about), null);
  assert.equal(pageOf('nothing', about), null);
});

test('most forms that keep drafts are found again', () => {
  const forms = new Set(
    staffRoutes.flatMap((route) =>
      'draft' in route && route.draft ? [route.draft(new Proxy({}, { get: () => about })).form] : [],
    ),
  );
  const found = [...forms].filter((form) => pageOf(form, about) ?? pageOf(form, null));
  assert.ok(forms.size >= 25, `${forms.size} forms keep drafts`);
  assert.ok(found.length * 5 >= forms.size * 3, `only ${found.length} of ${forms.size} are found`);
});
