import type { Given } from './rows.ts';
import { marker, type Scope } from './secrets.ts';

type Into = (table: string, given: Given) => Promise<string>;

/**
 * One that is to come, who proposed and who approved it, and why: those who own the policy know; a reason to review it;
 * and a day on which the office is closed. @returns ids
 */
export async function plantChange(into: Into, scope: Scope, now: string) {
  const email = marker(scope, 'staff', 'email').toLowerCase();
  const proposer = await into('staff', { email: `proposes-${email}`, ended_at: now });
  const decider = await into('staff', { email: `decides-${email}`, ended_at: now });
  const holds = { pack_id: 'livv-2024', begins_at: '2027-01-01T00:00:00Z', decided_at: now };
  const decided = { proposed_by: proposer, decision: 'approved', decided_by: decider };
  const change = await into('policy_change', { ...holds, ...decided, from_day: '2027-01-01' });
  await into('policy_in_force', { ...holds, change_id: change });
  const reviewReason = await into('policy_review_reason', {
    recorded_by: proposer,
    ended_at: null,
    ended_by: null,
    ended_why: '',
  });
  const closure = await into('office_closure', {
    ...decided,
    decided_at: now,
    ...{ first_day: '2027-03-08', last_day: '2027-03-08', opens: null },
  });
  await into('closed_day', { closure_id: closure, day: '2027-03-08', agreed_at: now, opened_at: null });
  return { policyChange: change, reviewReason, closure };
}
