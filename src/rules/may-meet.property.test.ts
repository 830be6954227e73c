import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { met, mostly, runs } from '../../tests/property.ts';
import type { StaffId } from './facts.ts';
import { nearness } from './household.ts';
import { type Booking, type MeetingFacts, mayMeet, type Surroundings } from './may-meet.ts';
import type { AgreedNow } from './no-longer-agreed.ts';
import { agreements, at, office, phoneAgreed, windows } from './testing.ts';

const asked = at('2026-07-01 09:00');
const doubt = at('2026-07-02 09:00');
const seldom = <T>(usual: T, other: T) => fc.constantFrom(usual, usual, usual, usual, other);
const [worker, kin] = ['worker', 'kin'] as unknown as [StaffId, StaffId];

const doubts = fc.record({
  agreedWithPerson: seldom(true, false),
  unsureSince: seldom<Temporal.Instant | null>(null, doubt),
  changedSince: seldom<Temporal.Instant | null>(null, doubt),
  movedSince: seldom<Temporal.Instant | null>(null, doubt),
  ofFeared: seldom(false, true),
});
const way = fc.record({
  channel: fc.constantFrom('phone' as const, 'phone' as const, 'in_person' as const, 'post' as const),
  windows: fc.array(windows, { maxLength: 2 }),
  never: fc.array(windows, { maxLength: 1 }),
  endedAt: seldom<Temporal.Instant | null>(null, asked),
});
const agreed: fc.Arbitrary<AgreedNow> = fc
  .record({ first: agreements, way, of: doubts, too: doubts })
  .map(({ first, of, too, ...rest }) => ({
    ...{ ...first, ...of, value: 'The library', askedAt: asked },
    further: [
      {
        ...{ id: '1', wayId: 'w', value: 'The school', times: '', askedAt: asked },
        ...{ mayLeaveVoicemail: false, mayText: false, ...rest.way, ...too },
      },
    ],
  }));
const outside = 'This is outside the times that were agreed.';
const bookings: fc.Arbitrary<Booking> = fc
  .record({
    channel: fc.constantFrom('call', 'call', 'video', 'home', 'home', 'agreed_place', 'elsewhere'),
    over: fc.constantFrom('first', 'first', 'w', 'another'),
    starts: fc.integer({ min: -60, max: 45 * 24 * 60 }),
    minutes: fc.constantFrom(15, 30, 60, 120),
    placeThen: fc.constantFrom('The library', 'The school', null),
    staffIds: fc.constantFrom([worker], [worker], [worker, kin], [kin]),
    outside: fc.constantFrom(
      [],
      [`${outside} (V4.1a)`],
      [
        'Visits to the home were not agreed. (L2.3)',
        'Somebody may suspect something: make sure first. (V3.2)',
        'This is a time never to use. (L2.3)',
        'Whoever they fear is at this home. (V3.2)',
        'The case is closed. (V3.2)',
        'The register has this number as one of whoever they fear. (V3.2)',
      ],
    ),
  })
  .map(({ starts, minutes, ...booking }) => {
    const startsAt = asked.add({ minutes: starts });
    const endsAt = startsAt.add({ minutes });
    return { ...booking, startsAt, endsAt, interpreter: 'not_needed', gender: null } as const;
  });
const around: fc.Arbitrary<Surroundings> = fc.record({
  closed: seldom(false, true),
  resting: seldom(false, true),
  restsUntil: fc.constantFrom(null, Temporal.PlainDate.from('2026-07-14')),
  blockedStaff: fc.constantFrom([], [], [kin]),
  feared: seldom<Surroundings['feared']>([], [...nearness]).chain((some) =>
    fc.subarray([...some]).map((found) => found as Surroundings['feared']),
  ),
});
const facts: fc.Arbitrary<MeetingFacts> = fc.record({
  agreement: fc.option(agreed, { freq: 20 }),
  around,
  calendar: fc.constant(office),
});
const calmTerms: AgreedNow = {
  ...{ ...phoneAgreed, windows: [], never: [], value: 'The library', askedAt: asked, further: [] },
};
const calm: MeetingFacts = {
  around: { closed: false, resting: false, restsUntil: null, blockedStaff: [], feared: [] },
  ...{ agreement: calmTerms, calendar: office },
};
const call: Booking = {
  ...{ channel: 'call', over: 'first', placeThen: null, staffIds: [worker], outside: [] },
  ...{
    startsAt: at('2026-07-02 10:00'),
    endsAt: at('2026-07-02 10:30'),
    interpreter: 'not_needed',
    gender: null,
  },
};
const nearly = fc
  .record({ terms: mostly(calmTerms, agreed), rest: mostly(calm, facts), whole: seldom(false, true) })
  .map(({ terms, rest, whole }) => (whole ? rest : { ...rest, agreement: terms }));
const situations = fc.oneof(fc.tuple(facts, bookings), fc.tuple(nearly, mostly(call, bookings)));

/** What nobody may do, whatever was answered for as it was planned: written down without the rules, by hand. */
function never(booking: Booking, { agreement, around: known }: MeetingFacts): boolean {
  const { channel, over, staffIds } = booking;
  if (known.closed || staffIds.some((each) => known.blockedStaff.includes(each))) return true;
  if (channel === 'home' && known.feared.some((each) => each === 'holds_it' || each === 'lives_there'))
    return true;
  if (agreement === null || over === 'another' || agreement.channel === 'none') return true;
  const further = over === 'w' ? agreement.further[0] : undefined;
  const own = further ?? agreement;
  if (further?.endedAt || own.unsureSince || own.changedSince) return true;
  if (channel === 'call' && own.ofFeared) return true;
  if (channel === 'home' && (further || !agreement.mayVisit || agreement.movedSince)) return true;
  return someMinute(booking, [...agreement.never, ...own.never], 1);
}

/** What needs a reason that somebody has written down. */
function unlessAnsweredFor(booking: Booking, { agreement, around: known }: MeetingFacts): boolean {
  if (agreement === null) return true;
  const { channel, over, startsAt, endsAt, placeThen } = booking;
  const further = over === 'w' ? agreement.further[0] : undefined;
  const own = further ?? agreement;
  const on = startsAt.toZonedDateTimeISO('Europe/London').toPlainDate();
  if (known.resting && !(known.restsUntil && Temporal.PlainDate.compare(on, known.restsUntil) >= 0))
    return true;
  if (channel === 'home' && known.feared.includes('was_there')) return true;
  if (endsAt.epochMilliseconds - asked.epochMilliseconds > (30 * 24 * 60 + 1) * 60_000) return true;
  if (!own.agreedWithPerson || own.ofFeared || channel === 'elsewhere') return true;
  const answered = booking.outside.some((each) => each.startsWith(outside));
  if (!answered && own.windows.length > 0 && !everyMinute(booking, own.windows)) return true;
  if (own.windows.length === 0 && own.times !== '') return true;
  if (channel === 'call') return own.channel !== 'phone';
  if (channel === 'video') return own.channel !== 'video';
  if (channel !== 'agreed_place') return false;
  if (own.movedSince) return true;
  if (placeThen === null) return false;
  return placeThen !== (further ? further.value : agreement.meetingPlace || 'The library');
}

function minutesIn({ startsAt, endsAt }: Booking) {
  const minutes = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 60_000;
  return Array.from({ length: minutes }, (_, more) => {
    const clock = startsAt.add({ minutes: more }).toZonedDateTimeISO('Europe/London');
    return { day: clock.dayOfWeek, minute: clock.hour * 60 + clock.minute };
  });
}

function inside(
  { day, minute }: { day: number; minute: number },
  spans: AgreedNow['windows'],
  last: number,
): boolean {
  const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return spans.some(
    ({ days, from, to }) => days.includes(day) && clock(from) <= minute && minute < clock(to) + last,
  );
}

function someMinute(booking: Booking, spans: AgreedNow['windows'], last: number): boolean {
  return minutesIn(booking).some((each) => inside(each, spans, last));
}

function everyMinute(booking: Booking, spans: AgreedNow['windows']): boolean {
  return minutesIn(booking).every((each) => inside(each, spans, 0));
}

test('whatever is agreed, whatever is planned and whenever: nobody goes or rings where that is never safe', () => {
  let [went, tried] = [0, 0];
  fc.assert(
    fc.property(situations, ([known, booking]) => {
      tried += 1;
      const { decision } = mayMeet(booking, known);
      if (decision === 'go') went += 1;
      if (never(booking, known) || unlessAnsweredFor(booking, known)) assert.equal(decision, 'hold');
    }),
    runs(100_000, 3_000),
  );
  assert.ok(met(went, tried, { oneIn: 50 }), 'and some of it goes on');
});

test('whatever is held says why, on what that rests, and what would open the door', () => {
  fc.assert(
    fc.property(situations, ([known, booking]) => {
      const meeting = mayMeet(booking, known);
      if (meeting.decision === 'go') assert.ok(!never(booking, known));
      else for (const { reason, basis, opens } of meeting.reasons) assert.ok(reason && basis && opens);
    }),
    runs(10_000),
  );
});

test('nobody answers for what is unsafe: a reason that was written down changes no decision about it', () => {
  fc.assert(
    fc.property(situations, ([known, booking]) => {
      if (!never(booking, known)) return;
      const answered = mayMeet(booking, known);
      const reasons = answered.decision === 'hold' ? answered.reasons.map(({ reason }) => reason) : [];
      assert.equal(mayMeet({ ...booking, outside: reasons }, known).decision, 'hold');
    }),
    runs(10_000),
  );
});
