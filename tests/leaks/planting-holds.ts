import type { Plant } from './planting-plans.ts';

/** A system that asks, with what it asked; only administrators know of it, and nobody of what it was told. */
export async function plantSystem(plant: Plant, staff: string, now: string): Promise<string> {
  const system = await plant('hold_system', {
    ...{ questions: ['tenancy'], contacts: ['letter'], asks_within: 1, token_days: 90 },
    ...{ proposed_by: staff, decision: null, decided_by: null, decided_at: null },
  });
  const of = { system_id: system };
  await plant('hold_token', {
    ...of,
    id: undefined,
    ...{
      made_by: null,
      made_at: now,
      expires_at: '2031-01-01T00:00:00Z',
      revoked_by: null,
      revoked_at: null,
    },
  });
  await plant('hold_day', { ...of, id: undefined, answers: 1 });
  await plant('hold_silence', { ...of, id: undefined });
  await plant('hold_asked', { ...of, question: 'tenancy', contacts: ['letter'] });
  return system;
}

/** A hold that a manager set, and one that was drawn, which nobody sees. */
export async function plantHold(plant: Plant, tenancy: string, staff: string): Promise<string> {
  const stands = { tenancy_id: tenancy, held: ['letter'], ended_at: null, ended_by: null };
  const hold = await plant('hold', { ...stands, cause: 'complaint', set_by: staff });
  await plant('hold_review', { hold_id: hold, decision: 'kept', decided_by: staff });
  await plant('hold', { ...stands, cause: 'drawn', set_by: null });
  return hold;
}
