import assert from 'node:assert/strict';
import { test } from 'node:test';
import { triedPacks } from '../../../tests/packs.ts';
import { becomes, countsFrom, mayBeAnswered, mayWish, type Tried, type Wish } from './promised-call.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}:00Z`);
const ours = { channel: 'phone', begunBy: 'us', reached: false } as const;
const of = (time: string, more: Partial<Tried> = {}, wish: Wish = 'still') =>
  becomes({ countsFrom: at('15:45') }, { ...ours, happenedAt: at(time), ...more }, wish);

test('a call counts from a quarter of an hour before its time, and never from before it was promised', () => {
  for (const pack of triedPacks) {
    const from = (promised: string) => countsFrom(pack, { at: at('16:00'), promisedAt: at(promised) });
    assert.equal(from('10:00').toString(), '2026-11-23T15:45:00Z');
    assert.equal(from('15:50').toString(), '2026-11-23T15:50:00Z');
  }
});

test('our call at its time is that call, whether somebody answers or not; a late one is it too', () => {
  for (const time of ['15:45', '16:00', '16:14', '18:30']) assert.equal(of(time), 'rung', time);
  assert.equal(of('16:00', { reached: true }), 'rung');
});

test('a call at noon is not the call at four, and leaves it owed without a word', () => {
  assert.equal(of('12:00'), 'still');
  assert.equal(of('12:00', { reached: true }), 'still');
  assert.equal(of('15:44', { reached: true }), 'still');
});

test('a text, a letter or a call of theirs rings nobody', () => {
  for (const channel of ['text', 'email', 'post', 'in_person'])
    assert.equal(of('16:00', { channel }), 'still', channel);
  assert.equal(of('16:05', { begunBy: 'them', reached: true }), 'still');
});

test('it is moved, or let go, by what the person says in a contact, and by nothing else', () => {
  for (const wish of ['moved', 'let_go'] as const) {
    assert.equal(of('12:00', { reached: true }, wish), wish);
    assert.equal(of('12:00', {}, wish), 'still', 'nobody was reached');
    assert.equal(of('16:05', { begunBy: 'them', reached: true }, wish), wish);
    assert.equal(of('16:00', { reached: true }, wish), 'rung', 'it was rung first');
    assert.equal(mayWish(wish, false).allowed, false);
    assert.equal(mayWish(wish, true).allowed, true);
  }
});

test('what became of a call to the person is a contact of the case, and of another is written down once', () => {
  const open = { to: 'teller', caseId: 'c', endedHow: null } as const;
  assert.equal(mayBeAnswered(open).allowed, true);
  assert.equal(mayBeAnswered({ ...open, to: 'person' }).allowed, false);
  assert.equal(mayBeAnswered({ ...open, to: 'person', caseId: null }).allowed, true, 'there is no case yet');
  assert.equal(mayBeAnswered({ ...open, endedHow: 'rung' }).allowed, false);
});
