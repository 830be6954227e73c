import { dateInWords } from '#rules/moment.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import { type RepeatDefinition, repeatInWords } from '#rules/repeat.ts';
import {
  bandsOf,
  customary,
  type NamedLevel,
  type SetThreshold,
  type Threshold,
  thresholdOn,
} from './threshold.ts';
import { daysOf, levelsOn, type WeighedInstrument } from './weighed-instruments.ts';

/** A threshold by which fewer people are at high or medium risk: one proposes it with a reason, another agrees. */
export const thresholdKind = {
  approval: 'approved',
  basis: 'risk-assessed',
  withdrawnBy: 'proposer',
  says: { own: 'Somebody else decides: nobody alone makes fewer people high or medium.' },
} as const satisfies ProposalKind<'approved'>;

/** Told to whoever has just agreed: what two people agree to counts from that day at the earliest. */
export function agreedFrom(
  { effectiveFrom }: Pick<SetThreshold, 'effectiveFrom'>,
  today: Temporal.PlainDate,
): string {
  const later = effectiveFrom !== null && Temporal.PlainDate.compare(effectiveFrom, today) > 0;
  return `Agreed. It counts from ${later ? dateInWords(effectiveFrom) : 'today'}`;
}

/** By what somebody is at high or medium risk. */
export type Measured = Pick<Threshold, 'highFrom' | 'mediumFrom' | 'callOuts' | 'repeat'>;

/** Where nobody set a threshold for an instrument of which no levels are known, every score is medium. */
const nothingKnown = { highFrom: Number.POSITIVE_INFINITY, mediumFrom: 1 };

/**
 * What of a wanted threshold makes fewer people high or medium than what holds there, on any day on which it would
 * hold instead; in words, none where it is as safe or safer. `tool`: what its own levels are on each of these days.
 */
export function loosenedBy(
  wanted: SetThreshold,
  thresholds: readonly SetThreshold[],
  {
    today,
    tool,
  }: { readonly today: Temporal.PlainDate; readonly tool: Pick<WeighedInstrument, 'levels' | 'versions'> },
): readonly string[] {
  const { areaId, instrument } = wanted;
  const { effectiveFrom: from } = wanted;
  // Nobody is rated on a day that is over.
  const start = from === null || Temporal.PlainDate.compare(from, today) < 0 ? today : from;
  const days = [
    ...[wanted, ...thresholds].map(({ effectiveFrom }) => effectiveFrom ?? today),
    ...daysOf(tool),
  ].filter((day) => Temporal.PlainDate.compare(day, start) >= 0);
  const asSet = { ...wanted, source: itself };
  const itsOwn = [start, ...days].filter(
    (day) => thresholdOn([asSet, ...thresholds], areaId, day, instrument)?.source === itself,
  );
  return mostOn(itsOwn, (day) =>
    fewer(wanted, thresholdOn(thresholds, areaId, day, instrument) ?? unset(instrument, levelsOn(tool, day))),
  );
}

/** Of what makes fewer people high or medium on any of these days: all of it on the day that has the most. */
export function mostOn(
  days: readonly Temporal.PlainDate[],
  fewerOn: (day: Temporal.PlainDate) => readonly string[],
): readonly string[] {
  return days.map(fewerOn).toSorted((one, other) => other.length - one.length)[0] ?? [];
}

/** No source that anybody can type. */
const itself = '\u0000';

/** What holds of an instrument wherever nobody set a threshold. */
export function unset(instrument: string, levels: readonly NamedLevel[] | null): Measured {
  if (instrument === 'dash') return customary;
  const { callOuts, repeat } = customary;
  return { ...(levels ? bandsOf(levels) : nothingKnown), callOuts, repeat };
}

/** What of `wanted` makes fewer people high or medium than `held`. */
export function fewer(wanted: Measured & Pick<Threshold, 'instrument'>, held: Measured): readonly string[] {
  const dash = wanted.instrument === 'dash';
  const high = Number.isFinite(wanted.highFrom) ? `high from ${wanted.highFrom}` : 'high by no score';
  return [
    ...(wanted.highFrom > held.highFrom ? [`${high}, not from ${held.highFrom}`] : []),
    ...(wanted.mediumFrom > held.mediumFrom
      ? [`medium from ${wanted.mediumFrom}, not from ${held.mediumFrom}`]
      : []),
    ...(dash ? fewerCallOuts(wanted.callOuts, held.callOuts) : []),
    ...(dash ? fewerRepeats(wanted.repeat, held.repeat) : []),
  ];
}

function fewerCallOuts(wanted: number | null, held: number | null): readonly string[] {
  if (held === null || (wanted !== null && wanted <= held)) return [];
  const now = wanted === null ? 'police call-outs not counted' : `high from ${wanted} police call-outs`;
  return [`${now}, until now high from ${held}`];
}

function fewerRepeats(wanted: RepeatDefinition, held: RepeatDefinition): readonly string[] {
  if (wanted === held || held !== customary.repeat) return [];
  return [`a repeat is ${repeatInWords(wanted)} alone, until now ${repeatInWords(held)}`];
}
