import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { tenancyTypes, valuesOf } from '#rules/words.ts';
import { lesserKind } from '../deciding.ts';
import { answers, type StepKind } from '../kinds.ts';
import { securities } from '../security.ts';

export const lesserProposals = proposalsIn(sql`home_offer_lesser`, lesserKind);

const recorded = { id: z.uuid(), recordedAt: instant, recordedByName: z.string().nullable() };

const moveRow = z.object({
  ...recorded,
  caseId: id<CaseId>(),
  kind: z.string(),
  wishedOn: plainDate,
  words: z.string(),
  bedrooms: z.number().nullable(),
  adaptations: z.string(),
  schools: z.string(),
  withWhom: z.string(),
});
const stepRow = z.object({
  ...recorded,
  moveId: z.uuid(),
  step: z.string() as unknown as z.ZodType<StepKind>,
  dayOn: plainDate,
  who: z.string(),
  outcome: z.string(),
  words: z.string(),
});
const offerRow = z.object({
  ...recorded,
  moveId: z.uuid(),
  home: z.string(),
  landlord: z.string(),
  offeredOn: plainDate,
  heldType: z.enum(valuesOf(tenancyTypes)),
  offeredType: z.enum(valuesOf(tenancyTypes)),
  timeCounts: z.enum(['', 'yes', 'no', 'not_known']),
  security: z.enum(securities),
  words: z.string(),
});
const answerRow = z.object({
  ...recorded,
  offerId: z.uuid(),
  answer: z.enum(valuesOf(answers)),
  answeredOn: plainDate,
  words: z.string(),
});
const lesserRow = z.object({
  ...proposalRow(lesserKind),
  offerId: z.uuid(),
  words: z.string(),
  askedOn: plainDate,
  legal: z.enum(['wants', 'had', 'not_wanted']),
  why: z.string(),
});

export type MoveStep = Readonly<z.infer<typeof stepRow>>;
export type AnswerRow = Readonly<z.infer<typeof answerRow>>;
export type LesserRow = Readonly<z.infer<typeof lesserRow>>;

/** A home that was offered, with what they said to it and what a manager decided, the newest of each first. */
export interface Offer extends Readonly<z.infer<typeof offerRow>> {
  readonly answers: readonly AnswerRow[];
  readonly lesser: readonly LesserRow[];
}

/** A move with everything about it: its steps the oldest first, its offers the newest first. */
export interface Move extends Readonly<z.infer<typeof moveRow>> {
  readonly steps: readonly MoveStep[];
  readonly offers: readonly Offer[];
  /** How many rows there are of it: a form that saw fewer was second. */
  readonly revision: number;
}

/** The moves of a case, the latest first; only behind its wall. */
export async function movesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Move[]> {
  const by = sql`r.id, r.recorded_at as "recordedAt", s.name as "recordedByName"`;
  const ofCase = sql`r left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by
    where r.organisation_id = ${organisation} and r.case_id = ${caseId}`;
  const [moves, steps, offers, answered, lesser] = await Promise.all([
    tx.rows(
      moveRow,
      sql`select ${by}, r.case_id as "caseId", r.kind, r.wished_on as "wishedOn", r.words, r.bedrooms, r.adaptations,
          r.schools, r.with_whom as "withWhom"
        from home_move ${ofCase} order by r.recorded_at desc, r.id desc limit 50`,
    ),
    tx.rows(
      stepRow,
      sql`select ${by}, r.move_id as "moveId", r.step, r.day_on as "dayOn", r.who, r.outcome, r.words
        from home_move_step ${ofCase} order by r.recorded_at, r.id`,
    ),
    tx.rows(
      offerRow,
      sql`select ${by}, r.move_id as "moveId", r.home, r.landlord, r.offered_on as "offeredOn",
          r.held_type as "heldType", r.offered_type as "offeredType", r.time_counts as "timeCounts", r.security, r.words
        from home_offer ${ofCase} order by r.recorded_at desc, r.id desc`,
    ),
    tx.rows(
      answerRow,
      sql`select ${by}, r.offer_id as "offerId", r.answer, r.answered_on as "answeredOn", r.words
        from home_offer_answer ${ofCase} order by r.recorded_at desc, r.id desc`,
    ),
    tx.rows(
      lesserRow,
      sql`select ${proposalColumns(lesserProposals)}, p.offer_id as "offerId", p.words, p.asked_on as "askedOn",
          p.legal, p.why
        from ${proposalTable(lesserProposals)}
        where p.organisation_id = ${organisation} and p.case_id = ${caseId} order by p.proposed_at desc, p.id desc`,
    ),
  ]);
  const offersOf = (moveId: string) =>
    offers
      .filter((each) => each.moveId === moveId)
      .map((each) => ({
        ...each,
        answers: answered.filter(({ offerId }) => offerId === each.id),
        lesser: lesser.filter(({ offerId }) => offerId === each.id),
      }));
  return moves.map((move) => {
    const all = { steps: steps.filter(({ moveId }) => moveId === move.id), offers: offersOf(move.id) };
    const ofOffers = all.offers.map(
      (each) =>
        1 +
        each.answers.length +
        each.lesser.length +
        each.lesser.filter(({ decision }) => decision !== null).length,
    );
    return { ...move, ...all, revision: all.steps.length + ofOffers.reduce((sum, each) => sum + each, 0) };
  });
}
