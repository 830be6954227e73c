import assert from 'node:assert/strict';
import { type Colleague, type Office, words } from './office.ts';
import { aCase, recordsContact } from './steps.ts';

const safe = { company: 'alone', overheard: 'no', instrument: 'dash', how: 'face_to_face' };

export async function contacted(office: Office): Promise<string> {
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  await office.at('2026-11-18T10:30');
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:10');
  return file;
}

/** Begins the Dash and answers some of it. @returns the path of the questions */
export async function answersSome(
  worker: Colleague,
  file: string,
  answers: Readonly<Record<string, string>>,
): Promise<string> {
  const questions = await worker.finishes(`${file}/risk/assessments/new`, safe);
  const saved = await worker.fills(questions, answers);
  assert.ok(saved.statusCode < 400, words(saved.body));
  return questions;
}

/** Asks the Dash: yes to these, no to all others. */
export async function assesses(worker: Colleague, file: string, yes: readonly number[]): Promise<void> {
  const questions = await worker.finishes(`${file}/risk/assessments/new`, safe);
  const answers = Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`answer-${index + 1}`, yes.includes(index + 1) ? 'yes' : 'no']),
  );
  const saved = await worker.fills(questions, answers);
  assert.ok(saved.statusCode < 400, words(saved.body));
  await worker.finishes(questions.replace(/answers$/, 'ending'), { ending: 'finished', dangerNow: 'no' });
}

export const first = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** `High`, or `High, proposed` while nobody has judged it. */
export const level = (reader: Colleague, file: string) =>
  reader
    .reads(`${file}/risk`)
    .then((page) =>
      /Level (High|Medium|Standard|Not rated yet)(, proposed)?/.exec(page)?.slice(1).filter(Boolean).join(''),
    );

export async function states(by: Colleague, file: string, stated: string, reason: string): Promise<string> {
  return by.finishes(`${file}/risk/level`, { level: stated, reason });
}

/** Sets, or proposes, a threshold of the Dash. */
export async function threshold(manager: Colleague, area: string, more: Readonly<Record<string, string>>) {
  return manager.fills('/risk/thresholds/new', {
    area,
    'from-day': '1',
    'from-month': '11',
    'from-year': '2026',
    highFrom: '3',
    mediumFrom: '2',
    callOuts: '3',
    source: 'Operating protocol, November 2026',
    ...more,
  });
}

/** Another manager agrees to what waits. */
export async function agrees({ deputy }: Office) {
  const { body } = await deputy.get('/risk/thresholds');
  const path = /\/risk\/thresholds\/[0-9a-f-]{36}/.exec(body)?.[0] ?? '';
  await deputy.finishes(path, { decision: 'approved' });
}
