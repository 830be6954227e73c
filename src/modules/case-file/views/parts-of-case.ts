import { groupedNavigation } from '#kit/components/grouped-navigation.ts';
import type { Html } from '#kit/html.ts';
import type { CaseId } from '#rules/facts.ts';
import { paths } from '../paths.ts';

/** The parts of a case, by what somebody comes for; each stands in one group. */
const groups = [
  { heading: 'Record', parts: ['Overview', 'Chronology', 'Files', 'People'] },
  { heading: 'In touch', parts: ['Contact', 'Diary'] },
  { heading: 'Safety', parts: ['Risk', 'Plan', 'Safeguarding', 'Enforcement'] },
  {
    heading: 'Support',
    parts: [
      'Offers',
      'Money',
      'Home security',
      'Housing options',
      'Moves',
      'Tenancy',
      'Needs',
      'Breathing space',
      'Tasks',
      'Sharing',
    ],
  },
  { heading: 'This case', parts: ['Costs', 'Access', 'Pause and closing'] },
] as const;
export type Section = (typeof groups)[number]['parts'][number];

const addresses: Readonly<Record<Section, (id: CaseId) => string>> = {
  Overview: paths.overview,
  Chronology: paths.entries,
  Files: paths.files,
  People: paths.people,
  Contact: paths.contact,
  Diary: paths.diary,
  Risk: paths.risk,
  Plan: paths.actionPlan,
  Safeguarding: paths.safeguarding,
  Enforcement: paths.enforcement,
  Offers: paths.support,
  'Home security': paths.security,
  Money: paths.money,
  'Housing options': paths.housing,
  Moves: paths.moves,
  Tenancy: paths.tenancyEvents,
  Needs: paths.needs,
  'Breathing space': paths.breathingSpace,
  Tasks: paths.tasks,
  Sharing: paths.sharing,
  Costs: paths.costs,
  Access: paths.access,
  'Pause and closing': paths.closing,
};

/** Above the heading of every page of a case, always in one place. */
export function partsOfCase(id: CaseId, section: Section): Html {
  return groupedNavigation({
    label: 'Parts of this case',
    groups: groups.map(({ heading, parts }) => ({
      heading,
      items: parts.map((text) => ({ text, href: addresses[text](id), active: text === section })),
    })),
  });
}
