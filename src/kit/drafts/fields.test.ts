import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftContext, fieldsWorthKeeping, formName, isNothing } from './fields.ts';

test('a draft keeps words and choices, and neither proofs of the form nor anything secret', () => {
  const typed = {
    _csrf: 'x',
    _submission: 'y',
    _version: '3',
    password: 'kettle willow tram',
    newPassword: 'kettle willow tram',
    code: '123456',
    words: 'She rang at nine.\n',
    types: ['economic', ''],
    empty: ' ',
  };
  assert.deepEqual(fieldsWorthKeeping(typed), { words: 'She rang at nine.\n', types: ['economic', ''] });
});

test('a form in which nothing was written yet is no draft', () => {
  assert.equal(isNothing(fieldsWorthKeeping({ _csrf: 'x', words: '\n', types: [''] })), true);
});

test('a draft is bound to its writer, its form and what it is about', () => {
  const key = { organisation: 'o', staff: 's', form: 'entry', about: 'c' };
  const contexts = [key, { ...key, staff: 't' }, { ...key, form: 'contact' }, { ...key, about: 'd' }];
  assert.equal(new Set(contexts.map(draftContext)).size, contexts.length);
});

test('a form’s name is a plain word', () => {
  assert.match('contact-plan', formName);
  for (const name of ['', 'Entry', '../x', 'a b']) assert.doesNotMatch(name, formName);
});
