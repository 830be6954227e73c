import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestsHonour } from './honour.ts';
import { dash } from './instruments/dash.ts';
import { dashYoung } from './instruments/dash-young.ts';
import { honourBased } from './instruments/honour-based.ts';

const yes = (item: string) => [{ item, answer: 'yes' }] as const;

test('a yes to item 17 is a suggestion of so-called honour, in either set of questions', () => {
  for (const instrument of [dash, dashYoung]) assert.ok(suggestsHonour(instrument, yes('17')), instrument.id);
  assert.ok(!suggestsHonour(dash, [{ item: '17', answer: 'no' }]));
  assert.ok(!suggestsHonour(dash, yes('18')));
});

test('so is any yes of the screen for it', () => {
  assert.ok(suggestsHonour(honourBased, yes('1')));
});
