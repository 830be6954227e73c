import assert from 'node:assert/strict';
import { aPromisedCall } from './calls-lived-in.ts';
import { filesIn } from './files-lived-in.ts';
import { lettersIn } from './letters-lived-in.ts';
import { messagesIn } from './messages-lived-in.ts';
import type { Colleague, Office } from './policy/office.ts';
import { aCase, moment } from './policy/steps.ts';
import { sharingIn } from './sharing-lived-in.ts';
import { wordingsOf } from './wordings-lived-in.ts';

const until = { 'reviewOn-day': '18', 'reviewOn-month': '1', 'reviewOn-year': '2027' };

/** What stands beside a case: markers on its home, what people need, and an emergency in another one. */
export async function besideACase(
  office: Office,
  everybody: Colleague,
  file: string,
  home: string,
): Promise<Readonly<Record<string, string>>> {
  return {
    ...(await markersOn(office, everybody, file, home)),
    ...(await needsIn(office, everybody, file)),
    ...(await sharingIn(office, file)),
    ...(await messagesIn(office, file)),
    ...(await wordingsOf(office, everybody)),
    ...(await filesIn(office.worker, file)),
    ...(await lettersIn(office, everybody)),
    '/emergency-access/:use': await anEmergency(office, everybody),
    '/calls/:call': await aPromisedCall(office.worker),
  };
}

async function markersOn({ worker }: Office, everybody: Colleague, file: string, home: string) {
  const marker = { text: 'Two people attend', audiences: ['repairs', 'lone_workers'], ...until };
  await worker.finishes(`${file}/markers/new`, {
    ...marker,
    why: 'He has waited for visitors in the stairwell',
  });
  const dogs = { ...marker, text: 'Dogs at this home: ask for them to be kept in another room' };
  await everybody.finishes(`/homes/${home}/markers/new`, {
    ...dogs,
    why: 'Two large dogs, one of them deaf',
  });
  await everybody.finishes('/markers/wordings', { text: 'Use the gate at the side' });
  return {
    '/cases/:id/markers/:marker': await idOn(worker, `${file}/markers`, /\/markers\/([0-9a-f-]{36})\/review/),
    '/markers/:marker': await idOn(everybody, '/markers/review', /\/markers\/([0-9a-f-]{36})\/review/),
  };
}

async function needsIn({ worker }: Office, everybody: Colleague, file: string) {
  const child = await idOn(
    worker,
    `${file}/needs`,
    /\/people\/([0-9a-f-]{36})\/needs[^>]*>(?:<span[^>]*>)?Her son/,
  );
  const seen = { seen: 'yes', heard: 'no', age: '7', schoolKnown: 'yes' };
  const said = { ownWords: 'I count the stairs when they shout.', support: 'Somebody of his own to talk to' };
  const health = { health: 'He wakes at night', healthDone: 'The school nurse rings on Fridays' };
  await worker.finishes(`${file}/people/${child}/needs`, { ...seen, ...said, ...health });
  await worker.finishes(`${file}/equality`, { ethnicity: 'prefers_not', disability: 'yes', sex: 'female' });
  await worker.finishes(`${file}/factors/new`, {
    characteristic: 'disability',
    why: 'He takes her hearing aids away when he is angry',
  });
  await worker.finishes(`${file}/advice/new`, {
    fromWhom: 'A charity for deaf people',
    about: ['disability'],
    advised: 'Offer a spare pair, kept at the school, and an interpreter of her choice',
    done: 'Ordered the spare pair',
    ...moment('sought', '2026-11-18T09:50'),
  });
  const referral = await worker.finishes(`${file}/referrals/new`, {
    ...{ kind: 'child', about: 'Her son', said: 'refer_today', why: 'He counts the stairs' },
  });
  await everybody.finishes('/hubs', aHub('The front door'));
  await worker.finishes(`${referral}/decision`, {
    ...{ decision: 'refer', why: 'He counts the stairs and sleeps badly', consent: 'agrees', told: 'told' },
  });
  const made = { whom: 'The front door', way: 'By phone', ...moment('happened', '2026-11-18T09:55') };
  await worker.finishes(`${referral}/made`, made);
  return {
    '/hubs/:hub': await idOn(everybody, '/hubs', /\/hubs\/([0-9a-f-]{36})\/ending/),
    '/referrals/:referral': referral.split('/').at(-1) ?? '',
    '/referrals/:referral/steps/:step': await idOn(worker, referral, /\/steps\/([0-9a-f-]{36})\/correction/),
    '/cases/:id/factors/:factor': await idOn(worker, `${file}/needs`, /\/factors\/([0-9a-f-]{36})\/ending/),
    '/cases/:id/people/:person/needs': child,
  };
}

/** A case kept to two people, and a third who needed it. @returns the id of that use */
async function anEmergency(office: Office, everybody: Colleague): Promise<string> {
  const { worker, manager } = office;
  const kept = await aCase(worker, { person_name: 'Odile Farrant' });
  const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(kept)).body)?.[0] ?? '';
  await manager.finishes(`${kept}/access/restriction`, {
    staffIds: [manager.staff, worker.staff],
    reason: 'She knows somebody in the team',
  });
  const helper = await office.colleague('da_worker');
  await helper.finishes('/emergency-access/new', {
    reference,
    reason: 'agency_asks',
    words: 'The police are with her and ask which address must not be said aloud.',
  });
  await helper.get(`${kept}/contact`);
  return idOn(everybody, '/emergency-access', /\/emergency-access\/([0-9a-f-]{36})"/);
}

async function idOn(reader: Colleague, path: string, wanted: RegExp): Promise<string> {
  const found = wanted.exec((await reader.get(path)).body)?.[1];
  assert.ok(found, `nothing on ${path} is ${wanted}`);
  return found;
}

/** A service to which children and adults are referred. */
export const aHub = (name: string) => ({
  ...{ authority: 'Exampleshire', kind: 'both', name, phone: '01632 960100', outOfHours: '01632 960101' },
  ...{ email: 'hub@exampleshire.example', howKnown: 'It stands on the page of the council' },
});
