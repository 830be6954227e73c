import assert from 'node:assert/strict';
import { newId } from '#kit/ids.ts';
import { transact } from '#kit/sql.ts';
import { inviteStaff } from '#modules/account/index.ts';
import { roles, type StaffId } from '#rules/facts.ts';
import { aQuestioning } from './assessments-lived-in.ts';
import { besideACase } from './beside-lived-in.ts';
import { somethingToLookAt } from './checks-lived-in.ts';
import { anEnding } from './closing-lived-in.ts';
import { aDangerOnCall, idsOfDuties } from './danger-lived-in.ts';
import { aCalendarLink, aDiary } from './diary-lived-in.ts';
import { aToldFile, toldIds } from './files-lived-in.ts';
import type { Lintel } from './lintel-site.ts';
import { ownFilesIn } from './own-files-lived-in.ts';
import { aPlan } from './plan-lived-in.ts';
import { fillIn } from './policy/form.ts';
import { type Colleague, type Office, openOffice, words } from './policy/office.ts';
import {
  aCase,
  findsOnBoard,
  moment,
  neighbours,
  opensCase,
  recordsContact,
  weekdaysBetween,
  writesDown,
} from './policy/steps.ts';
import { aRating } from './ratings-lived-in.ts';
import { importRegisterOf, matchedColumns, registerId } from './register-lived-in.ts';
import { securityIn } from './security-lived-in.ts';
import { supportIn } from './support-lived-in.ts';
import { aCaseload } from './tasks-lived-in.ts';
import { tenanciesIn } from './tenancies-lived-in.ts';
import { atWork } from './ways-lived-in.ts';

/** A landlord where something of every kind is there to be looked at. */
export interface LivedIn {
  readonly office: Office;
  /** Has every role, and so sees every page. */
  readonly everybody: Colleague;
  /**
   * What stands for each parameter in a path, by the path up to it, or by a whole path that needs another one, with the
   * parameter where the others of that path stay.
   */
  readonly ids: Readonly<Record<string, string>>;
}

/** Fills a landlord of a Lintel that stands at ten in the morning on Wednesday, 18 November 2026. */
export async function liveIn(lintel: Lintel, packId: string): Promise<LivedIn> {
  const office = await openOffice(lintel, packId);
  await importRegisterOf(office);
  const everybody = await office.colleague(...roles.filter((role) => role !== 'contractor'));
  const file = await aBusyCase(office);
  await aCaseload(office, everybody, file);
  const ofRisk = { ...(await aQuestioning(office, everybody, file)), ...(await aRating(office, file)) };
  const ofBeside = await besideACase(office, everybody, file, await registerId(office, 'property', 'H1'));
  const ofSupport = {
    ...(await supportIn(office.worker, everybody, file)),
    ...(await securityIn(office, everybody, file)),
  };
  const ofOwnFiles = await ownFilesIn(office, everybody);
  const ofTenancies = await tenanciesIn(office, everybody, file);
  const ofEnding = await anEnding(office, file);
  // No case is let rest while a danger stands: it is told of afterwards.
  await aDangerOnCall(office, file);
  const { waiting, receipt, toldFile } = await aBusyTriage(office, everybody);
  await aSettledDuplicate(everybody);
  const plan = await office.worker.finishes(
    `${await aCase(
      office.worker,
      { person_name: 'Ines Marlow' },
      { given_name: 'Ines', family_name: 'Marlow' },
    )}/plans/new`,
    {
      why: 'He is at home with her, and answers her phone',
      plan: 'Her sister asks her to ring us from the school',
      ...moment('again', '2026-11-19T09:30'),
    },
  );
  const link = await invited(office);
  const administrator = await office.colleague('administrator');
  const invitation = { name: 'Hal Osei', email: 'hal@example.test', roles: ['da_worker'] };
  const asked = await administrator.fills('/staff/new', invitation);
  assert.ok(asked.statusCode < 400, words(asked.body));
  await administrator.finishes('/policy/changes/new', {
    pack: lintel.services.packs.all.find(({ id }) => id !== packId)?.id ?? '',
    reason: 'The board adopts the policy of the landlord with whom we merge',
    'from-day': '1',
    'from-month': '1',
    'from-year': '2027',
  });
  const ofChecks = await somethingToLookAt(office, administrator, everybody);
  await office.at('2026-11-18T13:10');
  await everybody.get('/account');
  return {
    office,
    everybody,
    ids: {
      ...(await idsIn(office, file, everybody.staff)),
      ...{ ...ofRisk, ...ofBeside, ...ofEnding },
      ...ofSupport,
      ...{ ...ofOwnFiles, ...ofTenancies },
      ...ofChecks,
      '/calendars/:calendar': await aCalendarLink(office.worker),
      '/cases/:id': last(file),
      '/disclosures/:id': last(waiting),
      ...toldIds(toldFile, last(receipt)),
      '/plans/:plan': last(plan),
      ...(await matchedColumns(office)),
      '/board/:clause': lintel.services.packs.find(packId).purposes['same-day-contact'] ?? '',
      '/drafts/:form': 'entry',
      '/rota/colleagues/:id': office.worker.staff,
      '/welcome/:link': last(link),
      '/:landlord': office.landlord.slug,
    },
  };
}

/** A case in which much has happened, about somebody on the register, with people around her and an entry corrected. */
async function aBusyCase(office: Office): Promise<string> {
  const { worker, manager, deputy } = office;
  const told = {
    person_name: 'Zelda Quince',
    alleged_name: 'Orson Quince',
    connection: 'married',
    address: '1 Mill Lane',
    safe_to_contact: 'yes',
    contact_channel: 'phone',
    contact_value: '07700 900123',
    access_needs: 'Prefers Welsh. Reads large print.',
  };
  const { reference } = await writesDown(worker, told);
  const disclosure = await findsOnBoard(worker, reference);
  const person = await registerId(office, 'person', 'P1');
  const home = await registerId(office, 'property', 'H1');
  const file = await opensCase(manager, `${disclosure}`, worker, {}, `?person=${person}&property=${home}`);
  await office.at('2026-11-18T10:20');
  await recordsContact(worker, file, 'no_answer', '2026-11-18T10:05');
  await recordsContact(worker, file, 'voicemail_left', '2026-11-18T10:10');
  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:15');
  await worker.finishes(`${file}/people/new`, { describedAs: 'Her son Teo, aged 7', part: 'child_victim' });
  await worker.finishes(`${file}/people/new`, {
    describedAs: 'A sister in Otherton who helps',
    part: 'supporter',
  });
  await worker.finishes(`${file}/entries/new`, {
    kind: 'incident',
    source: 'person',
    words:
      'He took her keys on Saturday night, and she slept in the car with Teo.\n\n' +
      'She says that it is not the first time.',
    ...moment('happened', '2026-11-14T22:00'),
    ...moment('known', '2026-11-18T10:15'),
  });
  await worker.finishes(`${file}/contact/new`, {
    channel: 'phone',
    value: '07700 900123',
    ...weekdaysBetween('10:00', '14:00'),
    coverReason: 'We ring about the gas check',
    whoMightAnswer: 'Her son Teo',
    ...{ meetingPlace: 'The library', codeWord: 'Bluebell' },
    doNot: 'Never write to the home, and never ring in the evening',
    agreed: 'yes',
  });
  await aPlan(worker, file);
  await aDiary(office, file);
  const outsider = await office.colleague('da_worker');
  const across = { relation: 'neighbour', reason: 'Lives across the road from the home' };
  await manager.finishes(`${file}/conflicts/new`, { staffId: outsider.staff, ...across });
  const covers = { staffId: deputy.staff, reason: 'Covers for the manager on Fridays' };
  await manager.finishes(`${file}/access/new`, covers);
  await worker.finishes(`${file}/contact/ways/new`, atWork);
  return file;
}

/** Something waiting from every side; one is a handover. */
async function aBusyTriage(office: Office, everybody: Colleague) {
  const { worker } = office;
  const { reference } = await writesDown(worker, { verbatim: 'The neighbours shout all night.' });
  await worker.finishes(`${await findsOnBoard(worker, reference)}/triage`, neighbours);
  const danger = { immediate_danger: 'yes', danger_response: 'Rang 999 at 10:20', route: 'home_visit' };
  await writesDown(worker, danger);
  const caretaker = await office.colleague('colleague');
  await caretaker.finishes('/concerns/new', {
    ...{ immediate_danger: 'not_known', indicators: ['damage'], where_known: 'not_known' },
  });
  const receipt = await everybody.finishes('/disclosures/new', {
    immediate_danger: 'no',
    route: 'email',
    verbatim: 'I do not know whom else to write to. He reads my messages, so please do not answer this one.',
    person_name: 'Maximiliane Featherstonehaugh-Cholmondeley',
    children: 'yes',
  });
  const written = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await everybody.reads(receipt))?.[0] ?? '';
  return { receipt, ...(await aToldFile(worker, await findsOnBoard(worker, written))) };
}

/** Of two possible duplicates one is decided, and the other waits. */
async function aSettledDuplicate(everybody: Colleague): Promise<void> {
  const { body } = await everybody.get('/register/matches');
  const path = /action="(\/register\/matches\/[0-9a-f-]+\/decision)"/.exec(body)?.[1];
  assert.ok(path, 'no duplicates were found');
  await everybody.post(path, { ...fillIn(body, path, { decision: 'kept_apart' }).fields });
}

function invited({ lintel, landlord, manager }: Office): Promise<string> {
  const { organisation } = landlord;
  const author = { organisation, staff: manager.staff, now: lintel.clock.now() };
  return transact(lintel.services.db, { organisation, system: true }, async (tx) => {
    const email = `${newId()}@example.test`;
    const { link } = await inviteStaff(tx, author, {
      name: 'Gwen Ashdown',
      email,
      roles: ['da_worker'],
      jobTitle: '',
    });
    return link.path;
  });
}

async function idsIn(office: Office, file: string, everybody: StaffId) {
  const { lintel, landlord, worker } = office;
  const one = async (path: string, query: string) => {
    const { rows } = await lintel.database.owner.query(`${query} limit 1`, [landlord.organisation]);
    assert.ok(rows[0]?.id, `nothing stands for ${path}`);
    return [path, String(rows[0].id)] as const;
  };
  const inCase = `organisation_id = $1 and case_id = '${last(file)}'`;
  return Object.fromEntries([
    await one(
      '/account/sessions/:id',
      `select id from session where organisation_id = $1 and staff_id = '${everybody}'`,
    ),
    await one(
      '/cases/:id/access/:grant',
      `select id from case_access where ${inCase} and staff_id is not null order by id desc`,
    ),
    await one('/cases/:id/conflicts/:conflict', `select id from case_conflict where ${inCase}`),
    await one('/cases/:id/entries/:entry', `select id from case_entry where ${inCase} and kind = 'incident'`),
    await one(
      '/cases/:id/people/:person',
      `select id from case_person where ${inCase} and part = 'supporter'`,
    ),
    await one('/cases/:id/contact/ways/:way', `select way_id as id from agreed_way where ${inCase}`),
    await one('/cases/:id/contacts/:contact', `select id from contact where ${inCase} and against <> '{}'`),
    await one(
      '/cases/:id/diary/:planned',
      `select id from planned_contact where ${inCase} and ended_at is null`,
    ),
    await one(
      '/cases/:id/plan/actions/:action',
      `select id from plan_action where ${inCase} and state = 'open'`,
    ),
    await one(
      '/cases/:id/plan/actions/:action/reopening',
      `select id from plan_action where ${inCase} and state = 'done'`,
    ),
    await one('/cases/:id/support/:offer', `select id from support_offer where ${inCase} and kind = 'money'`),
    await one(
      '/cases/:id/plan/versions/:version',
      `select id from plan_version where ${inCase} order by number desc`,
    ),
    await one(
      '/cases/:id/plan/copies/:copy',
      `select id from plan_copy where ${inCase} and way = 'handed_over'`,
    ),
    await one('/staff/confirmations/:id', 'select id from confirmation where organisation_id = $1'),
    await one('/cases/reassignments/:reassignment', 'select id from reassignment where organisation_id = $1'),
    ...(await idsOfDuties(one, inCase)),
    await one(
      '/helplines/:line',
      'select line_id as id from helpline where organisation_id = $1 and ended_at is null order by place, name',
    ),
    await one('/policy/changes/:change', 'select id from policy_change where organisation_id = $1'),
    await one('/homes/:id', "select id from property where organisation_id = $1 and reference = 'H1'"),
    await one('/people/:id', "select id from person where organisation_id = $1 and reference = 'P1'"),
    await one(
      '/notifications/:id',
      `select id from notification where organisation_id = $1 and staff_id = '${everybody}'`,
    ),
    await one('/register/imports/:id', 'select id from register_import where organisation_id = $1'),
    await one(
      '/register/matches/:id',
      'select id from person_match where organisation_id = $1 and decision is not null',
    ),
    await one(
      '/people/:id/correction',
      "select id from person where organisation_id = $1 and family_name = 'Marlow'",
    ),
    await one('/staff/:id', `select id from staff where organisation_id = $1 and id = '${worker.staff}'`),
    await one(
      '/staff/:id/sessions/:session',
      `select id from session where organisation_id = $1 and staff_id = '${worker.staff}'`,
    ),
  ]);
}

function last(path: string): string {
  return path.split('/').at(-1) ?? '';
}
