import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Booking, mayMeet } from './may-meet.ts';
import { type AgreedNow, againstRingingThen, ringableThen } from './no-longer-agreed.ts';
import { at, office, phoneAgreed, quiet } from './testing.ts';

const first: AgreedNow = { ...phoneAgreed, value: '07700 900123', further: [] };
const startsAt = at('2026-07-02 10:30');
const call: Booking = {
  channel: 'call',
  over: 'first',
  startsAt,
  endsAt: startsAt.add({ minutes: 30 }),
  interpreter: 'not_needed',
  gender: null,
  placeThen: '',
  outside: [],
  staffIds: [],
};
const doubt = at('2026-07-01 12:00');
const work: AgreedNow['further'][number] = {
  ...{ id: 'w1', wayId: 'work', value: '07700 900456', times: '', windows: [], never: [] },
  channel: 'phone',
  ...{ mayLeaveVoicemail: false, mayText: false, agreedWithPerson: true, askedAt: phoneAgreed.askedAt },
  ...{ unsureSince: null, changedSince: null, endedAt: null },
};
type Work = Partial<Omit<AgreedNow['further'][number], 'wayId'>>;
const withWork = (more: Work = {}): AgreedNow => ({ ...first, further: [{ ...work, ...more }] });

function reasons(agreement: AgreedNow | null, planned: Partial<Booking> = {}): readonly string[] {
  const meeting = mayMeet({ ...call, ...planned }, { agreement, around: quiet, calendar: office });
  return meeting.decision === 'go' ? [] : meeting.reasons.map(({ reason }) => reason);
}

describe('a visit or a call that was planned over a way', () => {
  test('stands while that way is agreed, in every minute of it', () => {
    assert.deepEqual(reasons(first), []);
    assert.deepEqual(reasons(withWork(), { over: 'work' }), []);
    const shorter = { ...first, windows: [{ days: [4], from: '10:00', to: '10:50' }] };
    assert.deepEqual(reasons(shorter), ['This is outside the times that were agreed.']);
  });

  test('is asked about as it begins, whatever is said of its end', () => {
    for (const endsAt of [startsAt, startsAt.subtract({ hours: 24 })]) {
      assert.deepEqual(reasons(first, { endsAt }), []);
      for (const agreed of [null, { ...first, unsureSince: doubt }])
        assert.notDeepEqual(reasons(agreed, { endsAt }), []);
      assert.notDeepEqual(reasons(first, { endsAt, over: 'another' }), []);
    }
  });

  test('stands no more once the way is in doubt, changed, ended, replaced or gone', () => {
    for (const agreed of [
      null,
      { ...first, unsureSince: doubt },
      { ...first, changedSince: doubt },
      { ...first, channel: 'none' as const },
      { ...first, channel: 'email' as const },
      { ...first, never: [{ days: [4], from: '10:40', to: '10:45' }] },
    ])
      assert.notDeepEqual(reasons(agreed), []);
    for (const more of [{ unsureSince: doubt }, { changedSince: doubt }, { endedAt: doubt }])
      assert.notDeepEqual(reasons(withWork(more), { over: 'work' }), []);
    assert.notDeepEqual(reasons(first, { over: 'work' }), [], 'nothing of that way is known');
  });

  test('of one way says nothing about what is planned over another', () => {
    assert.deepEqual(reasons(withWork({ endedAt: doubt })), []);
    const doubtful = { ...withWork(), unsureSince: doubt };
    assert.deepEqual(reasons(doubtful, { over: 'work' }), []);
  });

  test('what it was against as it was planned, with its reason, is no news; anything further is', () => {
    const outside = ['This is outside the times that were agreed. (L2.1a)'];
    const later = { startsAt: at('2026-07-02 16:00'), endsAt: at('2026-07-02 16:30'), outside };
    assert.deepEqual(reasons(first, later), []);
    assert.deepEqual(
      reasons({ ...first, unsureSince: doubt }, later),
      ['Somebody may suspect something: make sure first.', 'This is outside the times that were agreed.'],
      'and then nothing that was answered for counts any more',
    );
  });

  test('a meeting at a place other than the one that is agreed now is not agreed', () => {
    const meeting = { channel: 'agreed_place', placeThen: 'The library' } as const;
    assert.deepEqual(reasons({ ...first, meetingPlace: 'The library' }, meeting), []);
    assert.deepEqual(reasons({ ...first, meetingPlace: 'The school' }, meeting), [
      'Another place has been agreed since.',
    ]);
  });

  test('what they need from whoever comes counts: a woman, an interpreter', () => {
    assert.deepEqual(reasons({ ...first, workerGender: 'woman' }, { gender: 'woman' }), []);
    assert.notDeepEqual(reasons({ ...first, workerGender: 'woman' }), []);
    assert.notDeepEqual(reasons({ ...first, interpreter: 'professional' }), []);
    assert.deepEqual(reasons({ ...first, interpreter: 'professional' }, { interpreter: 'booked' }), []);
  });
});

describe('a call that was promised', () => {
  const against = (agreed: AgreedNow | null, outside: readonly string[] = []) =>
    againstRingingThen(agreed, startsAt, outside, office).map(({ reason }) => reason);

  test('is rung over any number that may be used then, and over none that may not', () => {
    assert.deepEqual(against(first), []);
    assert.deepEqual(against({ ...withWork(), unsureSince: doubt }), [], 'the other number is open');
    assert.deepEqual(against({ ...withWork({ endedAt: doubt }), unsureSince: doubt }), [
      'Somebody may suspect something: make sure first.',
    ]);
    assert.deepEqual(against(null), ['Nothing has been agreed yet about how to be in touch.']);
  });

  test('is said to be rung over those alone that may be used then, or over the promised one where none may', () => {
    const over = (agreed: AgreedNow, outside: readonly string[] = []) =>
      ringableThen(agreed, startsAt, outside, office);
    const [work] = withWork().further;
    assert.ok(work);
    assert.deepEqual(over(withWork()), ['first', work.wayId]);
    assert.deepEqual(over({ ...withWork(), unsureSince: doubt }), [work.wayId]);
    const early = [{ days: [4], from: '08:00', to: '09:00' }];
    const promised = ['This is outside the times that were agreed. (V4.1a)'];
    assert.deepEqual(over(withWork({ windows: early }), promised), ['first'], 'one that is open comes first');
    assert.deepEqual(over({ ...withWork({ unsureSince: doubt }), windows: early }, promised), ['first']);
    assert.deepEqual(over({ ...withWork({ windows: early }), unsureSince: doubt }), []);
  });

  test('at a time that they asked for themselves is against no hours that were agreed before', () => {
    const mornings = { ...first, windows: [{ days: [4], from: '08:00', to: '09:00' }] };
    assert.notDeepEqual(against(mornings), []);
    assert.deepEqual(against(mornings, ['This is outside the times that were agreed. (V4.1a)']), []);
  });
});
