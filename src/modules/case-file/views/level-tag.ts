import { tag } from '#kit/components/tag.ts';
import type { Html } from '#kit/html.ts';
import type { RiskLevel } from '#rules/facts.ts';

/** What every page says of a level: which one, and whether a named person has judged it. */
export interface LevelShown {
  readonly riskLevel: RiskLevel | null;
  /** False: it is proposed, and signed by nobody. */
  readonly riskJudged: boolean;
}

const colours: Readonly<Record<RiskLevel, string>> = {
  standard: 'govuk-tag--blue',
  medium: 'govuk-tag--orange',
  high: 'govuk-tag--red',
};

/** The level in words, the same wherever it stands; the colour only repeats it. */
export function levelTag(shown: LevelShown): Html {
  const { riskLevel, riskJudged } = shown;
  if (riskLevel === null) return tag({ text: 'Not rated yet', classes: 'govuk-tag--grey' });
  // A proposed standard is no calm blue: nobody has looked at it yet.
  const calm = riskLevel === 'standard' && !riskJudged;
  return tag({ text: levelInWords(shown), classes: calm ? 'govuk-tag--yellow' : colours[riskLevel] });
}

const named: Readonly<Record<RiskLevel, string>> = {
  standard: 'Standard risk',
  medium: 'Medium risk',
  high: 'High risk',
};

/** `High risk`; `Medium risk proposed, not judged yet`. */
export function levelInWords({ riskLevel, riskJudged }: LevelShown): string {
  if (riskLevel === null) return 'Not rated yet';
  return riskJudged ? named[riskLevel] : `${named[riskLevel]} proposed, not judged yet`;
}
