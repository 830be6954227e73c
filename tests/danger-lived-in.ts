import type { Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

/** Somebody on call tonight, and a danger in the case about which nobody has written yet what was done. */
export async function aDangerOnCall({ worker, manager }: Office, file: string): Promise<void> {
  await manager.finishes('/rota/on-call/new', {
    staffId: manager.staff,
    secondId: worker.staff,
    reach: '07700 900123',
    ...moment('from', '2026-11-18T17:00'),
    ...moment('until', '2026-11-19T09:00'),
  });
  await worker.finishes(`${file}/danger/new`, {
    how: 'partner',
    said: 'The police rang: he was seen near the school.',
  });
}

type One = (path: string, query: string) => Promise<readonly [string, string]>;

/** What waits to be done, in the case or on call. */
export async function idsOfDuties(one: One, inCase: string): Promise<readonly (readonly [string, string])[]> {
  return [
    await one('/dangers/:danger', `select id from danger where ${inCase} and dealt_at is null`),
    await one('/rota/on-call/:id', 'select id from on_call where organisation_id = $1'),
    await one('/tasks/:task', `select id from task where ${inCase} and state = 'open'`),
  ];
}
