import { type Answered, givenLabel } from '#modules/assessments/pure.ts';
import type { ChangeKind } from './change.ts';

const kinds: Readonly<Record<ChangeKind, string>> = {
  newly_yes: 'New',
  no_longer_yes: 'No longer said',
  newly_answered: 'Known now',
  answered_otherwise: 'Answered otherwise',
  note_changed: 'More was said',
  still_unanswered: 'Still not known',
};

export function changeLabel(kind: ChangeKind): string {
  return kinds[kind];
}

/** "Yes: twice since March". */
export function answerInWords(answered: Answered | null): string {
  if (answered === null) return 'Not asked';
  return answered.note.trim() === ''
    ? givenLabel(answered.answer)
    : `${givenLabel(answered.answer)}: ${answered.note}`;
}
