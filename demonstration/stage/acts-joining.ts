import {
  compareWithCase,
  type Disclosure,
  decideJoining,
  joiningsOf,
  proposeJoining,
  type TriageDecision,
  triageDisclosure,
} from '#modules/disclosures/index.ts';
import { type Acting, type Progress, progressOf } from './acting.ts';

/** What may be about another person than the case is proposed, with the reason. @returns whether it was */
export async function proposesJoining(
  { tx, office }: Acting,
  disclosure: Disclosure,
  decision: TriageDecision,
): Promise<boolean> {
  const compared = await compareWithCase(tx, office, decision, disclosure);
  if (compared === 'same') return false;
  const why =
    'They told of the same evening that she had told us of herself, and of nobody else in the house.';
  await proposeJoining(tx, office, { disclosureId: disclosure.id, compared, why, decision });
  return true;
}

/** A second person has looked; where something else had said who it is, nothing waits for them. */
export async function agreeToJoining(acting: Acting, story: string): Promise<Partial<Progress> | undefined> {
  const { tx, office, organisation } = acting;
  const { disclosureId } = progressOf(acting, story);
  const joinings = await joiningsOf(tx, organisation, disclosureId);
  const waiting = joinings.find((joining) => joining.decision === null);
  if (!waiting) return undefined;
  const decided = { version: waiting.version, decision: 'approved', why: '' } as const;
  const { triage } = await decideJoining(tx, office, disclosureId, decided);
  return triageDisclosure(tx, office, { disclosureId, version: null, decision: triage, agreed: true });
}
