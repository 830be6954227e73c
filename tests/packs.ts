import assert from 'node:assert/strict';
import { packs } from '#packs/index.ts';
import { situation } from '#packs/testing.ts';
import type { Pack } from '#rules/pack.ts';
import type { Purpose } from '#rules/purposes.ts';
import { thirdLandlord } from './third-landlord/pack.ts';

/** The policies under which Lintel is tried: those that come with it, and an invented one that is like neither. */
export const triedPacks: readonly Pack[] = [...packs, thirdLandlord];

/** As the board calls a promise. */
export function titleOf(pack: Pack, commitment: string): string {
  const found = pack.commitments.find(({ id }) => id === commitment);
  assert.ok(found, `${commitment} is not a promise of ${pack.id}`);
  return found.title;
}

/** The time of day by which a promise is to be kept that began so, as pages say it. */
export function dueTime(pack: Pack, commitment: string, began: string): string {
  return situation(pack, commitment).due(began.replace('T', ' ')).slice(11);
}

/** A reason as this landlord's pages give it, with the clause of its own policy where it has one. */
export function citing(pack: Pack, reason: string, purpose: Purpose): string {
  const clause = pack.purposes[purpose];
  return clause === null ? reason : `${reason} (${clause})`;
}

/** The words that other landlords say for those whom a case is about, and this one never. */
export function foreignWords(pack: Pack): RegExp {
  const others = triedPacks.map(({ words }) => words.person).filter((word) => word !== pack.words.person);
  return new RegExp(`\\b(?:${others.join('|')})`, 'i');
}
