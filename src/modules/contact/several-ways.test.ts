import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SafeContact, stripOf } from '#modules/agreement/safe-contact.ts';
import { office } from '#rules/testing.ts';
import { agreed, now } from './agreed.fixture.ts';

const strip = (differences: Partial<SafeContact>) => stripOf({ ...agreed, ...differences }, now, office);

const atWork: SafeContact['further'][number] = {
  id: '1',
  wayId: '1',
  number: 1,
  recordedAt: now,
  recordedByName: null,
  channel: 'phone',
  name: 'her phone at work',
  value: '07700 900456',
  purpose: '',
  shared: 'yes',
  whoMightAnswer: 'Her manager',
  mayLeaveVoicemail: true,
  mayText: false,
  withholdNumber: true,
  coverReason: 'The dentist',
  doNot: 'Say who we are',
  times: '',
  windows: [{ days: [3], from: '15:00', to: '16:00' }],
  never: [],
  agreedWithPerson: true,
  askedAt: now,
  unsureSince: null,
  changedSince: null,
  endedAt: null,
  endedBecause: '',
};
const inView = ({ facts }: ReturnType<typeof strip>) =>
  facts.filter(({ always }) => always).map(({ name }) => name);

test('of a further way that others read nothing says that it may be used, wherever it is named', () => {
  const read = { ...atWork, channel: 'email', name: 'her e-mail', windows: [] } as const;
  const said = ({ facts }: ReturnType<typeof strip>) =>
    facts.find(({ name }) => name === 'Also her e-mail')?.value ?? '';
  assert.match(said(strip({ further: [read] })), /^Email: Others may see what comes to this mailbox\./);
  const nobodyAsked = { ...read, shared: 'not_known', whoMightAnswer: '' } as const;
  assert.match(said(strip({ further: [nobodyAsked] })), /^Email: Whether others see .* is not known\./);
  const alone = { ...read, shared: 'no', whoMightAnswer: '' } as const;
  assert.match(said(strip({ further: [alone] })), /^Email: may be used now\./);
});

test('where several are agreed, one line names each with whether it may be used now, and until or from when', () => {
  const first = strip({ further: [atWork] });
  assert.equal(first.state, 'some');
  assert.equal(
    first.summary,
    '1 of 2 ways open now: first choice (phone call), 07700 900123, withhold number, until 14:00. ' +
      'Not now: her phone at work, from 15:00',
  );
  assert.deepEqual(inView(first), ['Do not', 'Never']);

  const email = { ...atWork, channel: 'email', name: 'her e-mail', wayId: '2', windows: [] } as const;
  const doubted = { ...atWork, unsureSince: now };
  const evening = stripOf(
    { ...agreed, further: [doubted, email] },
    Temporal.Instant.from('2026-07-01T15:00:00Z'),
    office,
  );
  assert.equal(
    evening.summary,
    '1 of 3 ways open now: her e-mail, which others may read, until 17:00. ' +
      'Not now: first choice (phone call), from tomorrow 10:00; ' +
      'her phone at work, somebody may suspect something: make sure first',
  );
  assert.doesNotMatch(evening.summary, /07700/);
  assert.ok(inView(evening).includes('Do not (her e-mail)'));
  assert.ok(!inView(evening).includes('Do not (her phone at work)'), 'nobody is to use it');
});

test('each permission says over which way it holds, and one that nobody may use is open for nothing', () => {
  const { facts } = strip({ further: [atWork] });
  const said = Object.fromEntries(facts.map(({ name, value }) => [name, value]));
  assert.equal(said['Voicemail (first choice)'], 'No');
  assert.match(said['Also her phone at work'] ?? '', /outside the times.*Voicemail: Yes · Text: No/);
  assert.equal(said.Voicemail, undefined);
  const none = strip({ further: [atWork], windows: [{ days: [4], from: '10:00', to: '14:00' }] });
  assert.equal(none.state, 'stop');
  assert.match(none.summary, /^None of 2 ways open now\. Not now: first choice/);
  const both = strip({ further: [{ ...atWork, windows: [] }] });
  assert.equal(both.state, 'safe');
  assert.match(
    both.summary,
    /^2 of 2 ways open now: .*; her phone at work, withhold number, until 17:00$/,
    'never holds for all',
  );
  assert.equal(strip({ further: [{ ...atWork, endedAt: now, endedBecause: 'not_safe' }] }).state, 'safe');
});
