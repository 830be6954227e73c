import { z } from 'zod';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type KindOfOffer, kindOf } from '../kinds.ts';
import { lookAnswers } from '../looks.ts';
import {
  type Answer,
  answers,
  type Deed,
  deeds,
  type Ending,
  endings,
  isAnswer,
  isToldByContractor,
  type OfferState,
  type StepName,
  stateOf,
} from '../offer.ts';
import type { OfferKind } from '../offer-kind.ts';
import { type Destination, destinations } from '../where-it-goes.ts';

const offerRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  kind: z.string() as unknown as z.ZodType<KindOfOffer>,
  what: z.string(),
  broughtUp: z.boolean(),
  offeredOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});

const values = <V extends string>(choices: readonly { readonly value: V }[]) =>
  choices.map(({ value }) => value) as [V, ...V[]];

const stepRow = z.object({
  id: z.uuid(),
  offerId: z.uuid(),
  number: z.number(),
  step: z.enum([
    ...values(answers),
    ...(deeds as unknown as [Deed, ...Deed[]]),
    ...values(lookAnswers),
    'details',
    'struck',
  ]),
  happenedOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  way: z.string(),
  whom: z.string(),
  words: z.string(),
  dayOn: plainDate.nullable(),
  pence: z.number().nullable(),
  answers: z.record(z.string(), z.string()),
  shareId: z.uuid().nullable(),
  worksOrderId: z.uuid().nullable(),
  costId: z.uuid().nullable(),
  fundId: z.uuid().nullable(),
  goes: z.enum(['', ...values(destinations)]) as z.ZodType<Destination | ''>,
  opens: z.string(),
  ending: z.enum(['', ...values(endings)]) as z.ZodType<Ending | ''>,
  strikesId: z.uuid().nullable(),
});
export type StepRow = z.infer<typeof stepRow>;

/** A step that says how an offer stands, and whether it was recorded in error. */
export interface OfferStep extends Omit<StepRow, 'step'> {
  readonly step: StepName;
  /** The row that struck it out, with its reason. */
  readonly struckBy: StepRow | null;
  readonly struck: boolean;
}

/** An offer with everything that was said and done, as it stands now. */
export interface Offer extends z.infer<typeof offerRow> {
  readonly kindOf: OfferKind;
  readonly state: OfferState;
  readonly toldByContractor: boolean;
  /** The newest answer that stands. */
  readonly answer: Answer;
  readonly steps: readonly OfferStep[];
  /** What was asked about it, answered last. */
  readonly details: Readonly<Record<string, string>>;
  /** How many rows there are of it: a form that saw fewer was second. */
  readonly revision: number;
}

/** The offers of a case with all their steps, in the order in which they were made; only behind its wall. */
export async function offersOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Offer[]> {
  const [offers, steps] = await Promise.all([
    tx.rows(
      offerRow,
      sql`select o.id, o.case_id as "caseId", o.kind, o.what, o.brought_up as "broughtUp",
          o.offered_on as "offeredOn", o.recorded_at as "recordedAt", s.name as "recordedByName"
        from support_offer o
        left join staff s on s.organisation_id = o.organisation_id and s.id = o.recorded_by
        where o.organisation_id = ${organisation} and o.case_id = ${caseId} order by o.recorded_at, o.id`,
    ),
    tx.rows(
      stepRow,
      sql`select p.id, p.offer_id as "offerId", p.number, p.step, p.happened_on as "happenedOn",
          p.recorded_at as "recordedAt", s.name as "recordedByName", p.way, p.whom, p.words, p.day_on as "dayOn",
          p.pence, p.answers, p.share_id as "shareId", p.works_order_id as "worksOrderId", p.cost_id as "costId",
          p.fund_id as "fundId", p.goes, p.opens, p.ending, p.strikes_id as "strikesId"
        from support_step p
        left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
        where p.organisation_id = ${organisation} and p.case_id = ${caseId} order by p.offer_id, p.number`,
    ),
  ]);
  return offers.map((offer) =>
    standing(
      offer,
      steps.filter(({ offerId }) => offerId === offer.id),
    ),
  );
}

/** One offer of this case; null for one of another, or where there is none. */
export async function offerOf(tx: Tx, organisation: OrganisationId, caseId: CaseId, offerId: string) {
  return (await offersOf(tx, organisation, caseId)).find((each) => each.id === offerId) ?? null;
}

function standing(offer: z.infer<typeof offerRow>, rows: readonly StepRow[]): Offer {
  const steps = rows.flatMap((row): readonly OfferStep[] => {
    const { step } = row;
    if (step === 'details' || step === 'struck') return [];
    const struckBy = rows.find(({ strikesId }) => strikesId === row.id) ?? null;
    return [{ ...row, step, struckBy, struck: struckBy !== null }];
  });
  const delivered = steps.findLast(({ step, struck }) => !struck && step === 'delivered');
  const answered = steps.findLast((each) => !each.struck && isAnswer(each.step));
  return {
    ...offer,
    kindOf: kindOf(offer.kind),
    state: stateOf(steps),
    toldByContractor: delivered !== undefined && isToldByContractor(delivered),
    answer: (answered?.step ?? 'not_asked') as Answer,
    steps,
    details: rows.findLast(({ step }) => step === 'details')?.answers ?? {},
    revision: rows.length,
  };
}
