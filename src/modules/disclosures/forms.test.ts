import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import type { StaffId } from '#rules/facts.ts';
import { disclosureForm } from './forms.ts';

const now = Temporal.Instant.from('2026-11-23T16:55:00Z');
const colleague = '0192f3a0-0000-7000-8000-000000000001' as StaffId;
const schema = disclosureForm({ now, timeZone: 'Europe/London' }, [colleague]);
const told = { immediate_danger: 'no', route: 'phone', verbatim: 'He took my keys again.' };

function read(body: Record<string, string | string[]>) {
  const parsed = parseForm(schema, body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}

function problems(body: Record<string, string | string[]>) {
  const parsed = parseForm(schema, body);
  return parsed.ok ? {} : parsed.errors;
}

describe('the disclosure form', () => {
  test('asks only for the danger, the route and the words', () => {
    assert.deepEqual(Object.keys(problems({})).toSorted(), ['immediate_danger', 'route', 'verbatim']);
    const value = read(told);
    assert.equal(value.receivedAt.toString(), now.toString());
    assert.equal(value.children, 'not_asked');
    assert.equal(value.connection, '');
  });

  test('keeps the person’s own words exactly as they were written down', () => {
    const words = '  She said: "I am <not> safe".\n\nThen she cried.  ';
    assert.equal(read({ ...told, verbatim: words }).verbatim, words);
  });

  test('counts from when anybody first knew, which is never in the future', () => {
    const earlier = {
      'received-day': '20',
      'received-month': '11',
      'received-year': '2026',
      'received-time': '9:05',
    };
    assert.equal(read({ ...told, ...earlier }).receivedAt.toString(), '2026-11-20T09:05:00Z');
    assert.match(problems({ ...told, 'received-time': '16:56' }).received ?? '', /has passed/);
  });

  test('keeps the answers of its own route and lets those of others go', () => {
    const value = read({ ...told, 'phone-call_back': '07700 900123', 'home_visit-seen_alone': 'yes' });
    assert.deepEqual(value.routeDetails, { call_back: '07700 900123' });
  });

  test('names colleagues with a conflict, who are then involved whatever else was answered', () => {
    const value = read({ ...told, staff_involved: 'no', colleague_2: colleague, relation_2: 'neighbour' });
    assert.deepEqual(value.conflicts, [{ staffId: colleague, relation: 'neighbour' }]);
    assert.equal(value.staffInvolved, 'yes');
  });

  test('refuses a colleague who was not offered', () => {
    assert.ok(problems({ ...told, colleague_1: '0192f3a0-0000-7000-8000-00000000ffff' }).colleague_1);
  });

  test('refuses an answer that is on no list, and never guesses', () => {
    assert.ok(problems({ ...told, route: 'gossip' }).route);
    assert.ok(problems({ ...told, immediate_danger: 'maybe' }).immediate_danger);
    assert.ok(problems({ ...told, connection: 'strangers' }).connection);
  });
});
