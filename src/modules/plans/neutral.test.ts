import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenAwayBy, namesIn, withoutNames } from './neutral.ts';

test('a paper that says what it is about is marked, word by word', () => {
  assert.deepEqual(givenAwayBy('Go to the refuge, and tell the police'), ['refuge', 'police']);
  assert.deepEqual(givenAwayBy('The Idva rings about the Marac'), ['Marac', 'Idva']);
  assert.deepEqual(givenAwayBy('Pack a bag and leave him'), ['leave', 'bag']);
  assert.deepEqual(givenAwayBy('Ring WOMEN’S AID'), ['WOMEN’S AID']);
});

test('everyday words say nothing', () => {
  for (const line of [
    'Ring the office on Monday',
    'Front door',
    'I want to see my sister',
    'The boys stay at their school',
    'Order a new lamp for the hall', // no order of a court
    'A dashing new coat',
  ])
    assert.deepEqual(givenAwayBy(line), [], line);
});

test('the landlord and people who must not be found on it are marked by any part of their name', () => {
  const names = ['Mill Lane Homes', 'Orson Quince'];
  assert.deepEqual(givenAwayBy('Ask Orson for the keys', names), ['Orson']);
  assert.deepEqual(givenAwayBy('Ring Mill Lane Homes', names), ['Mill Lane Homes', 'Mill', 'Lane']);
  assert.deepEqual(givenAwayBy('The homes of the neighbours', names), [], 'an everyday word');
  assert.deepEqual(givenAwayBy('Talk to Zoë', ['Zo']), [], 'only whole names');
});

test('what is looked at together names nobody else, and is otherwise word for word', () => {
  const names = ['Orson Quince', 'Bo'];
  assert.equal(
    withoutNames('Orson Quince must not know; Quince’s mother may. A bow.', names),
    '… must not know; …’s mother may. A bow.',
  );
  assert.equal(withoutNames('I want to see my sister.', names), 'I want to see my sister.');
  assert.equal(withoutNames('quince and QUINCE', names), '… and …');
});

test('of a description, only what reads as a name is one', () => {
  assert.deepEqual(namesIn('Orson Quince'), ['Orson Quince']);
  assert.deepEqual(namesIn('Her friend Ann, who lives next door to Bea'), ['Ann', 'Bea']);
  assert.deepEqual(namesIn('Ann, next door'), ['Ann']);
  assert.deepEqual(namesIn('Her husband, Orson'), ['Orson']);
  for (const text of ['A neighbour who helps', 'Her sister', '']) assert.deepEqual(namesIn(text), []);
});
