import type { RiskLevel } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { guidanceOnRepeats, type RepeatDefinition } from '#rules/repeat.ts';

/** From how many points a score indicates a level, and what levels are called that have names of their own. */
export interface Bands {
  readonly highFrom: number;
  readonly mediumFrom: number;
  readonly names?: LevelNames | undefined;
}

/** For instance Gold, Silver and Bronze. */
export interface LevelNames {
  readonly high: string;
  readonly medium: string;
  readonly standard: string;
}

/** A level of an instrument by its own name, from which score on it begins, and which of ours it proposes. */
export interface NamedLevel {
  readonly name: string;
  readonly from: number;
  readonly means: RiskLevel;
}

/** What an instrument calls so many points; undefined: it has no level for so few. */
export function nameAt(levels: readonly NamedLevel[], points: number): string | undefined {
  return levels.findLast(({ from }) => points >= from)?.name;
}

/** The name as far as it is known: while anything is blank, no more than that it is that level or a higher one. */
export function nameSoFar(name: string, open: boolean, highest: string | undefined): string {
  return open && name !== highest ? `${name} or higher` : name;
}

/** From how many points its levels propose ours. */
export function bandsOf(levels: readonly NamedLevel[]): Bands {
  const first = (means: RiskLevel) => levels.find((level) => level.means === means)?.from;
  const highFrom = first('high') ?? Number.MAX_SAFE_INTEGER;
  return { highFrom, mediumFrom: first('medium') ?? highFrom };
}

/** "0 to 19 Bronze (standard), 20 to 39 Silver (medium), 40 and more Gold (high)" */
export function levelsInWords(levels: readonly NamedLevel[]): string {
  return levels
    .map(({ name, from, means }, index) => {
      const next = levels[index + 1];
      const span = next
        ? next.from - 1 === from
          ? `${from}`
          : `${from} to ${next.from - 1}`
        : `${from} and more`;
      return `${span} ${name} (${means})`;
    })
    .join(', ');
}

/** What holds for one instrument, where and since when. */
export interface Threshold extends Bands {
  /** Every Dash is `dash`. */
  readonly instrument: string;
  /** Police call-outs in twelve months that count; null: the local protocol does not use them. Told with the Dash’s. */
  readonly callOuts: number | null;
  /** What counts as abuse again after a Marac referral. Told with the Dash’s. */
  readonly repeat: RepeatDefinition;
  /** Who says so. */
  readonly source: string;
  /** What an instrument of the landlord’s own is called. */
  readonly name?: string | undefined;
  /** Since when it holds, `2026-05-01`; null: on a day that nobody knows; left out: nobody set it. */
  readonly since?: string | null | undefined;
}

/** What holds where a case is heard, on a day. */
export interface LocalRules extends Pick<Threshold, 'callOuts' | 'repeat' | 'source'> {
  readonly bands: readonly (Bands & Pick<Threshold, 'instrument' | 'source' | 'name' | 'since'>)[];
}

/** The Dashes share the numbers of their questions, and one threshold. */
export const dashes: readonly string[] = ['dash', 'dash-young', 'dash-scotland'];

/** Whose threshold an instrument is weighed by. */
export function familyOf(instrument: string): string {
  return dashes.includes(instrument) ? 'dash' : instrument;
}

/** A threshold as a landlord set it: for one area, or wherever no area has its own. */
export interface SetThreshold extends Threshold {
  readonly areaId: string | null;
  /** Null: since when is not known, so that anything with a day stands before it. */
  readonly effectiveFrom: Temporal.PlainDate | null;
  readonly setAt: Temporal.Instant;
  /** False: by it fewer people would be high or medium, and nobody else has agreed to it. */
  readonly counts: boolean;
}

/**
 * What holds until a landlord says otherwise: 14 is common, the bands are customary, and none
 * of it is law (domain §3).
 */
export const customary: Threshold = {
  instrument: 'dash',
  highFrom: 14,
  mediumFrom: 10,
  callOuts: 3,
  repeat: guidanceOnRepeats,
  source: 'A common local convention, which Lintel starts from. Ask your Marac for its own.',
};

/** One threshold as all that is said of a place. */
export function rulesOf(threshold: Threshold): LocalRules {
  const { instrument, highFrom, mediumFrom, names, name, callOuts, repeat, source, since } = threshold;
  const named = { ...(names && { names }), ...(name && { name }), ...(since !== undefined && { since }) };
  return { callOuts, repeat, source, bands: [{ instrument, highFrom, mediumFrom, source, ...named }] };
}

/** What holds in an area on a day, of every instrument that has a threshold there. */
export function rulesOn(
  thresholds: readonly SetThreshold[],
  areaId: string | null,
  day: Temporal.PlainDate,
): LocalRules {
  const dash = thresholdOn(thresholds, areaId, day) ?? customary;
  const others = [...new Set(thresholds.map(({ instrument }) => instrument))].filter(
    (each) => each !== 'dash',
  );
  const bands = others.flatMap((instrument) => {
    const held = thresholdOn(thresholds, areaId, day, instrument);
    return held ? rulesOf(held).bands : [];
  });
  return { ...rulesOf(dash), bands: [...rulesOf(dash).bands, ...bands] };
}

/** The threshold of an instrument: its area's own newest one, else the one for everywhere; null: nobody set any. */
export function thresholdOn(
  thresholds: readonly SetThreshold[],
  areaId: string | null,
  day: Temporal.PlainDate,
  instrument = 'dash',
): Threshold | null {
  const inForce = thresholds
    .filter((each) => each.counts && each.instrument === instrument)
    .filter(
      ({ effectiveFrom }) => effectiveFrom === null || Temporal.PlainDate.compare(effectiveFrom, day) <= 0,
    )
    .toSorted(newestFirst);
  const own = areaId === null ? undefined : inForce.find((each) => each.areaId === areaId);
  const held = own ?? inForce.find((each) => each.areaId === null);
  return held ? { ...held, since: held.effectiveFrom?.toString() ?? null } : null;
}

/** By the day from which it holds; set again for the same day, what was set last holds. */
function newestFirst(one: SetThreshold, other: SetThreshold): number {
  return byDay(other.effectiveFrom, one.effectiveFrom) || Temporal.Instant.compare(other.setAt, one.setAt);
}

function byDay(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return Temporal.PlainDate.compare(one, other);
}

/** Null: nobody said from which score on that instrument indicates a level here. */
export function bandsFor(local: LocalRules, instrument: string): LocalRules['bands'][number] | null {
  return local.bands.find((each) => each.instrument === familyOf(instrument)) ?? null;
}

export function levelOf({ highFrom, mediumFrom }: Bands, points: number): RiskLevel {
  return points >= highFrom ? 'high' : points >= mediumFrom ? 'medium' : 'standard';
}

/** "up to 9 standard, 10 to 13 medium, 14 and more high"; with names, "72 and more high (Gold)". */
export function bandsInWords({ mediumFrom, highFrom, names }: Bands): string {
  const named = (level: RiskLevel) => (names ? `${level} (${names[level]})` : level);
  const standard = mediumFrom > 1 ? [`up to ${mediumFrom - 1} ${named('standard')}`] : [];
  const medium =
    mediumFrom === highFrom - 1
      ? `${mediumFrom} ${named('medium')}`
      : `${mediumFrom} to ${highFrom - 1} ${named('medium')}`;
  return [...standard, medium, `${highFrom} and more ${named('high')}`].join(', ');
}

/** Of every instrument with a threshold here, the Dash first. */
export function rulesInWords({ bands }: Pick<LocalRules, 'bands'>): string {
  return bands
    .map(
      (each) =>
        (each.instrument === 'dash'
          ? ''
          : `${instrumentNames[each.instrument] ?? each.name ?? each.instrument}: `) +
        bandsInWords(each) +
        (each.since === undefined ? '' : `, ${sinceInWords(each.since)}`),
    )
    .join('. ');
}

/** "since 1 May 2026", "since an unknown day" */
export function sinceInWords(since: string | null): string {
  return since === null ? 'since an unknown day' : `since ${dateInWords(Temporal.PlainDate.from(since))}`;
}

const instrumentNames: Readonly<Record<string, string>> = { merit: 'MeRIT' };

/** An area in which one Marac meets, and the local authorities that belong to it. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly authorities: readonly string[];
}

/** The area of a home follows from its local authority, however that is written. */
export function areaOf(areas: readonly Area[], localAuthority: string | null): Area | null {
  if (!localAuthority) return null;
  const wanted = folded(localAuthority);
  return areas.find(({ authorities }) => authorities.some((each) => folded(each) === wanted)) ?? null;
}

function folded(name: string): string {
  return name.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ');
}
