import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { settleProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import { allowed, type CaseId, type Verdict } from '#rules/facts.ts';
import { labelOf, type TenancyType } from '#rules/words.ts';
import { notNow } from '../deciding.ts';
import { answers, type OfferAnswer } from '../kinds.ts';
import { keepsTenure, securityInWords, securityOf, type TimeCounts } from '../security.ts';
import { forTheTeam } from '../words.ts';
import { goesOn, loadMove, loadOffer } from './load.ts';
import { lesserProposals, type Offer } from './rows.ts';

export interface NewOffer {
  readonly caseId: CaseId;
  readonly moveId: string;
  readonly home: string;
  readonly landlord: string;
  readonly offeredOn: Temporal.PlainDate;
  readonly heldType: TenancyType;
  readonly offeredType: TenancyType;
  readonly timeCounts: TimeCounts;
  readonly words: string;
}

/** A home is offered. Where it is enters no chronology, of which others may be given a copy. @returns its id */
export async function recordOffer(tx: Tx, office: Office, offer: NewOffer): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, moveId, home, landlord, offeredOn, heldType, offeredType, timeCounts, words } = offer;
  const { move } = await loadMove(tx, office, caseId, moveId);
  goesOn(move);
  const security = securityOf(heldType, offeredType, timeCounts);
  const offerId = newId<string>();
  await tx.run(sql`insert into home_offer (organisation_id, id, case_id, move_id, home, landlord, offered_on, held_type,
      offered_type, time_counts, security, words, recorded_at, recorded_by)
    values (${organisation}, ${offerId}, ${caseId}, ${moveId}, ${home}, ${landlord}, ${offeredOn}, ${heldType},
      ${offeredType}, ${timeCounts}, ${security}, ${words}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, offeredOn);
  const data = { why: `offer_${security}` };
  await happened(tx, office, { name: 'move.offered', caseId, subjectId: offerId, happenedAt, data });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, source: 'record', caseId, happenedAt, knownAt: happenedAt, subjectId: offerId },
    words: `A home was offered. ${securityInWords[security]}.`,
  });
  return offerId;
}

/** A home of lesser, or not known, security is accepted only once a manager has decided (V4.3e). */
export function mayAccept({ security, lesser }: Pick<Offer, 'security' | 'lesser'>): Verdict {
  if (keepsTenure(security) || lesser[0]?.decision === 'approved') return allowed;
  return notNow(
    'It is not known to be as secure as what they hold. Write down first that they agree, knowing what they would ' +
      'lose; then a manager decides.',
  );
}

export interface NewAnswer {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly answer: OfferAnswer;
  readonly answeredOn: Temporal.PlainDate;
  readonly words: string;
}
const tells: Readonly<Record<OfferAnswer, CaseEventName>> = {
  accepted: 'move.offer-accepted',
  refused_safety: 'move.offer-refused-for-safety',
  refused_other: 'move.offer-refused',
  not_said: 'move.offer-refused',
  taken_back: 'move.offer-taken-back',
};

/** What they say to an offer. The last answer stands. */
export async function answerOffer(tx: Tx, office: Office, given: NewAnswer): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, offerId, answer, answeredOn, words } = given;
  const { move, offer } = await loadOffer(tx, office, caseId, offerId);
  goesOn(move);
  if (answer === 'accepted') insist(mayAccept(offer));
  await tx.run(sql`insert into home_offer_answer (organisation_id, id, case_id, offer_id, answer, answered_on, words,
      recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${offerId}, ${answer}, ${answeredOn}, ${words}, ${now},
      ${staff})`);
  const happenedAt = whenItHappened(office, answeredOn);
  const data = { why: `answer_${answer}` };
  await happened(tx, office, { name: tells[answer], caseId, subjectId: offerId, happenedAt, data });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: offerId },
    words: `What they say to a home that was offered: ${labelOf(answers, answer)}. ${words}`.trim(),
  });
  const waiting = offer.lesser.find(({ decision }) => decision === null);
  if (!waiting) return;
  const why = 'They have answered the offer.';
  if (await settleProposal(tx, office, lesserProposals, waiting, { decision: 'withdrawn', why }))
    await happened(tx, office, { name: 'move.lesser-withdrawn', caseId, subjectId: offerId });
}
