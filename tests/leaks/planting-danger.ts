import type { Plant } from './planting-plans.ts';

/** A danger that nobody has dealt with, and one of which somebody wrote what was done. @returns the first one's id */
export async function plantDanger(
  plant: Plant,
  about: { readonly case_id: string; readonly disclosure_id: string },
): Promise<string> {
  const at = '2026-11-18T09:30:00Z';
  await plant('danger_asking', { case_id: about.case_id, how: 'contact', answer: 'not_asked' });
  await plant('danger', { ...about, dealt_at: at, dealt_recorded_at: at });
  return plant('danger', { ...about, dealt_at: null, done: null, done_by: null, dealt_recorded_at: null });
}

/** Somebody who said that they have what was told, and why they took it over. */
export async function plantClaim(plant: Plant, disclosure: string, staff: string): Promise<void> {
  const hours = { claimed_at: '2026-11-18T09:30:00Z', until_at: '2026-11-18T11:30:00Z' };
  const had = { ...hours, disclosure_id: disclosure, staff_id: staff, ended_at: null, ended_by: null };
  await plant('disclosure_claim', { ...had, ended_how: null, alarmed_at: null });
}

/** Somebody who is on call tonight. @returns the id */
export function plantOnCall(plant: Plant, staff: string): Promise<string> {
  const night = { from_at: '2026-11-18T17:00:00Z', until_at: '2026-11-19T09:00:00Z' };
  return plant('on_call', { ...night, staff_id: staff, recorded_by: staff, ended_at: null, ended_by: null });
}
