import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { late } from '#modules/chronology/entry.ts';
import { entryForm } from '#modules/chronology/forms/entry-form.ts';
import { contactForm } from '#modules/contact/forms/contact-form.ts';
import { planForm } from '#modules/contact/forms/plan-form.ts';
import { caseloadHref, caseloadQuery } from './caseload-query.ts';

const zone = 'Europe/London';
const london = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const now = london('2026-07-01T16:00:30');

const contactAt = (local: string) =>
  parseForm(contactForm({ timeZone: zone, firstKnown: london('2026-07-01T10:00:20'), now, agreed: false }), {
    channel: 'phone',
    outcome: 'no_answer',
    notes: '',
    ...momentFields('happened', london(local), zone),
  });

test('a contact lies between the moment when anybody first knew and now, to the minute', () => {
  assert.equal(contactAt('2026-07-01T10:00').ok, true);
  assert.equal(contactAt('2026-07-01T16:00').ok, true);
  const early = contactAt('2026-07-01T09:59');
  assert.ok(!early.ok);
  assert.match(early.errors.happened ?? '', /before anybody told us/);
  const late = contactAt('2026-07-01T16:01');
  assert.ok(!late.ok);
  assert.match(late.errors.happened ?? '', /once it has happened/);
});

test('whoever was reached is asked whether what was agreed is still right; nobody else can be', () => {
  const told = (outcome: string, stillRight: string, agreed = true) => {
    const typed = { channel: 'phone', outcome, stillRight, ...momentFields('happened', now, zone) };
    const parsed = parseForm(contactForm({ timeZone: zone, firstKnown: now, now, agreed }), typed);
    return parsed.ok ? (parsed.value.stillRight ?? 'nothing') : Object.keys(parsed.errors);
  };
  assert.deepEqual(told('spoke_safely', ''), ['stillRight']);
  assert.equal(told('spoke_safely', 'same'), 'same');
  assert.equal(told('met_safely', 'not_safe_to_ask'), 'not_safe_to_ask');
  assert.equal(told('no_answer', ''), 'nothing');
  assert.equal(told('no_answer', 'same'), 'nothing', 'an attempt asked nobody');
  assert.equal(told('spoke_safely', '', false), 'nothing', 'nothing was agreed yet');
});

test('a wrong date, a missing time and an empty form are told at their fields, all at once', () => {
  const wrong = {
    'happened-day': '31',
    'happened-month': '2',
    'happened-year': '2026',
    'happened-time': '10:00',
  };
  const parsed = parseForm(contactForm({ timeZone: zone, firstKnown: now, now, agreed: false }), wrong);
  assert.ok(!parsed.ok);
  assert.deepEqual(parsed.errors, {
    channel: 'Say how you tried',
    happened: 'Enter a real date',
    outcome: 'Say what came of it',
  });
});

test('nobody can have known of something before it happened', () => {
  const parsed = parseForm(entryForm(zone, now, []), {
    kind: 'incident',
    source: 'person',
    words: 'What happened',
    ...momentFields('happened', london('2026-06-30T10:00'), zone),
    ...momentFields('known', london('2026-06-29T10:00'), zone),
  });
  assert.ok(!parsed.ok);
  assert.deepEqual(Object.keys(parsed.errors), ['known']);
});

test('an entry recorded more than a day after anybody knew is late', () => {
  assert.equal(late({ knownAt: now, recordedAt: now.add({ hours: 24 }) }), false);
  assert.equal(late({ knownAt: now, recordedAt: now.add({ hours: 25 }) }), true);
});

test('a plan says when somebody tries again, and that lies ahead', () => {
  const plan = { why: 'He is at home', plan: 'Wait for her call' };
  const ahead = { ...plan, ...momentFields('again', london('2026-07-02T10:00'), zone) };
  assert.equal(parseForm(planForm(zone, now), ahead).ok, true);
  const past = { ...plan, ...momentFields('again', london('2026-07-01T10:00'), zone) };
  assert.equal(parseForm(planForm(zone, now), past).ok, false);
});

test('an address that asks for nonsense shows the open cases by their next deadline', () => {
  const query = caseloadQuery.parse({
    state: 'x',
    due: 'never',
    danger: '1',
    lead: 'me',
    sort: 'name',
    page: '0',
  });
  assert.deepEqual(query, { state: 'open', due: null, danger: false, lead: null, sort: 'due', page: 1 });
});

test('what a list shows survives its own address', () => {
  const query = {
    state: 'contacted',
    due: 'week',
    danger: true,
    lead: 'unallocated',
    sort: 'contact',
    page: 3,
  } as const;
  const asked = Object.fromEntries(new URLSearchParams(caseloadHref('?', query, { page: 3 }).slice(2)));
  assert.deepEqual(caseloadQuery.parse(asked), query);
});
