import { newId, newReference } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { join, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { advance, notify } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { EventName } from '#rules/event.ts';
import { caseRoles, type DisclosureId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { questionNames } from '../questions/all.ts';
import type { DisclosureValue } from '../value.ts';
import { answerColumns } from './rows.ts';

export interface Receiving {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly value: DisclosureValue;
  /** Given where what was told already has an id, so that telling it twice cannot make two of it. */
  readonly id?: DisclosureId;
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
export async function receiveDisclosure(tx: Tx, author: Author, receiving: Receiving): Promise<Received> {
  const { pack, calendar, value } = receiving;
  const disclosureId = receiving.id ?? newId<DisclosureId>();
  const reference = newReference('D');
  await insert(tx, author, disclosureId, reference, value);
  const tell = async (name: EventName) => {
    const eventId = await record(tx, author, {
      name,
      subjectId: disclosureId,
      data: { reference, route: value.route, receivedAt: value.receivedAt.toString() },
    });
    await advance(tx, author, { pack, calendar, event: name, at: value.receivedAt, disclosureId, eventId });
    return eventId;
  };
  const receipt = await tell('disclosure.received');
  if (noticed(value)) await tell('concern.reported');
  if (value.immediateDanger !== 'not_known')
    await record(tx, author, { name: 'disclosure.danger-answered', subjectId: disclosureId });
  await tellTheTeam(tx, author, disclosureId, value);
  return { id: disclosureId, reference, receipt };
}

/** A colleague or contractor saw or suspected something: the time from noticing to telling is measured (L2.4). */
function noticed({ route }: DisclosureValue): boolean {
  return route === 'seen_by_colleague' || route === 'seen_by_contractor';
}

async function tellTheTeam(tx: Tx, author: Author, disclosureId: DisclosureId, value: DisclosureValue) {
  const team = await listStaff(tx, author.organisation, { roles: caseRoles });
  const others = team.filter(({ id }) => id !== author.staff);
  await notify(tx, author, {
    staffIds: others.map(({ id }) => id),
    kind: value.immediateDanger === 'yes' ? 'danger' : 'triage_waiting',
    disclosureId,
  });
}

function insert(
  tx: Tx,
  { organisation, staff, now }: Author,
  id: DisclosureId,
  reference: string,
  value: DisclosureValue,
): Promise<number> {
  const blocked = value.conflicts.map(({ staffId }) => staffId);
  const answers = join(questionNames.map((name) => value[name]));
  return tx.run(sql`insert into disclosure (organisation_id, id, reference, received_at, recorded_at, recorded_by,
      ${answerColumns}, route_details, blocked_staff, conflicts)
    values (${organisation}, ${id}, ${reference}, ${value.receivedAt}, ${now}, ${staff},
      ${answers}, ${JSON.stringify(value.routeDetails)}, ${blocked}, ${JSON.stringify(value.conflicts)})`);
}
