type Plant = (table: string, given: Readonly<Record<string, unknown>>) => Promise<string>;

/** How things stand with a home, and what was gone through: once as it stands, once struck out. @returns the first */
export async function plantHousing(plant: Plant, inCase: { readonly case_id: string }): Promise<string> {
  const known = { tenancy_type: 'assured_periodic', holder: 'jointly', relation: 'married', children: 'yes' };
  const situation = await plant('housing_situation', {
    ...{ ...inCase, ...known, wish: 'stay', jurisdiction: 'england' },
  });
  const gone = { ...inCase, situation_id: situation, outcome: 'gone_through', way: 'phone', legal: 'wants' };
  const advice = await plant('housing_advice', { ...gone, struck_at: null, struck_by: null, struck_why: '' });
  await plant('housing_advice', { ...gone, struck_at: '2026-11-18T11:00:00Z' });
  const option = { ...inCase, id: undefined, advice_id: advice, option: 'homelessness', said: 'wants' };
  await plant('housing_advice_option', option);
  return advice;
}
