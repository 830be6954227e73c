import { timingSafeEqual } from 'node:crypto';
import type { Token } from './token.ts';

/** The hash of the one token of each system, once it was found: as many as there are systems, whatever is sent. */
const found = new Map<string, Buffer>();

/** It was found to be that of this system. It may have ended since, which the question itself is asked about. */
export function isProven({ organisation, system, hash }: Token): boolean {
  const theirs = found.get(`${organisation} ${system}`);
  return theirs !== undefined && theirs.length === hash.length && timingSafeEqual(theirs, hash);
}

export function prove({ organisation, system, hash }: Token): void {
  found.set(`${organisation} ${system}`, hash);
}
