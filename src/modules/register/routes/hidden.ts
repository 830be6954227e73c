import { submission } from '#kit/components/submission.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import type { Hidden } from '../views/parts.ts';

/** The hidden fields of this request's forms: each form is a submission of its own. */
export function hiddenFor(ctx: Pick<StaffContext, 'csrf'>): Hidden {
  return (version) => submission(ctx.csrf, newId(), version);
}
