import type { Colleague, Office } from './office.ts';
import { aCase, recordsContact } from './steps.ts';

export const safely = { company: 'alone', overheard: 'no', instrument: 'dash', how: 'face_to_face' };

/** A case, contacted safely at half past ten on a Wednesday. */
export async function contacted(office: Office): Promise<string> {
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  await office.at('2026-11-18T10:45');
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:30');
  return file;
}

/** As many answers as it takes to have finished: the others are no. */
export function enough(answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const no = Array.from({ length: 18 }, (_, nth) => [`answer-${nth + 1}`, 'no']);
  return { ...Object.fromEntries(no), ...answers };
}

/** Asks, and is answered these. @returns the path of the assessment */
export async function asks(
  worker: Colleague,
  file: string,
  answers: Readonly<Record<string, string>>,
): Promise<string> {
  const questions = await worker.finishes(`${file}/risk/assessments/new`, safely);
  await worker.finishes(questions, answers);
  return questions.replace(/\/answers$/, '');
}
