import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { dangerFirst, look, type Tellable, toTell, type Watched } from './escalation.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-18T${time}:00Z`);
const promise: Watched = {
  dueAt: at('17:00'),
  escalateAt: [at('13:30'), at('15:15'), at('17:00')],
  escalated: 0,
};

test('nobody is told before half of the time has gone', () => {
  assert.deepEqual(look(promise, at('13:00')), {
    escalated: 0,
    step: null,
    breached: false,
    nextLookAt: at('13:30'),
  });
});

test('each step is told once, at half, near the end and when it is broken', () => {
  const half = look(promise, at('14:00'));
  assert.equal(half.step, 'half');
  assert.ok(half.nextLookAt?.equals(at('15:15')));
  assert.equal(look({ ...promise, escalated: half.escalated }, at('14:01')).step, null);
  assert.equal(look({ ...promise, escalated: 1 }, at('16:00')).step, 'near');
  const broken = look({ ...promise, escalated: 2 }, at('17:01'));
  assert.deepEqual([broken.step, broken.breached, broken.nextLookAt], ['due', true, null]);
});

test('at the very moment it is due a promise is not broken', () => {
  assert.equal(look({ ...promise, escalated: 2 }, at('17:00')).breached, false);
});

test('switched off over a weekend, it catches up with one message, not three', () => {
  const monday = look(promise, Temporal.Instant.from('2026-11-23T08:00:00Z'));
  assert.deepEqual([monday.escalated, monday.step, monday.breached], [3, 'due', true]);
});

const staff = (id: string, more: Partial<Tellable> = {}): Tellable => ({
  id: id as StaffId,
  roles: ['da_worker'],
  managerId: null,
  deputyId: null,
  ...more,
});
const worker = staff('worker', { managerId: 'manager' as StaffId, deputyId: 'deputy' as StaffId });
const manager = staff('manager', { roles: ['da_manager'] });
const deputy = staff('deputy');
const director = staff('director', { roles: ['director'] });
const everybody = [worker, manager, deputy, director];
const lead = worker.id;

test('at half the worker is told, then the manager too, and the deputy when it is due', () => {
  assert.deepEqual(toTell('half', lead, false, everybody), ['worker']);
  assert.deepEqual(toTell('near', lead, false, everybody), ['worker', 'manager']);
  assert.deepEqual(toTell('due', lead, false, everybody), ['worker', 'manager', 'deputy']);
});

test('in danger everybody is told at the first step', () => {
  assert.deepEqual(toTell('half', lead, true, everybody), ['worker', 'manager', 'deputy']);
});

test('while nobody is allocated the whole team is told, and no director', () => {
  assert.deepEqual(toTell('half', null, false, everybody), ['worker', 'manager', 'deputy']);
});

test('a worker who has left is nobody’s lead: the team is told', () => {
  assert.deepEqual(toTell('half', 'gone' as StaffId, false, [manager, deputy]), ['manager', 'deputy']);
});

test('a worker without a manager on record has the team’s managers', () => {
  assert.deepEqual(toTell('near', 'alone' as StaffId, false, [staff('alone'), manager]), [
    'alone',
    'manager',
  ]);
});

test('danger comes first, then what is due soonest', () => {
  const found = dangerFirst([
    { name: 'late', danger: false, dueAt: at('12:00') },
    { name: 'danger', danger: true, dueAt: at('17:00') },
    { name: 'later', danger: false, dueAt: at('16:00') },
  ]);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['danger', 'late', 'later'],
  );
});
