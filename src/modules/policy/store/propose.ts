import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import type { PackShelf } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff, writeNotices } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { beginningOf, mayPropose } from '../change.ts';
import { laterOf, textAt } from '../standing.ts';
import type { PolicyStanding } from './standing.ts';

export interface NewChange {
  readonly pack: Pack;
  readonly from: Temporal.PlainDate;
  readonly reason: string;
}

/**
 * Proposes a change of policy, in the name of the author or, where there is none, of whoever runs the server, and tells
 * every administrator who may decide. `mayPropose` comes first; throws `stale` where somebody else proposed one
 * meanwhile. @returns the change's id
 */
export async function proposeChange(
  tx: Tx,
  office: Office,
  { pack, from, reason }: NewChange,
): Promise<string> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  const added =
    await tx.run(sql`insert into policy_change (organisation_id, id, pack_id, pack_version, from_day,
      begins_at, reason, proposed_at, proposed_by)
    values (${organisation}, ${id}, ${pack.id}, ${pack.version}, ${from}, ${beginningOf(from, pack)}, ${reason},
      ${now}, ${staff})
    on conflict (organisation_id) where decision is null do nothing`);
  if (added === 0) throw new Fault('stale');
  await record(tx, office, {
    name: 'policy.change-proposed',
    subjectId: id,
    data: { pack: pack.id, version: pack.version, from: from.toString() },
  });
  const administrators = await listStaff(tx, organisation, { roles: ['administrator'] });
  const staffIds = administrators.map((each) => each.id).filter((each) => each !== staff);
  await writeNotices(tx, office, { staffIds, kind: 'policy_to_decide', aboutId: id });
  return id;
}

/** May it be proposed, as things stand now? */
export function mayProposeNow(
  office: Office,
  packs: PackShelf,
  { changes, waiting, firstId }: PolicyStanding,
  { pack, from }: Pick<NewChange, 'pack' | 'from'>,
): Verdict {
  const first = packs.all.find(({ id }) => id === firstId) ?? { id: firstId, version: '' };
  const held = textAt(changes, first, {
    at: laterOf(beginningOf(from, pack), office.now),
    asDecidedBy: office.now,
  });
  return mayPropose({ pack, from }, { today: today(office), waiting: waiting !== null, held });
}
