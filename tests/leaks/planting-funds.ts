import type { Plant } from './planting-plans.ts';

/** A fund with money in it, and a year that was ended. @returns its id */
export async function plantFund(plant: Plant): Promise<string> {
  const fund = await plant('fund', { ended_at: null, ended_why: '' });
  const year = { from_year: 2026, to_year: 2026 };
  await plant('fund_move', {
    ...{
      ...year,
      fund_id: fund,
      from_place: 'landlord',
      to_place: 'free',
      pence: 500_000,
      because: 'budget',
    },
    ...{ case_id: null, subject_id: null },
  });
  await plant('fund_year_end', {
    id: undefined,
    fund_id: fund,
    year: 2025,
    promised: 'carried',
    rest: 'returned',
  });
  return fund;
}

/** What was taken of it for somebody, and has not its money yet. */
export async function plantUse(
  plant: Plant,
  inCase: { readonly case_id: string },
  { offer: subject_id, fund: fund_id }: { readonly offer: string; readonly fund: string | undefined },
): Promise<void> {
  if (!fund_id) return;
  await plant('fund_move', {
    ...{
      ...inCase,
      fund_id,
      subject_id,
      from_year: 2026,
      to_year: 2026,
      from_place: 'free',
      to_place: 'reserved',
    },
    ...{ pence: 9_000, because: 'help' },
  });
  await plant('fund_use', {
    ...{ ...inCase, id: undefined, fund_id, subject_id, place: 'committed', pence: 19_000, covered: false },
  });
}
