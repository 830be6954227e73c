import { hashSecret } from '#kit/http/begin.ts';
import type { Plant } from './planting-plans.ts';

/** A week of a colleague, what they said of themselves, and an absence. @returns the absence's id */
export async function plantRota(plant: Plant, staff: string): Promise<string> {
  const nothing = [null, null, null, null, null, null, null];
  await plant('duty_week', {
    id: undefined,
    staff_id: staff,
    changed_by: staff,
    starts: nothing,
    ends: nothing,
  });
  await plant('worker_gender', { id: undefined, staff_id: staff });
  return plant('absence', { staff_id: staff, recorded_by: staff, until_at: '2026-11-20T17:00:00Z' });
}

/** A meeting that is planned, with words in every place for them. @returns its id */
export function plantMeeting(
  plant: Plant,
  inCase: { readonly case_id: string },
  staff: { readonly goes: string | undefined; readonly planned: string | undefined },
): Promise<string> {
  return plant('planned_contact', {
    ...inCase,
    staff_id: staff.goes,
    planned_by: staff.planned,
    channel: 'elsewhere',
    two_people: true,
    starts_at: '2026-11-19T10:00:00Z',
    ends_at: '2026-11-19T11:00:00Z',
  });
}

/**
 * A link to somebody's diary, of whose secret they once had a sight; read already, at the hour at which it is walked:
 * no visitor changes it for another. @returns the piece of its address
 */
export async function plantFeed(plant: Plant, organisation: string, staff: string): Promise<string> {
  const secret = 'k'.repeat(43);
  const id = await plant('diary_feed', {
    staff_id: staff,
    secret_hash: hashSecret(secret),
    read_at: '2026-11-18T10:00:00Z',
  });
  return `${organisation}.${id}.${secret}`;
}
