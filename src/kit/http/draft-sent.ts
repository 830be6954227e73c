import type { DraftAt } from '#kit/drafts/drafts.ts';
import { addressOf } from './address.ts';
import type { StaffRoute } from './route.ts';

/** The draft of a form that was sent, with the page that shows the form; undefined where it keeps none. */
export function draftSent<P>(
  { draft, form, path }: Pick<StaffRoute<P>, 'draft' | 'form' | 'path'>,
  params: P,
): DraftAt | undefined {
  const of = draft?.(params);
  return of && { ...of, page: addressOf(form?.shownAt ?? path, params) };
}
