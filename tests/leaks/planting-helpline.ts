import { newId } from '#kit/ids.ts';
import type { Plant } from './planting-plans.ts';

/** What was once on the list of the help site, and why it is not any more: administrators keep that. */
export async function plantHelpline(plant: Plant, staff: string, now: string): Promise<string> {
  const line_id = newId<string>();
  const ended = { ended_at: now, made_by: staff, ended_by: staff };
  await plant('helpline', { line_id, ...ended });
  return line_id;
}
