import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { concernForm } from './concern-form.ts';

const now = Temporal.Instant.from('2026-11-23T11:00:00Z');
const form = (roles: Parameters<typeof concernForm>[1]) =>
  concernForm({ now, timeZone: 'Europe/London' }, roles, []);

describe('the concern form', () => {
  test('a sign that was noticed is enough', () => {
    const parsed = parseForm(form(['contractor']), {
      ...{ immediate_danger: 'no', indicators: 'locks_outside', where_known: 'not_known' },
    });
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value.indicators, ['locks_outside']);
    assert.equal(parsed.value.route, 'seen_by_contractor');
    assert.equal(parsed.value.toldBy, 'contractor');
  });

  test('a sentence is enough', () => {
    const parsed = parseForm(form(['colleague']), {
      immediate_danger: 'not_known',
      where_known: 'not_known',
      verbatim: 'She flinched.',
    });
    assert.ok(parsed.ok);
    assert.equal(parsed.value.route, 'seen_by_colleague');
    assert.equal(parsed.value.toldBy, 'colleague');
  });

  test('nothing at all asks for a few words, kindly', () => {
    const parsed = parseForm(form(['colleague']), { immediate_danger: 'no' });
    assert.ok(!parsed.ok);
    assert.match(parsed.errors.verbatim ?? '', /few words/);
  });

  test('what was seen and what is only thought are kept apart', () => {
    const parsed = parseForm(form(['colleague']), {
      immediate_danger: 'no',
      where_known: 'not_known',
      verbatim: 'The bedroom door has a bolt on the outside.',
      opinion: 'I think somebody may be shut in.',
    });
    assert.ok(parsed.ok);
    assert.equal(parsed.value.verbatim, 'The bedroom door has a bolt on the outside.');
    assert.deepEqual(parsed.value.routeDetails, { opinion: 'I think somebody may be shut in.' });
  });

  test('counts from when it was noticed, not from when it is reported', () => {
    const parsed = parseForm(form(['colleague']), {
      immediate_danger: 'no',
      where_known: 'not_known',
      indicators: 'damage',
      'received-day': '20',
      'received-month': '11',
      'received-year': '2026',
      'received-time': '15:30',
    });
    assert.ok(parsed.ok);
    assert.equal(parsed.value.receivedAt.toString(), '2026-11-20T15:30:00Z');
  });

  const noticed = { immediate_danger: 'no', indicators: 'locks_outside' };
  const where = (typed: Readonly<Record<string, string>>, home: Parameters<typeof concernForm>[3] = null) => {
    const moment = { now, timeZone: 'Europe/London' };
    const parsed = parseForm(concernForm(moment, ['contractor'], [], home), { ...noticed, ...typed });
    return parsed.ok
      ? [parsed.value.whereKnown, parsed.value.address, parsed.value.propertyId ?? null]
      : Object.keys(parsed.errors);
  };

  test('where it was is asked: a home, a place in words, or that it is not known; blank is none of them', () => {
    const home = { id: 'h' as never, address: '1 Mill Lane, EX1 2AB' };
    assert.deepEqual(where({}), ['where_known']);
    assert.deepEqual(where({ where_known: 'not_known' }), ['not_known', '', null]);
    assert.deepEqual(where({ where_known: 'known' }), ['address']);
    assert.deepEqual(where({ address: 'The bin store' }), ['known', 'The bin store', null]);
    assert.deepEqual(where({ property_id: 'h' }, home), ['known', '1 Mill Lane, EX1 2AB', 'h']);
    assert.deepEqual(where({ property_id: 'h', address: 'The stairs of it' }, home), [
      'known',
      'The stairs of it',
      'h',
    ]);
  });

  test('a home that is not there for whoever reports is not taken', () => {
    assert.deepEqual(where({ property_id: 'h', address: 'Mill Lane' }), ['search']);
  });
});
