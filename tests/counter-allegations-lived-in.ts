import assert from 'node:assert/strict';
import { feared } from './perpetrators-lived-in.ts';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';

const heard = { 'heard-day': '18', 'heard-month': '11', 'heard-year': '2026' };
const specialist = { 'said-day': '18', 'said-month': '11', 'said-year': '2026' };

export const policeSay: Fields = {
  ...{ source: 'police', way: 'A call from the officer in the case', ...heard },
  words: 'He told the officer that she scratched his arm, and that he is the one who is afraid',
};

/** Every sign points to the person of the case being harmed, and a specialist says so. */
export const isHarmed: Fields = {
  ...{ fear: 'harmed', control: 'harmed', freedom: 'harmed', injuries: 'harmed' },
  ...{ defence: 'harmed', history: 'harmed', called: 'neither', gains: 'not_known' },
  ...{ heard: 'alone', conclusion: 'harmed', specialist: 'harmed', ...specialist },
  ...{ specialistWho: 'The Idva of Otherton', specialistWay: 'By telephone, to whoever leads the case' },
  words: 'She sleeps in her coat by the door; he holds the cards and the phones, and his arm shows her hold',
};

/** Nobody was asked yet, and nobody knows. */
export const cannotTell: Fields = {
  ...isHarmed,
  ...{ fear: 'not_known', control: 'not_known', specialist: 'none', specialistWho: '', specialistWay: '' },
  ...{ 'said-day': '', 'said-month': '', 'said-year': '', conclusion: 'cannot_tell' },
  words: 'The specialist service rings back next week, and she could not be asked alone',
};

/** Whom the form offers: the first, or whoever is described so. */
async function aboutOn(worker: Colleague, form: string, described = ''): Promise<string> {
  const { body } = await worker.get(form);
  const offered = body.matchAll(/name="aboutId"[^>]*value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>\s*([^<]*)/g);
  const aboutId = [...offered].find(([, , label = '']) => label.includes(described))?.[1];
  assert.ok(aboutId, 'nobody who is feared is offered');
  return aboutId;
}

/** It is said to be the other way round. @returns the page of it */
export async function saidOtherwise(
  worker: Colleague,
  file: string,
  more: Fields = {},
  described = '',
): Promise<string> {
  const form = `${file}/other-accounts/new`;
  return worker.finishes(form, { ...policeSay, aboutId: await aboutOn(worker, form, described), ...more });
}

/** One judges it. @returns the page on which another decides */
export async function judges(
  worker: Colleague,
  file: string,
  judged: Fields = isHarmed,
  described = '',
): Promise<string> {
  const form = `${file}/other-accounts/judgement`;
  return worker.finishes(form, { ...judged, aboutId: await aboutOn(worker, form, described) });
}

/**
 * What a manager is to decide about who harms whom, and somebody else of whom it is to be judged.
 * @returns what stands for its parameter
 */
export async function aJudgement(office: Office, file: string): Promise<Readonly<Record<string, string>>> {
  const { worker } = office;
  for (const describedAs of ['Her uncle', 'His mother']) {
    const about = { part: 'alleged_perpetrator', describedAs, connection: 'relatives' };
    assert.equal((await worker.post(`${file}/people/new`, about)).statusCode, 303);
    await saidOtherwise(worker, file, {}, describedAs);
  }
  const decision = await judges(worker, file, isHarmed, 'Her uncle');
  return { '/cases/:id/other-accounts/judgements/:judgement': decision.split('/').at(-1) ?? '' };
}

/** A case in which it was said, and is to be judged. */
export async function saidIn(office: Office, file: string): Promise<string> {
  await feared(office, file);
  await saidOtherwise(office.worker, file);
  return file;
}
