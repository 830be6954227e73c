import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at, office, officeClosed, wall } from '#rules/testing.ts';
import { runs } from '../../../tests/property.ts';
import { onCallSince, type Turn, toHandOver } from './hand-over.ts';

const turn = (from: string, to: string, recorded = '2026-06-01 10:00'): Turn => ({
  from: at(from),
  to: at(to),
  recordedAt: at(recorded),
});
const told = (raised: string, handedOver: string | null = null) => ({
  raisedAt: at(raised),
  handedOverAt: handedOver === null ? null : at(handedOver),
});
const owed = (
  standing: ReturnType<typeof told>,
  now: string,
  turns: readonly Turn[] = [],
  calendar = office,
) => {
  const since = onCallSince(turns, at(now), calendar);
  return since !== null && toHandOver(standing, since);
};
const night = turn('2026-07-03 17:00', '2026-07-04 09:00');

test('a danger that was told in office hours and still stands is handed over as the office closes, and once', () => {
  assert.equal(owed(told('2026-07-03 16:30'), '2026-07-03 16:59', [night]), false, 'the team is there');
  assert.equal(owed(told('2026-07-03 16:30'), '2026-07-03 17:00', [night]), true);
  assert.equal(owed(told('2026-07-03 16:30', '2026-07-03 17:00'), '2026-07-03 17:01', [night]), false);
  assert.equal(
    owed(told('2026-07-03 16:30'), '2026-07-03 23:00', [night]),
    true,
    'however late anybody looks',
  );
});

test('what was told while it is closed is not told twice to whoever was told of it', () => {
  assert.equal(owed(told('2026-07-03 19:00'), '2026-07-03 19:01', [night]), false);
});

test('it is handed over whether or not anybody is on call: managers must hear that nobody is', () => {
  assert.equal(owed(told('2026-07-03 16:30'), '2026-07-03 17:00'), true);
});

test('whoever comes on call while the office is closed is told of what stands, and whoever was put on late', () => {
  const saturday = turn('2026-07-04 09:00', '2026-07-05 09:00');
  const before = told('2026-07-03 16:30', '2026-07-03 17:00');
  assert.equal(owed(before, '2026-07-04 08:59', [night]), false);
  assert.equal(owed(before, '2026-07-04 09:00', [night, saturday]), true);
  assert.equal(owed(told('2026-07-03 19:00'), '2026-07-04 09:00', [night, saturday]), true, 'told at night');
  const late = turn('2026-07-03 17:00', '2026-07-04 09:00', '2026-07-03 19:10');
  assert.equal(owed(told('2026-07-03 19:00'), '2026-07-03 19:10', [late]), true);
  assert.equal(owed(before, '2026-07-04 09:00', [night]), true, 'and when nobody follows, managers');
});

test('the next evening it is handed over anew, and before days that are closed', () => {
  const yesterday = told('2026-07-01 16:30', '2026-07-01 17:00');
  assert.equal(owed(yesterday, '2026-07-02 10:00'), false);
  assert.equal(owed(yesterday, '2026-07-02 17:00'), true);
  const training = officeClosed('2026-06-01 10:00', '2026-07-02');
  assert.equal(owed(yesterday, '2026-07-02 17:00', [], training), false, 'it has been closed since');
  assert.equal(owed(told('2026-07-01 16:30'), '2026-07-02 10:00', [], training), true);
  const since = onCallSince([], at('2026-12-28 12:00'), office);
  assert.equal(since && wall(since), 'Thu 2026-12-24 17:00', 'Christmas Eve closes once');
});

test('whenever anybody looks: what stands is owed until it is handed over, and then not at the same moment', () => {
  const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 });
  const moment = (after: number) => at('2026-12-18 00:00').add({ minutes: after });
  const turns = fc.array(
    fc.tuple(minutes, fc.integer({ min: 1, max: 2_000 }), minutes).map(([from, long, recorded]) => ({
      from: moment(from),
      to: moment(from + long),
      recordedAt: moment(recorded),
    })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(turns, minutes, minutes, (on, raised, looked) => {
      fc.pre(raised <= looked);
      const [raisedAt, now] = [moment(raised), moment(looked)];
      const since = onCallSince(on, now, office);
      if (since === null) return;
      assert.ok(Temporal.Instant.compare(since, now) <= 0);
      assert.equal(toHandOver({ raisedAt, handedOverAt: now }, since), false);
      const before = since.subtract({ minutes: 1 });
      assert.equal(toHandOver({ raisedAt: before, handedOverAt: null }, since), true);
    }),
    runs(500),
  );
});
