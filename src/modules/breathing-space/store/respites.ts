import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { openFile, setDebtRespite } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { respiteUntil } from '#rules/may-go-to-court.ts';
import { dateInWords } from '#rules/moment.ts';
import { forTheTeam } from '../words.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(['standard', 'mental_health']),
  startedOn: plainDate,
  adviser: z.string(),
  reference: z.string(),
  treatmentEndedOn: plainDate.nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  endedOn: plainDate.nullable(),
  endedWhy: z.string(),
  version: z.number(),
});
export type Respite = Readonly<z.infer<typeof row>>;

/** What is on record of the Debt Respite Scheme in a case, the latest first. */
export function respitesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Respite[]> {
  return tx.rows(
    row,
    sql`select r.id, r.kind, r.started_on as "startedOn", r.adviser, r.reference,
        r.treatment_ended_on as "treatmentEndedOn", r.recorded_at as "recordedAt", s.name as "recordedByName",
        r.ended_on as "endedOn", r.ended_why as "endedWhy", r.version
      from debt_respite r
      left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by
      where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      order by r.started_on desc, r.id desc limit 50`,
  );
}

export interface NewRespite
  extends Pick<Respite, 'kind' | 'startedOn' | 'adviser' | 'reference' | 'treatmentEndedOn'> {
  readonly caseId: CaseId;
  readonly words: string;
}

/** An adviser had it entered on the register; we write down what they told us. */
export async function recordRespite(tx: Tx, office: Office, respite: NewRespite): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, startedOn, adviser, reference, treatmentEndedOn, words } = respite;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into debt_respite (organisation_id, id, case_id, kind, started_on, adviser, reference,
      treatment_ended_on, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${kind}, ${startedOn}, ${adviser}, ${reference}, ${treatmentEndedOn},
      ${now}, ${staff})`);
  await keepOnRow(tx, office, caseId);
  await happened(tx, office, { name: 'debt-respite.recorded', caseId, subjectId: id });
  const until = respiteUntil(respite);
  const reaches = until ? `to ${dateInWords(until)}` : 'for as long as treatment goes on, and 30 days more';
  await addEntry(tx, office, {
    ...{ ...forTheTeam, kind: 'agency', caseId, happenedAt: now, knownAt: now, subjectId: id },
    words:
      `Debt Respite Scheme, from ${dateInWords(startedOn)} ${reaches}. ${adviser}, ${reference}. ${words}`.trim(),
  });
  return id;
}

export type RespiteChange = { readonly why: string } & (
  | { readonly change: 'treatment_ended'; readonly on: Temporal.PlainDate }
  | { readonly change: 'ended'; readonly on: Temporal.PlainDate }
);

/** Treatment ended, or the adviser or a court ended it before its time. Throws `stale` where somebody was first. */
export async function changeRespite(
  tx: Tx,
  office: Office,
  {
    caseId,
    respite,
    ...changed
  }: RespiteChange & { caseId: CaseId; respite: Pick<Respite, 'id' | 'version'> },
): Promise<void> {
  const { organisation, staff, now } = office;
  const change =
    changed.change === 'ended'
      ? sql`ended_on = ${changed.on}, ended_why = ${changed.why}, ended_at = ${now}, ended_by = ${staff}`
      : sql`treatment_ended_on = ${changed.on}`;
  const done = await tx.run(sql`update debt_respite set ${change}, version = version + 1
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${respite.id}
      and version = ${respite.version} and ended_on is null`);
  if (done === 0) throw new Fault('stale');
  await keepOnRow(tx, office, caseId);
  await happened(tx, office, { name: 'debt-respite.changed', caseId, subjectId: respite.id });
  const what = changed.change === 'ended' ? 'It ended' : 'Treatment ended';
  await addEntry(tx, office, {
    ...{ ...forTheTeam, kind: 'agency', caseId, happenedAt: now, knownAt: now, subjectId: respite.id },
    words: `Debt Respite Scheme. ${what} on ${dateInWords(changed.on)}. ${changed.why}`.trim(),
  });
}

const open = Temporal.PlainDate.from('9999-12-31');

/** From the first to the last day of those that are not over, on the case’s row, where look-ups read it. */
async function keepOnRow(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const day = today(office);
  const days = (await respitesOf(tx, office.organisation, caseId))
    .map((each) => {
      const until = respiteUntil(each) ?? open;
      const last = each.endedOn && earlier(each.endedOn.subtract({ days: 1 }), until);
      return { from: each.startedOn, until: last ?? until };
    })
    .filter(({ from, until }) => isUpTo(from, until) && isUpTo(day, until));
  const first = days.map(({ from }) => from).toSorted(Temporal.PlainDate.compare)[0] ?? null;
  const until =
    days
      .map((each) => each.until)
      .toSorted(Temporal.PlainDate.compare)
      .at(-1) ?? null;
  await setDebtRespite(tx, office, { caseId, from: first, until });
}

function isUpTo(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) <= 0;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return isUpTo(one, other) ? one : other;
}
