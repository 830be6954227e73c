import type { Words } from '#rules/pack.ts';
import type { Demanded, Drawn, Kind } from './kinds.ts';

/** The forms that ask: during a call, of whoever noticed something, on the help site, and once more at triage. */
export type FormName = 'disclosure' | 'concern' | 'help' | 'triage';

/** Plain words, or words in which the landlord's own stand. */
export type Label = string | ((words: Words) => string);

/** A question as one form asks it. */
export interface Asked extends Demanded {
  readonly label: Label;
  readonly hint?: string;
  /** Its field where that has another name than the column. */
  readonly field?: string;
  /** Where this form draws it otherwise than others do. */
  readonly drawn?: Drawn;
  /** What a list says while nothing is chosen. */
  readonly nothing?: string;
}

/** Under which heading of the disclosure it is read again. */
export type Section =
  | 'danger'
  | 'account'
  | 'contact'
  | 'who'
  | 'needs'
  | 'source'
  | 'informant'
  | 'colleagues';

/**
 * Where an answer goes when a case is opened: into the entry with the account, into an entry of its own, among what
 * else was told, or nowhere in the chronology, for a reason.
 */
export type Goes = 'account' | 'told' | { readonly entry: string } | { readonly elsewhere: string };

/** One question, declared once: forms, table, pages and the chronology of a case are made from it. */
export interface Question<V = unknown> {
  /** Its column in the table, and its field in forms. */
  readonly column: string;
  readonly kind: Kind<V>;
  /** As it is read again. */
  readonly label: Label;
  readonly section: Section;
  readonly goes: Goes;
  readonly asks: Readonly<Partial<Record<FormName, Asked>>>;
  /** Its row is shown even where it was not answered. */
  readonly evenEmpty?: true;
  /** Shown only while that way of contact is open, or only once a reason was given (L2.1a). */
  readonly keptBack?: 'until-open' | 'until-asked-for';
}

export function inWords(label: Label, words: Words): string {
  return typeof label === 'string' ? label : label(words);
}
