import assert from 'node:assert/strict';
import { aBreathingSpace, anEndNotTold, spaceStands } from './breathing-space-lived-in.ts';
import { aJudgement } from './counter-allegations-lived-in.ts';
import { anAction } from './perpetrators-lived-in.ts';
import type { Colleague, Office } from './policy/office.ts';
import { aCase, findsOnBoard, moment, neighbours, recordsContact, writesDown } from './policy/steps.ts';

/**
 * A case that rests, one that waits for a manager's signature, a handover and a call of hers that wait for a second
 * person, and a call of which nobody said yet that it was the contact.
 * @returns what stands for their parameters
 */
export async function anEnding(office: Office, file: string): Promise<Readonly<Record<string, string>>> {
  const { worker, manager } = office;
  const ofSpace = await aBreathingSpace(office, file);
  const ofAction = { ...(await anAction(office, file)), ...(await aJudgement(office, file)) };
  const asked = (await worker.get(`${file}/pauses/new`)).body.matchAll(/name="(planned-[0-9a-f-]{36})"/g);
  await worker.finishes(`${file}/pauses/new`, {
    ...Object.fromEntries([...asked].map(([, field]) => [field, 'keep'])),
    wish: 'I want to get through the exams first.\n\nPlease wait until I ring.',
    'next-day': '14',
    'next-month': '12',
    'next-year': '2026',
    how: 'A text that says “the library book is back”',
  });
  // Its risk is high, and a lower level waits: a manager decides.
  const proposed = await proposedIn(worker, file);
  if (proposed) await manager.finishes(`${file}/pauses/proposed/${proposed}`, { decision: 'approved' });
  await worker.finishes(`${file}/outcomes/new`, { safer: 'safer', believed: 'yes', words: 'I sleep again.' });
  const third = await aCase(worker, { person_name: 'Ida Vane' }, { lead_id: '' });
  await manager.finishes(`${third}/risk/level`, { level: 'high', reason: 'What she told us' });
  const soon = { wish: 'Leave me for a while.', 'next-day': '14', 'next-month': '12', 'next-year': '2026' };
  await worker.finishes(`${third}/pauses/new`, soon);
  const waits = await proposedIn(worker, third);
  const other = await aCase(worker, { person_name: 'Nell Ashby' });
  const now = office.lintel.clock.now().toZonedDateTimeISO('Europe/London').toPlainDateTime();
  await spaceStands(office, other);
  await recordsContact(worker, other, 'spoke_safely', now.toString({ smallestUnit: 'minute' }));
  await anEndNotTold(office, other);
  await manager.finishes(`${other}/risk/level`, { level: 'high', reason: 'What she told us' });
  await worker.finishes(`${other}/closings/new`, {
    reason: 'in_error',
    why: 'She is in another case already',
    told: 'not_possible',
  });
  const { body } = await worker.get(`${other}/closing`);
  const closing = /\/closings\/([0-9a-f-]{36})/.exec(body)?.[1];
  const pause = /\/pauses\/([0-9a-f-]{36})\/ending/.exec((await worker.get(`${file}/closing`)).body)?.[1];
  assert.ok(closing && pause && waits, 'nothing rests, or nothing waits for a signature or a decision');
  const { reference } = await writesDown(worker, { verbatim: 'The lift is never clean.' });
  const handedOver = await findsOnBoard(worker, reference);
  await worker.finishes(`${handedOver}/triage`, neighbours);
  const call = await writesDown(worker, { person_name: 'Ida Marsh' });
  const called = await findsOnBoard(worker, call.reference);
  await worker.finishes(`${called}/told-contact`, {
    spoke_by: worker.staff,
    safe_because: 'She rang from her sister’s',
    said: 'That she wants to stay where she is',
    ...moment('spoke_at', now.toString({ smallestUnit: 'minute' })),
  });
  const unsaid = await writesDown(worker, { person_name: 'Nia Holt' });
  return {
    ...ofSpace,
    '/cases/:id/breathing-space/new :id': last(other),
    '/cases/:id/breathing-space/telling :id': last(other),
    ...ofAction,
    '/disclosures/:id/told-contact': last(await findsOnBoard(worker, unsaid.reference)),
    '/disclosures/:id/told-contact/decision': last(called),
    '/disclosures/:id/handover': last(handedOver),
    '/cases/:id/closings/:closing': closing,
    '/cases/:id/closings/:closing :id': last(other),
    '/cases/:id/pauses/:pause': pause,
    '/cases/:id/pauses/proposed/:proposal': waits,
    '/cases/:id/pauses/proposed/:proposal :id': last(third),
  };
}

async function proposedIn(reader: Colleague, file: string): Promise<string | undefined> {
  const { body } = await reader.get(`${file}/closing`);
  return /\/pauses\/proposed\/([0-9a-f-]{36})/.exec(body)?.[1];
}

function last(path: string): string {
  return path.split('/').at(-1) ?? '';
}
