import assert from 'node:assert/strict';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

/** Every answer by which nothing may raise the risk; a specialist agrees. */
export const safeTest: Fields = {
  ...{ reveals: 'no', together: 'no', children: 'no', court_order: 'none', goes: 'stays' },
  ...{ suicide: 'no', weapons: 'no', honour: 'no', fails: 'no', worse: 'no' },
  ...{ specialist: 'does_not_raise', specialistWho: 'The Idva of Otherton, this morning' },
  words: 'Neighbours complained of the noise; he knows that they did, and lives elsewhere',
};

export const supports = (when: string): Fields => ({
  ...{ answer: 'support', fears: 'no', asker: 'Her worker', way: 'On the phone, alone' },
  ...{ words: 'She wants him to be told that it has to stop', ...moment('asked', when) },
});

/** Somebody who is feared is named in the case, and a named person judged the risk. */
export async function feared({ worker, manager }: Office, file: string, level = 'medium'): Promise<void> {
  const about = { part: 'alleged_perpetrator', describedAs: 'Her former partner', connection: 'intimate' };
  const added = await worker.post(`${file}/people/new`, about);
  assert.equal(added.statusCode, 303);
  await manager.finishes(`${file}/risk/level`, { level, reason: 'What happened, and what she says' });
}

/** @returns the page of what is proposed */
export async function proposes(worker: Colleague, file: string, more: Fields = {}): Promise<string> {
  const { body } = await worker.get(`${file}/enforcement/new`);
  const aboutId = /name="aboutId"[^>]*value="([0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(aboutId, 'nobody who is feared is offered');
  const what = 'A letter about the noise at night, which the neighbours reported';
  return worker.finishes(`${file}/enforcement/new`, { kind: 'warning', aboutId, what, ...more });
}

/** They were asked, and say of each who is feared that a programme may be put to them. */
export async function mayGo(worker: Colleague, file: string): Promise<void> {
  const { body } = await worker.get(`${file}/enforcement/programme-safety`);
  const words = 'She hopes that he gets help, and is not afraid of what it does';
  for (const [, aboutId = ''] of body.matchAll(/name="aboutId"[^>]*value="([0-9a-f-]{36})"/g)) {
    const said = { aboutId, asked: 'asked', answer: 'may_go', words };
    await worker.finishes(`${file}/enforcement/programme-safety`, said);
  }
}

/** They support it, and it was found safe at that moment. */
export async function isSafe(worker: Colleague, action: string, when: string): Promise<void> {
  await worker.finishes(`${action}/view`, supports(when));
  await worker.finishes(`${action}/test`, safeTest);
}

/** It is put to a manager. @returns the page on which it is decided */
export async function isPut(worker: Colleague, action: string): Promise<string> {
  await worker.finishes(`${action}/manager`, {
    why: 'The neighbours would complain anyway; she knows, and agrees',
  });
  const { body } = await worker.get(action);
  const decision = /href="(\/cases\/[0-9a-f-]{36}\/enforcement\/decisions\/[0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(decision, 'nothing waits for a manager');
  return decision;
}

/**
 * What a manager is to decide about whoever is feared.
 * @returns what stands for its parameters
 */
export async function anAction(office: Office, file: string): Promise<Readonly<Record<string, string>>> {
  const { worker } = office;
  const now = office.lintel.clock.now().toZonedDateTimeISO('Europe/London').toPlainDateTime();
  const about = { part: 'alleged_perpetrator', describedAs: 'Her former partner', connection: 'intimate' };
  await worker.post(`${file}/people/new`, about);
  const action = await proposes(worker, file);
  await isSafe(worker, action, now.toString({ smallestUnit: 'minute' }));
  const decision = await isPut(worker, action);
  return {
    '/cases/:id/enforcement/:action': last(action),
    '/cases/:id/enforcement/decisions/:decision': last(decision),
  };
}

function last(path: string): string {
  return path.split('/').at(-1) ?? '';
}
