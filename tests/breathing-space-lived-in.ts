import assert from 'node:assert/strict';
import type { Office } from './policy/office.ts';

export const agreedWithHer = 'On the phone at ten: she knows that the rent is still due';

/** It stands in the case: it was given with the disclosure, or is given now where the policy promises none. */
export async function spaceStands({ worker }: Pick<Office, 'worker'>, file: string): Promise<void> {
  const { body } = await worker.get(`${file}/breathing-space`);
  if (body.includes(`href="${file}/breathing-space/look"`)) return;
  await worker.finishes(`${file}/breathing-space/new`, { months: '2', words: agreedWithHer });
}

/** Somebody of the income team says that a notice is meant. @returns its id */
export async function aStepSaid(office: Pick<Office, 'colleague'>, tenancy = 'T1'): Promise<string> {
  const income = await office.colleague('income');
  const step = await income.finishes('/court-steps/new', { tenancy, step: 'notice', state: 'meant' });
  return step.split('/').at(-1) ?? '';
}

/** It ended as she wished, once she was reached, and she does not know yet that it has. */
export async function anEndNotTold({ worker }: Pick<Office, 'worker'>, file: string): Promise<void> {
  await worker.finishes(`${file}/breathing-space/ending`, {
    ...{ because: 'their_wish', told: 'not_yet', words: 'Her sister rang for her: what was owed is paid' },
  });
}

/**
 * Breathing space that was looked at and waits for a manager, beside a Debt Respite Scheme.
 * @returns what stands for their parameters
 */
export async function aBreathingSpace(
  office: Office,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const { worker } = office;
  await spaceStands(office, file);
  await worker.finishes(`${file}/breathing-space/look`, {
    months: '',
    words: 'She has an appointment with the money adviser, and is afraid of a claim',
  });
  await worker.finishes(`${file}/debt-respite/new`, {
    ...{ kind: 'standard', adviser: 'Otherton Citizens Advice', reference: 'BS-100234' },
    ...{ 'started-day': '16', 'started-month': '11', 'started-year': '2026' },
  });
  await worker.finishes(`${file}/breathing-space/proposals/new`, {
    ...{ asks: 'longer', why: 'The hearing about the house is in March' },
    ...{ 'until-day': '31', 'until-month': '3', 'until-year': '2027' },
  });
  const { body } = await worker.get(`${file}/breathing-space`);
  const proposal = /\/breathing-space\/proposals\/([0-9a-f-]{36})/.exec(body)?.[1];
  const respite = /\/debt-respite\/([0-9a-f-]{36})/.exec(body)?.[1];
  assert.ok(proposal && respite, 'nothing waits for a manager, or no scheme is on record');
  return {
    '/cases/:id/breathing-space/proposals/:proposal': proposal,
    '/cases/:id/debt-respite/:respite': respite,
    '/court-steps/:step': await aStepSaid(office),
  };
}
