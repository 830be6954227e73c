import assert from 'node:assert/strict';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';
import { aCase, moment } from './policy/steps.ts';

const when = ({ lintel }: Pick<Office, 'lintel'>): string =>
  lintel.clock
    .now()
    .toZonedDateTimeISO('Europe/London')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** Somebody asks for it, alone and by themselves. @returns its page */
export function asksForMediation(office: Office, file: string, more: Fields = {}): Promise<string> {
  const words = 'Could somebody neutral speak with him about the tenancy?';
  return office.worker.finishes(`${file}/mediation/new`, {
    ...{ idea: 'theirs', alone: 'yes', words },
    ...{ ...moment('said', when(office)), ...more },
  });
}

/** Nothing is found that speaks against it. */
export const nothingAgainstIt: Fields = {
  ...{ joint: 'yes', coercive: 'no', honour: 'no', court_order: 'no', afraid: 'no', pressed: 'no' },
  words: 'They parted as friends, and each says so alone',
};

export const looksAt = (by: Colleague, mediation: string, more: Fields = {}): Promise<string> =>
  by.finishes(`${mediation}/test`, { ...nothingAgainstIt, ...more });

export const isAdvised = (office: Office, mediation: string, more: Fields = {}): Promise<string> =>
  office.worker.finishes(`${mediation}/advice`, {
    ...{ says: 'safe', who: 'The Idva of Otherton', words: 'She knows of nothing that speaks against it' },
    ...{ ...moment('given', when(office)), ...more },
  });

/** The risk was judged, and is not high. */
export async function isJudged({ manager }: Pick<Office, 'manager'>, file: string, level = 'standard') {
  await manager.finishes(`${file}/risk/level`, { level, reason: 'What happened, and what she says' });
}

/** It is open, and put to a manager. @returns the page on which it is decided */
export async function isPutToManager({ worker }: Pick<Office, 'worker'>, mediation: string): Promise<string> {
  const why = 'She asks for it, and everything else was gone through';
  await worker.finishes(`${mediation}/manager`, { why });
  const { body } = await worker.get(mediation);
  const decision = /href="(\/cases\/[0-9a-f-]{36}\/mediation\/decisions\/[0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(decision, 'nothing waits for a manager');
  return decision;
}

/** A case in which nothing speaks against it. @returns the case and the request */
export async function anOpenMediation(office: Office): Promise<{ file: string; mediation: string }> {
  const file = await aCase(office.worker);
  await isJudged(office, file);
  const mediation = await asksForMediation(office, file);
  await looksAt(office.worker, mediation);
  await isAdvised(office, mediation);
  return { file, mediation };
}

export const arrangedOn = (day: number, more: Fields = {}): Fields => ({
  ...{ who: 'Ana Berg, Mediation South', way: 'apart' },
  ...{ 'day-day': `${day}`, 'day-month': '11', 'day-year': '2026' },
  words: 'The mediator rings each on the number that they gave, and stops at a word',
  ...more,
});

/** A manager agreed, and it is arranged. @returns the case and the request */
export async function anArrangedMediation(
  office: Office,
  day = 20,
): Promise<{ file: string; mediation: string }> {
  const open = await anOpenMediation(office);
  await office.manager.finishes(await isPutToManager(office, open.mediation), { decision: 'approved' });
  await office.worker.finishes(`${open.mediation}/arrangement`, arrangedOn(day));
  return open;
}

/** One that is never offered in that case, and one elsewhere that waits for a manager. @returns ids */
export async function mediationIn(office: Office, file: string): Promise<Readonly<Record<string, string>>> {
  const mediation = await asksForMediation(office, file);
  await looksAt(office.worker, mediation, { afraid: 'not_known' });
  await isAdvised(office, mediation, { says: 'cannot_say' });
  const other = await anOpenMediation(office);
  const decision = await isPutToManager(office, other.mediation);
  return {
    '/cases/:id/mediation/:mediation': last(mediation),
    '/cases/:id/mediation/decisions/:decision :id': last(other.file),
    '/cases/:id/mediation/decisions/:decision': last(decision),
    '/cases/:id/mediation/decisions/:decision/withdrawal :id': last(other.file),
    '/cases/:id/mediation/decisions/:decision/withdrawal': last(decision),
  };
}

function last(path: string): string {
  return path.split('/').at(-1) ?? '';
}
