import type { Office } from '#kit/office.ts';
import { empty, sql, type Tx } from '#kit/sql.ts';
import { agreedInCases } from '#modules/agreement/index.ts';
import { againstCall } from '#rules/call-still-agreed.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import type { Against } from '#rules/gate.ts';
import { type AgreedNow, noLongerAgreed } from '#rules/no-longer-agreed.ts';
import type { OwedInDiary } from './owed-calls.ts';
import { fromListed, type Listed, listedColumns, listedRow } from './rows.ts';

/** A visit or a call with why it is not agreed any more; nothing where it is, or is over. */
export type Held<L extends Listed = Listed> = L & { readonly noLonger: readonly Against[] };

/** Of a case whose agreement is at hand. */
export function heldNow<L extends Listed>(
  { agreed, now, calendar }: { readonly agreed: AgreedNow | null } & Pick<Office, 'now' | 'calendar'>,
  listed: L,
): Held<L> {
  return { ...listed, noLonger: comes(listed, now) ? noLongerAgreed(agreed, listed, calendar) : [] };
}

function comes({ endedHow, endsAt }: Listed, now: Temporal.Instant): boolean {
  return endedHow === null && Temporal.Instant.compare(endsAt, now) >= 0;
}

/** Holds what is to come against what is agreed now, whichever cases it is of: one more round trip, where any is. */
export async function heldAgainstNow<L extends Listed>(
  tx: Tx,
  { organisation, now, calendar }: Pick<Office, 'organisation' | 'now' | 'calendar'>,
  listed: readonly L[],
): Promise<readonly Held<L>[]> {
  const toCome = listed.filter((each) => comes(each, now));
  const agreed = await agreedInCases(
    tx,
    organisation,
    toCome.map(({ caseId }) => caseId),
  );
  return listed.map((each) => heldNow({ agreed: agreed.get(each.caseId) ?? null, now, calendar }, each));
}

/** A call that was promised, and why nobody should ring then; nothing where a way is open, or there is no case yet. */
export type HeldCall = OwedInDiary & { readonly against: readonly Against[] };

/** The same of calls that were promised to the person and stand in nobody's diary. */
export async function callsAgainstNow(
  tx: Tx,
  { organisation, now, calendar }: Pick<Office, 'organisation' | 'now' | 'calendar'>,
  calls: readonly OwedInDiary[],
): Promise<readonly HeldCall[]> {
  const agreed = await agreedInCases(
    tx,
    organisation,
    calls.flatMap(({ caseId }) => caseId ?? []),
  );
  return calls.map((call) => {
    const theirs = (call.caseId && agreed.get(call.caseId)) || null;
    return { ...call, against: againstCall(theirs, { ...call, outside: [] }, now, calendar) };
  });
}

/**
 * Visits and calls to come that are not agreed any more: of those who go, and of cases that they lead, or of one case.
 * Somebody is owed a decision about each.
 */
export async function noLongerAgreedOf(
  tx: Tx,
  office: Pick<Office, 'organisation' | 'now' | 'calendar'>,
  { staffIds, caseId }: { readonly staffIds?: readonly StaffId[]; readonly caseId?: CaseId },
): Promise<readonly Held[]> {
  const whose = staffIds ? sql`and p.id = any (array(${concerning(office, staffIds)}))` : empty;
  const whichCase = caseId ? sql`and p.case_id = ${caseId}` : empty;
  const listed = await tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${office.organisation} and p.ended_at is null
      and p.ends_at >= ${office.now} ${whose} ${whichCase} order by p.starts_at, p.id limit 200`,
  );
  return (await heldAgainstNow(tx, office, listed)).filter(({ noLonger }) => noLonger.length > 0);
}

/** Each by its own index: one condition over all three would read what everybody has planned. */
function concerning(
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  staffIds: readonly StaffId[],
) {
  const ids = [...staffIds];
  const toCome = sql`o.organisation_id = ${organisation} and o.ended_at is null and o.ends_at >= ${now}`;
  return sql`select o.id from planned_contact o where ${toCome} and o.staff_id = any (${ids}::uuid[])
    union select o.id from planned_contact o where ${toCome} and o.second_staff_id = any (${ids}::uuid[])
    union select o.id from case_file l
      join planned_contact o on o.organisation_id = l.organisation_id and o.case_id = l.id
      where l.organisation_id = ${organisation} and l.lead_id = any (${ids}::uuid[]) and l.closed_at is null
        and ${toCome}`;
}
