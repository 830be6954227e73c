import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { againstAgreement, type MadeContact } from './kept-agreement.ts';
import { agreements, at, office, phoneAgreed } from './testing.ts';

const call: MadeContact = {
  way: 'phone',
  at: at('2026-07-01 11:00'),
  begunBy: 'us',
  left: 'nothing',
};
const held = (differences: Partial<MadeContact> = {}, agreement: typeof phoneAgreed | null = phoneAgreed) =>
  againstAgreement(agreement, { ...call, ...differences }, office);

test('a call on the agreed phone at an agreed time is against nothing', () => {
  assert.deepEqual(held(), []);
});

test('a call outside the agreed times is against them, even where they answered', () => {
  assert.deepEqual(held({ at: at('2026-07-01 14:00') }), ['outside_times']);
  assert.deepEqual(held({ at: at('2026-07-04 11:00') }), ['outside_times'], 'a Saturday');
});

test('a voicemail that was not agreed is against the agreement, at any time', () => {
  assert.deepEqual(held({ left: 'voicemail' }), ['voicemail_not_agreed']);
  assert.deepEqual(held({ left: 'voicemail' }, { ...phoneAgreed, mayLeaveVoicemail: true }), []);
});

test('a text, an e-mail or a letter that was not agreed is against it', () => {
  for (const way of ['text', 'email', 'post'] as const)
    assert.ok(held({ way, left: 'message' }).includes('way_not_agreed'), way);
  assert.deepEqual(
    held({ way: 'post', left: 'message', at: at('2026-07-01 20:00') }, { ...phoneAgreed, mayPost: true }),
    [],
  );
});

test('a time never to use beats the safe ones', () => {
  const never = [{ days: [3], from: '10:30', to: '11:30' }];
  assert.deepEqual(held({}, { ...phoneAgreed, never }), ['never_time']);
});

test('nobody rings where somebody may suspect something, or no way is safe', () => {
  assert.deepEqual(held({}, { ...phoneAgreed, unsureSince: at('2026-07-01 10:00') }), ['may_suspect']);
  assert.deepEqual(held({}, { ...phoneAgreed, changedSince: at('2026-07-01 10:00') }), ['changed']);
  assert.deepEqual(held({}, { ...phoneAgreed, channel: 'none' }), ['no_way_known']);
});

test('before anything is agreed somebody has to ask, and leaves nothing behind', () => {
  assert.deepEqual(held({}, null), []);
  assert.deepEqual(held({ left: 'voicemail' }, null), ['nothing_agreed']);
  assert.deepEqual(held({ way: 'text', left: 'message' }, null), ['nothing_agreed']);
});

test('times in words are asked about: only a plain yes is as they wished', () => {
  const inWords = { ...phoneAgreed, windows: [], times: 'When the car is gone' };
  assert.deepEqual(held({ inTheirTimes: 'yes' }, inWords), []);
  for (const inTheirTimes of ['no', 'not_known', undefined] as const)
    assert.deepEqual(held({ inTheirTimes }, inWords), ['not_their_times']);
});

test('what the person began themselves is against nothing', () => {
  fc.assert(
    fc.property(agreements, fc.constantFrom('phone', 'text', 'in_person' as const), (agreement, way) => {
      assert.deepEqual(held({ way, begunBy: 'them', at: at('2026-07-05 03:00') }, agreement), []);
    }),
    runs(200),
  );
});

test('an agreement that is old or was named by somebody else has to be asked about, and calling is how', () => {
  assert.deepEqual(held({ at: at('2026-11-04 11:00') }), []);
  assert.deepEqual(held({}, { ...phoneAgreed, agreedWithPerson: false }), []);
});

test('a letter sent where they lived when it was agreed is against the agreement, once they moved', () => {
  const moved = { ...phoneAgreed, mayPost: true, movedSince: at('2026-07-01 09:00') };
  assert.deepEqual(held({ way: 'post', left: 'message' }, moved), ['moved_since']);
  assert.deepEqual(held({}, moved), [], 'the phone moves with them');
});
