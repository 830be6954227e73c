import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactPlan } from '#modules/contact/contact-plan.ts';
import type { StaffId } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import { blocking, leavesSomebody, mayBeGranted, restrictedTo, sees, type Wall, whoSees } from './access.ts';
import { canLead, changesLead, mayLead } from './allocation.ts';
import { mayEndConflict, mayRecordConflict } from './conflict.ts';

const id = (name: string) => name as StaffId;
const worker = { id: id('worker'), roles: ['da_worker'] } as const;
const manager = { id: id('manager'), roles: ['da_manager'] } as const;
const everything = {
  id: id('everything'),
  roles: ['administrator', 'da_manager', 'da_worker', 'director'],
} as const;
const administrator = { id: id('administrator'), roles: ['administrator'] } as const;
const everybody = [worker, manager, everything, administrator];

const team: Wall = { grantedStaff: [], grantedRoles: ['da_manager', 'da_worker'], blockedStaff: [] };

test('a conflict beats every role, administrators included, and a grant by name', () => {
  const wall = blocking({ ...team, grantedStaff: [everything.id] }, everything.id);
  assert.equal(sees(wall, everything), false);
  assert.equal(sees(wall, worker), true);
});

test('an administrator sees no case for being one', () => {
  assert.equal(sees(team, administrator), false);
  assert.deepEqual(whoSees(team, everybody), [worker, manager, everything]);
});

test('access never ends so that nobody is left', () => {
  const only = restrictedTo(team, [worker.id]);
  assert.equal(leavesSomebody(only, everybody).allowed, true);
  const nobody = leavesSomebody(blocking(only, worker.id), everybody);
  assert.ok(!nobody.allowed);
  assert.match(nobody.reason, /Give somebody access first/);
});

test('somebody who works on no cases is not counted as seeing one', () => {
  assert.equal(leavesSomebody(restrictedTo(team, [administrator.id]), everybody).allowed, false);
});

test('access by name is offered to those who work on cases and have no conflict', () => {
  const wall = blocking({ ...team, grantedStaff: [manager.id] }, worker.id);
  assert.deepEqual(mayBeGranted(wall, everybody), [everything]);
});

test('a colleague with a conflict is not offered as lead, and refused when chosen by hand', () => {
  const wall = blocking(team, worker.id);
  assert.deepEqual(mayLead(wall, everybody), [manager, everything]);
  assert.equal(canLead(wall, worker).allowed, false);
  assert.equal(canLead(wall, administrator).allowed, false);
});

test('a case is not given to whoever leads it already', () => {
  assert.equal(changesLead(worker.id, worker.id).allowed, false);
  assert.equal(changesLead(null, worker.id).allowed, true);
});

test('anybody reports their own conflict; a manager records anybody’s', () => {
  assert.equal(mayRecordConflict(worker.id, false, worker.id).allowed, true);
  assert.equal(mayRecordConflict(worker.id, false, manager.id).allowed, false);
  assert.equal(mayRecordConflict(manager.id, true, worker.id).allowed, true);
});

test('nobody ends their own conflict, a manager neither', () => {
  assert.equal(mayEndConflict(manager.id, manager.id).allowed, false);
  assert.equal(mayEndConflict(manager.id, worker.id).allowed, true);
});

test('nobody approves their own plan, and a decided plan is not decided again', () => {
  const plan = { proposedBy: manager.id, decision: null };
  const decides = (by: StaffId, decision: 'declined' | null = null) =>
    mayDecide(contactPlan, { ...plan, decision }, { by, sight: 'inside', decision: 'approved' }).allowed;
  assert.equal(decides(manager.id), false);
  assert.equal(decides(everything.id), true);
  assert.equal(decides(everything.id, 'declined'), false);
});
