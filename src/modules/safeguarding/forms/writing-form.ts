import { z } from 'zod';
import { allOnList, formGiven, offeredAny, offeredOrNone, onList, ticked, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';

/** What a referral says, each under its heading; what is left empty is left out. */
export const writtenParts = [
  {
    name: 'worries',
    heading: 'What we are worried about',
    hint: 'What was seen, said or done, when, and from whom we know it. Facts apart from what you think',
  },
  {
    name: 'household',
    heading: 'Who is there',
    hint: 'Each child or adult at risk: name, age, school; who else lives there; who is feared',
  },
  {
    name: 'theirView',
    heading: 'What they say, and what they wish',
    hint: 'The person, and the child or adult themselves, in their words. Whether they know of this',
  },
  {
    name: 'safely',
    heading: 'How to reach them safely, and who must not learn of this',
    hint: 'Which way and when is safe. Whom nobody may contact, tell or ask, and what would follow',
  },
] as const;
type PartName = (typeof writtenParts)[number]['name'];

export interface Writable {
  readonly hubs: readonly string[];
  readonly entries: readonly string[];
  readonly assessments: readonly string[];
}

export const writingForm = formGiven(
  z.object({
    hub: offeredOrNone().refine((hub) => hub !== '', 'Choose where it goes'),
    who: ticked(),
    worries: reason('Say what you are worried about', 8_000),
    household: words(8_000),
    theirView: words(8_000),
    safely: reason('Say how they are reached safely, and who must not learn of it', 4_000),
    entries: offeredAny<string>(),
    assessments: offeredAny<string>(),
  }),
  (typed, offered: Writable) => ({
    ...typed,
    hub: onList(offered.hubs, typed, 'hub'),
    entries: allOnList(offered.entries, typed, 'entries'),
    assessments: allOnList(offered.assessments, typed, 'assessments'),
  }),
);

/** As it is kept and read: a heading is a line that begins with #. */
export function asWritten(given: Readonly<Record<PartName, string>>): string {
  return writtenParts
    .map(({ name, heading }) => ({ heading, said: given[name].trim().replaceAll(/^#+ */gm, '') }))
    .filter(({ said }) => said !== '')
    .map(({ heading, said }) => `# ${heading}\n${said}`)
    .join('\n\n');
}
