import type { Choice } from '#rules/words.ts';

/** Were children seen? An answer of its own where there was none to see (domain §12; V3.6). */
export const childrenSeenAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'none_there', label: 'No children were there' },
] as const satisfies readonly Choice[];
export type ChildrenSeen = (typeof childrenSeenAnswers)[number]['value'] | 'not_asked';

export const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const satisfies readonly Choice[];
export type YesOrNo = (typeof yesOrNo)[number]['value'] | 'not_asked';

interface Circumstances {
  readonly childrenSeen: ChildrenSeen;
  readonly childrenHeard: YesOrNo;
  readonly seenAlone: YesOrNo;
}

/** What was answered, a line each; nothing for what was not asked. */
export function circumstancesInWords({ childrenSeen, childrenHeard, seenAlone }: Circumstances) {
  const seen = {
    yes: 'Children seen',
    no: 'Children not seen',
    none_there: 'No children there',
    not_asked: '',
  };
  const heard = { yes: 'Children spoken with', no: 'Children not spoken with', not_asked: '' };
  const alone = { yes: 'Seen alone', no: 'Not seen alone', not_asked: '' };
  return [alone[seenAlone], seen[childrenSeen], heard[childrenHeard]].filter((words) => words !== '');
}
