import type { Choice } from '#rules/words.ts';

/** Why somebody sets a hold by hand. None of them is said to a system, and none of them is abuse: that has a case. */
export const causes = [
  { value: 'support', label: 'Somebody there needs support before they are written to' },
  { value: 'complaint', label: 'A complaint is being looked into' },
  { value: 'bereavement', label: 'Somebody there has died' },
  { value: 'legal', label: 'A dispute, or a solicitor acts' },
  { value: 'returned_post', label: 'Post comes back, or goes to the wrong person' },
  { value: 'colleagues', label: 'Colleagues go there only after asking' },
] as const satisfies readonly Choice[];
export type Cause = (typeof causes)[number]['value'];

/** So long a hold may stand before somebody looks at it again. */
export const lookedAtWithin = Temporal.Duration.from({ months: 6 });

/** Its day has come: it stands until somebody has looked. */
export function isOwed(
  { lookOn }: { readonly lookOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(lookOn, today) <= 0;
}
