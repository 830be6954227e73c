import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForm } from '#kit/forms.ts';
import {
  factsOf,
  nothingAgreed,
  type SafeContact,
  type SafeContactValue,
  stripOf,
} from '#modules/agreement/safe-contact.ts';
import { agreedChannels, interpreters, workerGenders } from '#rules/agreement.ts';
import { office, windows } from '#rules/testing.ts';
import { runs } from '../../../tests/property.ts';
import { agreed, now } from './agreed.fixture.ts';
import { safeContactForm, typedSafeContact } from './forms/safe-contact-form.ts';

const strip = (differences: Partial<SafeContact> = {}) => stripOf({ ...agreed, ...differences }, now, office);

test('where nothing is agreed, nobody calls, texts, writes or e-mails', () => {
  assert.deepEqual(stripOf(null, now, office), { state: 'stop', summary: nothingAgreed, facts: [] });
});

test('each permission stands in a word of its own', () => {
  const said = Object.fromEntries(strip().facts.map((fact) => [fact.name, fact.value]));
  assert.equal(said.Voicemail, 'No');
  assert.equal(said.Text, 'Yes');
  assert.equal(said.Email, 'No');
  assert.equal(said.Post, 'No');
  assert.equal(said['Do not'], 'Ring after five');
  assert.equal(said['Code word'], 'Bluebell');
  assert.equal(said['Who might answer'], 'Her mother');
  assert.equal(said.Never, 'Wednesday 17:00 to 23:59');
  assert.equal(said['If somebody else answers, say'], 'The gas check');
  assert.equal(said['Visits to the home'], 'No');
  assert.equal(said['Asked on'], 'Wednesday 1 July 2026');
});

test('what was agreed more than 30 days ago is asked again before it is used', () => {
  assert.equal(strip({ askedAt: now.subtract({ hours: 24 * 30 }) }).state, 'safe');
  assert.equal(strip({ askedAt: now.subtract({ hours: 24 * 30 + 1 }) }).state, 'check');
});

test('what the person did not agree to themselves is checked first', () => {
  assert.equal(strip({ agreedWithPerson: false }).state, 'check');
});

test('once somebody else answered who may suspect something, the way is in doubt', () => {
  assert.equal(strip({ unsureSince: now }).state, 'check');
});

test('where no safe way is known, nobody tries', () => {
  assert.equal(strip({ channel: 'none', value: '' }).state, 'stop');
});

test('the number stands there only while the gate is open', () => {
  assert.match(strip().summary, /^Phone call, 07700 900123: Monday to Friday 10:00 to 14:00$/);
  const kept: readonly Partial<SafeContact>[] = [
    { askedAt: now.subtract({ hours: 24 * 31 }) },
    { unsureSince: now },
    { changedSince: now },
    { agreedWithPerson: false },
    { windows: [{ days: [1], from: '10:00', to: '14:00' }] },
    { never: [{ days: [3], from: '10:00', to: '11:00' }] },
    { windows: [], times: 'When he is out' },
    { channel: 'none' },
  ];
  for (const each of kept) {
    const { summary, state } = strip(each);
    assert.doesNotMatch(summary, /07700/, JSON.stringify(each));
    assert.notEqual(state, 'safe');
  }
});

test('at a time that was not agreed, the strip says no', () => {
  assert.equal(strip({ windows: [{ days: [1], from: '10:00', to: '14:00' }] }).state, 'stop');
});

test('times that are known in words only are to be read first', () => {
  const { state, summary } = strip({ windows: [], times: 'When he is out' });
  assert.equal(state, 'check');
  assert.match(summary, /“When he is out”/);
});

test('a question about permission that nobody answered counts as No', () => {
  const parsed = parseForm(safeContactForm(null), { channel: 'phone', value: '07700 900123', agreed: 'yes' });
  assert.ok(parsed.ok);
  const { mayLeaveVoicemail, mayText, mayEmail, mayPost, mayVisit, withholdNumber } = parsed.value;
  assert.deepEqual(
    [mayLeaveVoicemail, mayText, mayEmail, mayPost, mayVisit, withholdNumber],
    [false, false, false, false, false, true],
  );
});

test('a first choice that is not allowed was ticked the wrong way round, and is asked about', () => {
  const parsed = parseForm(safeContactForm(null), { channel: 'text', value: '07700 900123', agreed: 'yes' });
  assert.equal(parsed.ok, false);
  assert.deepEqual(!parsed.ok && Object.keys(parsed.errors), ['text']);
});

test('hours that make no sense are named, one by one', () => {
  const typed = {
    channel: 'phone',
    value: '07700 900123',
    agreed: 'yes',
    'safe1-days': ['1', '2'],
    'safe1-from': '14:00',
    'safe1-to': '10:00',
    'safe2-from': '9:00',
    'never1-days': '6',
    'never1-from': 'soon',
    'never2-days': '8',
    'never2-from': '10',
  };
  const parsed = parseForm(safeContactForm(null), typed);
  assert.deepEqual(!parsed.ok && Object.keys(parsed.errors), [
    'safe1-to',
    'safe2-days',
    'never1-from',
    'never2-days',
  ]);
});

test('a number that the form did not show, and nobody typed anew, stays for the same way only', () => {
  const typed = typedSafeContact(agreed, false);
  assert.doesNotMatch(JSON.stringify(typed), /07700/);
  const after = (more: object) => {
    const parsed = parseForm(safeContactForm(agreed), { ...typed, ...more });
    return parsed.ok ? [parsed.value.value, parsed.value.contactPersonValue] : Object.keys(parsed.errors);
  };
  assert.deepEqual(after({}), ['07700 900123', '07700 900777']);
  assert.deepEqual(after({ value: '07700 900456' }), ['07700 900456', '07700 900777']);
  assert.deepEqual(after({ channel: 'email', email: 'yes' }), ['value'], 'it is no e-mail address');
  assert.deepEqual(after({ contactPerson: 'Her aunt' }), ['07700 900123', ''], 'it is not hers');
  assert.deepEqual(after({ unseen: '', value: '' }), ['value'], 'seen and taken out');
});

const line = fc.string({ maxLength: 8 }).map((text) => text.trim());
/** What could be taken for an answer, a mark-up or nothing, and what people say. */
const saying = fc.constantFrom(
  '',
  '',
  'no',
  'yes',
  'not_asked',
  '0',
  '“Ring, don’t text”',
  '<b>&amp;',
  'Elżbieta',
);
const anyAgreement: fc.Arbitrary<SafeContactValue> = fc
  .record(
    {
      channel: fc.constantFrom(...agreedChannels.map((each) => each.value)),
      value: line.map((text) => text || '07700 900123'),
      times: saying,
      windows: fc.array(windows, { maxLength: 3 }),
      never: fc.array(windows, { maxLength: 2 }),
      shared: fc.constantFrom('yes', 'no', 'not_known'),
      whoMightAnswer: saying,
      mayLeaveVoicemail: fc.boolean(),
      mayText: fc.boolean(),
      mayEmail: fc.boolean(),
      mayPost: fc.boolean(),
      mayVisit: fc.boolean(),
      withholdNumber: fc.boolean(),
      senderAlias: saying,
      coverReason: saying,
      codeWord: line,
      contactPerson: saying,
      contactPersonValue: line,
      accessNeedsAsked: fc.boolean(),
      language: saying,
      interpreter: fc.constantFrom('' as const, ...interpreters.map((each) => each.value)),
      workerGender: fc.constantFrom('' as const, ...workerGenders.map((each) => each.value)),
      meetingPlace: saying,
      adjustments: fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\r\n', '\n')),
      doNot: saying,
      agreedWithPerson: fc.boolean(),
    },
    { noNullPrototype: true },
  )
  // What the form refuses: a first choice that is not allowed.
  .map((each) => ({
    ...each,
    mayText: each.mayText || each.channel === 'text',
    mayEmail: each.mayEmail || each.channel === 'email',
    mayPost: each.mayPost || each.channel === 'post',
  }));

/** As PostgreSQL keeps it and gives it back: `jsonb` and plain columns. */
const storedAndRead = (value: SafeContactValue) => JSON.parse(JSON.stringify(value)) as SafeContactValue;

test('no tick is ever inverted: typed, stored, read, said on a page and typed again', () => {
  fc.assert(
    fc.property(anyAgreement, fc.boolean(), (before, shown) => {
      const parsed = parseForm(safeContactForm(before), typedSafeContact(before, shown));
      assert.ok(parsed.ok);
      const after = storedAndRead(parsed.value);
      assert.deepEqual(after, before);
      const said = new Map(factsOf(after).map((fact) => [fact.name, fact.value]));
      assert.equal(said.get('Voicemail') === 'Yes', before.mayLeaveVoicemail);
      assert.equal(said.get('Text') === 'Yes', before.mayText);
      assert.equal(said.get('Email') === 'Yes', before.mayEmail);
      assert.equal(said.get('Post') === 'Yes', before.mayPost);
      assert.equal(said.get('Visits to the home') === 'Yes', before.mayVisit);
      assert.equal(said.get('Withhold our number') === 'Yes', before.withholdNumber);
      assert.equal(said.has('Never'), before.never.length > 0);
    }),
    runs(100_000),
  );
});

test('a mailbox that others read, or may, is never shown as safe: the door holds what goes there', () => {
  for (const shared of ['yes', 'not_known'] as const)
    for (const channel of ['email', 'text', 'post'] as const) {
      const { state, summary } = strip({
        channel,
        mayEmail: true,
        mayPost: true,
        shared,
        whoMightAnswer: '',
      });
      assert.equal(state, 'check', `${channel} ${shared}`);
      assert.match(summary, /others see what comes to|Others may see what comes to/);
    }
  assert.equal(strip({ channel: 'email', shared: 'no', whoMightAnswer: 'her sister' }).state, 'check');
  assert.equal(strip({ channel: 'email', shared: 'no', whoMightAnswer: '' }).state, 'safe');
});
