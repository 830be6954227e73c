import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { planPromisedCall } from '#modules/diary/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { PromisedTo } from '#rules/call-still-agreed.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { countsFrom } from '../promised-call.ts';
import { endedInWords } from '../words.ts';
import { callsOf } from './rows.ts';

export interface NewCall {
  readonly disclosureId?: DisclosureId | null;
  /** Null until what was told is a case. */
  readonly caseId: CaseId | null;
  readonly to: PromisedTo;
  readonly at: Temporal.Instant;
  /** When it was promised. */
  readonly promisedAt: Temporal.Instant;
}

/** Somebody was told when we ring: it is owed at that time, whenever this is written down. @returns its id */
export async function promiseCall(tx: Tx, office: Office, call: NewCall): Promise<string> {
  const { disclosureId = null, caseId, to, at, promisedAt } = call;
  const { organisation, staff, now } = office;
  const id = newId<string>();
  await tx.run(sql`insert into promised_call (organisation_id, id, disclosure_id, case_id, to_whom, at, counts_from,
      promised_at, promised_by, recorded_at)
    values (${organisation}, ${id}, ${disclosureId}, ${caseId}, ${to}, ${at},
      ${countsFrom(office.pack, { at, promisedAt })}, ${promisedAt}, ${staff}, ${now})`);
  const subject = caseId ? { caseId } : { disclosureId };
  await happened(tx, office, {
    ...{ name: 'call.promised', subjectId: id, recurs: true, happenedAt: promisedAt, agreedDue: at },
    ...subject,
  });
  if (caseId) await intoTheDiary(tx, office, { ...call, id, caseId });
  return id;
}

/** What was told became a case: so did the calls that were promised, each in the diary or in the chronology. */
export async function callsIntoCase(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<void> {
  const calls = await callsOf(tx, office.organisation, { disclosureId });
  await tx.run(sql`update promised_call set case_id = ${caseId}
    where organisation_id = ${office.organisation} and disclosure_id = ${disclosureId} and case_id is null`);
  for (const call of calls) {
    if (call.endedHow === null) await intoTheDiary(tx, office, { ...call, caseId });
    else await addEntry(tx, office, { ...ofTheTeam(office), caseId, words: endedInWords(call, office) });
  }
}

/**
 * In the diary of whoever leads the case or, until somebody does, of whoever acts. One that was promised to somebody
 * else, or for a time that has passed, is an entry: it is owed all the same.
 */
async function intoTheDiary(
  tx: Tx,
  office: Office,
  { id, caseId, to, at }: Pick<NewCall, 'to' | 'at'> & { readonly id: string; readonly caseId: CaseId },
): Promise<void> {
  const staffId = (await openFile(tx, office.organisation, caseId))?.leadId ?? office.staff;
  const ahead = Temporal.Instant.compare(at, office.now) > 0;
  if (to === 'person' && staffId && ahead) {
    const plannedId = await planPromisedCall(tx, office, { caseId, staffId, at });
    await tx.run(sql`update promised_call set planned_id = ${plannedId}
      where organisation_id = ${office.organisation} and id = ${id}`);
    return;
  }
  const whom = to === 'person' ? 'The person' : 'Whoever told us';
  const words = `${whom} was promised a call for ${momentInWords(at, office.calendar)}.`;
  await addEntry(tx, office, { ...ofTheTeam(office), caseId, words });
}

function ofTheTeam({ now }: Office) {
  return { kind: 'action', source: 'record', happenedAt: now, knownAt: now, disclosableTo: [] } as const;
}
