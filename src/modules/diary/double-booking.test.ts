import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { StaffId } from '#rules/facts.ts';
import { at } from '#rules/testing.ts';
import { type Channel, channels } from './appointment.ts';
import { around, tooNear } from './double-booking.ts';

const from = (hour: string, until: string) => ({
  startsAt: at(`2026-07-01 ${hour}`),
  endsAt: at(`2026-07-01 ${until}`),
});
const collides = (channel: Channel, other: ReturnType<typeof from>, goesOut: boolean) =>
  tooNear({ channel, ...from('10:00', '10:30') }, [{ staffId: 'Ada' as StaffId, ...other, goesOut }]).length >
  0;

describe('nobody is in two places at once', () => {
  test('two calls collide only where they overlap: one may follow the other', () => {
    assert.ok(collides('call', from('10:15', '10:45'), false));
    assert.ok(collides('call', from('09:00', '12:00'), false));
    assert.ok(!collides('call', from('10:30', '11:00'), false));
    assert.ok(!collides('call', from('09:30', '10:00'), false));
  });

  test('where either goes out, half an hour is left for the way, before and after', () => {
    for (const other of [from('10:45', '11:15'), from('09:00', '09:45')]) {
      assert.ok(collides('home', other, false));
      assert.ok(collides('call', other, true));
      assert.ok(!collides('call', other, false));
    }
    assert.ok(!collides('home', from('11:00', '11:30'), true));
    assert.ok(!collides('home', from('09:00', '09:30'), true));
  });

  test('what collides always lies within the time that is asked about, and it is the same from both sides', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 15, max: 180 }));
    const span = ([starts, length]: readonly [number, number]) => ({
      startsAt: at('2026-07-01 08:00').add({ minutes: starts }),
      endsAt: at('2026-07-01 08:00').add({ minutes: starts + length }),
    });
    const ways = fc.constantFrom(...channels.map(({ value }) => value));
    const isOut = (channel: Channel) => channel !== 'call' && channel !== 'video';
    const staffId = 'Ada' as StaffId;
    fc.assert(
      fc.property(times, ways, times, ways, (one, channel, other, otherChannel) => {
        const [plan, second] = [
          { channel, ...span(one) },
          { channel: otherChannel, ...span(other) },
        ];
        const near = tooNear(plan, [{ staffId, ...span(other), goesOut: isOut(otherChannel) }]).length > 0;
        const back = tooNear(second, [{ staffId, ...span(one), goesOut: isOut(channel) }]).length > 0;
        assert.equal(near, back);
        const asked = around(plan);
        if (near)
          assert.ok(
            Temporal.Instant.compare(second.startsAt, asked.to) < 0 &&
              Temporal.Instant.compare(second.endsAt, asked.from) > 0,
          );
      }),
    );
  });
});
