import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, render } from '../html.ts';
import { checkboxes } from './checkboxes.ts';
import { dateInput } from './date-input.ts';
import { type FormState, formErrors, freshForm, kept, keptChoices, keptDate } from './form-state.ts';
import { input } from './input.ts';
import { submission } from './submission.ts';

const sent: FormState = {
  values: { place: 'Flat "2"', needs: ['sign', 'step'], 'seen-day': '31', 'seen-month': '2' },
  errors: { place: 'Enter the whole address', seen: 'The date must be a real date', other: undefined },
};

test('a form that comes back keeps what was written, with the message beside the field', () => {
  const page = render(input({ label: { text: 'Address' }, ...kept(sent, 'place') }));
  assert.match(page, /value="Flat &quot;2&quot;"/);
  assert.match(page, /aria-describedby="place-error"/);
  assert.match(page, /Enter the whole address/);
});

test('every ticked box is still ticked', () => {
  const items = ['sign', 'step', 'none'].map((value) => ({ value, text: value }));
  const page = render(checkboxes({ items, ...keptChoices(sent, 'needs') }));
  assert.equal(page.match(/ checked/g)?.length, 2);
  assert.equal(keptChoices({ values: { needs: 'one' }, errors: {} }, 'needs').values.length, 1);
});

test("the error summary's links reach their fields, a date's first box included", () => {
  const page = render(html`${formErrors(sent)}${dateInput(keptDate(sent, 'seen'))}`);
  assert.match(page, /href="#place"/);
  assert.match(page, /href="#seen"/);
  assert.match(page, /id="seen" name="seen-day"[^>]* value="31"/);
  assert.doesNotMatch(page, /#other/);
});

test('an error about the whole form stands in the summary without a link', () => {
  const page = render(html`${formErrors({ values: {}, errors: { form: 'Enter one of the two' } })}`);
  assert.match(page, /<li>Enter one of the two<\/li>/);
});

test('a fresh form has no error summary', () => {
  assert.equal(formErrors(freshForm), undefined);
  assert.equal(kept(freshForm, 'place').value, undefined);
});

test('an edit carries the version that was seen, a new record none', () => {
  assert.match(render(submission('t', 's', 3)), /name="_version" value="3"/);
  assert.doesNotMatch(render(submission('t', 's')), /_version/);
});
