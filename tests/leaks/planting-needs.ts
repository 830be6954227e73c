import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/**
 * What somebody in a case needs, how the person describes themselves, and advice that was sought. @returns the factor
 */
export async function plantNeeds(
  into: Into,
  inCase: { readonly case_id: string },
  person: string,
): Promise<string> {
  await into('person_needs', { ...inCase, case_person_id: person });
  await into('equality', inCase);
  await into('equality_restricted', inCase);
  await into('advice', { ...inCase, about: ['disability'] });
  return into('abuse_factor', { ...inCase, characteristic: 'disability', ended_at: null });
}
