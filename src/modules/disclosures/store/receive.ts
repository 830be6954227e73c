import { newId, newReference } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { join, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { giveFromDisclosure } from '#modules/breathing-space/index.ts';
import { promiseCall } from '#modules/calls/index.ts';
import { raiseDanger } from '#modules/danger/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import { caseRoles, type DisclosureId } from '#rules/facts.ts';
import { questionNames } from '../questions/all.ts';
import type { DisclosureValue } from '../value.ts';
import { answerColumns } from './rows.ts';
import { promiseAsTold } from './safeguard.ts';

export interface Receiving {
  readonly value: DisclosureValue;
  /** Given where what was told already has an id, so that telling it twice cannot make two of it. */
  readonly id?: DisclosureId;
  /** They were asked at their letting, and it is handed on from there. */
  readonly askedAtLetting?: true;
}

export interface Received {
  readonly id: DisclosureId;
  readonly reference: string;
  /** The event that its recorder may look at afterwards, whatever else they may see. */
  readonly receipt: string;
}

/**
 * Somebody told us. From this moment the promises run, counted from when anybody first knew (V4.1a); the team is told,
 * in danger at once; and whoever is named as involved sees nothing. Whoever records it may not be able to read it.
 */
export async function receiveDisclosure(tx: Tx, office: Office, receiving: Receiving): Promise<Received> {
  const { value } = receiving;
  const disclosureId = receiving.id ?? newId<DisclosureId>();
  const reference = newReference('D');
  // Whoever is in conflict with somebody it may tell of is kept from it as it is written, before anybody is told.
  await insert(tx, office, disclosureId, reference, value);
  const data = {
    reference,
    route: value.route,
    receivedAt: value.receivedAt.toString(),
    danger: value.immediateDanger === 'yes',
  };
  const tell = (name: CaseEventName) =>
    happened(tx, office, { name, disclosureId, happenedAt: value.receivedAt, data });
  const receipt = await tell('disclosure.received');
  await giveFromDisclosure(tx, office, { disclosureId, receivedAt: value.receivedAt });
  if (noticed(value)) await tell('concern.reported');
  if (value.route === 'new_letting' && !receiving.askedAtLetting) await tell('letting.told-otherwise');
  if (value.immediateDanger !== 'not_known')
    await happened(tx, office, { name: 'disclosure.danger-answered', disclosureId });
  await promiseAsTold(tx, office, disclosureId, value);
  const { ringAt: at, toldBy, receivedAt: promisedAt } = value;
  const to = toldBy === 'person' ? 'person' : 'teller';
  if (at !== null) await promiseCall(tx, office, { disclosureId, caseId: null, to, at, promisedAt });
  await tellTheTeam(tx, office, disclosureId, value);
  return { id: disclosureId, reference, receipt };
}

/** A colleague or contractor saw or suspected something: the time from noticing to telling is measured (L2.4). */
function noticed({ route }: DisclosureValue): boolean {
  return route === 'seen_by_colleague' || route === 'seen_by_contractor';
}

async function tellTheTeam(tx: Tx, office: Office, disclosureId: DisclosureId, value: DisclosureValue) {
  if (value.immediateDanger === 'yes') {
    await raiseDanger(tx, office, { disclosureId, how: 'disclosure', said: '' });
    return;
  }
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  const others = team.filter(({ id }) => id !== office.staff);
  await notify(tx, office, {
    staffIds: others.map(({ id }) => id),
    kind: 'triage_waiting',
    disclosureId,
  });
}

function insert(
  tx: Tx,
  { organisation, staff, now }: Office,
  id: DisclosureId,
  reference: string,
  value: DisclosureValue,
): Promise<number> {
  const blocked = value.conflicts.map(({ staffId }) => staffId);
  const answers = join(questionNames.map((name) => value[name]));
  return tx.run(sql`insert into disclosure (organisation_id, id, reference, received_at, recorded_at, recorded_by,
      ${answerColumns}, route_details, blocked_staff, conflicts, ring_at,
      children_told, property_id)
    values (${organisation}, ${id}, ${reference}, ${value.receivedAt}, ${now}, ${staff},
      ${answers}, ${JSON.stringify(value.routeDetails)}, ${blocked}, ${JSON.stringify(value.conflicts)},
      ${value.ringAt}, ${JSON.stringify(value.childrenTold)},
      ${value.propertyId ?? null})`);
}
