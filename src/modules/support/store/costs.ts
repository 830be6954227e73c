import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import {
  decideProposal,
  proposalColumns,
  proposalRow,
  proposalsIn,
  proposalTable,
  settleProposal,
} from '#kit/proposals.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, type OrganisationId, refused } from '#rules/facts.ts';
import { pounds } from '#rules/pounds.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { approvedAlone, costKind, mayApproveAlone } from '../cost.ts';
import { mayFollow } from '../offer.ts';
import { offerInWords } from '../words.ts';
import { type Offer, offersOf } from './rows.ts';
import { writeStep } from './write-step.ts';

export const supportCosts = proposalsIn(sql`support_cost`, costKind);

const row = z.object({
  ...proposalRow(costKind),
  caseId: id<CaseId>(),
  offerId: z.uuid(),
  pence: z.number(),
  spent: z.boolean(),
  fundId: z.uuid().nullable(),
  fundName: z.string().nullable(),
  why: z.string(),
  next: z.string(),
});
export type SupportCost = Readonly<z.infer<typeof row>>;

const selecting = sql`select ${proposalColumns(supportCosts)}, p.case_id as "caseId", p.offer_id as "offerId", p.pence,
    p.spent, p.fund_id as "fundId", fund.name as "fundName", p.why, p.next
  from ${proposalTable(supportCosts)}
  left join fund on fund.organisation_id = p.organisation_id and fund.id = p.fund_id`;

/** What was asked of a manager for this offer, the latest first. */
export function costsOf(
  tx: Tx,
  organisation: OrganisationId,
  offerId: string,
): Promise<readonly SupportCost[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation} and p.offer_id = ${offerId}
      order by p.proposed_at desc, p.id desc limit 20`,
  );
}

/** One of this case; null for one of another, or where there is none. */
export function findCost(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  costId: string,
): Promise<SupportCost | null> {
  return tx.maybe(
    row,
    sql`${selecting} where p.organisation_id = ${organisation} and p.case_id = ${caseId} and p.id = ${costId}`,
  );
}

interface Asked {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly pence: number;
  /** From which fund; null: from none. */
  readonly fundId?: string | null;
  readonly why: string;
}

/**
 * Approved at once where one person may, else a manager is asked. @returns which of the two it was
 */
export async function approveCost(tx: Tx, office: Office, asked: Asked): Promise<'approved' | 'asked'> {
  const { offers, offer } = await loaded(tx, office, asked);
  insist(mayFollow(offer.kindOf, offer.state, 'approved'));
  const before = approvedAlone(offers, { besides: offer.id, today: today(office) });
  if (!mayApproveAlone(asked.pence, before, office.pack.approvedAlone?.pounds ?? 0).allowed) {
    await askForCost(tx, office, offer, asked, false);
    return 'asked';
  }
  const step = { step: 'approved', happenedOn: today(office), pence: asked.pence } as const;
  const more = { words: asked.why, fundId: asked.fundId ?? null };
  await writeStep(tx, office, { ...offer, broughtUp: false }, { ...step, ...more });
  return 'approved';
}

/** It cost more than was approved: what came is not taken away, and a manager looks at it afterwards. */
export async function spentBeyond(tx: Tx, office: Office, spent: Asked): Promise<boolean> {
  const { offer } = await loaded(tx, office, spent);
  const approved = offer.steps.findLast(({ step, struck }) => step === 'approved' && !struck)?.pence ?? 0;
  if (spent.pence <= approved) return false;
  await overtakeCost(tx, office, offer);
  await askForCost(
    tx,
    office,
    offer,
    { ...spent, why: spent.why.trim() || 'It cost more than was approved.' },
    true,
  );
  return true;
}

async function loaded(tx: Tx, office: Office, { caseId, offerId }: Pick<Asked, 'caseId' | 'offerId'>) {
  const offers = await offersOf(tx, office.organisation, caseId);
  const offer = offers.find((each) => each.id === offerId);
  if (!offer) throw notFound();
  return { offers, offer };
}

async function askForCost(tx: Tx, office: Office, offer: Offer, asked: Asked, spent: boolean): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, offerId, pence, fundId = null, why } = asked;
  if ((await costsOf(tx, organisation, offerId)).some(({ decision }) => decision === null))
    insist(refused('What it may cost waits for a manager’s decision already.', 'records'));
  const costId = newId<string>();
  await tx.run(sql`insert into support_cost (organisation_id, id, case_id, offer_id, pence, fund_id, spent, why,
      proposed_by, proposed_at)
    values (${organisation}, ${costId}, ${caseId}, ${offerId}, ${pence}, ${fundId}, ${spent}, ${why},
      ${staff}, ${now})`);
  const data = { kind: offer.kind };
  await happened(tx, office, { name: 'support.cost-proposed', caseId, subjectId: costId, data });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt: now, knownAt: now, source: 'record', subjectId: costId },
    words: `${offerInWords(offer)}: ${
      spent ? `${pounds(pence)} was spent, more than was approved` : `${pounds(pence)} at most is asked for`
    }. A manager decides.\n\n${why}`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'cost_to_decide', caseId });
}

export interface CostDecision {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly costId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
  /** What happens next for the person; needed where it is declined. */
  readonly next: string;
}

/** Decided by another manager. Approved, it may be ordered; declined, what happens next for the person is said. */
export async function decideCost(tx: Tx, office: Office, decided: CostDecision): Promise<void> {
  const { organisation } = office;
  const { caseId, offerId, costId, decision, next } = decided;
  const [file, { offer }, costs] = await Promise.all([
    openFile(tx, organisation, caseId),
    loaded(tx, office, decided),
    costsOf(tx, organisation, offerId),
  ]);
  const cost = costs.find((each) => each.id === costId);
  if (!file || !cost) throw notFound();
  if (next !== '')
    await tx.run(sql`update support_cost set next = ${next}, decided_by = ${office.staff}
      where organisation_id = ${organisation} and id = ${costId} and decision is null`);
  const changed = costHasChanged(cost, offer);
  await decideProposal(tx, office, supportCosts, cost, { ...decided, sight: sightOf(file), changed });
  await tell(tx, office, offer, cost, decided);
  if (decision === 'approved' && !cost.spent)
    await writeStep(
      tx,
      office,
      { ...offer, broughtUp: false },
      {
        ...{ step: 'approved', happenedOn: today(office), pence: cost.pence, words: cost.why, costId },
        fundId: cost.fundId,
      },
    );
  if (cost.proposedBy && cost.proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [cost.proposedBy], kind: 'cost_decided', caseId });
}

/** They decided otherwise, or it is on its way already. */
export function costHasChanged({ spent }: Pick<SupportCost, 'spent'>, { kindOf, state }: Offer): boolean {
  return !spent && !mayFollow(kindOf, state, 'approved').allowed;
}

const events = {
  approved: 'support.cost-approved',
  declined: 'support.cost-declined',
  withdrawn: 'support.cost-withdrawn',
} as const;

async function tell(
  tx: Tx,
  office: Office,
  offer: Pick<Offer, 'kind' | 'what'>,
  { id: subjectId, caseId, pence, spent }: SupportCost,
  {
    decision,
    why,
    next = '',
  }: { readonly decision: Decision<'approved'>; readonly why: string; readonly next?: string },
): Promise<void> {
  await happened(tx, office, { name: events[decision], caseId, subjectId, data: { kind: offer.kind } });
  const became = { approved: 'approved', declined: 'declined', withdrawn: 'taken back' }[decision];
  const said = [why, next === '' ? '' : `What happens next for them: ${next}`].filter((each) => each !== '');
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt: office.now, knownAt: office.now, source: 'record', subjectId },
    words: `${offerInWords(offer)}: ${pounds(pence)}${spent ? ' that was spent' : ''} was asked for and ${became}.${
      said.length === 0 ? '' : `\n\n${said.join('\n\n')}`
    }`,
  });
}

/** They decided otherwise before anybody decided: there is nothing left to decide. */
export async function overtakeCost(
  tx: Tx,
  office: Office,
  offer: Pick<Offer, 'id' | 'kind' | 'what'>,
): Promise<void> {
  const waiting = (await costsOf(tx, office.organisation, offer.id)).find(
    ({ decision, spent }) => decision === null && !spent,
  );
  if (!waiting) return;
  const why = 'They decided otherwise, or it ended, before anybody decided.';
  if (await settleProposal(tx, office, supportCosts, waiting, { decision: 'withdrawn', why }))
    await tell(tx, office, offer, waiting, { decision: 'withdrawn', why });
}
