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
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, type OrganisationId, refused } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { labelOf } from '#rules/words.ts';
import { type Asks, asked, type EndingByTwo, endingsByTwo, spaceKind } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { endInCase } from './end.ts';
import { moveOn } from './look.ts';
import { type Space, spacesOf, standing } from './rows.ts';

export const spaceProposals = proposalsIn(sql`breathing_space_proposal`, spaceKind);

const row = z.object({
  ...proposalRow(spaceKind),
  caseId: id<CaseId>(),
  spaceId: z.uuid(),
  asks: z.enum(asked.map(({ value }) => value)),
  because: z.string() as unknown as z.ZodType<EndingByTwo | ''>,
  until: plainDate.nullable(),
  why: z.string(),
});
export type SpaceProposal = Readonly<z.infer<typeof row>>;

/** What was asked of a manager in a case, the latest first. */
export function spaceProposalsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly SpaceProposal[]> {
  return tx.rows(
    row,
    sql`select ${proposalColumns(spaceProposals)}, p.case_id as "caseId", p.space_id as "spaceId", p.asks, p.because,
        p.until, p.why
      from ${proposalTable(spaceProposals)}
      where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.proposed_at desc, p.id desc limit 50`,
  );
}

export interface NewProposal {
  readonly caseId: CaseId;
  readonly asks: Asks;
  /** For an end: why. */
  readonly because?: EndingByTwo;
  /** For more than the bound: its last day. */
  readonly until?: Temporal.PlainDate;
  readonly why: string;
}

/** A manager other than the proposer decides; until then it stands as it is. @returns its id */
export async function proposeAboutSpace(tx: Tx, office: Office, proposal: NewProposal): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, asks, because = '', until = null, why } = proposal;
  const [file, spaces, proposals] = await Promise.all([
    openFile(tx, organisation, caseId),
    spacesOf(tx, organisation, { caseId }),
    spaceProposalsOf(tx, organisation, caseId),
  ]);
  const space = standing(spaces);
  if (!file || !space) throw notFound();
  if (proposals.some(({ decision }) => decision === null))
    insist(refused('Something about it waits for a manager’s decision already.', 'breathing-space'));
  const proposalId = newId<string>();
  await tx.run(sql`insert into breathing_space_proposal (organisation_id, id, case_id, space_id, asks, because, until,
      why, proposed_by, proposed_at)
    values (${organisation}, ${proposalId}, ${caseId}, ${space.id}, ${asks}, ${because}, ${until}, ${why}, ${staff},
      ${now})`);
  const name = 'breathing-space.decision-proposed';
  await happened(tx, office, { name, caseId, subjectId: proposalId, data: { why: asks } });
  const reaches = until === null ? '' : ` To ${dateInWords(until)}.`;
  const ending = because === '' ? '' : ` ${labelOf(endingsByTwo, because)}.`;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: proposalId },
    words: `Breathing space: “${labelOf(asked, asks)}” is proposed to a manager.${reaches}${ending} ${why}`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'breathing_space_to_decide', caseId });
  return proposalId;
}

const events = {
  approved: 'breathing-space.decision-approved',
  declined: 'breathing-space.decision-declined',
  withdrawn: 'breathing-space.decision-withdrawn',
} as const;

export interface SpaceDecision {
  readonly caseId: CaseId;
  readonly proposalId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
}

/** Decided by another manager: it ends, lasts longer, or stands again; or stays as it is. */
export async function decideAboutSpace(tx: Tx, office: Office, decided: SpaceDecision): Promise<void> {
  const { caseId, proposalId, decision, why } = decided;
  const [file, spaces, proposals] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    spacesOf(tx, office.organisation, { caseId }),
    spaceProposalsOf(tx, office.organisation, caseId),
  ]);
  const proposal = proposals.find((each) => each.id === proposalId);
  if (!file || !proposal) throw notFound();
  const space = standing(spaces);
  const changed = hasChanged(proposal, space, today(office));
  await decideProposal(tx, office, spaceProposals, proposal, { ...decided, sight: sightOf(file), changed });
  await tellOf(tx, office, proposal, decision, why);
  if (space && space.id === proposal.spaceId) await follow(tx, office, space, proposal, decided);
  const { proposedBy } = proposal;
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'breathing_space_decided', caseId });
}

/** It has ended meanwhile, or the day that was asked for is over. */
export function hasChanged(
  { spaceId, until }: Pick<SpaceProposal, 'spaceId' | 'until'>,
  space: Space | null,
  day: Temporal.PlainDate,
): boolean {
  return space?.id !== spaceId || (until !== null && Temporal.PlainDate.compare(until, day) <= 0);
}

async function follow(
  tx: Tx,
  office: Office,
  space: Space,
  { asks, because, until, why }: SpaceProposal,
  { decision }: SpaceDecision,
): Promise<void> {
  if (asks === 'again' && decision === 'declined')
    return endInCase(tx, office, space, { because: 'not_again', told: 'not_yet', words: '' });
  if (decision !== 'approved') return;
  if (asks === 'end' && because !== '')
    await endInCase(tx, office, space, { because, told: 'not_yet', words: why });
  if (asks === 'longer' && until !== null) await moveOn(tx, office, space, { until, months: space.months });
}

async function tellOf(
  tx: Tx,
  office: Office,
  { id: subjectId, asks, caseId, why: proposed }: SpaceProposal,
  decision: Decision<'approved'>,
  why: string,
): Promise<void> {
  const name = events[decision];
  await happened(tx, office, { name, caseId, subjectId, data: { why: asks } });
  const became = { approved: 'agreed', declined: 'declined', withdrawn: 'taken back' }[decision];
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: office.now, knownAt: office.now, subjectId },
    words: `Breathing space: “${labelOf(asked, asks)}” was proposed and ${became}. ${proposed} ${why}`.trim(),
  });
}

/** It ended before anybody decided: there is nothing left to decide. */
export async function overtakeProposal(
  tx: Tx,
  office: Office,
  { id: spaceId, caseId }: Space,
): Promise<void> {
  if (!caseId) return;
  const proposals = await spaceProposalsOf(tx, office.organisation, caseId);
  const waiting = proposals.find((each) => each.spaceId === spaceId && each.decision === null);
  if (!waiting) return;
  const why = 'It ended before anybody decided.';
  if (await settleProposal(tx, office, spaceProposals, waiting, { decision: 'withdrawn', why }))
    await tellOf(tx, office, waiting, 'withdrawn', why);
}
