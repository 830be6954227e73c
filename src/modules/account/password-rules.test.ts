import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCommon, passwordProblem } from './password-rules.ts';

const owner = {
  name: 'Niamh O’Connell-Baptiste',
  email: 'n.baptiste@harbourhomes.example',
  organisationName: 'Harbour Homes',
};
const problem = (password: string) => passwordProblem(password, owner);

test('three plain words are a good password, without capitals, digits or signs', () => {
  assert.equal(problem('kettle willow tram'), null);
  assert.equal(problem('gooseberrylanternfjord'), null);
});

test('eleven characters are too few, twelve are enough, two hundred and fifty-six are not too many', () => {
  assert.match(problem('kettle tram') ?? '', /at least 12/);
  assert.equal(problem('kettle trams'), null);
  assert.equal(problem('kettle tram '.repeat(22).slice(0, 256)), null);
  assert.match(problem('kettle tram '.repeat(22).slice(0, 257)) ?? '', /at most 256/);
});

test('a letter outside the English alphabet counts as one character', () => {
  assert.match(problem('żółw żółw ż') ?? '', /at least 12/);
});

test('the commonest passwords are refused, however they are decorated', () => {
  for (const password of [
    'Password1234',
    'password12345!',
    'P@ssw0rd2026!',
    'passwordpassword',
    'qwertyuiop123',
    '1234567890123',
    '098765432109',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Liverpool2024!',
    'iloveyouforever',
    'Welcome2Lintel'.replace('Lintel', 'Work'),
    '!!Summer2026!!',
    '121212121212',
    'letmein123456',
    'abcdefghijklm',
  ])
    assert.equal(isCommon(password), true, password);
});

test('words that are not on any list are not taken for common ones', () => {
  for (const password of [
    'kettle willow tram',
    'my aunt sells violins',
    'blue-tram-october-fjord',
    '9 otters in Hull',
    'чайник трамвай ива',
  ])
    assert.equal(isCommon(password), false, password);
});

test('one’s own name, address and landlord are refused, however written', () => {
  for (const password of [
    'niamh likes kettles',
    'kettles for Baptiste',
    'harbour-homes kettle',
    'OCONNELL-kettles',
  ])
    assert.match(problem(password) ?? '', /without your name/, password);
});
