import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { lookersAt } from './late-record.ts';

const member = (id: string, ...roles: Role[]) => ({ id: id as StaffId, roles });
const manager = member('manager', 'da_manager');
const lead = member('lead', 'da_worker');
const other = member('other', 'da_worker');

test('managers and the lead are told of what was written down late, never whoever wrote it down', () => {
  const team = [manager, lead, other];
  const told = (...wrote: (StaffId | null)[]) => lookersAt({ leadId: lead.id, wrote }, team);
  assert.deepEqual(told(other.id), [manager.id, lead.id]);
  assert.deepEqual(told(lead.id, null), [manager.id]);
  assert.deepEqual(
    told(lead.id, manager.id),
    [other.id],
    'where none of these is left, the rest of the team',
  );
});
