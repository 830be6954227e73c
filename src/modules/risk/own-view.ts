import type { RiskLevel } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** How the person sees the risk themselves, on our scale and in their words: it stands beside ours (domain §3). */
export const ownViews = [
  { value: 'high', label: 'They could be seriously harmed at any time' },
  { value: 'medium', label: 'They could be, if something changes' },
  { value: 'standard', label: 'They do not expect serious harm' },
  { value: 'not_said', label: 'They would rather not say, or do not know' },
] as const satisfies readonly Choice[];
export type OwnView = (typeof ownViews)[number]['value'];

export function levelOfView(view: OwnView): RiskLevel | null {
  return view === 'not_said' ? null : view;
}
