import { fewer, mostOn, unset } from './safer.ts';
import type { NamedLevel } from './threshold.ts';
import { daysOf, type LevelsFrom, versionOn } from './weighed-instruments.ts';

/** A version of a landlord's own instrument that somebody is about to load. */
export interface NewVersion {
  readonly instrument: string;
  readonly levels: readonly NamedLevel[];
  readonly effectiveFrom: Temporal.PlainDate;
}

/**
 * What of a new version's levels makes fewer people high or medium than those of the version whose place it takes, on
 * any day on which it would; in words, none where they are as safe or safer, or it is the first.
 * @param versions what was loaded of it until now, what takes effect last first
 */
export function loosenedByLoading(
  { instrument, levels, effectiveFrom: from }: NewVersion,
  versions: readonly LevelsFrom[],
): readonly string[] {
  const { compare } = Temporal.PlainDate;
  const loaded: LevelsFrom = { from, until: null, levels };
  const after = [loaded, ...versions].toSorted((one, other) => compare(other.from, one.from));
  const days = [from, ...daysOf({ versions })].filter(
    (day) => compare(day, from) >= 0 && versionOn(after, day) === loaded,
  );
  const wanted = { ...unset(instrument, levels), instrument };
  return mostOn(days, (day) => {
    const held = versionOn(versions, day);
    return held ? fewer(wanted, unset(instrument, held.levels)) : [];
  });
}

/** Why it is not loaded, and how two people come to it. */
export function whyNotLoaded(fewer: readonly string[]): string {
  return (
    `By its levels fewer people would be high or medium (${fewer.join('; ')}), and nobody alone decides that. ` +
    'Load it with the levels as they are, then propose the laxer threshold for it under Local thresholds of risk: ' +
    'it holds once another manager has agreed.'
  );
}
