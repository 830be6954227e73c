import type { z } from 'zod';
import { ids, type StaffContext } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';

interface OfShare {
  readonly id: CaseId;
  readonly share: string;
}

/** A decision to share, and the case that it is of. */
export const shareParams = ids('id', 'share') as unknown as z.ZodType<OfShare>;

/** Something that left by it. */
export const sentParams = ids('id', 'share', 'sent') as unknown as z.ZodType<
  OfShare & { readonly sent: string }
>;
export type ShareContext<Q = unknown> = StaffContext<OfShare, Q>;
