import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demonstrationLines } from './demonstration.ts';

const somebody = { landlord: 'Invented Homes', password: 'three short words', code: null };

test('a program that serves real landlords prints no sign-ins', () => {
  assert.deepEqual(demonstrationLines([]), []);
});

test('a visitor reads one password, who has which e-mail address, and where the code comes from', () => {
  const lines = demonstrationLines([
    { ...somebody, who: 'team manager', email: 'manager@invented.example', code: '123456' },
    { ...somebody, who: 'director', email: 'director@invented.example' },
  ]).join('\n');
  assert.equal(lines.match(/three short words/g)?.length, 1);
  assert.match(lines, /team manager +manager@invented\.example\n/);
  assert.match(lines, /director {6}director@invented\.example {2}\(no code\)/);
  assert.match(lines, /The code is 123456 now; npm run lintel -- code/);
});
