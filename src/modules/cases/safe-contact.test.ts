import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForm } from '#kit/forms.ts';
import { office } from '#rules/testing.ts';
import { safeContactForm, typedSafeContact } from './forms/safe-contact-form.ts';
import {
  agreedChannels,
  factsOf,
  interpreters,
  nothingAgreed,
  type SafeContact,
  type SafeContactValue,
  stripOf,
  workerGenders,
} from './safe-contact.ts';

const now = Temporal.Instant.from('2026-07-01T09:00:00Z');

const agreed: SafeContact = {
  channel: 'phone',
  value: '07700 900123',
  times: 'Weekdays 10:00 to 14:00',
  whoMightAnswer: 'Her mother',
  mayLeaveVoicemail: false,
  mayText: true,
  mayEmail: false,
  mayPost: false,
  withholdNumber: true,
  codeWord: 'Bluebell',
  accessNeedsAsked: true,
  language: '',
  interpreter: '',
  workerGender: '',
  meetingPlace: '',
  adjustments: '',
  doNot: 'Ring after five',
  agreedWithPerson: true,
  number: 1,
  recordedAt: now,
  unsureSince: null,
};

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
  assert.equal(said['Asked on'], '1 July 2026');
});

test('what was agreed more than 30 days ago is asked again before it is used', () => {
  assert.equal(strip({ recordedAt: now.subtract({ hours: 24 * 30 }) }).state, 'safe');
  assert.equal(strip({ recordedAt: now.subtract({ hours: 24 * 30 + 1 }) }).state, 'check');
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

test('a question about permission that nobody answered counts as No', () => {
  const parsed = parseForm(safeContactForm, { channel: 'phone', value: '07700 900123', agreed: 'yes' });
  assert.ok(parsed.ok);
  const { mayLeaveVoicemail, mayText, mayEmail, mayPost, withholdNumber } = parsed.value;
  assert.deepEqual(
    [mayLeaveVoicemail, mayText, mayEmail, mayPost, withholdNumber],
    [false, false, false, false, true],
  );
});

const line = fc.string({ maxLength: 80 }).map((text) => text.trim());
const anyAgreement: fc.Arbitrary<SafeContactValue> = fc.record(
  {
    channel: fc.constantFrom(...agreedChannels.map((each) => each.value)),
    value: line.map((text) => text || '07700 900123'),
    times: line,
    whoMightAnswer: line,
    mayLeaveVoicemail: fc.boolean(),
    mayText: fc.boolean(),
    mayEmail: fc.boolean(),
    mayPost: fc.boolean(),
    withholdNumber: fc.boolean(),
    codeWord: line,
    accessNeedsAsked: fc.boolean(),
    language: line,
    interpreter: fc.constantFrom('' as const, ...interpreters.map((each) => each.value)),
    workerGender: fc.constantFrom('' as const, ...workerGenders.map((each) => each.value)),
    meetingPlace: line,
    adjustments: fc.string({ maxLength: 80 }).map((text) => text.replaceAll('\r\n', '\n')),
    doNot: line,
    agreedWithPerson: fc.boolean(),
  },
  { noNullPrototype: true },
);

test('no tick is ever inverted between what is stored, the form, what it stores and the words of the strip', () => {
  fc.assert(
    fc.property(anyAgreement, (before) => {
      const parsed = parseForm(safeContactForm, typedSafeContact(before));
      assert.ok(parsed.ok);
      const after = parsed.value;
      assert.deepEqual(after, before);
      const said = new Map(factsOf(after).map((fact) => [fact.name, fact.value]));
      assert.equal(said.get('Voicemail') === 'Yes', before.mayLeaveVoicemail);
      assert.equal(said.get('Text') === 'Yes', before.mayText);
      assert.equal(said.get('Email') === 'Yes', before.mayEmail);
      assert.equal(said.get('Post') === 'Yes', before.mayPost);
      assert.equal(said.get('Withhold our number') === 'Yes', before.withholdNumber);
    }),
    { numRuns: 2_000 },
  );
});
