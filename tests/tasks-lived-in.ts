import assert from 'node:assert/strict';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';
import { aCase, moment } from './policy/steps.ts';

function on(name: string, date: string): Fields {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Tasks of a case, one of them done, a manager's review of it, and a case that was given to somebody else. */
export async function aCaseload(office: Office, everybody: Colleague, file: string): Promise<void> {
  const { worker, manager } = office;
  await worker.finishes(`${file}/tasks/new`, {
    what: 'Ring the locksmith about the back door',
    ownerId: everybody.staff,
    ...on('due', '2026-11-18'),
  });
  await worker.finishes(`${file}/tasks/new`, { what: 'Ask the school', ...on('due', '2026-11-20') });
  const task = /href="(\/tasks\/[0-9a-f-]{36})"[^>]*>Ask the school/.exec(
    (await worker.get(`${file}/tasks`)).body,
  )?.[1];
  assert.ok(task, 'the task is not on the list');
  await worker.finishes(task, { ...on('due', '2026-11-23'), movedWhy: 'The school is closed on Friday' });
  await worker.finishes(task, { outcome: 'They will keep an eye on Teo' });
  await everybody.finishes('/day/reminders/new', { what: 'Order more leaflets', ...on('due', '2026-11-24') });
  await everybody.finishes(`${file}/supervision/new`, {
    ...moment('held', '2026-11-18T10:20'),
    discussed: 'The locks, and who collects Teo from school.\n\nShe would like to stay where she is.',
    standing: 'well',
    wellbeing: 'Glad of the shared duty phone',
  });
  const given = await aCase(worker, { person_name: 'Ottilie Brand' });
  const taker = await office.colleague('da_worker');
  const asked = {
    lead: worker.staff,
    cases: given.split('/').at(-1) ?? '',
    takers: taker.staff,
    reason: 'Knows the estate',
  };
  const preview = await manager.post('/cases/reassignment/preview', asked);
  const plan = [...preview.body.matchAll(/name="plan" value="([^"]+)"/g)].map(([, value = '']) => value);
  const moved = await manager.post('/cases/reassignment', { ...asked, plan });
  assert.equal(moved.statusCode, 303, moved.body);
}
