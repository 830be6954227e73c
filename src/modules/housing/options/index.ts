import type { HousingOption } from '../option.ts';
import { byTheLandlord } from './by-the-landlord.ts';
import { leaving } from './leaving.ts';
import { staying } from './staying.ts';

/** Everything that may come into question, as dated data: a new one, or a change of law, is an entry here. */
export const housingOptions: readonly HousingOption[] = [...staying, ...leaving, ...byTheLandlord];
