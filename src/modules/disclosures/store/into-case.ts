import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { agreedIn, recordAgreedWay, recordSafeContact } from '#modules/agreement/index.ts';
import { callsIntoCase } from '#modules/calls/index.ts';
import { addPerson, openFile, peopleIn, recordHome } from '#modules/case-file/index.ts';
import { calledBy, type ToldChild } from '#modules/case-file/pure.ts';
import { answerChildren, openCase, recogniseRepeat, reopenCase } from '#modules/cases/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { bringDangerIntoCase, keepAskedWhenTold } from '#modules/danger/index.ts';
import { tellNoLongerAgreed } from '#modules/diary/index.ts';
import { bringFilesIntoCase } from '#modules/files/index.ts';
import { suspectHonour } from '#modules/needs/index.ts';
import { attachToCase } from '#modules/obligations/index.ts';
import { tenancyFor } from '#modules/register/index.ts';
import { recordConflict } from '#modules/wall/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, type DisclosureId, type PersonId, type PropertyId, refused } from '#rules/facts.ts';
import { stayApart } from '../apart.ts';
import { childrenOf, sameName, together } from '../children.ts';
import { entriesFor } from '../entries.ts';
import { suggestsHonour } from '../honour.ts';
import type { Answered } from '../lists.ts';
import { besideWhatStands, callBackWay, firstSafeContact } from '../safe-contact.ts';
import { wayTold } from '../told-contact.ts';
import type { TriageDecision, TriagePerson } from '../triage-form.ts';
import { compareWithCase } from './joining.ts';
import type { Disclosure } from './rows.ts';
import { bringToldContact } from './told-contacts.ts';

const namedAsInvolved = 'Named as involved when this was disclosed';
const keptFromTold = 'Kept from what was told: a conflict of theirs may concern the same person or home';
const joinedAnew = 'A new disclosure was added to it.';

export interface Triaging {
  readonly disclosureId: DisclosureId;
  /** The version that whoever decides has seen; null: whichever there is (demonstration). */
  readonly version: number | null;
  readonly decision: TriageDecision;
  /** A second person agreed that it joins a case although it may be about another person. */
  readonly agreed?: true;
}

/** The case that it opens or joins, as `decision` has it; null where it is handed over. */
export async function caseFor(
  tx: Tx,
  office: Office,
  triaging: Triaging,
  disclosure: Disclosure,
  personId: PersonId | null,
): Promise<CaseId | null> {
  const { decision } = triaging;
  const { outcome, propertyId } = decision;
  if (outcome.kind === 'handover') return null;
  if (!triaging.agreed && (await compareWithCase(tx, office, decision, disclosure)) !== 'same')
    insist(refused('It may be about another person than that case: a second person looks first.', 'records'));
  if (outcome.kind === 'existing_case')
    return join(tx, office, {
      disclosure,
      kept: await keptFrom(tx, office, disclosure, decision.person),
      caseId: outcome.caseId,
      children: decision.facts.children,
      // Where it may be about somebody else, their home is not hers.
      propertyId: triaging.agreed ? null : propertyId,
    });
  const { caseId } = await openCase(tx, office, {
    disclosureId: disclosure.id,
    personId,
    describedAs: personId ? '' : outcome.describedAs || disclosure.personName || 'Name not known yet',
    propertyId,
    tenancyId: await tenancyFor(tx, office.organisation, propertyId, today(office)),
    immediateDanger: disclosure.immediateDanger === 'yes',
    children: decision.facts.children,
    leadId: outcome.leadId,
    alleged: disclosure.allegedName
      ? { describedAs: disclosure.allegedName, connection: decision.facts.connection }
      : null,
    blocked: await keptFrom(tx, office, disclosure, decision.person),
  });
  if (personId) await recogniseRepeat(tx, office, { caseId, personId, kinds: disclosure.abuseTypes });
  return caseId;
}

/** Whoever is named as involved, and whoever was kept from it, is kept from what becomes of it as well. */
async function keptFrom(tx: Tx, office: Office, disclosure: Disclosure, person: TriagePerson) {
  const named = disclosure.conflicts.map((conflict) => ({ ...conflict, reason: namedAsInvolved }));
  const apart = stayApart(disclosure.keptApart, await aboutOthers(tx, disclosure, person));
  if (apart.length === 0) return named;
  const staff = await listStaff(tx, office.organisation);
  const others = apart.filter(
    (each) => staff.some(({ id }) => id === each) && !named.some(({ staffId }) => staffId === each),
  );
  return [
    ...named,
    ...others.map((staffId) => ({ staffId, relation: 'other', reason: keptFromTold }) as const),
  ];
}

const othersRow = z.object({ others: z.array(z.uuid()) });

/** The cases and disclosures that surely tell of others than whom triage found on the register. */
async function aboutOthers(tx: Tx, { id, keptApart }: Disclosure, person: TriagePerson) {
  if (person.kind !== 'register' || keptApart.length === 0) return [];
  const { others } = await tx.one(othersRow, sql`select lintel.about_others(${id}, ${person.id}) as others`);
  return others;
}

interface Joining {
  readonly disclosure: Disclosure;
  readonly kept: Awaited<ReturnType<typeof keptFrom>>;
  readonly caseId: CaseId;
  readonly children: Answered;
  readonly propertyId: PropertyId | null;
}

/**
 * Its wall is asked first: behind it, the case is not there. Whoever may not see what was told may not see it here. A
 * closed case is opened again: somebody told of something new (V1a).
 */
async function join(
  tx: Tx,
  office: Office,
  { disclosure, kept, caseId, children, propertyId }: Joining,
): Promise<CaseId> {
  const file = await openFile(tx, office.organisation, caseId);
  if (!file) throw notFound();
  for (const conflict of kept) await recordConflict(tx, office, { caseId, ...conflict });
  if (file.closedAt)
    await reopenCase(tx, office, {
      caseId,
      reason: 'new_disclosure',
      why: joinedAnew,
      kinds: disclosure.abuseTypes,
    });
  if (children === 'yes') await answerChildren(tx, office, { caseId, children, version: null });
  // A home that nobody knew is learnt; one that is on record is changed by nobody but whoever works on the case.
  if (propertyId && file.homeKind === null)
    await recordHome(tx, office, {
      ...{ caseId, kind: 'register', propertyId, address: '', since: null, why: '', before: null },
      ...{ source: 'record', change: 'learnt' },
      tenancyId: await tenancyFor(tx, office.organisation, propertyId, today(office)),
    });
  return caseId;
}

/** Its promises, its words and its safe contact become the case's. */
export async function enterCase(
  tx: Tx,
  office: Office,
  decision: TriageDecision,
  disclosure: Disclosure,
  caseId: CaseId,
): Promise<void> {
  await attachToCase(tx, office, disclosure.id, caseId);
  await bringToldContact(tx, office, disclosure, caseId);
  await bringDangerIntoCase(tx, office, disclosure.id, caseId);
  const { immediateDanger: answer, receivedAt: askedAt } = disclosure;
  if (disclosure.toldBy === 'person' && answer !== 'not_known')
    await keepAskedWhenTold(tx, office, { caseId, askedAt, answer });
  for (const entry of entriesFor(disclosure, decision, office.pack.words, office.now))
    await addEntry(tx, office, { ...entry, caseId, subjectId: disclosure.id });
  await bringFilesIntoCase(tx, office, disclosure.id, caseId);
  await addChildren(tx, office, caseId, decision.children ?? childrenOf(disclosure));
  if (suggestsHonour(disclosure, decision.facts))
    await suspectHonour(tx, office, { caseId, why: 'Something that was told or noticed suggests it' });
  const contact = firstSafeContact(disclosure);
  // What is agreed already is replaced only where the person says which way is safe, or that none is.
  const { toldBy, contactChannel, safeToContact } = disclosure;
  const agreesAnew = toldBy === 'person' && (contactChannel !== '' || safeToContact === 'no');
  const stands =
    decision.outcome.kind === 'new_case' ? null : await agreedIn(tx, office.organisation, caseId);
  const spokenWith = wayTold(disclosure.route) !== null;
  const agreed = contact && stands ? besideWhatStands(contact, stands, spokenWith) : contact;
  const replaces = decision.outcome.kind === 'new_case' || agreesAnew;
  if (agreed && replaces) {
    await recordSafeContact(tx, office, { ...agreed, caseId });
    const callBack = callBackWay(disclosure);
    if (callBack) await recordAgreedWay(tx, office, { ...callBack, caseId, before: null });
    if (stands) await tellNoLongerAgreed(tx, office, caseId);
  }
  await callsIntoCase(tx, office, disclosure.id, caseId);
}

/** Each child is somebody in the case, once: a name that is there already adds nobody (V2b, V3.6). */
async function addChildren(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  told: readonly ToldChild[],
): Promise<void> {
  const known = (await peopleIn(tx, office.organisation, caseId)).map(({ describedAs }) => describedAs);
  const child = { caseId, personId: null, part: 'child_victim', connection: '', notes: '' } as const;
  const anew = together(told).filter(
    ({ name }) => name === '' || !known.some((each) => sameName(each, name)),
  );
  for (const each of anew) await addPerson(tx, office, { ...child, ...each, describedAs: calledBy(each) });
}
