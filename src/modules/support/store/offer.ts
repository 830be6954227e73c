import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { KindOfOffer } from '../kinds.ts';
import { type Answer, mayOffer } from '../offer.ts';
import { overtakeCost } from './costs.ts';
import { offerOf, offersOf } from './rows.ts';
import { writeStep } from './write-step.ts';

export interface NewAnswer {
  readonly caseId: CaseId;
  readonly answer: Answer;
  /** What they said, verbatim. */
  readonly ownWords: string;
  readonly offeredOn: Temporal.PlainDate;
  /** How it was said; '' where that is not known. */
  readonly way?: string;
  /** Where they want time: the day on which we ask again, as they agreed; null: they say when. */
  readonly askOn?: Temporal.PlainDate | null;
}

export interface NewOffer extends NewAnswer {
  readonly kind: KindOfOffer;
  readonly what: string;
  /** They declined it once, and brought it up themselves. */
  readonly broughtUp?: boolean;
}

/** Something was offered, and what they decided about it (V3.4, L2.1c). @returns its id */
export async function offerSupport(tx: Tx, office: Office, offer: NewOffer): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, what, offeredOn, broughtUp = false, answer } = offer;
  insist(mayOffer(kind, what, await offersOf(tx, organisation, caseId), broughtUp));
  const offerId = newId<string>();
  await tx.run(sql`insert into support_offer (organisation_id, id, case_id, kind, what, brought_up, offered_on,
      recorded_at, recorded_by)
    values (${organisation}, ${offerId}, ${caseId}, ${kind}, ${what}, ${broughtUp}, ${offeredOn}, ${now}, ${staff})`);
  const data = { kind, answer };
  await happened(tx, office, { name: 'plan.option-offered', caseId, subjectId: offerId, data });
  await writeStep(tx, office, { id: offerId, caseId, kind, what, broughtUp, revision: 0 }, answerStep(offer));
  return offerId;
}

/** They changed their mind, or decided after a while: beside the earlier answer, which stays. */
export async function answerOffer(
  tx: Tx,
  office: Office,
  { offerId, ...answer }: NewAnswer & { readonly offerId: string },
): Promise<void> {
  const offer = await offerOf(tx, office.organisation, answer.caseId, offerId);
  if (!offer) throw notFound();
  if (answer.answer !== 'taken') await overtakeCost(tx, office, offer);
  await writeStep(tx, office, { ...offer, broughtUp: false }, answerStep(answer));
}

function answerStep({ answer, ownWords, offeredOn, way = '', askOn = null }: NewAnswer) {
  return { step: answer, happenedOn: offeredOn, words: ownWords, way, dayOn: askOn } as const;
}
