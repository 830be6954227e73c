import { draftOffer } from '#kit/components/draft-offer.ts';
import { submission } from '#kit/components/submission.ts';
import type { Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentInWords } from '#rules/moment.ts';
import { type DraftOf, findDraft } from './drafts.ts';

export interface WaitingDraft {
  /** What was typed, where somebody asked to go on with it. */
  readonly typed: Typed | null;
  readonly offer: Html | undefined;
}

/**
 * A draft is offered, never put into a form unasked: whoever opens it may have come to write something else, and
 * somebody may be looking over a shoulder.
 * @param path of the page that shows the form
 * @param wanted the name of the draft that was offered and taken up
 * @param name its own, on a page with several forms
 */
export async function waitingDraft(
  ctx: StaffContext,
  { form, about }: DraftOf,
  path: string,
  wanted: string | undefined,
  name = 'continue',
): Promise<WaitingDraft> {
  const draft = await findDraft(ctx, form, about);
  if (!draft) return { typed: null, offer: undefined };
  if (wanted === name) return { typed: draft.fields, offer: undefined };
  const savedAt = momentInWords(draft.savedAt, ctx.calendar);
  const hidden = submission(ctx.csrf, newId());
  return { typed: null, offer: draftOffer({ form, about, savedAt, path, hidden, name }) };
}
