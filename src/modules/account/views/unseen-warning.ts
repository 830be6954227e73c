import { warningText } from '#kit/components/warning-text.ts';
import type { Html } from '#kit/html.ts';

/** For administrators, who see no case: how many there are that nobody sees, and what helps. */
export function unseenWarning(count: number): Html {
  const cases = count === 1 ? '1 open case is' : `${count} open cases are`;
  return warningText({
    text:
      `${cases} seen by nobody, because each colleague of the team has a conflict. ` +
      'Invite a manager of the team who has none: they are let in within a minute.',
  });
}
