import type { CaseEventName, OfficeEventName } from '#rules/event.ts';
import { type Author, type EventRow, writeEvent, writeEventAtEnd } from './event.ts';
import type { Tx } from './sql.ts';

export type { Author } from './event.ts';

/**
 * What happens at the office: a case and its disclosures have promises, which `happened` looks after. An event of
 * the office alone may carry the case from which it was done.
 */
export type OfficeHappening =
  | (EventRow & { readonly name: Exclude<OfficeEventName, CaseEventName> })
  | (EventRow & { readonly name: OfficeEventName; readonly caseId?: never });

/** Writes one event of the office in the current transaction. @returns the event's id. */
export function record(tx: Tx, author: Author, happening: OfficeHappening): Promise<string> {
  return writeEvent(tx, author, happening);
}

/** The same, written in one round trip with the commit: for what is known only when everything else has been read. */
export function recordAtEnd(tx: Tx, author: Author, happening: OfficeHappening): void {
  writeEventAtEnd(tx, author, happening);
}
