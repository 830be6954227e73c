import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  abuseTypes,
  capitalised,
  connections,
  counted,
  labelOf,
  partChoices,
  partsInCase,
  possessive,
  routes,
  tenancyTypes,
  tenures,
  toldBy,
  withArticle,
} from './words.ts';

const vivid = {
  person: 'victim',
  people: 'victims',
  customer: 'customer',
  customers: 'customers',
  perpetrator: 'perpetrator',
  team: 'domestic abuse team',
};

describe('a landlord’s own words', () => {
  test('are inflected as English needs', () => {
    assert.equal(capitalised('survivor'), 'Survivor');
    assert.equal(possessive('victim'), 'victim’s');
    assert.equal(possessive('survivors'), 'survivors’');
    assert.equal(withArticle('survivor'), 'a survivor');
    assert.equal(withArticle('alleged perpetrator'), 'an alleged perpetrator');
    assert.equal(counted(1, vivid), '1 victim');
    assert.equal(counted(0, vivid), '0 victims');
  });

  test('name the parts in a case', () => {
    const labels = (words: typeof vivid) => partChoices(words).map((choice) => choice.label);
    assert.deepEqual(labels(vivid).slice(0, 2), ['Victim', 'Child victim']);
    assert.deepEqual(labels({ ...vivid, person: 'survivor' }).slice(0, 2), ['Survivor', 'Child survivor']);
    assert.equal(labels(vivid).length, partsInCase.length);
  });
});

describe('labels', () => {
  test('have one stored value each, in snake_case', () => {
    for (const choices of [routes, toldBy, abuseTypes, connections, tenures, tenancyTypes]) {
      const values = choices.map((choice) => choice.value);
      assert.equal(new Set(values).size, values.length);
      for (const value of values) assert.match(value, /^[a-z]+(_[a-z]+)*$/);
    }
  });

  test('keep the five kinds of abuse of the Act first, and its seven connections', () => {
    assert.equal(abuseTypes[4].value, 'psychological_or_emotional');
    assert.deepEqual(
      connections.slice(0, 7).map((connection) => connection.value),
      ['married', 'civil_partners', 'engaged', 'cp_agreement', 'intimate', 'co_parents', 'relatives'],
    );
  });

  test('a value that is no longer offered can still be read', () => {
    assert.equal(labelOf(routes, 'home_visit'), 'Home visit');
    assert.equal(labelOf(routes, 'fax_machine'), 'Fax machine');
  });
});
