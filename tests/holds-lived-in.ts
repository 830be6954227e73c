import type { Colleague } from './policy/office.ts';

const inSixMonths = { 'lookOn-day': '18', 'lookOn-month': '3', 'lookOn-year': '2027' };
const aSystem = {
  questions: ['tenancy', 'person'],
  contacts: ['letter', 'text'],
  asksWithin: '1',
  tokenDays: '90',
  reason: 'Arrears letters go out each night',
};

/** A hold that a manager set, a system that waits for a decision, and one that was agreed and has no token yet. */
export async function holdsAndSystems(
  administrator: Colleague,
  everybody: Colleague,
): Promise<Readonly<Record<string, string>>> {
  await everybody.finishes('/holds/new', {
    ...{ tenancy: 'T2', cause: 'complaint', held: ['letter'], ...inSixMonths },
    why: 'The ombudsman looks at how we wrote to them',
  });
  const { body } = await everybody.get('/holds');
  const agreed = await administrator.finishes('/systems/new', { ...aSystem, name: 'Rents' });
  await everybody.finishes(agreed, { decision: 'approved' });
  const waiting = await administrator.finishes('/systems/new', { ...aSystem, name: 'Repairs texts' });
  const last = (path: string) => path.split('/').at(-1) ?? '';
  return {
    '/holds/:hold': /\/holds\/([0-9a-f-]{36})\/review/.exec(body)?.[1] ?? '',
    '/systems/:system': last(waiting),
    '/systems/:system/token': last(agreed),
  };
}
