import type { Verdict } from '#rules/facts.ts';

/**
 * Every way in which a request can end other than well: code, status, and words that are safe to show to anybody.
 * "Not there" and "not for you" are one answer, so that nobody learns that a case exists (V3.2).
 */
export const faults = {
  'not-found': { status: 404, title: 'Page not found', says: 'Check the address, or go back and try again.' },
  refused: { status: 403, title: 'You cannot do this', says: 'Nothing was changed.' },
  'signed-out': { status: 401, title: 'Sign in again', says: 'Your session has ended.' },
  forged: {
    status: 403,
    title: 'This page was open for too long',
    says: 'Go back, reload the page and send the form again. Nothing was changed.',
  },
  stale: {
    status: 409,
    title: 'Somebody else changed this first',
    says: 'Go back, reload the page and look at what changed. Nothing of yours was saved.',
  },
  crossed: {
    status: 409,
    title: 'Somebody else saved at the same moment',
    says: 'Nothing of yours was saved.',
  },
  unreadable: {
    status: 400,
    title: 'This could not be read',
    says: 'Go back and try again. Nothing was changed.',
  },
  'too-large': {
    status: 413,
    title: 'This is too large',
    says: 'Send less at once. Nothing was changed.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    says: 'Wait a minute, then try again. Nothing was changed.',
  },
  broken: {
    status: 500,
    title: 'Something went wrong',
    says: 'It is not your doing, and it has been noted. Nothing was changed.',
  },
  stopping: {
    status: 503,
    title: 'It is restarting',
    says: 'Wait a moment, then try again. Nothing was changed.',
  },
  away: {
    status: 503,
    title: 'This does not work at the moment',
    says: 'It is not your doing. It comes back by itself: wait a moment, then try again.',
  },
  full: {
    status: 503,
    title: 'Nothing can be saved at the moment',
    says: 'It is not your doing, and nothing was changed. Whoever runs this site has to make room on its disk.',
  },
} as const satisfies Record<string, { status: number; title: string; says: string }>;

/** Nothing was wrong with the form itself: sent again, it may be taken. */
export const passing: ReadonlySet<FaultCode> = new Set([
  'away',
  'full',
  'stopping',
  'broken',
  'crossed',
  'too-many',
]);

export type FaultCode = keyof typeof faults;

export class Fault extends Error {
  readonly code: FaultCode;
  /** For a refusal: the reason and what it rests on. */
  readonly verdict: Verdict | undefined;
  constructor(code: FaultCode, verdict?: Verdict) {
    super(code);
    this.code = code;
    this.verdict = verdict;
  }
}

/** It does not exist, or the wall is in front of it: nobody can tell which. */
export function notFound(): Fault {
  return new Fault('not-found');
}

/** Throws unless the verdict allows. */
export function insist(verdict: Verdict): void {
  if (!verdict.allowed) throw new Fault('refused', verdict);
}
