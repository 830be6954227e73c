import type { Html } from '../html.ts';

/** What a handler answers. A page is rendered after the commit, when no connection is held. */
export type Answer =
  | { readonly kind: 'page'; readonly status: number; readonly page: Page; readonly keeps: boolean }
  | {
      readonly kind: 'redirect';
      readonly to: string;
      readonly said?: string;
      /** What is said there is no success: something has to be done. */
      readonly warns?: boolean;
      readonly cookies?: Cookies;
      readonly leaves?: true;
    }
  | { readonly kind: 'file'; readonly file: FileAnswer };

export interface Page {
  /** Neutral: no name, no subject; `Lintel` is added. */
  readonly title: string;
  readonly main: () => Html;
  /** Above the main part, as wide as the page: a case's identity and safe contact. */
  readonly before?: () => Html;
  readonly backLink?: { readonly href: string; readonly text: string };
  /** Where nobody is signed in: whose page it is. */
  readonly organisationName?: string;
  /** Nothing stands around it: whoever looks at the screen learns not even what program it is. */
  readonly bare?: true;
  readonly paper?: Paper;
}

/**
 * What a browser's own Print gives of a page: all of it, where it tells of nobody, or the sheet in it that was made
 * for paper (`lintel-paper`). Left out, only where to look: nobody was asked who would learn it (V3.2).
 */
export type Paper = 'page' | 'sheet';

export interface FileAnswer {
  /** A neutral file name, or null to show it in the page that asks for it. */
  readonly name: string | null;
  readonly type: string;
  /** What takes long to make is made after the commit, like a page: no connection is held meanwhile. */
  readonly body: string | Buffer | (() => Promise<Buffer | NodeJS.ReadableStream>);
  /** Bytes that came from outside: whatever is in them, a browser lets them do nothing. */
  readonly foreign?: true;
}

/** Cookies to set, by name; null clears. Only signing in and out needs them. */
export type Cookies = Readonly<Record<string, string | null>>;

export function page(page: Page): Answer {
  return { kind: 'page', status: 200, page, keeps: true };
}

/** Something typed was wrong: the form again, nothing changed. */
export function invalid(page: Page): Answer {
  return { kind: 'page', status: 422, page, keeps: false };
}

/** It was refused, and that somebody asked is kept: the form again. */
export function declined(page: Page): Answer {
  return { kind: 'page', status: 422, page, keeps: true };
}

/** Somebody else was first: both texts, nothing changed. */
export function conflicting(page: Page): Answer {
  return { kind: 'page', status: 409, page, keeps: false };
}

/** After a change: where to look next, and what to say there (neutral words, no names). */
export function redirect(to: string, said?: string, cookies?: Cookies): Answer {
  return { kind: 'redirect', to, ...(said === undefined ? {} : { said }), ...(cookies ? { cookies } : {}) };
}

/** After a change that leaves something to be done now: what that is, never told as a success. */
export function redirectWarning(to: string, said: string): Answer {
  return { kind: 'redirect', to, said, warns: true };
}

/** Away from here: the browser is asked to forget what this site left in it. */
export function leave(to: string): Answer {
  return { kind: 'redirect', to, leaves: true };
}

export function file(file: FileAnswer): Answer {
  return { kind: 'file', file };
}
