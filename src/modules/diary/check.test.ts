import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Agreement, withinNever, withinWindows } from '#rules/agreement.ts';
import type { StaffId } from '#rules/facts.ts';
import { agreements, at, office, phoneAgreed, quiet } from '#rules/testing.ts';
import { runs } from '../../../tests/property.ts';
import type { Channel, InterpreterState } from './appointment.ts';
import { checkPlan, type SaidGender } from './check.ts';

interface Planned {
  readonly channel: Channel;
  readonly from: string;
  readonly minutes: number;
  readonly interpreter: InterpreterState;
  readonly gender: SaidGender;
}

const aCall: Planned = {
  channel: 'call',
  from: '2026-07-02 10:30',
  minutes: 30,
  interpreter: 'not_needed',
  gender: undefined,
};

const goes = { staffId: 'worker' as unknown as StaffId, secondStaffId: null };

function check(planned: Partial<Planned> = {}, agreed: Partial<Agreement> | null = {}) {
  const { channel, from, minutes, interpreter, gender } = { ...aCall, ...planned };
  const startsAt = at(from);
  const plan = { channel, over: 'first', startsAt, endsAt: startsAt.add({ minutes }), interpreter, ...goes };
  const agreement = agreed && { ...phoneAgreed, value: '', further: [], ...agreed };
  const answer = checkPlan(plan, { agreed: agreement, around: quiet, gender, calendar: office });
  return answer.verdict === 'open'
    ? [answer.verdict]
    : [answer.verdict, ...answer.against.map(({ reason, basis }) => `${reason} (${basis})`)];
}

describe('before a visit or a call is planned', () => {
  test('no visit is planned to a home that was agreed before they moved, whatever the reason', () => {
    const moved = { mayVisit: true, movedSince: at('2026-07-01 09:00') };
    assert.equal(check({ channel: 'home' }, moved)[0], 'shut');
    assert.deepEqual(check({}, moved), ['open'], 'a call goes where the phone goes');
  });

  test('what was agreed, at a time that was agreed, may be planned', () => {
    assert.deepEqual(check(), ['open']);
  });

  test('where nothing was agreed nothing is planned, whatever the reason', () => {
    assert.deepEqual(check({}, null), [
      'shut',
      'Nothing has been agreed yet about how to be in touch. (safe-contact)',
    ]);
  });

  test('where somebody may suspect something, or no way is known, nothing is planned', () => {
    assert.equal(check({}, { unsureSince: at('2026-07-01 12:00') })[0], 'shut');
    assert.equal(check({}, { changedSince: at('2026-07-01 12:00') })[0], 'shut');
    assert.equal(check({}, { channel: 'none' })[0], 'shut');
  });

  test('a call that begins in time and ends too late is against what was agreed', () => {
    assert.deepEqual(check({ from: '2026-07-02 13:30' }), ['open']);
    assert.deepEqual(check({ from: '2026-07-02 13:45' }), [
      'with_reason',
      'This is outside the times that were agreed. (access-needs)',
    ]);
  });

  test('a time that is never to be used is shut, even one that is only touched', () => {
    const never = [{ days: [4], from: '10:50', to: '10:55' }];
    assert.equal(check({}, { never })[0], 'shut');
    assert.deepEqual(check({ minutes: 15 }, { never }), ['open']);
  });

  test('nobody goes to the home unless visits were agreed, whatever the reason', () => {
    assert.equal(check({ channel: 'home' })[0], 'shut');
    assert.deepEqual(check({ channel: 'home' }, { mayVisit: true }), ['open']);
  });

  test('the safe place outside the home is the one that was agreed', () => {
    const meetingPlace = 'The library';
    assert.deepEqual(check({ channel: 'agreed_place' }, { meetingPlace }), ['open']);
    assert.deepEqual(check({ channel: 'elsewhere' }, { meetingPlace }), [
      'with_reason',
      'This place was not agreed as a safe one. (access-needs)',
    ]);
  });

  test('whoever asked for a woman is met by a woman, or there is a reason', () => {
    const asked = { workerGender: 'woman' } as const;
    assert.deepEqual(check({ gender: 'woman' }, asked), ['open']);
    for (const gender of ['man', 'another', undefined] as const)
      assert.deepEqual(check({ gender }, asked), [
        'with_reason',
        'They asked for a colleague who is a woman. (access-needs)',
      ]);
    assert.deepEqual(check({ gender: 'man' }, { workerGender: 'no_preference' }), ['open']);
  });

  test('whoever needs an interpreter has one booked, or there is a reason', () => {
    const needs = { interpreter: 'professional_woman' } as const;
    assert.deepEqual(check({ interpreter: 'booked' }, needs), ['open']);
    for (const interpreter of ['not_needed', 'to_book'] as const)
      assert.match(
        check({ interpreter }, needs).join(' '),
        /with_reason They need a professional interpreter/,
      );
  });

  test('what will have been asked more than thirty days before is asked again first, or there is a reason', () => {
    assert.deepEqual(check({ from: '2026-08-03 10:30' }), [
      'with_reason',
      'Asked more than 30 days ago: ask again first. (safe-contact)',
    ]);
  });
});

test('whatever was agreed, what is open lies wholly in agreed times and never in one that was ruled out', () => {
  const channels = fc.constantFrom<Channel>('call', 'video', 'home', 'agreed_place', 'elsewhere');
  const starts = fc
    .integer({ min: 0, max: 20 * 24 * 60 })
    .map((more) => at('2026-07-01 09:00').add({ minutes: more }));
  const lengths = fc.constantFrom(15, 30, 45, 60);
  let open = 0;
  fc.assert(
    fc.property(
      agreements,
      channels,
      starts,
      lengths,
      fc.nat(59),
      (agreement, channel, startsAt, minutes, within) => {
        const plan = {
          channel,
          over: 'first',
          startsAt,
          endsAt: startsAt.add({ minutes }),
          interpreter: 'not_needed',
          ...goes,
        } as const;
        const agreed = { ...agreement, value: '', further: [] };
        const answer = checkPlan(plan, { agreed, around: quiet, gender: undefined, calendar: office });
        const moment = startsAt.add({ minutes: within % minutes });
        const isNever = withinNever(agreement.never, moment, office);
        if (isNever) assert.equal(answer.verdict, 'shut');
        if (answer.verdict !== 'open') return;
        open += 1;
        assert.ok(agreement.windows.length === 0 || withinWindows(agreement.windows, moment, office));
        assert.ok(channel !== 'home' || agreement.mayVisit);
      },
    ),
    runs(2_000),
  );
  assert.ok(open > 20, `only ${open} of these were open`);
});
