import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { agreedInCases } from '#modules/agreement/index.ts';
import { surroundingsOf } from '#modules/case-file/pure.ts';
import type { Held as HeldBecause } from '#rules/against-post.ts';
import { today } from '#rules/calendar.ts';
import { againstCall } from '#rules/call-still-agreed.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Against } from '#rules/gate.ts';
import { mayMeet } from '#rules/may-meet.ts';
import type { AgreedNow } from '#rules/no-longer-agreed.ts';
import { whoWent } from '../lone-working.ts';
import type { OwedInDiary } from './owed-calls.ts';
import { fromListed, type Listed, listedColumns, listedRow } from './rows.ts';

/** A visit or a call with why it is held; nothing where it may go on, or is over. */
export type Held<L extends Listed = Listed> = L & { readonly noLonger: readonly HeldBecause[] };

type At = Pick<Office, 'organisation' | 'now' | 'calendar'>;
type InCase = { readonly agreed: AgreedNow | null } & Pick<Office, 'now' | 'calendar'>;

/** Of a case whose agreement is at hand: decided anew each time that somebody looks. */
export function heldNow<L extends Listed>(inCase: InCase, listed: L): Held<L> {
  return { ...listed, noLonger: comes(listed, inCase.now) ? why(inCase, listed) : [] };
}

function why({ agreed, now, calendar }: InCase, listed: Listed): readonly HeldBecause[] {
  const around = surroundingsOf(listed.around, today({ now, calendar }));
  const booking = { ...listed, staffIds: whoWent(listed) };
  const meeting = mayMeet(booking, { agreement: agreed, around, calendar });
  return meeting.decision === 'hold' ? meeting.reasons : [];
}

function comes({ endedHow, endsAt }: Listed, now: Temporal.Instant): boolean {
  return endedHow === null && Temporal.Instant.compare(endsAt, now) >= 0;
}

/** Holds what is to come against what is agreed now, whichever cases it is of: one more round trip, where any is. */
export async function heldAgainstNow<L extends Listed>(
  tx: Tx,
  { organisation, now, calendar }: At,
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
  { organisation, now, calendar }: At,
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

/** Visits and calls to come in a case that are not agreed any more: somebody is owed a decision about each. */
export async function noLongerAgreedIn(tx: Tx, office: At, caseId: CaseId): Promise<readonly Held[]> {
  const listed = await tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${office.organisation}
      and p.case_id = ${caseId} and p.ended_at is null and p.ends_at >= ${office.now}
      order by p.starts_at, p.id limit 200`,
  );
  return noLonger(await heldAgainstNow(tx, office, listed));
}

export function noLonger(held: readonly Held[]): readonly Held[] {
  return held.filter(({ noLonger: reasons }) => reasons.length > 0);
}
