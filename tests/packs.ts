import { packs } from '#packs/index.ts';
import type { Pack } from '#rules/pack.ts';
import { thirdLandlord } from './third-landlord/pack.ts';

/** The policies under which Lintel is tried: those that come with it, and an invented one that is like neither. */
export const triedPacks: readonly Pack[] = [...packs, thirdLandlord];
