import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { heldInWords, takerOf } from './leaving.ts';

const somebody = (id: string, ...roles: Role[]) => ({ id: id as StaffId, roles });
const lead = somebody('lead', 'da_worker');
const own = somebody('own manager', 'da_worker');
const manager = somebody('manager', 'da_manager');

test('what somebody left goes to whoever leads the case, else to their own manager, else to a manager', () => {
  const team = [manager, own, lead];
  assert.equal(takerOf(lead.id, { managerId: own.id }, team), lead);
  assert.equal(takerOf(null, { managerId: own.id }, team), own);
  assert.equal(takerOf(null, { managerId: null }, team), manager);
});

test('it never goes to anybody whom the wall of the case keeps out', () => {
  assert.equal(takerOf(lead.id, { managerId: own.id }, [manager]), manager);
  assert.equal(takerOf(lead.id, { managerId: own.id }, []), null);
});

test('before an account ends it is said what its owner holds, and what becomes of each', () => {
  const none = { cases: 0, alone: 0, tasks: 0, visits: 0 };
  assert.deepEqual(heldInWords(none), []);
  const said = heldInWords({ cases: 2, alone: 1, tasks: 3, visits: 1 }).join(' ');
  assert.match(said, /2 open cases that they lead.*Nobody yet/);
  assert.match(said, /1 open case kept to them alone/);
  assert.match(said, /3 open tasks.*1 visit or call still to come/);
});
