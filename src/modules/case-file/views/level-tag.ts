import { tag } from '#kit/components/tag.ts';
import type { Html } from '#kit/html.ts';
import type { RiskLevel } from '#rules/facts.ts';

const shown: Readonly<Record<RiskLevel, { readonly text: string; readonly classes: string }>> = {
  standard: { text: 'Standard risk', classes: 'govuk-tag--blue' },
  medium: { text: 'Medium risk', classes: 'govuk-tag--orange' },
  high: { text: 'High risk', classes: 'govuk-tag--red' },
};

/** The level in words, the same wherever it stands; the colour only repeats it. */
export function levelTag(level: RiskLevel | null): Html {
  return tag(level ? shown[level] : { text: 'Not rated yet', classes: 'govuk-tag--grey' });
}
