import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, render } from '../html.ts';
import { foldedFields } from './folded-fields.ts';

const fold = (values: Readonly<Record<string, string>>, errors: Readonly<Record<string, string>> = {}) =>
  render(foldedFields({ values, errors }, 'More', ['one', 'other'], html`<p>Fields</p>`));

test('what is rarely needed is folded, and open as soon as it holds something or is wrong', () => {
  assert.doesNotMatch(fold({}), /<details[^>]* open/);
  assert.doesNotMatch(fold({ one: '', elsewhere: 'Words' }), /<details[^>]* open/);
  assert.match(fold({ other: 'Words' }), /<details[^>]* open/);
  assert.match(fold({}, { one: 'Say which' }), /<details[^>]* open/);
});
