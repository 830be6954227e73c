import assert from 'node:assert/strict';
import { aHub } from '../beside-lived-in.ts';
import type { LivedIn } from '../lived-in.ts';
import type { Colleague } from '../policy/office.ts';
import { aCall, anAgreedCase } from '../policy/planning-steps.ts';
import { aCase, findsOnBoard, moment, neighbours, recordsContact, writesDown } from '../policy/steps.ts';
import { toThePolice } from '../sharing-lived-in.ts';
import { london } from '../site.ts';
import { spaceBeginnings } from './breathing-space-beginnings.ts';
import { counterBeginnings } from './counter-beginnings.ts';
import type { Answers } from './filling.ts';
import { moveBeginnings } from './moves-beginnings.ts';
import { ownFileBeginnings } from './own-files-beginnings.ts';
import { enforcementBeginnings } from './perpetrators-beginnings.ts';
import { tenancyBeginnings } from './tenancies-beginnings.ts';

/** Where a form is found, once the landlord is as far. */
export interface Begun {
  readonly on: string;
  /** Who sends it, where that is not the colleague who has every role. */
  readonly by?: Colleague;
  /** What that page says, where it is the answer to a form of its own. */
  readonly body?: string;
  /** A route to which the page's script sends what another form holds. */
  readonly from?: string;
  /** Answers that are known only by then. */
  readonly answers?: Answers;
}

type Beginning = (world: LivedIn) => Promise<Begun>;

/** What must have happened before these are offered at all. */
export const beginnings: Readonly<Record<string, Beginning>> = {
  '/calls/:call': async ({ office }) => {
    const { reference } = await writesDown(office.worker, {
      ...{ told_by: 'neighbour', 'ring-time': '10:40', ...moment('received', '2026-11-18T09:00') },
    });
    const { body } = await office.worker.get(await findsOnBoard(office.worker, reference));
    return { on: /href="(\/calls\/[^"]+)"/.exec(body)?.[1] ?? '' };
  },
  '/cases/:id/children': async ({ office }) => ({ on: await aCase(office.worker, {}, notAsked) }),
  ...{ ...spaceBeginnings, ...enforcementBeginnings, ...counterBeginnings, ...moveBeginnings },
  ...{ ...ownFileBeginnings, ...tenancyBeginnings },
  '/cases/:id/closings/new': async ({ office }) => {
    const file = await aCase(office.worker);
    await reached(office, file);
    return { on: `${file}/closings/new` };
  },
  '/cases/:id/reopening': async ({ office, everybody }) => {
    const file = await aClosedCase({ office });
    return { on: `${file}/reopening`, by: everybody };
  },
  '/cases/:id/contact': async ({ office, ids }) => {
    office.lintel.clock.set(london('2026-11-18T19:10'));
    return { on: `/cases/${ids['/cases/:id']}/contact` };
  },
  '/cases/:id/contact/new': async ({ office }) => ({ on: `${await aCase(office.worker)}/contact/new` }),
  '/cases/:id/contacts/:contact/dealing': async ({ office }) => {
    const file = await aCase(office.worker);
    await recordsContact(office.worker, file, 'voicemail_left', '2026-11-18T13:10');
    const { body } = await office.worker.get(`${file}/contact`);
    return { on: /href="([^"]+\/dealing)"/.exec(body)?.[1] ?? '' };
  },
  '/cases/:id/diary/new': async ({ office }) => ({
    on: `${await anAgreedCase(office, { visit: 'yes' })}/diary/new`,
    answers: { staffId: office.worker.staff, secondStaffId: office.manager.staff },
  }),
  '/cases/:id/diary/:planned/move': async ({ office }) => {
    const file = await anAgreedCase(office, { visit: 'yes' });
    const call = await office.worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30'));
    return {
      on: `${call}/move`,
      answers: { staffId: office.worker.staff, secondStaffId: office.manager.staff },
    };
  },
  '/cases/:id/diary/:planned/finding': async (world) => {
    const visit = await aVisitUnheardOf(world);
    return { on: `${visit}/finding` };
  },
  '/cases/:id/diary/:planned/kept': async (world) => ({
    on: await aVisitUnheardOf(world),
    by: world.office.worker,
  }),
  '/cases/:id/entries/:entry/condition/lifting': async ({ office, ids }) => {
    const entry = `/cases/${ids['/cases/:id']}/entries/${ids['/cases/:id/entries/:entry']}`;
    const kept = { saidBy: 'Exampleshire Police', words: 'Do not disclose before the trial' };
    await office.worker.finishes(`${entry}/condition/new`, kept);
    return { on: `${entry}/condition/lifting` };
  },
  '/cases/:id/shares/:share/doubt': async ({ office, ids }) => {
    const share = `/cases/${ids['/cases/:id']}/shares/${ids['/cases/:id/shares/:share/doubt']}`;
    await office.manager.get(`${share}/reading`);
    return { on: `${share}/doubt`, by: office.manager };
  },
  '/cases/:id/equality': async ({ office }) => ({ on: `${await aCase(office.worker)}/equality` }),
  '/cases/:id/exports': async ({ everybody, ids }) => {
    const on = `/cases/${ids['/cases/:id']}/exports/new`;
    const { body } = await everybody.fills(on, { purpose: 'file' });
    return { on, body };
  },
  '/cases/:id/pauses/new': async ({ office }) => {
    const file = await aCase(office.worker);
    await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T13:10');
    return { on: `${file}/pauses/new` };
  },
  '/cases/:id/pauses/:pause/ending': async ({ office, ids }) => {
    const file = `/cases/${ids['/cases/:id']}`;
    await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T13:10');
    return { on: `${file}/pauses/${ids['/cases/:id/pauses/:pause']}/ending` };
  },
  '/cases/:id/plans/new': async ({ office }) => ({ on: `${await aCase(office.worker)}/plans/new` }),
  '/cases/:id/risk/assessments/:assessment/answers/typed': async ({ ids }) => {
    const of = `/cases/${ids['/cases/:id']}/risk/assessments/${ids['/cases/:id/risk/assessments/:assessment']}`;
    return { on: `${of}/answers`, from: `${of}/answers` };
  },
  '/cases/:id/risk/level': async ({ office }) => ({ on: `${await aCase(office.worker)}/risk/level` }),
  '/cases/reassignment': async ({ office, everybody }) => {
    const file = await aCase(office.worker);
    const taker = await office.colleague('da_worker');
    const on = '/cases/reassignment/preview';
    const { body } = await everybody.post(on, {
      ...{ lead: office.worker.staff, cases: file.split('/').at(-1) ?? '', takers: taker.staff },
      reason: 'She knows the estate',
    });
    return { on, body };
  },
  '/concerns/new': async ({ office }) => ({ on: '/concerns/new', answers: threeColleagues(office) }),
  '/disclosures/new': async ({ office }) => ({ on: '/disclosures/new', answers: threeColleagues(office) }),
  '/disclosures/:id/handover': async ({ office }) => {
    const { reference } = await writesDown(office.worker);
    const on = await findsOnBoard(office.worker, reference);
    await office.worker.finishes(`${on}/triage`, neighbours);
    return { on: `${on}/handover` };
  },
  '/disclosures/:id/claim/taking-over': async ({ office }) => {
    const { reference } = await writesDown(office.worker);
    const on = await findsOnBoard(office.worker, reference);
    await office.worker.post(`${on}/claim`, {});
    return { on, by: office.manager };
  },
  '/disclosures/:id/told-contact': async (world) => ({
    on: `${await aCallOfHers(world)}/told-contact`,
    answers: { ...moment('spoke_at', thisMinute(world)) },
  }),
  '/disclosures/:id/told-contact/decision': async (world) => {
    const on = `${await aCallOfHers(world)}/told-contact`;
    const { worker, manager } = world.office;
    await worker.finishes(on, {
      ...{
        spoke_by: worker.staff,
        safe_because: 'She rang from her sister’s',
        said: 'That she is safe tonight',
      },
      ...moment('spoke_at', thisMinute(world)),
    });
    return { on: `${on}/decision`, by: manager };
  },
  '/disclosures/:id': async ({ office }) => {
    const { reference } = await writesDown(office.worker, {
      ...{ told_by: 'friend_family', informant_contact: '07700 900777' },
    });
    return { on: await findsOnBoard(office.worker, reference) };
  },
  '/disclosures/:id/joining': async ({ office, ids }) => {
    const { reference } = await writesDown(office.worker, { person_name: 'Ada Moss' });
    const on = await findsOnBoard(office.worker, reference);
    const joins = {
      ...{ outcome: 'existing_case', case_id: ids['/cases/:id'] ?? '', join_why: 'Her sister rang' },
      ...{ definition: 'unclear', why: 'Not known yet' },
    };
    // Cases are offered once a home is chosen: this is the one in which the case already is.
    await office.worker.finishes(`${on}/triage?property=${ids['/homes/:id']}`, joins);
    return { on, by: office.manager };
  },
  '/emergency-access/new': async ({ office }) => {
    const reference = await aCaseKeptToTheTeam({ office });
    return { on: '/emergency-access/new', by: await office.colleague('da_worker'), answers: { reference } };
  },
  '/cases/:id/access/restriction': async ({ office, everybody, ids }) => ({
    on: `/cases/${ids['/cases/:id']}/access/restriction`,
    answers: { staffIds: [office.manager.staff, everybody.staff] },
  }),
  '/policy/changes/new': async ({ everybody, ids }) => {
    const waiting = `/policy/changes/${ids['/policy/changes/:change']}`;
    await everybody.finishes(waiting, { decision: 'declined', why: 'Not before the spring' });
    return { on: '/policy/changes/new' };
  },
  '/cases/:id/shares/:share': async ({ office }) => {
    const share = await office.worker.finishes(`${await aCase(office.worker)}/shares/new`, toThePolice);
    await office.manager.reads(`${share}/reading`);
    return { on: share, by: office.manager };
  },
  '/referrals/:referral': async ({ office }) => {
    const referral = await aReferral(office);
    await office.worker.finishes(`${referral}/no-referral`, { why: 'They lead already' });
    return { on: referral, by: office.manager };
  },
  '/referrals/:referral/answer': async ({ office }) => {
    const referral = await aReferral(office);
    const made = { whom: 'The front door', way: 'By phone', ...moment('happened', '2026-11-18T10:00') };
    await office.worker.finishes(`${referral}/made`, made);
    return { on: `${referral}/answer` };
  },
  '/referrals/:referral/decision': async ({ office }) => ({
    on: `${await aReferral(office)}/decision`,
  }),
  '/referrals/:referral/steps/:step/correction': async ({ office }) => {
    const referral = await aReferral(office);
    const made = { whom: 'The front door', way: 'By phone', ...moment('happened', '2026-11-18T10:00') };
    await office.worker.finishes(`${referral}/made`, made);
    const { body } = await office.worker.get(referral);
    return { on: /href="([^"]+\/correction)"/.exec(body)?.[1] ?? '' };
  },
  '/referrals/:referral/writing': async ({ office, everybody }) => {
    await everybody.finishes('/hubs', aHub('The front door of the forms'));
    return { on: `${await aReferral(office)}/writing` };
  },
  '/referrals/:referral/made': async ({ office }) => ({ on: `${await aReferral(office)}/made` }),
  '/referrals/:referral/no-referral': async ({ office }) => ({
    on: `${await aReferral(office)}/no-referral`,
  }),
  '/dangers/:danger': async ({ office }) => {
    const file = await aCase(office.worker);
    await office.worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'The police rang us' });
    const { body } = await office.worker.get(`${file}/danger`);
    const now = office.lintel.clock.now().toZonedDateTimeISO('Europe/London').toPlainDateTime();
    const answers = moment('at', now.toString({ smallestUnit: 'minute' }));
    return { on: /href="(\/dangers\/[^"]+)"/.exec(body)?.[1] ?? '', answers };
  },
  '/rota/on-call/new': async ({ office }) => ({
    on: '/rota/on-call/new',
    answers: { staffId: office.worker.staff, secondId: office.deputy.staff },
  }),
  '/rota/absences/new': async ({ office }) => ({
    on: '/rota/absences/new',
    answers: { staffId: office.worker.staff, deputyId: office.deputy.staff },
  }),
  '/emergency-access/:use/review': async ({ ids }) => ({
    on: `/emergency-access/${ids['/emergency-access/:use']}`,
  }),
};

const threeColleagues = ({ worker, manager, deputy }: LivedIn['office']): Answers => ({
  ...{ colleague_1: worker.staff, colleague_2: manager.staff, colleague_3: deputy.staff },
});

const notAsked = { children: 'not_known' };

async function aReferral({ worker }: LivedIn['office']): Promise<string> {
  const about = { kind: 'child', about: 'First child, about 4', said: 'refer_today' };
  return worker.finishes(`${await aCase(worker)}/referrals/new`, about);
}

async function aClosedCase({ office }: Pick<LivedIn, 'office'>): Promise<string> {
  const file = await aCase(office.worker);
  await reached(office, file);
  await office.worker.finishes(`${file}/closings/new`, {
    ...{ reason: 'support_complete', why: 'She says that it is enough', told: 'told' },
    ...{ toldHow: 'On the phone', wayBack: 'She has our number' },
  });
  return file;
}

async function reached({ worker }: LivedIn['office'], file: string): Promise<void> {
  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T13:10');
  await worker.finishes(`${file}/risk/level`, { level: 'standard', reason: 'As she sees it' });
}

/** Somebody who went out alone and should have checked in. @returns the path of the visit */
async function aVisitUnheardOf({ office }: LivedIn): Promise<string> {
  const file = await anAgreedCase(office, { visit: 'yes' });
  const alone = { channel: 'home', loneWorking: 'yes', checkIn: '15' };
  const visit = await office.worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30', alone));
  await office.at('2026-11-19T11:32');
  return visit;
}

/** @returns its reference */
async function aCaseKeptToTheTeam({ office }: Pick<LivedIn, 'office'>): Promise<string> {
  const { worker, manager } = office;
  const kept = await aCase(worker);
  await manager.finishes(`${kept}/access/restriction`, {
    staffIds: [manager.staff, worker.staff],
    reason: 'She knows somebody in the team',
  });
  const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(kept)).body)?.[0];
  assert.ok(reference);
  return reference;
}

/** She rang, and somebody of the team spoke with her. */
async function aCallOfHers({ office }: LivedIn): Promise<string> {
  const { reference } = await writesDown(office.worker, { person_name: 'Ida Marsh' });
  return findsOnBoard(office.worker, reference);
}

function thisMinute({ office }: LivedIn): string {
  const now = office.lintel.clock.now().toZonedDateTimeISO('Europe/London').toPlainDateTime();
  return now.toString({ smallestUnit: 'minute' });
}
