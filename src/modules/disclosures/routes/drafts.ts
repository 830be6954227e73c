import { z } from 'zod';
import { draftOffer } from '#kit/components/draft-offer.ts';
import { submission } from '#kit/components/submission.ts';
import { findDraft } from '#kit/drafts/drafts.ts';
import type { Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentInWords } from '#rules/moment.ts';

/** `?draft=continue`: the draft was offered and taken up. */
export const draftQuery = z.object({ draft: z.literal('continue').optional().catch(undefined) });

export interface FormDraft {
  readonly form: string;
  readonly about: string | null;
  readonly path: string;
}

/**
 * What an empty form begins with: the draft's words where they were asked for, else the
 * offer of them, else nothing.
 */
export interface Begun {
  readonly typed: Typed | null;
  readonly offer: Html | undefined;
}

/** A draft is offered before it is shown: somebody may be looking over a shoulder. */
export async function begun(
  ctx: StaffContext,
  { form, about, path }: FormDraft,
  wanted: boolean,
): Promise<Begun> {
  const kept = await findDraft(ctx, form, about);
  if (!kept) return { typed: null, offer: undefined };
  if (wanted) return { typed: kept.fields, offer: undefined };
  const savedAt = momentInWords(kept.savedAt, ctx.calendar);
  const hidden = submission(ctx.csrf, newId<string>());
  return { typed: null, offer: draftOffer({ form, about, savedAt, path, hidden }) };
}
