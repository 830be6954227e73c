import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, type OrganisationId, refused } from '#rules/facts.ts';
import { type Feared, fearedAnswers, mayBeWithThem, mayIssue } from '../stock.ts';
import { backInWords, lossInWords } from '../words.ts';
import { offerOf } from './rows.ts';
import { moveItem, type StockItem, stockItem, strikeMove } from './stock.ts';

const loanRow = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  issueId: z.uuid(),
  deliveryId: z.uuid(),
  offerId: z.uuid(),
});

const lossRow = z.object({
  id: z.uuid(),
  loanId: z.uuid(),
  happenedOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  feared: z.enum(fearedAnswers.map(({ value }) => value) as [Feared, ...Feared[]]),
  way: z.string(),
  words: z.string(),
  shut: z.boolean(),
});
export type Loss = z.infer<typeof lossRow>;

/** An item that was issued for an offer, as it stands now, and what was said of it when it was lost. */
export interface Loan extends z.infer<typeof loanRow> {
  readonly item: StockItem;
  /** It is still this loan: it did not come back, nor was it given to anybody else since. */
  readonly out: boolean;
  readonly losses: readonly Loss[];
}

/** What was issued for this offer, the latest first; only behind the wall of its case. */
export async function loansOf(
  tx: Tx,
  organisation: OrganisationId,
  offerId: string,
): Promise<readonly Loan[]> {
  const [loans, losses] = await Promise.all([
    tx.rows(
      loanRow,
      sql`select l.id, l.item_id as "itemId", l.issue_id as "issueId", l.delivery_id as "deliveryId",
          l.offer_id as "offerId"
        from stock_loan l join stock_step p on p.organisation_id = l.organisation_id and p.id = l.issue_id
        where l.organisation_id = ${organisation} and l.offer_id = ${offerId}
        order by p.recorded_at desc, l.id desc limit 20`,
    ),
    tx.rows(
      lossRow,
      sql`select x.id, x.loan_id as "loanId", x.happened_on as "happenedOn", x.recorded_at as "recordedAt",
          s.name as "recordedByName", x.feared, x.way, x.words,
          num_nonnulls(x.safe_contact_id, x.agreed_way_id) > 0 as shut
        from stock_loss x join stock_loan l on l.organisation_id = x.organisation_id and l.id = x.loan_id
        left join staff s on s.organisation_id = x.organisation_id and s.id = x.recorded_by
        where x.organisation_id = ${organisation} and l.offer_id = ${offerId} order by x.recorded_at, x.id`,
    ),
  ]);
  const found: Loan[] = [];
  for (const loan of loans) {
    const item = await stockItem(tx, organisation, loan.itemId);
    if (!item) continue;
    const issues = item.steps.filter(({ step, struck }) => step === 'issued' && !struck);
    const out = issues.at(-1)?.id === loan.issueId && (item.state === 'issued' || item.state === 'lost');
    found.push({ ...loan, item, out, losses: losses.filter(({ loanId }) => loanId === loan.id) });
  }
  return found;
}

/** It goes to them: that is the delivery of the offer, recorded before. */
export async function issueItem(
  tx: Tx,
  office: Office,
  loan: {
    readonly caseId: CaseId;
    readonly offerId: string;
    readonly deliveryId: string;
    readonly itemId: string;
  },
  happenedOn: Temporal.PlainDate,
): Promise<void> {
  const [item, offer] = await Promise.all([
    stockItem(tx, office.organisation, loan.itemId),
    offerOf(tx, office.organisation, loan.caseId, loan.offerId),
  ]);
  if (!item || !offer) throw notFound();
  if (item.kind !== offer.kind)
    insist(refused('It is of another kind than what they would like.', 'records'));
  insist(mayIssue(item.state, item.testOn, today(office)));
  const issueId = await moveItem(tx, office, item, { step: 'issued', happenedOn });
  await tx.run(sql`insert into stock_loan (organisation_id, id, case_id, offer_id, item_id, issue_id, delivery_id)
    values (${office.organisation}, ${newId<string>()}, ${loan.caseId}, ${loan.offerId}, ${item.id}, ${issueId},
      ${loan.deliveryId})`);
}

/** The delivery was recorded in error: what was issued with it never left, unless more became of it since. */
export async function issuedInError(
  tx: Tx,
  office: Office,
  offerId: string,
  deliveryId: string,
  reason: string,
): Promise<void> {
  const loan = (await loansOf(tx, office.organisation, offerId)).find(
    (each) => each.deliveryId === deliveryId,
  );
  if (!loan) return;
  const last = loan.item.steps.findLast(({ struck }) => !struck);
  if (last?.id !== loan.issueId)
    insist(
      refused(`More became of ${loan.item.number} since. Correct that first, under Work, Stock.`, 'records'),
    );
  await strikeMove(tx, office, loan.item, { stepId: loan.issueId, reason, on: today(office) });
}

export interface Back {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly happenedOn: Temporal.PlainDate;
  readonly words: string;
  /** It was lost, and they have it again: it stays with them. */
  readonly withThem: boolean;
}

/** It came back, and is emptied and checked before anybody else has it; or it was lost, and they have it again. */
export async function takeBack(
  tx: Tx,
  office: Office,
  { caseId, offerId, happenedOn, words, withThem }: Back,
): Promise<void> {
  const { loan, offer } = await loanOut(tx, office, caseId, offerId);
  const lost = loan.item.state === 'lost';
  const step = lost ? (withThem ? 'regained' : 'found') : 'returned';
  await moveItem(tx, office, loan.item, { step, happenedOn });
  const happenedAt = whenItHappened(office, happenedOn);
  await happened(tx, office, {
    ...{ name: 'support.came-back', caseId, subjectId: loan.id, happenedAt, keepsOnly: 'its subject' },
    data: { kind: offer.kind },
  });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt, knownAt: office.now, source: 'record', subjectId: loan.id },
    words: backInWords(offer, loan.item.number, { withThem, words }),
  });
}

export interface NewLoss {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly happenedOn: Temporal.PlainDate;
  readonly feared: Feared;
  readonly way: string;
  readonly words: string;
  /** Which way of contact leads to it: the version of the first way, or of a further one; null: none that is agreed. */
  readonly leads: { readonly safeContactId: string } | { readonly agreedWayId: string } | null;
}

/**
 * It is lost, or more is known of it. What was agreed as a way to it is in doubt from now on; unless they say that
 * nobody whom they fear has it, the risk is looked at again.
 */
export async function recordLoss(tx: Tx, office: Office, loss: NewLoss): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, offerId, feared, words, way, happenedOn, leads } = loss;
  const { loan, offer } = await loanOut(tx, office, caseId, offerId);
  const first = loan.item.state !== 'lost';
  if (first) await moveItem(tx, office, loan.item, { step: 'lost', happenedOn });
  const lossId = newId<string>();
  const safeContactId = leads && 'safeContactId' in leads ? leads.safeContactId : null;
  const agreedWayId = leads && 'agreedWayId' in leads ? leads.agreedWayId : null;
  await tx.run(sql`insert into stock_loss (organisation_id, id, case_id, loan_id, happened_on, recorded_at, recorded_by,
      feared, way, words, safe_contact_id, agreed_way_id)
    values (${organisation}, ${lossId}, ${caseId}, ${loan.id}, ${happenedOn}, ${now}, ${staff}, ${feared}, ${way},
      ${words}, ${safeContactId}, ${agreedWayId})`);
  const about = { caseId, subjectId: loan.id, data: { kind: offer.kind, feared } } as const;
  const happenedAt = whenItHappened(office, happenedOn);
  if (first) await happened(tx, office, { name: 'support.lost', ...about, happenedAt, recurs: true });
  if (feared !== 'not_asked')
    await happened(tx, office, { name: 'support.lost-asked-about', ...about, keepsOnly: 'its subject' });
  if (mayBeWithThem(feared) && feared !== 'not_asked')
    await triggerReview(tx, office, { caseId, trigger: 'information', at: now, subjectId: lossId });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt, knownAt: now, subjectId: lossId },
    source: feared === 'not_asked' ? 'record' : 'person',
    words: lossInWords(offer, loan.item.number, { feared, words, first, shut: leads !== null }),
  });
}

async function loanOut(tx: Tx, office: Office, caseId: CaseId, offerId: string) {
  const offer = await offerOf(tx, office.organisation, caseId, offerId);
  const loan = (await loansOf(tx, office.organisation, offerId)).find(({ out }) => out);
  if (!offer || !loan) throw notFound();
  return { offer, loan };
}
