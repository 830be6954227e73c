import type { CaseId } from '#rules/facts.ts';
import type { Commitment } from '#rules/pack.ts';
import { paths } from './paths.ts';

export interface WhereDealtWith {
  readonly href: string;
  /** What the link says, beside what is owed. */
  readonly way: string;
}

type Way = readonly [begins: string, href: (id: CaseId, subjectId: string) => string, way: string];

/** By what keeps a promise, the page on which that is done; the first that fits. */
const ways: readonly Way[] = [
  ['share.doubt-looked-at', paths.sinceShared, 'Look whether it repeats it'],
  ['share.correction-', paths.sinceShared, 'Send the correction'],
  ['share.', paths.sharing, 'See what was shared'],
  ['contact.against-dealt-with', paths.contact, 'See the contacts'],
  ['contact.', paths.newContact, 'Record a contact'],
  ['call.', paths.diary, 'See the diary'],
  ['risk.', paths.risk, 'See the risk'],
  ['plan.', paths.actionPlan, 'Open the plan'],
  ['support.looked-again', paths.look, 'Write down how it is'],
  ['support.', paths.support, 'See the offers'],
  ['safeguarding.', paths.safeguarding, 'See the referrals'],
  ['danger.', paths.danger, 'Say what was done'],
  ['honour-based-advice.', paths.needs, 'See what they need'],
  ['breathing-space.', paths.breathingSpace, 'See the breathing space'],
  ['counter-allegation.two-workers', paths.allocation, 'Give it to somebody else'],
  ['counter-allegation.', paths.otherAccounts, 'Judge who harms whom'],
  ['perpetrator-action.', paths.enforcement, 'See the action'],
  ['money.', paths.money, 'See the money'],
  ['move.', paths.moves, 'See the moves'],
  ['security.work-looked-into', paths.worksStop, 'Write down what was done'],
  ['tenancy-', paths.tenancyEvents, 'See the tenancy'],
  ['break-glass.', paths.emergency, 'See who looked'],
];

/** Where somebody deals with what is owed: the page of the case that keeps it, else the case. */
export function whereDealtWith(
  commitment: Commitment | undefined,
  { caseId, subjectId }: { readonly caseId: CaseId; readonly subjectId: string },
): WhereDealtWith {
  const stops = commitment?.measure.kind === 'clock' ? commitment.measure.stops : [];
  const found = ways.find(([begins]) => stops.some((event) => event.startsWith(begins)));
  if (!found) return { href: paths.overview(caseId), way: 'Open the case' };
  const [, href, way] = found;
  return { href: href(caseId, subjectId), way };
}
