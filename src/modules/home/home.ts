import type { Role } from '#rules/facts.ts';
import { may } from '#rules/may.ts';

/**
 * Where somebody's work begins: the team's cases or their own day, the board, or the form
 * that a colleague is here for.
 */
export function firstPage(roles: readonly Role[]): string {
  if (roles.includes('da_manager')) return '/cases/team';
  if (may(roles, 'day.see').allowed) return '/day';
  if (may(roles, 'staff.manage').allowed) return '/staff';
  if (may(roles, 'board.see').allowed) return '/board';
  if (may(roles, 'fund.manage').allowed) return '/funds';
  if (may(roles, 'court-step.say').allowed) return '/court-steps';
  if (may(roles, 'move-check.ask').allowed) return '/move-checks';
  return '/concerns/new';
}
