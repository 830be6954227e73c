import { type DraftOf, discardDraft } from '#kit/drafts/drafts.ts';
import { type Later, later } from './route.ts';

/** What was typed is kept until it is saved for good, also where that takes long. */
export function discardsLater<P, Q>(outcome: Later<P, Q>, draft: DraftOf | undefined): Later<P, Q> {
  if (!draft) return outcome;
  return later(async (again) => {
    const answer = await outcome.work(again);
    if (answer.kind !== 'page' || answer.keeps)
      await again((ctx) => discardDraft(ctx, draft.form, draft.about));
    return answer;
  });
}
