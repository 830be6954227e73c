import type { Plant } from './planting-plans.ts';

/** Services that carry messages, and what an administrator had sent to themselves; of no message. */
export async function plantServices(plant: Plant, staff: string): Promise<void> {
  for (const channel of ['text', 'email', 'replies'])
    await plant('carrier_standing', { id: undefined, channel, failing_since: '2026-11-18T09:00:00Z' });
  await plant('carrier_test', { channel: 'text', asked_by: staff });
}
