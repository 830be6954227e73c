import { allowed, type Role, refused, type StaffId, type Verdict } from '#rules/facts.ts';

/** How somebody describes themselves is not what an emergency is about (V3.2). The database agrees. */
export function maySeeEquality({
  emergencyUntil,
}: {
  readonly emergencyUntil: Temporal.Instant | null;
}): Verdict {
  return emergencyUntil === null
    ? allowed
    : refused(
        'Whoever is in a case by emergency access does not see how people describe themselves.',
        'need-to-know',
      );
}

/** Nationality and immigration are for whoever leads the case and the managers who see it. The database agrees. */
export function maySeeRestricted(
  file: { readonly leadId: StaffId | null; readonly emergencyUntil: Temporal.Instant | null },
  by: { readonly id: StaffId; readonly roles: readonly Role[] },
): Verdict {
  const equality = maySeeEquality(file);
  if (!equality.allowed) return equality;
  if (file.leadId === by.id || by.roles.includes('da_manager')) return allowed;
  return refused('Nationality and immigration are for whoever leads the case, and managers.', 'need-to-know');
}
