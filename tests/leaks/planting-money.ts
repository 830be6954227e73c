import type { Plant } from './planting-plans.ts';

/** What they say of money and what became of it, once as it stands and once struck out; and what advice brought. */
export async function plantMoney(
  plant: Plant,
  inCase: { readonly case_id: string },
): Promise<{ readonly moneyMatter: string; readonly moneyGain: string }> {
  const stands = { struck_at: null, struck_by: null, struck_why: '' };
  const out = { struck_at: '2026-11-18T11:00:00Z' };
  const said = { ...inCase, kind: 'coerced_debt', way: 'phone' };
  const moneyMatter = await plant('money_matter', { ...said, ...stands });
  await plant('money_matter', { ...said, ...out });
  await plant('money_step', { ...inCase, matter_id: moneyMatter, step: 'reviewed', deed: '' });
  const gained = { ...inCase, kind: 'benefit', once_pence: 12_000, weekly_pence: 0, known: 'seen' };
  const moneyGain = await plant('money_gain', { ...gained, ...stands });
  await plant('money_gain', { ...gained, ...out });
  return { moneyMatter, moneyGain };
}
