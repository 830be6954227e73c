import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { suspectHonour } from '#modules/needs/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { rateAfterReceived, ratingOf } from '#modules/risk-level/index.ts';
import {
  below,
  type LevelStated,
  type ReceivedTool,
  type ReceivedValue,
  raisesOurs,
  receivedTitle,
  statedInWords,
} from '#modules/risk-level/pure.ts';
import type { CaseId, OrganisationId, RiskLevel } from '#rules/facts.ts';
import type { ReceivedSummary } from '../assessment.ts';

const row = z.object({
  id: id<string>(),
  tool: z.string() as unknown as z.ZodType<ReceivedTool>,
  toolName: z.string(),
  receivedFrom: z.string(),
  assessedOn: plainDate.nullable(),
  receivedAt: instant,
  scoreStated: z.string(),
  levelStated: z.string() as unknown as z.ZodType<LevelStated>,
  levelWords: z.string(),
  words: z.string(),
  handling: z.string(),
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type Received = z.infer<typeof row>;

const columns = sql`r.id, r.tool, r.tool_name as "toolName", r.received_from as "receivedFrom",
    r.assessed_on as "assessedOn", r.received_at as "receivedAt", r.score_stated as "scoreStated",
    r.level_stated as "levelStated", r.level_words as "levelWords", r.words, r.handling,
    r.corrects_id as "correctsId", (select k.id from risk_received k where k.organisation_id = r.organisation_id
      and k.corrects_id = r.id order by k.recorded_at desc limit 1) as "correctedById",
    r.recorded_at as "recordedAt", s.name as "recordedByName"
  from risk_received r left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by`;

/** What others assessed, newest first; one that was corrected says by which. */
export async function receivedOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly ReceivedSummary[]> {
  const found = await tx.rows(
    row,
    sql`select ${columns} where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      order by r.received_at desc, r.id desc limit 200`,
  );
  return found.map((received) => ({ ...received, title: receivedTitle(received) }));
}

/** One of this case; null for one of another. */
export function receivedIn(tx: Tx, organisation: OrganisationId, caseId: CaseId, receivedId: string) {
  return tx.maybe(
    row,
    sql`select ${columns} where r.organisation_id = ${organisation} and r.case_id = ${caseId} and r.id = ${receivedId}`,
  );
}

export interface NewReceived extends ReceivedValue {
  readonly caseId: CaseId;
  /** The one that it puts right. */
  readonly correctsId: string | null;
}

/** What came of it: its id, and the level that it raised ours to; null: it raised none. */
export interface Recorded {
  readonly id: string;
  readonly raisedTo: RiskLevel | null;
}

/**
 * Keeps what somebody else found, as they stated it. Medium or high raises our level where that is lower, and somebody
 * here judges it: then the risk was assessed. An all-clear of somebody else's, and what nobody here can weigh, keep no
 * promise: the risk is owed an assessment as before.
 */
export async function recordReceived(tx: Tx, office: Office, received: NewReceived): Promise<Recorded> {
  const { organisation, staff, now } = office;
  const { caseId, receivedAt, correctsId } = received;
  const receivedId = newId<string>();
  if (received.tool === 'honour_based')
    await suspectHonour(tx, office, { caseId, why: `A screen from ${received.receivedFrom}` });
  await Promise.all([
    happened(tx, office, {
      name: raisesOurs(received) ? 'risk.received' : 'risk.received-unweighed',
      caseId,
      subjectId: receivedId,
      happenedAt: receivedAt,
      data: { tool: received.tool, level: received.levelStated },
    }),
    tx.run(sql`insert into risk_received (organisation_id, id, case_id, tool, tool_name, received_from, assessed_on,
        received_at, score_stated, level_stated, level_words, words, handling, corrects_id, recorded_at, recorded_by)
      values (${organisation}, ${receivedId}, ${caseId}, ${received.tool}, ${received.toolName},
        ${received.receivedFrom}, ${received.assessedOn}, ${receivedAt}, ${received.scoreStated},
        ${received.levelStated}, ${received.levelWords}, ${received.words}, ${received.handling}, ${correctsId},
        ${now}, ${staff})`),
    addEntry(tx, office, {
      caseId,
      kind: 'risk',
      happenedAt: receivedAt,
      knownAt: receivedAt,
      source: 'agency',
      words: inWords(received),
      subjectId: receivedId,
    }),
  ]);
  const { levelStated } = received;
  // However it is graded, somebody here reads it; only a plain “standard” calls for nothing new.
  if (levelStated !== 'standard')
    await triggerReview(tx, office, {
      caseId,
      trigger: 'information',
      at: receivedAt,
      subjectId: receivedId,
    });
  const before = await ratingOf(tx, organisation, caseId);
  const level = await rateAfterReceived(tx, office, caseId, raises(received));
  return { id: receivedId, raisedTo: below(before?.level ?? null, level) ? level : null };
}

/** By its level, its name, or the number of a MeRIT, which nobody here leaves unread. */
function raises(received: NewReceived): boolean {
  return raisesOurs(received) || (received.tool === 'merit' && /\d/.test(received.scoreStated));
}

function inWords(received: NewReceived): string {
  const first = received.correctsId ? 'A received assessment put right' : 'An assessment was received';
  const handling = received.handling && `\n\nHandling: ${received.handling}`;
  return `${first}: ${receivedTitle(received)}, from ${received.receivedFrom}. ${statedInWords(received)}${handling}`;
}
