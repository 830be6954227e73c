import type { Given } from './rows.ts';
import type { Things } from './things.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** Who may be sent into homes: kept by an administrator, and tells of nobody. */
export function plantContractor(into: Into, by: string): Promise<string> {
  const vetted = { vetted_until: '2027-06-30', vetted_by: by, added_by: by, ended_at: null, ended_why: '' };
  return into('contractor', { ...vetted, domain: 'contractor.example' });
}

/** A home that was looked at, who has a right in it, and what is ordered from whom. */
export async function plantSecurity(
  into: Into,
  inCase: { readonly case_id: string },
  contractor: string | undefined,
  by: string | undefined,
): Promise<
  Pick<Things, 'homeAssessment' | 'works' | 'worksOrder' | 'worksStop' | 'supportLook' | 'contractorConflict'>
> {
  const homeAssessment = await into('home_assessment', {
    ...{ ...inCase, outcome: 'made', way: 'phone', struck_at: null, struck_by: null, struck_why: '' },
    areas: JSON.stringify([]),
  });
  await into('home_right', {
    ...{ ...inCase, holder: 'alone', holder_stands: null, spouse: 'not_married', spouse_stands: null },
    ...{ owner: 'ours', fire: 'agrees' },
  });
  await into('sanctuary_look', {
    ...{ ...inCase, wish: 'yes', feared_lives_there: 'no', fire_service: 'advised', gets_out: 'yes' },
  });
  const works = await into('support_offer', { ...inCase, kind: 'make_safe' });
  await into('support_step', {
    ...{ ...inCase, offer_id: works, number: 1, step: 'taken', ending: '', strikes_id: null, share_id: null },
    ...{ way: 'phone', answers: '{}', works_order_id: null },
  });
  const contractorConflict = await into('contractor_conflict', {
    ...{ ...inCase, contractor_id: contractor, ended_at: null, ended_why: '' },
  });
  const worksOrder = await into('works_order', {
    ...{
      ...inCase,
      offer_id: works,
      contractor_id: contractor,
      way: 'telephone',
      ended_at: null,
      ended_why: '',
    },
    ...{ from_time: '10:00', to_time: '12:00', two_people: true },
  });
  const link = await into('works_link', {
    ...{
      ...inCase,
      order_id: worksOrder,
      sent_at: '2026-11-18T09:00:00Z',
      expires_at: '2026-11-20T00:00:00Z',
    },
    ...{ sent_by: by, wrong: 0, shut_at: '2026-11-18T09:30:00Z', shut_by: null, shut_why: 'stopped' },
  });
  const worksStop = await into('works_answer', {
    ...{ ...inCase, order_id: worksOrder, link_id: link, outcome: 'cannot', problem: '' },
    ...{ looked_at: null, looked_by: null, looked_said: null, looked_words: '' },
  });
  const marked = await into('support_offer', { ...inCase, kind: 'emergency_marker' });
  const supportLook = await into('support_step', {
    ...{
      ...inCase,
      offer_id: marked,
      number: 1,
      step: 'confirmed',
      ending: '',
      strikes_id: null,
      share_id: null,
    },
    ...{ way: 'phone', answers: '{}', works_order_id: null, day_on: '2027-02-18' },
  });
  return { homeAssessment, works, worksOrder, worksStop, supportLook, contractorConflict };
}
