import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { toldOfBreach } from './told-of-breach.ts';

const id = (name: string) => name as StaffId;
const colleague = (name: string, roles: readonly Role[], manager: string | null = null) => ({
  id: id(name),
  roles,
  managerId: manager === null ? null : id(manager),
});
const head = colleague('head', ['director']);
const first = colleague('first', ['da_manager'], 'head');
const second = colleague('second', ['da_manager'], 'head');
const worker = colleague('worker', ['da_worker'], 'first');
const officer = colleague('officer', ['data_protection_officer']);
const staff = [head, first, second, worker, officer];
const open = { grantedStaff: [], grantedRoles: ['da_manager', 'da_worker'] as const, blockedStaff: [] };
const told = (by: string, more: Partial<Parameters<typeof toldOfBreach>[0]> = {}) =>
  toldOfBreach({ by: id(by), wall: open, leadId: id('worker'), staff, ...more });

test('what a worker did is told to the managers who see it; what a manager did, to another one', () => {
  assert.deepEqual(told('worker'), { inCase: ['first', 'second'], outside: [] });
  assert.deepEqual(told('first'), { inCase: ['second', 'worker'], outside: [] });
});

test('where no other manager sees it, whoever a manager answers to hears of it, and not only those below', () => {
  const alone = { ...open, grantedRoles: [], grantedStaff: [id('first'), id('worker')] };
  assert.deepEqual(told('first', { wall: alone }), { inCase: ['worker'], outside: ['head', 'second'] });
  assert.deepEqual(told('first', { staff: [head, first, worker] }), {
    inCase: ['worker'],
    outside: ['head'],
  });
  assert.deepEqual(
    told('first', { staff: [{ ...first, managerId: null }, worker, officer], leadId: id('first') }),
    { inCase: [], outside: ['officer'] },
    'nobody stands above or beside them',
  );
});

test('whoever has a conflict is told of nothing, whoever they manage', () => {
  const shut = { ...open, blockedStaff: [id('head'), id('second')] };
  assert.deepEqual(told('first', { wall: shut }), { inCase: ['worker'], outside: ['officer'] });
});
