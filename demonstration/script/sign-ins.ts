import type { Person } from './team.ts';

/** Everybody's in the demonstration. It guards invented people alone, and is printed at every start. */
export const password = 'lantern orchard kettle';

/** 20 bytes that stand in this file for anybody to read: no account of a real landlord ever has them. */
export const secondFactor = Buffer.from('LintelDemonstration!');

const who: Readonly<Record<string, string>> = {
  manager: 'team manager',
  deputy: 'second manager and administrator',
  worker1: 'team member',
  worker2: 'second team member',
  director: 'director',
  administrator: 'administrator',
  colleague1: 'colleague',
  income: 'income officer',
  lettings: 'lettings officer',
  finance: 'finance officer',
  contractor: 'contractor',
  protection: 'data protection officer',
};

/** Those that a visitor is told of: one a role, and a second one where two people decide or one looks after another. */
export function shown(team: readonly Person[]): readonly (Person & { readonly who: string })[] {
  return Object.entries(who).flatMap(([post, each]) =>
    team.filter((person) => person.post === post).map((person) => ({ ...person, who: each })),
  );
}

/** By its domain: nobody real has an address that ends in `.example`, which is kept for examples (RFC 2606). */
export function isDemonstrationAccount(email: string): boolean {
  return /^[^@\s]+@[a-z0-9-]+\.example$/.test(email.trim().toLowerCase());
}
