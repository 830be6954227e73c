import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** A call that was rung, and one to whoever told that is still owed. @returns the second one's id */
export async function plantCall(into: Into, about: Given): Promise<string> {
  const at = '2026-11-18T16:00:00Z';
  const ended = { ended_at: at, ended_recorded_at: at, ended_how: 'rung', came_of: 'spoke' };
  const none = { planned_id: null, ended_by: null, contact_id: null, moved_to: null };
  const call = { ...about, at, counts_from: at, to_whom: 'teller', ...none };
  await into('promised_call', { ...call, ...ended });
  return into('promised_call', {
    ...call,
    ...{ ended_at: null, ended_recorded_at: null, ended_how: null, came_of: '' },
  });
}
