import { tellings, views } from '#modules/sharing/pure.ts';
import { basisOf } from '#rules/lawful-basis.ts';
import { capitalised, labelOf } from '#rules/words.ts';
import { knownByWays, type ReferralKind, referralAnswers, saidInWords } from './referral.ts';
import type { DecidedRow, Referral, StepRow } from './store/rows.ts';

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
  return joined(`${titleOf({ kind })}: ${saidInWords(said)}.`, `About ${about}.`, why);
}

type Decided = Pick<
  DecidedRow,
  'decision' | 'why' | 'consent' | 'consentWords' | 'basis' | 'told' | 'toldWhy'
>;

/** What was decided, as the chronology keeps it. */
export function decidedInWords(referral: Pick<Referral, 'kind' | 'about'>, decided: Decided): string {
  const { decision, why, consent, consentWords, basis, told, toldWhy } = decided;
  return joined(
    `${titleOf(referral)}: ${decision === 'refer' ? 'it is referred.' : 'it is not referred; a second person looks.'}`,
    `About ${referral.about}.`,
    why,
    `${labelOf(views, consent)}. ${consentWords}`,
    basis === '' ? '' : `${basisOf(basis)?.title ?? basis}.`,
    `${labelOf(tellings, told)}. ${toldWhy}`,
  );
}

type Done = Pick<StepRow, 'step' | 'whom' | 'way' | 'reference' | 'answer' | 'words' | 'knownBy'>;

/** What was done, as the chronology keeps it. */
export function stepInWords(referral: Pick<Referral, 'kind' | 'about'>, step: Done): string {
  const { whom, way, reference, answer, words } = step;
  const title = titleOf(referral);
  const about = `About ${referral.about}.`;
  if (step.step === 'made')
    return joined(`${title} made to ${whom}, ${way}.`, about, reference && `Reference: ${reference}.`, words);
  if (step.step === 'chased') return joined(`${title}: no answer yet, asked again of ${whom}.`, about, words);
  if (step.step === 'acknowledged')
    return joined(
      `${title}: ${whom} has it. ${knownInWords(step.knownBy)}`,
      about,
      reference && `Reference: ${reference}.`,
      words,
    );
  return joined(
    `${title}: answer of ${whom}. ${labelOf(referralAnswers, answer)}.`,
    knownInWords(step.knownBy),
    about,
    words,
  );
}

function knownInWords(knownBy: StepRow['knownBy']): string {
  return knownBy === '' ? '' : `${labelOf(knownByWays, knownBy)}.`;
}

function joined(...parts: readonly string[]): string {
  return capitalised(parts.filter((part) => part.trim() !== '').join(' '));
}

/** For the team alone: who was told leaves it only once somebody has looked at it. */
export const forTheTeam = { kind: 'action', source: 'record', disclosableTo: [] } as const;

/** What a case's chronology keeps of what was done before there was a case. */
export function entriesFor(referral: Referral) {
  return referral.steps
    .filter(({ struck }) => !struck)
    .map((step) => ({
      ...forTheTeam,
      happenedAt: step.happenedAt,
      knownAt: step.recordedAt,
      words: stepInWords(referral, step),
      subjectId: referral.id,
    }));
}
