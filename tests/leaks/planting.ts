import { newId } from '#kit/ids.ts';
import { transact } from '#kit/sql.ts';
import { recordPerson } from '#modules/register/index.ts';
import { plantAssessments, plantInstrument } from './planting-assessments.ts';
import { plantBreathingSpace } from './planting-breathing-space.ts';
import { plantCall } from './planting-calls.ts';
import { plantChecks } from './planting-checks.ts';
import { plantClosing } from './planting-closing.ts';
import { plantCosts } from './planting-costs.ts';
import { plantAccounts } from './planting-counter.ts';
import { plantClaim, plantDanger } from './planting-danger.ts';
import { plantFeed, plantMeeting } from './planting-diary.ts';
import { plantFile } from './planting-files.ts';
import { plantUse } from './planting-funds.ts';
import { plantHold } from './planting-holds.ts';
import { plantMarker } from './planting-markers.ts';
import { plantMediation } from './planting-mediation.ts';
import { plantMessage } from './planting-messages.ts';
import { plantMoney } from './planting-money.ts';
import { plantCheckMet } from './planting-move-checks.ts';
import { plantNeeds } from './planting-needs.ts';
import { plantHandedOn } from './planting-new-customers.ts';
import { plantAction } from './planting-perpetrators.ts';
import { plantPlan } from './planting-plans.ts';
import { plantRatings, plantThresholds } from './planting-ratings.ts';
import { plant, type Site } from './planting-row.ts';
import { plantHub, plantReferral } from './planting-safeguarding.ts';
import { plantSecurity } from './planting-security.ts';
import { plantSharing } from './planting-sharing.ts';
import { type Around, plantLoan } from './planting-stock.ts';
import { plantTasks } from './planting-tasks.ts';
import { plantTenancyCheck } from './planting-tenancies.ts';
import { plantDisclosure } from './planting-told.ts';
import { plantWordings } from './planting-wordings.ts';
import type { Given } from './rows.ts';
import { markedReference, marker, type Scope } from './secrets.ts';
import type { Things } from './things.ts';

/** Who is let in: whole roles, people by name, and whom a conflict shuts out whatever else they are. */
export interface Wall {
  readonly roles: readonly string[];
  readonly staff: readonly string[];
  readonly conflict: readonly string[];
}

/** Two people, perhaps one, who can be found by name, in a home of theirs. */
export async function plantRegister(site: Site, scope: Scope) {
  const { organisation, services } = site;
  const author = { organisation, staff: null, now: services.now() };
  const [person, alleged] = await transact(services.db, { organisation, system: true }, async (tx) => [
    await recordPerson(tx, author, {
      givenName: marker(scope, 'person', 'given_name'),
      familyName: marker(scope, 'person', 'family_name'),
      phones: ['07700 900123'],
    }),
    await recordPerson(tx, author, { givenName: marker(scope, 'person', 'alleged'), familyName: 'Other' }),
  ]);
  for (const table of ['person', 'search_token', 'search_word']) site.tables.add(table);
  const home = await plant(site, scope, 'property');
  const tenancy = await plant(site, scope, 'tenancy', { property_id: home });
  await plant(site, scope, 'tenant', { tenancy_id: tenancy, person_id: person, id: undefined });
  await plant(site, scope, 'resident', { property_id: home, person_id: person, id: undefined });
  const [one, other] = [person, alleged].sort();
  const match = await plant(site, scope, 'person_match', { person_id: one, other_id: other });
  return { person, alleged, home, tenancy, match };
}

/** By emergency twice, once reviewed, once still lasting: whoever reviews knows of the case a reference alone. */
export async function plantEmergency(site: Site, about: Things): Promise<Things> {
  const used = {
    case_id: about.case,
    staff_id: about.colleague,
    case_reference: markedReference('emergency', 'C'),
    outcome: 'granted',
    at: '2026-11-18T09:30:00Z',
    ends_at: '2026-11-18T10:30:00Z',
  };
  const before = await plant(site, 'emergency', 'break_glass', { ...used, ended_at: '2026-11-18T09:40:00Z' });
  await plant(site, 'emergency', 'break_glass_review', { use_id: before, reviewed_by: about.colleague });
  return { case: about.case, use: await plant(site, 'emergency', 'break_glass', used) };
}

/** A hold on the tenancy next door, which a manager set. */
export async function plantHolds(
  site: Site,
  scope: Scope,
  { tenancy, colleague }: { readonly tenancy: string; readonly colleague: string },
): Promise<Things> {
  return { hold: await plantHold((table, given) => plant(site, scope, table, given), tenancy, colleague) };
}

/** What a marker and a message may say, for the team to choose from, and to which domains links go. */
export async function plantWording(site: Site, scope: Scope, colleague: string): Promise<Things> {
  const into = (table: string, given?: Given) => plant(site, scope, table, given);
  const domain = await into('partner_domain', {
    ...{ domain: 'idva.example', ended_at: null, added_by: colleague },
  });
  return { ...(await plantWordings(into)), domain, hub: await plantHub(into, colleague) };
}

/** Local thresholds, of which only those who set them read who and why, and other words for an instrument. */
export async function plantSettings(
  site: Site,
  scope: Scope,
  { colleague }: { readonly colleague: string },
): Promise<Things> {
  const into = (table: string, given: Given) => plant(site, scope, table, given);
  return {
    ...(await plantThresholds(into, scope, colleague)),
    ...(await plantInstrument(into, scope, colleague)),
  };
}

/** A case with everything that can belong to one. */
export async function plantCase(site: Site, scope: Scope, about: Around, wall: Wall): Promise<Things> {
  const file = await plant(site, scope, 'case_file', {
    reference: markedReference(scope, 'C'),
    person_id: about.person,
    property_id: about.home,
    tenancy_id: about.tenancy,
    closed_at: null,
    immediate_danger: true,
    granted_roles: [],
  });
  // The words of its description are taken from it at once, to be found by.
  site.tables.add('case_word');
  const inCase = { case_id: file };
  const now = site.services.now().toString();
  for (const role of wall.roles) await plant(site, scope, 'case_access', { ...inCase, role });
  for (const staff_id of wall.staff) await plant(site, scope, 'case_access', { ...inCase, staff_id });
  const grant = await plant(site, scope, 'case_access', { ...inCase, role: 'director', ended_at: now });
  for (const staff_id of wall.conflict) await plant(site, scope, 'case_conflict', { ...inCase, staff_id });
  const conflict = await plant(site, scope, 'case_conflict', { ...inCase, staff_id: about.colleague });
  // What could tell of them is taken from the case and the register as a conflict is recorded.
  site.tables.add('conflict_fact');
  const { disclosure, receipt } = await plantDisclosure(site, scope, about, wall.conflict);
  await site.client.query(
    'update disclosure set case_id = $3, triaged_at = received_at where organisation_id = $1 and id = $2',
    [site.organisation, disclosure, file],
  );
  await plant(site, scope, 'triage', {
    ...inCase,
    disclosure_id: disclosure,
    reached_channel: '',
    reached_at: null,
  });
  const handedOver = { disclosure_id: disclosure, decision: null, decided_at: null };
  await plant(site, scope, 'handover', handedOver);
  const told = { ...handedOver, channel: 'phone', spoke_by: about.colleague, decided_by: null };
  await plant(site, scope, 'told_contact', told);
  const part = await plant(site, scope, 'case_person', { ...inCase, person_id: about.alleged });
  const entry = await plant(site, scope, 'case_entry', { ...inCase, about_id: part });
  await plant(site, scope, 'entry_audience', { ...inCase, entry_id: entry });
  await plant(site, scope, 'chronology_export', inCase);
  await plant(site, scope, 'allocation', { ...inCase, staff_id: about.colleague });
  const agreed = await plant(site, scope, 'safe_contact', inCase);
  const way = newId();
  await plant(site, scope, 'agreed_way', { ...inCase, way_id: way, ended_because: '' });
  const against = { ...inCase, safe_contact_id: agreed, against: ['outside_times'] };
  const contact = await plant(site, scope, 'contact', against);
  const dealtWith = await plant(site, scope, 'contact', against);
  await plant(site, scope, 'contact_dealt', { ...inCase, contact_id: dealtWith, dealt_by: about.colleague });
  const asking = { ...inCase, safe_contact_id: agreed, contact_id: contact };
  await plant(site, scope, 'safe_contact_asking', asking);
  await plant(site, scope, 'contact_shown', { ...inCase, shown_to: about.colleague });
  const obligation = await plant(site, scope, 'obligation', {
    ...inCase,
    commitment: 'first-contact',
    due_at: '2026-11-18T17:00:00Z',
  });
  const into = (table: string, given: Given) => plant(site, scope, table, given);
  const ofPlan = await plantPlan(into, scope, inCase);
  await plantLoan(into, inCase, { offer: ofPlan.offer, lent: about.lent });
  await plantUse(into, inCase, { offer: ofPlan.offer, fund: about.fund });
  // Planned for somebody whom a conflict has shut out since, where there is one.
  const goes = wall.conflict[0] ?? about.colleague;
  const planned = await plantMeeting(into, inCase, { goes, planned: about.colleague });
  const ofRisk = await plantRatings(into, inCase, about.colleague);
  const ofAssessments = await plantAssessments(into, inCase);
  const ofTasks = await plantTasks(into, inCase, { owner: goes, colleague: about.colleague });
  // Led by whoever is shut out since, and nobody acts: no list of theirs may tell.
  await site.client.query(
    `update case_file set lead_id = $3, untouched_since = '2026-12-31'
      where organisation_id = $1 and id = $2`,
    [site.organisation, file, goes],
  );
  const plan = await plant(site, scope, 'contact_plan', { ...inCase, obligation_id: obligation });
  await plant(site, scope, 'event', { ...inCase, subject_id: entry });
  const ofChecks = await plantChecks(into, inCase, obligation, disclosure);
  const marker = await plantMarker(into, inCase, about);
  const ofClosing = await plantClosing(into, inCase);
  const ofActions = {
    ...(await plantAction(into, inCase, part)),
    ...(await plantAccounts(into, inCase, part)),
  };
  if (about.colleague) await plantCheckMet(into, inCase, about.colleague);
  if (about.colleague) await plantHandedOn(into, disclosure, about.colleague);
  const factor = await plantNeeds(into, inCase, part);
  const { referral, step } = await plantReferral(into, inCase, disclosure, about.colleague);
  const ofSharing = await plantSharing(into, inCase, entry, about.colleague);
  const ofFiles = await plantFile(into, inCase, ofSharing.share, about.colleague);
  const ofMessages = await plantMessage(into, inCase, agreed, about.colleague ?? null);
  const call = await plantCall(into, { ...inCase, disclosure_id: disclosure });
  const danger = await plantDanger(into, { ...inCase, disclosure_id: disclosure });
  if (about.colleague) await plantClaim(into, disclosure, about.colleague);
  const notification = await plant(site, scope, 'notification', { ...inCase, staff_id: about.colleague });
  return {
    case: file,
    disclosure,
    receipt,
    part,
    entry,
    grant,
    conflict,
    contact,
    way,
    plan,
    planned,
    ...ofPlan,
    ...ofChecks,
    ...ofRisk,
    ...ofAssessments,
    ...ofTasks,
    ...ofClosing,
    ...(await plantBreathingSpace(into, inCase, about.colleague)),
    ...(await plantMoney(into, inCase)),
    ...(await plantCosts(into, inCase, ofPlan.move)),
    ...ofActions,
    ...(await plantSecurity(into, inCase, about.contractor, about.colleague)),
    ...(await plantTenancyCheck(into, inCase, about.tenancyEvent)),
    ...(await plantMediation(into, inCase)),
    marker,
    factor,
    referral,
    step,
    ...ofMessages,
    ...ofSharing,
    ...ofFiles,
    call,
    ...{ obligation, danger, notification },
  };
}

/** The calendar of somebody who may see some of it. @returns the piece of its address */
export function plantCalendar(site: Site, scope: Scope, staff: string): Promise<string> {
  return plantFeed((table, given) => plant(site, scope, table, given), site.organisation, staff);
}
