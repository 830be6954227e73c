import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { lastAnswer, moveIsOver } from '../course.ts';
import { notNow } from '../deciding.ts';
import { keepsTenure } from '../security.ts';
import { forTheTeam } from '../words.ts';
import { goesOn, loadOffer, type OneOffer } from './load.ts';
import { lesserProposals, movesOf } from './rows.ts';

export interface NewLesser {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly words: string;
  readonly askedOn: Temporal.PlainDate;
  readonly legal: 'wants' | 'had' | 'not_wanted';
  readonly why: string;
}

/** They would like it all the same, knowing what they would lose; a manager decides. @returns its id */
export async function putLesser(tx: Tx, office: Office, put: NewLesser): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, offerId, words, askedOn, legal, why } = put;
  const { move, offer } = await loadOffer(tx, office, caseId, offerId);
  goesOn(move);
  insist(mayPut({ move, offer }));
  const id = newId<string>();
  await tx.run(sql`insert into home_offer_lesser (organisation_id, id, case_id, offer_id, words, asked_on, legal, why,
      proposed_by, proposed_at)
    values (${organisation}, ${id}, ${caseId}, ${offerId}, ${words}, ${askedOn}, ${legal}, ${why}, ${staff}, ${now})`);
  await happened(tx, office, { name: 'move.lesser-put', caseId, subjectId: offerId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: offerId },
    words: `They would like a home that is less secure than theirs, knowing what they would lose. ${words}\n\n${why}`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'move_to_decide', caseId });
  return id;
}

export function mayPut({ offer }: OneOffer) {
  if (keepsTenure(offer.security)) return notNow('It is as secure as what they hold: they may accept it.');
  if (offer.lesser.some(({ decision }) => decision === null))
    return notNow('It waits for a manager already.');
  if (offer.lesser[0]?.decision === 'approved')
    return notNow('A manager agreed already: they may accept it.');
  return { allowed: true } as const;
}

const events = {
  approved: 'move.lesser-approved',
  declined: 'move.lesser-declined',
  withdrawn: 'move.lesser-withdrawn',
} as const;
const became = {
  approved: 'A manager agreed',
  declined: 'A manager did not agree',
  withdrawn: 'It was taken back',
};

export interface LesserDecision {
  readonly caseId: CaseId;
  readonly decisionId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
}

export async function decideLesser(tx: Tx, office: Office, decided: LesserDecision): Promise<void> {
  const { caseId, decisionId, decision, why } = decided;
  const { file, proposal, offer, move } = await loadLesser(tx, office, caseId, decisionId);
  const changed = lastAnswer(offer) !== null || moveIsOver(move);
  await decideProposal(tx, office, lesserProposals, proposal, { ...decided, sight: sightOf(file), changed });
  await happened(tx, office, { name: events[decision], caseId, subjectId: offer.id });
  await addEntry(tx, office, {
    ...{
      ...forTheTeam,
      source: 'record',
      caseId,
      happenedAt: office.now,
      knownAt: office.now,
      subjectId: offer.id,
    },
    words: `A home that is less secure than theirs. ${became[decision]}. ${why}`.trim(),
  });
  const { proposedBy } = proposal;
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'move_decided', caseId });
}

export async function loadLesser(tx: Tx, office: Office, caseId: CaseId, decisionId: string) {
  const [file, moves] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    movesOf(tx, office.organisation, caseId),
  ]);
  for (const move of moves)
    for (const offer of move.offers) {
      const proposal = offer.lesser.find(({ id }) => id === decisionId);
      if (file && proposal) return { file, move, offer, proposal };
    }
  throw notFound();
}
