import { type Member, manages } from '#modules/wall/pure.ts';
import type { StaffId } from '#rules/facts.ts';

/** What a colleague holds, in numbers alone: whoever ends their account may see no case. */
export interface Held {
  /** Open cases that they lead. */
  readonly cases: number;
  /** Open cases that nobody but them may see. */
  readonly alone: number;
  /** Open tasks in cases. */
  readonly tasks: number;
  /** Visits and calls still to come. */
  readonly visits: number;
}

interface Left {
  readonly managerId: StaffId | null;
}

/**
 * Who takes on what somebody left in a case: whoever leads it now, else their own manager, else a manager of the team.
 * @param seeing those whom the wall of the case lets in @returns null: nobody does
 */
export function takerOf<T extends Member>(
  leadId: StaffId | null,
  left: Left,
  seeing: readonly T[],
): T | null {
  const there = (id: StaffId | null) => seeing.find((each) => each.id === id);
  return there(leadId) ?? there(left.managerId) ?? seeing.find(manages) ?? null;
}

/** What becomes of it, in words for whoever ends the account. */
export function heldInWords({ cases, alone, tasks, visits }: Held): readonly string[] {
  return [
    cases > 0 &&
      `${counted(cases, 'open case')} that they lead. Each is put into “Nobody yet”, and the managers who ` +
        'may see it are told.',
    alone > 0 &&
      `${counted(alone, 'open case')} kept to them alone. The managers of the team without a conflict are ` +
        'let in.',
    tasks > 0 &&
      `${counted(tasks, 'open task')} in cases. Each goes to whoever leads the case, or to a manager.`,
    visits > 0 &&
      `${counted(visits, 'visit or call')} still to come. None is moved: who comes was agreed with the ` +
        'person. Whoever leads the case, or a manager, is given the task of agreeing it anew.',
  ].filter((line) => line !== false);
}

function counted(number: number, one: string): string {
  const many = one.startsWith('visit') ? 'visits and calls' : `${one}s`;
  return `${number} ${number === 1 ? one : many}`;
}
