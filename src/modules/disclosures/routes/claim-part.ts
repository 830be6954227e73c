import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { firstWords } from '../claim.ts';
import { claimIn } from '../store/claim-columns.ts';
import type { Disclosure } from '../store/rows.ts';
import { claimSection } from '../views/claim.ts';

/** Who has it, for a page about one disclosure; nothing once it is triaged. */
export function claimPart<P, Q>(
  ctx: StaffContext<P, Q>,
  disclosure: Disclosure,
  { form = freshForm, first = false }: { readonly form?: FormState; readonly first?: boolean },
): Html | undefined {
  const claim = claimIn(disclosure);
  const late = first && warningText({ text: firstWords(claim, disclosure.triagedAt !== null, ctx) });
  if (disclosure.triagedAt) return html`${late}`;
  const { id: disclosureId } = disclosure;
  const fields = { disclosureId, csrf: ctx.csrf, submissionId: () => newId<string>() };
  return html`${late}${claimSection({ ...fields, claim, reader: ctx, form })}`;
}
