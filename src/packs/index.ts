import type { Pack } from '#rules/pack.ts';
import { livv2024 } from './livv-2024/pack.ts';
import { vivid2023 } from './vivid-2023/pack.ts';

/** The policies that come with Lintel. A new one is a folder here and a line in this list. */
export const packs: readonly Pack[] = [vivid2023, livv2024];

/** @param among the packs that run: those above, and the landlord's own (`kit/packs.ts`). */
export function findPack(id: string, among: readonly Pack[] = packs): Pack | undefined {
  return among.find((pack) => pack.id === id);
}
