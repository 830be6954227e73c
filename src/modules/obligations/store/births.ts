import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { ObligationId } from '#rules/facts.ts';

const begun = new WeakMap<Tx, Map<ObligationId, string>>();

/** A promise began by what is done now. */
export function beginsNow(tx: Tx, { now }: Office, id: ObligationId): void {
  const here = begun.get(tx) ?? new Map<ObligationId, string>();
  begun.set(tx, here.set(id, now.toString()));
}

/**
 * Did the very act that keeps a promise begin it: the case was opened with somebody in charge of it? Then nothing was
 * promised that could have been forgotten. One act is one moment of one transaction. A promise that its own beginning
 * keeps is not meant: it times the delay until something was written down, and can be broken.
 */
export function begunInThisAct(tx: Tx, { now }: Office, id: ObligationId): boolean {
  return begun.get(tx)?.get(id) === now.toString();
}
