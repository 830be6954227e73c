import assert from 'node:assert/strict';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

const aCall = (when: string, more: Fields = {}): Fields => ({
  channel: 'call',
  purpose: 'plan',
  ...moment('starts', when),
  length: '30',
  ...more,
});

/** Calls to come, one moved and one cancelled, and somebody of the team who is away next week. */
export async function aDiary(office: Office, file: string): Promise<void> {
  const { worker, manager, deputy } = office;
  const moved = await worker.finishes(
    `${file}/diary/new`,
    aCall('2026-11-19T10:30', { interpreter: 'booked' }),
  );
  await worker.finishes(`${moved}/move`, moment('starts', '2026-11-20T11:00'));
  const cancelled = await worker.finishes(`${file}/diary/new`, aCall('2026-11-23T10:00'));
  await worker.finishes(`${cancelled}/cancellation`, {
    reason: 'they_asked',
    words: 'She starts a new job that day, and will say when she can talk.',
  });
  await manager.finishes('/rota/absences/new', {
    staffId: manager.staff,
    'first-day': '24',
    'first-month': '11',
    'first-year': '2026',
    'last-day': '27',
    'last-month': '11',
    'last-year': '2026',
    deputyId: deputy.staff,
  });
}

/** The secret part of the link by which somebody's calendar reads their appointments. */
export async function aCalendarLink(colleague: Colleague): Promise<string> {
  const { body } = await colleague.post('/diary/link');
  const piece = /\/calendars\/([^/]+)\/appointments\.ics/.exec(body)?.[1];
  assert.ok(piece, 'the link is shown once, when it is made');
  return piece;
}
