import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formErrors } from '../components/form-state.ts';
import { input } from '../components/input.ts';
import { html, render } from '../html.ts';
import { inOrderOfFields } from './order-errors.ts';

const field = (name: string, text: string) => input({ name, id: name, label: { text } });

function notices(errors: Readonly<Record<string, string>>): readonly string[] {
  const form = { values: {}, errors };
  const page = html`${formErrors(form)}<form>${field('why', 'Why')}${field('what', 'What')}</form>`;
  return [...inOrderOfFields(render(page)).matchAll(/<li><a[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
}

test('what is wrong is said in the order of the fields, in whatever order the rules found it', () => {
  assert.deepEqual(notices({ what: 'Say what', why: 'Say why' }), ['Say why', 'Say what']);
});

test('two that say the same are told apart by what their fields ask', () => {
  const long = 'Use 200 characters or fewer';
  assert.deepEqual(notices({ what: long, why: long }), [`Why: ${long}`, `What: ${long}`]);
});

test('what a page says that is no notice is left alone', () => {
  const page = '<ul class="govuk-list"><li><a href="#b">b</a></li><li><a href="#a">a</a></li></ul><p id="a">';
  assert.equal(inOrderOfFields(page), page);
});
