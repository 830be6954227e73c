import { dash } from './dash.ts';
import { dashScotland } from './dash-scotland.ts';
import { dashYoung } from './dash-young.ts';
import { honourBased } from './honour-based.ts';
import type { BuiltInId, Instrument, InstrumentId } from './instrument.ts';
import { severity } from './severity.ts';
import { stalking } from './stalking.ts';

/** The newest version of each, in the order in which they are offered. */
const newest: Readonly<Record<BuiltInId, Instrument>> = {
  dash,
  'dash-young': dashYoung,
  'dash-scotland': dashScotland,
  stalking,
  'honour-based': honourBased,
  severity,
};

export const builtIn: readonly Instrument[] = Object.values(newest);

/** Every version that Lintel ever shipped: what was asked with one is always read with that one. */
const shipped: readonly Instrument[] = builtIn;

export function newestOf(id: BuiltInId): Instrument {
  return newest[id];
}

/** Lintel’s own, in this version; null for a version that a landlord loaded. */
export function shippedAs(id: InstrumentId, version: string): Instrument | null {
  return shipped.find((instrument) => instrument.id === id && instrument.version === version) ?? null;
}
