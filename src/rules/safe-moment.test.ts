import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StaffId } from './facts.ts';
import { earliestSafeMoment, type MomentFacts } from './safe-moment.ts';
import { at, office, officeWith, phoneAgreed, wall } from './testing.ts';

const [priya, sam] = ['priya', 'sam'] as unknown as readonly [StaffId, StaffId];
const onDuty = (staffId: StaffId, from: string, to: string) => ({ staffId, from: at(from), to: at(to) });
const week = ['01', '02', '03', '06', '07'].map((day) =>
  onDuty(priya, `2026-07-${day} 09:00`, `2026-07-${day} 17:00`),
);
const facts: MomentFacts = {
  agreement: phoneAgreed,
  now: at('2026-07-01 09:20'),
  due: at('2026-07-01 17:00'),
  calendar: office,
  duty: week,
};
const said = (differences: Partial<MomentFacts> = {}) => {
  const moment = earliestSafeMoment({ ...facts, ...differences });
  if (moment.kind === 'none') return `none: ${moment.why}`;
  const late = moment.kind === 'after-deadline' ? `: ${moment.why}` : '';
  return `${moment.kind} ${wall(moment.from)} to ${wall(moment.to).slice(-5)}, ${moment.staffId}${late}`;
};

describe('the earliest safe moment', () => {
  test('is the first time that was agreed, in office hours, while somebody is on duty', () => {
    assert.equal(said(), 'at Wed 2026-07-01 10:00 to 14:00, priya');
    assert.equal(said({ now: at('2026-07-01 11:40') }), 'at Wed 2026-07-01 11:40 to 14:00, priya');
  });

  test('begins when the first of them is on duty, and is theirs', () => {
    const duty = [
      onDuty(priya, '2026-07-01 12:30', '2026-07-01 17:00'),
      onDuty(sam, '2026-07-01 11:15', '2026-07-01 12:00'),
    ];
    assert.equal(said({ duty }), 'at Wed 2026-07-01 11:15 to 12:00, sam');
  });

  test('ends when the promise is due', () => {
    assert.equal(said({ due: at('2026-07-01 12:00') }), 'at Wed 2026-07-01 10:00 to 12:00, priya');
  });

  test('goes round a time never to use', () => {
    const never = [{ days: [3], from: '10:00', to: '11:29' }];
    assert.equal(said({ agreement: { ...phoneAgreed, never } }), 'at Wed 2026-07-01 11:30 to 14:00, priya');
  });

  test('is said to be too late where the promise cannot be kept safely', () => {
    assert.equal(
      said({ now: at('2026-07-01 15:00') }),
      'after-deadline Thu 2026-07-02 10:00 to 14:00, priya: No time that was agreed lies before the ' +
        'deadline while somebody is on duty.',
    );
    assert.match(said({ now: at('2026-07-01 18:00') }), /^after-deadline Thu .*: The time for it is over\.$/);
  });

  test('skips the weekend, when the office is closed, whatever was agreed', () => {
    const windows = [{ days: [6, 1], from: '10:00', to: '11:00' }];
    assert.match(
      said({ agreement: { ...phoneAgreed, windows } }),
      /^after-deadline Mon 2026-07-06 10:00 to 11:00/,
    );
  });

  test('a few minutes are not enough to begin in', () => {
    assert.match(said({ now: at('2026-07-01 13:55') }), /^after-deadline Thu 2026-07-02 10:00/);
  });

  test('where no time was named, any within office hours is one', () => {
    assert.equal(
      said({ agreement: { ...phoneAgreed, windows: [] }, due: null }),
      'at Wed 2026-07-01 09:20 to 17:00, priya',
    );
  });

  test('there is none while the agreement is in doubt, or its times are words', () => {
    assert.match(said({ agreement: null }), /^none: Nothing has been agreed yet/);
    assert.match(
      said({ agreement: { ...phoneAgreed, unsureSince: facts.now } }),
      /^none: Somebody may suspect something/,
    );
    assert.match(
      said({ agreement: { ...phoneAgreed, windows: [], times: 'Mornings' } }),
      /^none: The safe times are known in words only: “Mornings”/,
    );
  });

  test('there is none where nobody is on duty at an agreed time', () => {
    assert.match(said({ duty: [] }), /^none: Nobody who may see this case is on duty/);
    const fridays = [{ days: [5], from: '16:00', to: '17:00' }];
    const early = [onDuty(priya, '2026-07-03 09:00', '2026-07-03 15:00')];
    const agreement = { ...phoneAgreed, windows: fridays };
    assert.match(said({ duty: early, agreement }), /^none: No time that was agreed lies in office hours/);
  });

  describe('of somebody who can only be rung while the office is closed', () => {
    const windows = [{ days: [6], from: '10:00', to: '12:00' }];
    const saturdays = { ...phoneAgreed, windows };
    const onCall = { ...onDuty(sam, '2026-07-03 17:00', '2026-07-06 09:00'), onCall: true };

    test('is when somebody is on call, in the hours that they named', () => {
      const found = said({ agreement: saturdays, duty: [...week, onCall], due: null });
      assert.equal(found, 'at Sat 2026-07-04 10:00 to 12:00, sam');
      const moment = earliestSafeMoment({
        ...facts,
        agreement: saturdays,
        duty: [...week, onCall],
        due: null,
      });
      assert.equal(moment.kind === 'at' && moment.onCall, true, 'and it says that they are on call');
    });

    test('is none where nobody is, and says that somebody must arrange it', () => {
      for (const duty of [week, []]) {
        const moment = earliestSafeMoment({ ...facts, agreement: saturdays, duty });
        assert.equal(moment.kind === 'none' && moment.outsideHours, true);
        assert.match(moment.kind === 'none' ? moment.why : '', /outside the office’s hours.*must arrange/);
      }
    });

    test('goes round times never to use and asks for the woman or man whom they asked for, on call too', () => {
      const never = [{ days: [6], from: '10:00', to: '10:29' }];
      const duty = [...week, onCall];
      const later = said({ agreement: { ...saturdays, never }, duty, due: null });
      assert.equal(later, 'at Sat 2026-07-04 10:30 to 12:00, sam');
      assert.match(said({ agreement: { ...saturdays, workerGender: 'woman' }, duty, due: null }), /^none/);
    });

    test('where they asked for a woman and a man is on call, it is not said that nobody is', () => {
      const duty = [...week, { ...onCall, gender: 'man' as const }];
      const why = said({ agreement: { ...saturdays, workerGender: 'woman' }, duty, due: null });
      assert.match(
        why,
        /outside the office’s hours, and they asked for a colleague who is a woman: none .* on call/,
      );
      assert.doesNotMatch(why, /nobody/);
    });

    test('is not said of times within them that come after what was agreed is too old to use', () => {
      const tuesdays = { ...phoneAgreed, windows: [{ days: [2], from: '10:00', to: '12:00' }] };
      // Wednesday; what was agreed may be used until Saturday.
      const now = at('2026-07-01 09:20');
      const agreement = { ...tuesdays, askedAt: now.subtract({ hours: 24 * 27 }) };
      for (const duty of [week, []]) {
        const moment = earliestSafeMoment({ ...facts, agreement, now, duty, due: null });
        assert.ok(moment.kind === 'none' && !moment.outsideHours, 'nobody has to arrange who rings');
        assert.match(
          moment.why,
          duty === week ? /has to be asked about again before/ : /^Nobody who may see this case is on duty/,
        );
      }
      const onSaturdays = { ...saturdays, askedAt: now.subtract({ hours: 24 * 29 }) };
      const still = earliestSafeMoment({ ...facts, agreement: onSaturdays, now, duty: week });
      assert.equal(still.kind === 'none' && still.outsideHours, true, 'that it grows old hides nothing');
      const later = { ...facts, agreement: onSaturdays, now, duty: [...week, onCall], due: null };
      const afterwards = earliestSafeMoment(later);
      assert.ok(afterwards.kind === 'none' && !afterwards.outsideHours, 'somebody is on call then');
      assert.match(afterwards.why, /has to be asked about again before/);
    });

    test('nobody is rung at night or at a weekend because they named no times', () => {
      const anytime = { ...phoneAgreed, windows: [] };
      assert.match(said({ agreement: anytime, duty: [onCall], due: null }), /^none/);
    });
  });

  test('where they asked for a woman or a man, it is theirs who said that they are one, or nobody’s', () => {
    const duty = [
      { ...onDuty(priya, '2026-07-01 09:00', '2026-07-01 17:00'), gender: undefined },
      { ...onDuty(sam, '2026-07-01 12:00', '2026-07-01 17:00'), gender: 'woman' as const },
    ];
    const asks = (workerGender: 'woman' | 'man' | 'no_preference') => ({ ...phoneAgreed, workerGender });
    assert.equal(said({ duty, agreement: asks('woman') }), 'at Wed 2026-07-01 12:00 to 14:00, sam');
    assert.equal(said({ duty, agreement: asks('no_preference') }), 'at Wed 2026-07-01 10:00 to 14:00, priya');
    assert.match(
      said({ duty, agreement: asks('man') }),
      /^none: They asked for a colleague who is a man, and none who may see this case is known to be on duty/,
    );
  });

  test('where no woman whom they asked for is on duty before the deadline, that is why it is too late', () => {
    const tomorrow = { ...onDuty(sam, '2026-07-02 09:00', '2026-07-02 17:00'), gender: 'woman' as const };
    const agreement = { ...phoneAgreed, workerGender: 'woman' as const };
    assert.equal(
      said({ duty: [...week, tomorrow], agreement }),
      'after-deadline Thu 2026-07-02 10:00 to 14:00, sam: They asked for a colleague who is a woman, ' +
        'and none is known to be on duty at a time that was agreed before the deadline.',
    );
    assert.match(
      said({ duty: [...week, tomorrow], agreement, now: at('2026-07-01 15:00') }),
      /: No time that was agreed lies before the deadline/,
      'the times are the reason where nobody could, woman or not',
    );
  });

  test('none lies after the day on which the agreement has to be asked again', () => {
    const askedAt = facts.now.subtract({ hours: 24 * 29 });
    const windows = [{ days: [5], from: '10:00', to: '12:00' }];
    assert.match(said({ agreement: { ...phoneAgreed, askedAt, windows } }), /^none/);
  });

  test('on the day the clocks go forward, what was agreed is not made longer', () => {
    const sunday = officeWith({ workingDays: [7], opens: '00:00' });
    const night = { ...phoneAgreed, windows: [{ days: [7], from: '00:30', to: '01:30' }] };
    const spring = {
      agreement: { ...night, askedAt: at('2026-03-28 12:00') },
      now: at('2026-03-28 12:00'),
      calendar: sunday,
    };
    const duty = [onDuty(priya, '2026-03-28 12:00', '2026-03-30 12:00')];
    assert.match(said({ ...spring, due: null, duty }), /^none/, 'half past one is not there');
    const autumn = {
      agreement: { ...night, askedAt: at('2026-10-24 12:00') },
      now: at('2026-10-24 12:00'),
      calendar: sunday,
    };
    const long = [onDuty(priya, '2026-10-24 12:00', '2026-10-26 12:00')];
    assert.equal(said({ ...autumn, due: null, duty: long }), 'at Sun 2026-10-25 00:30 to 01:30, priya');
  });
});
