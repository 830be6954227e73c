import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinaryUploads, type Room, uploadRoom } from './upload-room.ts';

const few = { openEach: 2, openInAll: 3, bytesEachHour: 1_000, leaves: 100 };
const now = () => Temporal.Instant.from('2026-11-18T10:00Z');
const roomy = async () => 1_000_000;

async function taken(room: Room, who: string, bytes: number): Promise<(arrived: number) => void> {
  const got = await room.take(who, bytes);
  assert.ok(typeof got !== 'string', `${who}: ${got}`);
  return got;
}

test('one person has so many forms arriving at a time, and what ends makes room again', async () => {
  const room = uploadRoom(few, [], now, roomy);
  const first = await taken(room, 'a', 10);
  await taken(room, 'a', 10);
  assert.equal(await room.take('a', 10), 'busy');
  await taken(room, 'b', 10);
  assert.equal(await room.take('c', 10), 'busy', 'all of them together have a measure, too');
  first(10);
  first(10);
  await taken(room, 'c', 10);
  assert.equal(await room.take('a', 10), 'busy', 'given back once, however often it is said');
});

test('what one person sent within the hour counts, and nobody else waits for it', async () => {
  const room = uploadRoom(few, [], now, roomy);
  (await taken(room, 'a', 600))(600);
  assert.equal(await room.take('a', 600), 'busy');
  await taken(room, 'b', 600);
  (await taken(room, 'a', 400))(0);
  await taken(room, 'a', 400);
});

test('room that was promised to others is not promised again, nor what everything else needs', async () => {
  const room = uploadRoom({ ...few, openEach: 9, openInAll: 9 }, [], now, async () => 1_000);
  await taken(room, 'a', 500);
  assert.equal(await room.take('b', 500), 'full');
  await taken(room, 'b', 400);
  const both = await Promise.all([1, 2].map(() => uploadRoom(few, [], now, async () => 900).take('a', 500)));
  assert.ok(both.every((each) => each !== 'full'));
});

test('an evening of pictures from a phone is far from what is too much', () => {
  const phone = 100 * 5 * 2 ** 20;
  assert.ok(phone < ordinaryUploads.bytesEachHour / 4);
});
