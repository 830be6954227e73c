import { allowed, type Role, refused, roles, type Verdict } from '#rules/facts.ts';

/** Roles as people read them, each with what it opens. */
const labels: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  administrator: {
    label: 'Administrator',
    hint: 'Invites colleagues, sets roles, imports the register. Sees no cases',
  },
  da_manager: {
    label: 'Team manager',
    hint: 'Allocates cases, decides who needs to know, approves plans',
  },
  da_worker: { label: 'Team member', hint: 'Triages disclosures and works on cases' },
  director: { label: 'Director', hint: 'Sees the policy board, figures only' },
  data_protection_officer: {
    label: 'Data protection officer',
    hint: 'Reviews emergency access. Sees no cases',
  },
  colleague: { label: 'Colleague', hint: 'Records disclosures and reports concerns. Sees no cases' },
  income: {
    label: 'Income officer',
    hint: 'Asks before each step over income. Sees no cases, and never why something is held',
  },
  lettings: {
    label: 'Lettings officer',
    hint: 'Asks whether a home may be offered to somebody. Sees no cases, and never why it may not',
  },
  finance: {
    label: 'Finance officer',
    hint: 'Looks after funds, and reads what help costs. Sees no cases, and never whom money was for',
  },
  contractor: { label: 'Contractor', hint: 'Reports concerns, nothing else' },
};

export const roleChoices = roles.map((value) => ({ value, ...labels[value] }));

/** "Team manager and Administrator". */
export function rolesInWords(held: readonly Role[]): string {
  const words = roles.filter((role) => held.includes(role)).map((role) => labels[role].label);
  return words.length > 0 ? new Intl.ListFormat('en-GB').format(words) : 'No role';
}

/**
 * With these roles a password alone admits nowhere: they reach cases, everybody's sign-in, or what was done in an
 * emergency. The database agrees.
 */
const guarded: readonly Role[] = [
  ...(['administrator', 'da_manager', 'da_worker', 'data_protection_officer'] as const),
  // Whoever asks about every household one by one.
  ...(['income', 'lettings', 'finance'] as const),
];

export function needsSecondFactor(held: readonly Role[]): boolean {
  return held.some((role) => guarded.includes(role));
}

interface Change {
  /** Is the person who makes the change the one it is made to? */
  readonly own: boolean;
  /** The roles before, and after it; none after an account is ended. */
  readonly before: readonly Role[];
  readonly after: readonly Role[];
  /** Enrolled administrators besides the person whose roles change. */
  readonly otherAdministrators: number;
}

/**
 * V3.2: whoever decides who needs to know does not decide it for themselves alone; and
 * somebody must be left to decide.
 */
export function mayChangeRoles({ own, before, after, otherAdministrators }: Change): Verdict {
  if (own && after.some((role) => !before.includes(role)))
    return refused(
      'Another administrator has to give you a role: nobody gives one to themselves.',
      'need-to-know',
    );
  if (before.includes('administrator') && !after.includes('administrator') && otherAdministrators === 0)
    return refused(
      'This is the last administrator. Make somebody else one first, so that sign-ins can be managed.',
      'need-to-know',
    );
  return allowed;
}

/** Manager and deputy are colleagues whose account goes on, and nobody is their own. @returns messages by field */
export function problemsWith(
  { managerId, deputyId }: { readonly managerId: string | null; readonly deputyId: string | null },
  colleagues: readonly { readonly id: string }[],
): Readonly<Record<string, string>> | null {
  const missing = (id: string | null) => id !== null && !colleagues.some((each) => each.id === id);
  const says = 'Choose somebody from the list';
  if (!missing(managerId) && !missing(deputyId)) return null;
  return { ...(missing(managerId) && { managerId: says }), ...(missing(deputyId) && { deputyId: says }) };
}
