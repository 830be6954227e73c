import assert from 'node:assert/strict';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';

export const rangHimself: Fields = {
  because: 'wants_to_change',
  words: 'He rang the office himself, and asked where he could get help',
};

export const aProgramme: Fields = {
  ...{ name: 'Otherton programme for change', accredited: 'yes', partner: 'yes', voluntary: 'yes' },
  words: 'He says that he wants to stop shouting, and to be a father to his son',
};

/** @returns the address of the file */
export function opensFile(manager: Colleague, worker: Colleague, person: string): Promise<string> {
  return manager.finishes('/own-files/new', { ...rangHimself, person, workerId: worker.staff });
}

/** @returns the address of the programme, of which nothing is asked yet */
export async function speaksOfAProgramme(worker: Colleague, file: string): Promise<string> {
  await worker.finishes(`${file}/programmes/new`, aProgramme);
  const { body } = await worker.get(file);
  const [programme] = /\/own-files\/[0-9a-f-]{36}\/programmes\/[0-9a-f-]{36}/.exec(body) ?? [];
  assert.ok(programme, 'no programme stands in the file');
  return programme;
}

export async function asks(worker: Colleague, programme: string): Promise<void> {
  await worker.finishes(`${programme}/question`, {});
}

/** What waits for that manager. @returns its address */
export async function questionFor(manager: Colleague): Promise<string> {
  const { body } = await manager.get('/programme-questions');
  const [question] = /\/programme-questions\/[0-9a-f-]{36}/.exec(body) ?? [];
  assert.ok(question, 'nothing waits for them');
  return question;
}

/** The question in that file is answered by somebody who does not keep it. */
export async function answers(manager: Colleague, said: 'may_go' | 'not_now'): Promise<void> {
  await manager.finishes(await questionFor(manager), { said, words: 'I asked whoever would have to know' });
}

/**
 * A file that somebody keeps who sees every page, and a question out of another that they may answer.
 * @returns what stands for their parameters
 */
export async function ownFilesIn(
  office: Office,
  everybody: Colleague,
): Promise<Readonly<Record<string, string>>> {
  const { worker, deputy } = office;
  const file = await opensFile(everybody, worker, 'P5');
  const programme = await speaksOfAProgramme(worker, file);
  await worker.finishes(`${file}/needs/new`, {
    ...{ code: 'alcohol_drugs', state: 'found' },
    words: 'He drinks every evening since he lost his work',
  });
  const another = await opensFile(deputy, worker, 'P4');
  await asks(worker, await speaksOfAProgramme(worker, another));
  return {
    '/own-files/:file': last(file),
    '/own-files/:file/programmes/:programme': last(programme),
    '/programme-questions/:question': last(await questionFor(everybody)),
  };
}

function last(path: string): string {
  return path.split('/').at(-1) ?? '';
}
