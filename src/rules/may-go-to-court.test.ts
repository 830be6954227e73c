import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CourtFacts, mayGoToCourt, respiteUntil } from './may-go-to-court.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
const nothing: CourtFacts = { told: false, spaces: [], respites: [] };
const asked = (facts: Partial<CourtFacts>, when: string) =>
  mayGoToCourt({ ...nothing, ...facts }, at(when), 'Europe/London');
const space = {
  from: at('2026-11-20T16:55'),
  until: day('2027-02-20'),
  endedAt: null,
};
const respite = { from: day('2026-12-01'), until: day('2027-01-30'), endedOn: null };

test('where nothing is on record, it goes on', () => {
  assert.deepEqual(asked({}, '2026-11-23T09:00'), { goesOn: true });
});

test('what was told at 16:55 on a Friday holds Monday’s claim, before anybody has looked', () => {
  assert.deepEqual(asked({ told: true }, '2026-11-23T09:00'), { goesOn: false, by: 'told', until: null });
});

test('breathing space protects on its first minute and to the end of its last day', () => {
  assert.equal(asked({ spaces: [space] }, '2026-11-20T16:54').goesOn, true);
  for (const when of ['2026-11-20T16:55', '2027-02-20T23:59'])
    assert.deepEqual(
      asked({ spaces: [space] }, when),
      { goesOn: false, by: 'breathing-space', until: space.until },
      when,
    );
});

test('past its last day it protects until somebody has looked: nothing ends by silence', () => {
  const past = asked({ spaces: [space] }, '2027-03-15T09:00');
  assert.deepEqual(past, { goesOn: false, by: 'breathing-space', until: null });
  const looked = { ...space, endedAt: at('2027-03-16T10:00') };
  assert.equal(asked({ spaces: [looked] }, '2027-03-16T10:00').goesOn, true);
});

test('the longer of the two wins, whichever it is', () => {
  const both = { spaces: [space], respites: [respite] };
  assert.deepEqual(asked(both, '2026-12-02T09:00'), {
    goesOn: false,
    by: 'breathing-space',
    until: space.until,
  });
  const short = { ...both, spaces: [{ ...space, until: day('2026-12-20') }] };
  assert.deepEqual(asked(short, '2026-12-02T09:00'), {
    goesOn: false,
    by: 'debt-respite',
    until: respite.until,
  });
  const ended = { ...both, spaces: [{ ...space, endedAt: at('2026-12-02T08:00') }] };
  assert.equal(asked(ended, '2026-12-02T09:00').goesOn, false);
});

test('a scheme that was cancelled protects no more from that day, and not a day less', () => {
  const cancelled = { respites: [{ ...respite, endedOn: day('2026-12-15') }] };
  assert.equal(asked(cancelled, '2026-12-14T23:59').goesOn, false);
  assert.equal(asked(cancelled, '2026-12-15T00:00').goesOn, true);
});

test('the scheme lasts 60 days; of a mental-health crisis 30 after treatment, and until then nobody knows', () => {
  const startedOn = day('2026-12-01');
  const lasts = (kind: 'standard' | 'mental_health', treatmentEndedOn: string | null) =>
    respiteUntil({ kind, startedOn, treatmentEndedOn: treatmentEndedOn && day(treatmentEndedOn) } as never);
  assert.equal(String(lasts('standard', null)), '2027-01-30');
  assert.equal(lasts('mental_health', null), null);
  assert.equal(String(lasts('mental_health', '2027-02-01')), '2027-03-03');
});
