import type { Pack } from './pack.ts';

/** How a clause is cited. */
export type Cite = (clause: string) => string;

/** On a page that is about one policy alone. */
export const byItself: Cite = (clause) => clause;

/** A clause of each of two policies side by side: with whose it is, so that nobody takes one for their own. */
export interface Cites {
  readonly before: Cite;
  readonly after: Cite;
}

type Named = Pick<Pack, 'id' | 'publisher' | 'version'>;

export function citesOf(before: Named, after: Named): Cites {
  const [one, other] = namesOf(before, after);
  return { before: (clause) => `${one} ${clause}`, after: (clause) => `${other} ${clause}` };
}

/** By whoever published it; two of one publisher by their version, two of one version by their id. */
function namesOf(before: Named, after: Named): readonly [string, string] {
  if (before.publisher !== after.publisher) return [before.publisher, after.publisher];
  const apart = before.version === after.version ? 'id' : 'version';
  return [`${before.publisher} ${before[apart]},`, `${after.publisher} ${after[apart]},`];
}
