import { capitalised, labelOf } from '#rules/words.ts';
import { type ReferralKind, referralAnswers, saidOfReferral } from './referral.ts';
import type { Referral, StepRow } from './store/rows.ts';

/** `Safeguarding referral of a child`. */
export function titleOf({ kind }: { readonly kind: ReferralKind }): string {
  return kind === 'child' ? 'Safeguarding referral of a child' : 'Safeguarding referral of an adult';
}

/** What was said of it at first, as the chronology keeps it. */
export function promiseInWords({
  kind,
  about,
  said,
  why,
}: Pick<Referral, 'kind' | 'about' | 'said' | 'why'>): string {
  return joined(`${titleOf({ kind })}: ${labelOf(saidOfReferral, said)}.`, `About ${about}.`, why);
}

type Done = Pick<StepRow, 'step' | 'whom' | 'way' | 'reference' | 'answer' | 'words'>;

/** What was done, as the chronology keeps it. */
export function stepInWords(referral: Pick<Referral, 'kind' | 'about'>, step: Done): string {
  const { whom, way, reference, answer, words } = step;
  const title = titleOf(referral);
  const about = `About ${referral.about}.`;
  if (step.step === 'made')
    return joined(`${title} made to ${whom}, ${way}.`, about, reference && `Reference: ${reference}.`, words);
  if (step.step === 'chased') return joined(`${title}: no answer yet, asked again of ${whom}.`, about, words);
  return joined(`${title}: answer of ${whom}. ${labelOf(referralAnswers, answer)}.`, about, words);
}

function joined(...parts: readonly string[]): string {
  return capitalised(parts.filter((part) => part.trim() !== '').join(' '));
}

/** For the team alone: who was told leaves it only once somebody has looked at it. */
export const forTheTeam = { kind: 'action', source: 'record', disclosableTo: [] } as const;

/** What a case's chronology keeps of what was done before there was a case. */
export function entriesFor(referral: Referral) {
  return referral.steps.map((step) => ({
    ...forTheTeam,
    happenedAt: step.happenedAt,
    knownAt: step.recordedAt,
    words: stepInWords(referral, step),
    subjectId: referral.id,
  }));
}
