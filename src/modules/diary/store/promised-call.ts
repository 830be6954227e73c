import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { surroundingsNow } from '#modules/case-file/index.ts';
import { surroundingsOf } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Dropping } from '../appointment.ts';
import { checkPlan } from '../check.ts';
import { plannedOf } from './appointments.ts';
import { cancelContact, keepContact, planContact } from './plan.ts';

export interface PromisedCall {
  readonly caseId: CaseId;
  /** Who rings: whoever leads the case or, until somebody does, whoever opened it. */
  readonly staffId: StaffId;
  readonly at: Temporal.Instant;
}

const lasts = { minutes: 30 };

/**
 * A call that was promised stands in the diary of its case, checked like every other. Where no safe way to
 * ring is known, or that time was ruled out, nobody is sent to ring: the chronology says that it is still owed.
 * @returns its id; null where it could not be planned
 */
export async function planPromisedCall(tx: Tx, office: Office, call: PromisedCall): Promise<string | null> {
  const { caseId, staffId, at } = call;
  const [agreed, known] = await Promise.all([
    agreedIn(tx, office.organisation, caseId),
    surroundingsNow(tx, office.organisation, caseId),
  ]);
  const plan = {
    channel: 'call',
    over: 'first',
    purpose: 'first_talk',
    startsAt: at,
    endsAt: at.add(lasts),
    interpreter: 'not_needed',
    ...{ staffId, secondStaffId: null },
  } as const;
  const around = surroundingsOf(known.call, today(office));
  const check = checkPlan(plan, { agreed, around, gender: undefined, calendar: office.calendar });
  if (check.verdict === 'shut') {
    await addEntry(tx, office, { ...stillOwed(office, at), caseId });
    return null;
  }
  return planContact(
    tx,
    { ...office, staff: office.staff ?? staffId },
    {
      ...{ ...plan, caseId, place: '', alsoThere: '', checkInBy: null },
      ...{
        loneWorking: false,
        twoPeople: false,
        twoPeopleWhy: '',
        safeContactId: agreed?.id ?? null,
        agreedWayId: null,
      },
      against: check.verdict === 'open' ? [] : check.against,
      outsideWhy: check.verdict === 'open' ? '' : 'This time was promised to them.',
    },
  );
}

function stillOwed({ now, calendar }: Office, at: Temporal.Instant) {
  const words =
    `A call was promised for ${momentInWords(at, calendar)}. It is not in the diary: no safe way to ring then is ` +
    'known. It is still owed: find out what is safe, then plan it.';
  return {
    kind: 'action',
    source: 'record',
    happenedAt: now,
    knownAt: now,
    words,
    disclosableTo: [],
  } as const;
}

type By = Office & { readonly staff: StaffId };
interface OfDiary {
  readonly caseId: CaseId;
  readonly plannedId: string;
}

/** It was rung, and the contact says so: nobody has to say once more that it took place. */
export async function callTookPlace(tx: Tx, office: By, { caseId, plannedId }: OfDiary): Promise<void> {
  const planned = await plannedOf(tx, office.organisation, caseId, plannedId);
  if (planned && planned.endedHow === null) await keepContact(tx, office, planned);
}

/** They said in a contact that it is for another time, or for none. */
export async function dropPromisedCall(
  tx: Tx,
  office: By,
  { caseId, plannedId }: OfDiary,
  reason: Dropping,
): Promise<void> {
  const planned = await plannedOf(tx, office.organisation, caseId, plannedId);
  if (planned && planned.endedHow === null) await cancelContact(tx, office, planned, { reason, words: '' });
}
