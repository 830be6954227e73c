import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionKinds, actionsOn, actionsToCome } from './action-kinds.ts';

const england = { division: 'england-and-wales' } as const;
const scotland = { division: 'scotland' } as const;
const day = Temporal.PlainDate.from('2026-11-18');
const on = (date: string, where: Parameters<typeof actionsOn>[1] = england) =>
  actionsOn(Temporal.PlainDate.from(date), where).map(({ value }) => value);

test('a Bill, and an Act that is not in force, are offered nowhere and shown as that', () => {
  const offered = on('2026-11-18');
  assert.ok(!offered.includes('possession_transfer') && !offered.includes('housing_injunction'));
  assert.deepEqual(
    actionsToCome(day, england).map(({ value }) => value),
    ['housing_injunction', 'possession_transfer'],
  );
});

test('what was not law on a day is not offered on it', () => {
  assert.ok(!on('2014-10-19').includes('notice_7a') && on('2014-10-20').includes('notice_7a'));
  assert.ok(!on('2015-03-22').includes('injunction') && on('2015-03-23').includes('injunction'));
});

test('the law of England is offered nowhere else; what needs no law is', () => {
  assert.deepEqual(on('2026-11-18', scotland), ['warning', 'behaviour_agreement', 'programme']);
  assert.deepEqual(actionsToCome(day, scotland), []);
});

test('each names its law, or needs none, and says what has to be so', () => {
  for (const { source, jurisdiction, from, status, conditions } of actionKinds) {
    assert.equal(source === null, jurisdiction === 'any');
    assert.ok(conditions.length > 0);
    if (source !== null && status === 'in_force') assert.match(String(from), /^\d{4}-\d{2}-\d{2}$/);
  }
});
