import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import { routes, toldBy } from '#rules/words.ts';
import { isOnFile, mayHaveBeenContact, toldContactForm, toldContactKind, wayTold } from './told-contact.ts';

const telling = {
  route: 'phone',
  toldBy: 'person',
  personName: 'Zelda Quince',
  personId: null,
  handedOver: false,
  saidBefore: false,
} as const;

test('only a call, a meeting, a visit or a chat can have been the contact; a letter or an e-mail never', () => {
  const both = routes
    .map(({ value }) => value)
    .filter((route) => mayHaveBeenContact({ ...telling, route }).allowed);
  assert.deepEqual(both, ['face_to_face', 'home_visit', 'phone', 'web_chat']);
  assert.deepEqual(wayTold('home_visit'), { channel: 'in_person', outcome: 'met_safely' });
});

test('what anybody else told us leaves her still to be reached', () => {
  for (const { value } of toldBy)
    assert.equal(mayHaveBeenContact({ ...telling, toldBy: value }).allowed, value === 'person', value);
});

test('nobody is taken to have been reached without being known, after a handover, or twice', () => {
  for (const more of [{ personName: '' }, { handedOver: true }, { saidBefore: true }])
    assert.equal(mayHaveBeenContact({ ...telling, ...more }).allowed, false, JSON.stringify(more));
});

test('neither whoever wrote it down nor whoever spoke with her confirms it', () => {
  const [writer, speaker, other] = ['w', 's', 'o'] as unknown as readonly [StaffId, StaffId, StaffId];
  const proposal = { proposedBy: writer, about: speaker, decision: null };
  const may = (by: StaffId) =>
    mayDecide(toldContactKind, proposal, { by, sight: 'inside', decision: 'approved' }).allowed;
  assert.deepEqual([writer, speaker, other].map(may), [false, false, true]);
});

test('one call is one contact, however many wrote it down', () => {
  const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
  const onFile = { channel: 'phone', happenedAt: at('10:00'), begunBy: 'them', twoWayAndSafe: true };
  const told = (time: string, more = {}) =>
    isOnFile({ channel: 'phone', happenedAt: at(time) }, [{ ...onFile, ...more }]);
  assert.ok(told('10:40'));
  assert.ok(told('09:10'));
  assert.equal(told('11:30'), false, 'they rang again');
  assert.equal(told('10:10', { channel: 'in_person' }), false);
  assert.equal(told('10:10', { begunBy: 'us' }), false, 'we rang back');
  assert.equal(told('10:10', { twoWayAndSafe: false }), false, 'the call dropped');
});

test('who, when, how it was known to be safe and what was said: none of the four is left out', () => {
  const bounds = {
    timeZone: 'Europe/London',
    notBefore: Temporal.Instant.from('2026-11-23T10:00:30Z'),
    notAfter: Temporal.Instant.from('2026-11-23T10:20:00Z'),
  };
  const sent = {
    spoke_by: 'ada',
    'spoke_at-day': '23',
    'spoke_at-month': '11',
    'spoke_at-year': '2026',
    'spoke_at-time': '10:00',
    safe_because: 'She rang from her sister’s',
    said: 'That she is scared',
  };
  const form = toldContactForm(['ada' as StaffId], bounds);
  assert.ok(form.safeParse(sent).success, 'within the minute in which we were told');
  const left = { spoke_by: '', 'spoke_at-time': '', safe_because: ' ', said: '' };
  for (const [field, nothing] of Object.entries(left))
    assert.equal(form.safeParse({ ...sent, [field]: nothing }).success, false, field);
  assert.equal(
    form.safeParse({ ...sent, 'spoke_at-time': '10:30' }).success,
    false,
    'after it was written down',
  );
  assert.equal(form.safeParse({ ...sent, spoke_by: 'somebody' }).success, false);
});
