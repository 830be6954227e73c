import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { endAtHandover, spaceIntoCase } from '#modules/breathing-space/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { recordPerson } from '#modules/register/index.ts';
import type { CaseId, DisclosureId, OrganisationId, PersonId } from '#rules/facts.ts';
import { checkDefinition, reasonWords } from '../definition.ts';
import type { Reached } from '../handing-over.ts';
import type { TriageDecision, TriagePerson } from '../triage-form.ts';
import { overtakeHandover, proposeHandover } from './handovers.ts';
import { caseFor, enterCase, type Triaging } from './into-case.ts';
import { disclosureOf } from './read.ts';
import type { Disclosure } from './rows.ts';
import { safeguard } from './safeguard.ts';
import { toldContactsOf } from './told-contacts.ts';
import { endClaim } from './who-has-it.ts';

/** @param caseId null where it was handed over */
export interface Triaged {
  readonly caseId: CaseId | null;
}

/**
 * Decides what becomes of a disclosure, all in one transaction: the definition with its reasons, the person and home,
 * the case or the warm handover, the promises, the first safe contact, and the person's own words in the chronology.
 * Throws `not-found` behind the wall, `stale` where somebody else decided first.
 */
export async function triageDisclosure(tx: Tx, office: Office, triaging: Triaging): Promise<Triaged> {
  const { disclosureId, decision } = triaging;
  const disclosure = await claim(tx, office, disclosureId, triaging.version);
  const personId = await settlePerson(tx, office, decision.person);
  const checked = checkDefinition(decision.facts);
  await happened(tx, office, {
    name: 'disclosure.definition-checked',
    disclosureId,
    data: { definition: decision.definition, suggested: checked.suggested },
  });
  const caseId = await caseFor(tx, office, triaging, disclosure, personId);
  await saveDecision(tx, office, disclosureId, { decision, personId, caseId, reasons: reasonWords(checked) });
  await settlePromises(tx, office, triaging, caseId);
  if (caseId) {
    await enterCase(tx, office, decision, disclosure, caseId);
    await spaceIntoCase(tx, office, { disclosureId, caseId, receivedAt: disclosure.receivedAt });
  }
  await safeguard(tx, office, decision, disclosure, caseId);
  return { caseId };
}

/** Whoever is second waits here for the first to decide, so as to be shown that decision beside their own. */
export async function waitForTurn(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<void> {
  await tx.run(sql`select from disclosure
    where organisation_id = ${organisation} and id = ${disclosureId} for update`);
}

/** Whoever is second waits here, and then learns that somebody else was first. A handover may be looked at again. */
async function claim(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  version: number | null,
): Promise<Disclosure> {
  const claimed = await tx.run(sql`update disclosure set triaged_at = ${office.now}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${disclosureId} and case_id is null
      and version = coalesce(${version}::integer, version)`);
  const disclosure = await disclosureOf(tx, office.organisation, disclosureId);
  if (!disclosure) throw notFound();
  if (claimed === 0) throw new Fault('stale');
  await endClaim(tx, office, disclosureId, { claim: null, how: 'triaged' });
  return disclosure;
}

function settlePerson(tx: Tx, office: Office, person: TriagePerson): Promise<PersonId | null> {
  if (person.kind === 'register') return Promise.resolve(person.id);
  if (person.kind === 'not_known') return Promise.resolve(null);
  return recordPerson(tx, office, { givenName: person.givenName, familyName: person.familyName });
}

interface Decided {
  readonly decision: TriageDecision;
  readonly personId: PersonId | null;
  readonly caseId: CaseId | null;
  readonly reasons: readonly string[];
}

async function saveDecision(
  tx: Tx,
  { organisation, staff, now }: Office,
  disclosureId: DisclosureId,
  { decision, personId, caseId, reasons }: Decided,
): Promise<void> {
  const { outcome } = decision;
  const handed = outcome.kind === 'handover' ? outcome : nobodyTookOver;
  const reached = handed.reached;
  tx.write(sql`update disclosure set case_id = ${caseId}, person_id = ${personId},
      property_id = ${decision.propertyId}
    where organisation_id = ${organisation} and id = ${disclosureId}`);
  tx.write(sql`insert into triage (organisation_id, id, disclosure_id, decided_at, decided_by, definition,
      definition_reasons, outcome, case_id, handover_to, handover_contact, handover_said, safety_step, safeguarding,
      safeguarding_why, adult_safeguarding, adult_safeguarding_why, why, reached_by, reached_channel, reached_at)
    values (${organisation}, ${newId()}, ${disclosureId}, ${now}, ${staff}, ${decision.definition}, ${reasons},
      ${outcome.kind}, ${caseId}, ${handed.to}, ${handed.contact}, ${handed.said}, ${handed.safetyStep},
      ${decision.safeguarding}, ${decision.safeguardingWhy}, ${decision.adultSafeguarding},
      ${decision.adultSafeguardingWhy}, ${decision.why}, ${reached && (reached.by ?? staff)},
      ${reached?.channel ?? ''}, ${reached?.at ?? null})`);
}

const nobodyTookOver = { to: '', contact: '', said: '', safetyStep: '', reached: null };

/** What was decided, in the record, and for the promises that it keeps or that were never owed. */
async function settlePromises(
  tx: Tx,
  office: Office,
  triaging: Triaging,
  caseId: CaseId | null,
): Promise<void> {
  const { disclosureId, decision } = triaging;
  const { outcome, definition } = decision;
  const data = { outcome: outcome.kind, definition };
  await happened(tx, office, { name: 'disclosure.triaged', caseId, disclosureId, data });
  if (outcome.kind !== 'handover') return overtakeHandover(tx, office, disclosureId);
  const { reached, notReachedWhy: why } = outcome;
  await overtakeHandover(tx, office, disclosureId);
  // Who reached them is typed by whoever would be let off by it: it counts once a second person has confirmed it.
  const onFile = reached && (await confirmedAsTold(tx, office, disclosureId, reached));
  if (!onFile) return proposeHandover(tx, office, { disclosureId, definition, why: reached ? '' : why });
  const handedOver = { ...data, reason: 'contact_on_file' };
  await happened(tx, office, { name: 'disclosure.handed-over', disclosureId, data: handedOver });
  await endAtHandover(tx, office, disclosureId);
  const { spokeBy: by, channel, happenedAt } = onFile;
  const how = { channel, withWhom: 'person', by, recordedBy: 'handover' };
  await happened(tx, office, { name: 'contact.made', disclosureId, happenedAt, data: how });
}

/** A second person confirmed that the telling was this very contact: the same way, and within an hour. */
async function confirmedAsTold(
  tx: Tx,
  { organisation }: Office,
  disclosureId: DisclosureId,
  { channel, at }: Reached,
) {
  const told = await toldContactsOf(tx, organisation, disclosureId);
  return told.find(
    (each) =>
      each.decision === 'approved' &&
      each.channel === channel &&
      each.happenedAt.since(at).abs().total('minutes') <= 60,
  );
}
