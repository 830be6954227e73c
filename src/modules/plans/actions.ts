import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import type { ActionState, ActionTerms } from './plan.ts';

/** Done, moved and dropped are for what is open; what ended is opened again first, by an entry of its own. */
export function mayEnd({ state }: { readonly state: ActionState }): Verdict {
  if (state === 'open') return allowed;
  return refused(`This action is ${state} already. Open it again first.`, 'records');
}

export function mayReopen({ state }: { readonly state: ActionState }): Verdict {
  return state === 'open' ? refused('This action is open.', 'records') : allowed;
}

const names = {
  what: 'What',
  why: 'Why',
  copyWords: 'Words for their copy',
  owner: 'Who does it',
  dueOn: 'By',
  safety: 'Keeps somebody safe',
} as const;

/** What an action said before it was changed, line by line, so that nothing is lost; '' where nothing changed. */
export function saidBefore(before: ActionTerms & { readonly by: string }, after: ActionTerms): string {
  const was = inWords(before, before.by);
  const is = inWords(after, sameOwner(before, after) ? before.by : null);
  return (Object.keys(names) as readonly (keyof typeof names)[])
    .filter((field) => was[field] !== is[field])
    .map((field) => `${names[field]}: ${was[field] || 'nothing'}`)
    .join('\n');
}

function inWords(terms: ActionTerms, by: string | null) {
  const { what, why, copyWords, dueOn, safety } = terms;
  return {
    what,
    why,
    copyWords,
    owner: by ?? `${terms.owner} ${terms.ownerId} ${terms.agency}`,
    dueOn: dueOn ? dayOfWeekInWords(dueOn) : 'no day',
    safety: safety ? 'yes' : 'no',
  };
}

function sameOwner(one: ActionTerms, other: ActionTerms): boolean {
  return one.owner === other.owner && one.ownerId === other.ownerId && one.agency === other.agency;
}

/** First what keeps somebody safe, then as they were put in order. */
export function inOrder<A extends { readonly safety: boolean; readonly place: number }>(
  actions: readonly A[],
) {
  return actions.toSorted(
    (one, other) => Number(other.safety) - Number(one.safety) || one.place - other.place,
  );
}
