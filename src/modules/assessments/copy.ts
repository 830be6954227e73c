import { purposes } from '#modules/chronology/pure.ts';
import type { LearntOver } from '#rules/learners-together.ts';
import type { Words } from '#rules/pack.ts';
import { type Learner, whoWouldLearn } from '#rules/who-would-learn.ts';
import type { Choice } from '#rules/words.ts';
import type { Answers } from './assessment.ts';

/** What an assessment on paper is for. The person has their plan: a list of what was done to them can be found. */
export type CopyPurpose = 'file' | 'partner' | 'court';
export const copyPurposes: readonly Choice<CopyPurpose>[] = purposes.flatMap((each) =>
  each.value === 'person'
    ? []
    : [{ ...each, ...(each.value === 'file' && { hint: 'It stays with people who may see this case' }) }],
);

/** Who would learn what is on the paper, by whom it is for. */
export function learnersOf(
  purpose: CopyPurpose,
  { words, conflicts }: { readonly words: Words; readonly conflicts: boolean },
): readonly Learner[] {
  const to = { file: 'team', partner: 'agency', court: 'court' } as const;
  return whoWouldLearn({ by: ['print'], to: to[purpose], conflicts }, words);
}

/** Of each, before it is said whom it is for: what is looked at before there is any paper. */
export function learntBy(around: {
  readonly words: Words;
  readonly conflicts: boolean;
}): readonly LearntOver[] {
  return copyPurposes.map(({ value, label }) => ({
    way: label,
    learners: learnersOf(value, around),
  }));
}

/** What need not go along. Both stay out until somebody wants them on the paper. */
export const leavable = [
  { value: 'notes', label: 'What was said beside each answer' },
  { value: 'sources', label: 'Who said so, other than the person' },
] as const satisfies readonly Choice[];
export type Leavable = (typeof leavable)[number]['value'];

/** What is on the paper once that is left out. */
export function answersOnPaper(answers: Answers, leftOut: readonly Leavable[]): Answers {
  return new Map(
    [...answers].map(([item, answered]) => [
      item,
      {
        ...answered,
        note: leftOut.includes('notes') ? '' : answered.note,
        source: leftOut.includes('sources') ? '' : answered.source,
      },
    ]),
  );
}

/** Who is named as a source, each once: whoever reads the paper learns that they spoke. */
export function sourcesNamed(answers: Answers): readonly string[] {
  return [...new Set([...answers.values()].map(({ source }) => source).filter((source) => source !== ''))];
}
