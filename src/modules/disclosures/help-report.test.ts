import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { disclosureOf, helpReport } from './help-report.ts';

const receivedAt = Temporal.Instant.from('2026-11-22T23:40:00Z');

function read(body: Record<string, string>) {
  const parsed = parseForm(helpReport, body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return disclosureOf(parsed.value, receivedAt);
}

describe('a report from the help site', () => {
  test('may be anonymous: only the words and whom they are about are asked for', () => {
    const told = read({ reported_for: 'me', verbatim: 'I am scared to go home.' });
    assert.equal(told.personName, '');
    assert.equal(told.contactValue, '');
    assert.equal(told.toldBy, 'person');
    assert.equal(told.route, 'web_form');
    assert.equal(told.immediateDanger, 'not_known');
    assert.equal(told.receivedAt, receivedAt);
  });

  test('says how to make contact safely, when, and who might see', () => {
    const told = read({
      reported_for: 'me',
      verbatim: 'Please ring me.',
      safe_to_contact: 'yes',
      contact_channel: 'phone',
      contact_value: '07700 900321',
      contact_times: 'Weekdays before 3',
      who_might_see: 'My partner checks the phone in the evening',
      device_safe: 'no',
    });
    assert.equal(told.safeToContact, 'yes');
    assert.equal(told.contactValue, '07700 900321');
    assert.equal(told.whoCanHear, 'My partner checks the phone in the evening');
    assert.deepEqual(told.routeDetails, { device_safe: 'no' });
  });

  test('from a neighbour keeps every way to reach them beside their name, away from the person’s own', () => {
    const told = read({
      reported_for: 'someone_else',
      reporter: 'neighbour',
      verbatim: 'I hear shouting next door most nights.',
      contact_channel: 'phone',
      contact_value: '07700 900111',
      informant_contact: '07700 900222',
      informant_known: 'no',
    });
    assert.equal(told.toldBy, 'neighbour');
    assert.equal(told.contactValue, '');
    assert.equal(told.informantContact, '07700 900222; Phone call: 07700 900111');
    assert.equal(told.informantKnown, 'no');
  });

  test('without words asks for a few', () => {
    const parsed = parseForm(helpReport, { reported_for: 'me', verbatim: '   ' });
    assert.ok(!parsed.ok);
    assert.match(parsed.errors.verbatim ?? '', /few words/);
  });
});
