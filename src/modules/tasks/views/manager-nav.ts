import { subNavigation } from '#kit/components/sub-navigation.ts';
import type { Html } from '#kit/html.ts';
import { paths } from '../paths.ts';

const parts = [
  { text: 'Caseload', href: paths.caseload },
  { text: 'Move cases', href: paths.reassignment },
  { text: 'Case reviews', href: paths.supervision },
] as const;

/** What a manager of the team looks after, beside single cases. */
export function managerNavigation(active: (typeof parts)[number]['text']): Html {
  return subNavigation({
    label: 'The team’s work',
    items: parts.map((part) => ({ ...part, active: part.text === active })),
  });
}
