import { z } from 'zod';
import { choice, optionalChoice } from '#kit/forms.ts';
import { labelOf, type ToldBy } from '#rules/words.ts';
import { childFields, childrenIn } from './child-rows.ts';
import { answerLabel, contactChannels } from './lists.ts';
import type { Answers, QuestionsOf } from './questions/all.ts';
import { answersIn, fieldsFor } from './questions/form.ts';
import { detailFields, detailsIn } from './route-details.ts';
import { type DisclosureValue, nothingElseKnown } from './value.ts';

export const reportedFor = [
  { value: 'me', label: 'It is about me' },
  { value: 'someone_else', label: 'It is about somebody else' },
] as const;

export const reporters = [
  { value: 'friend_family', label: 'A friend or family member' },
  { value: 'neighbour', label: 'A neighbour' },
] as const;

/**
 * What somebody tells on the help site, for themselves or for somebody else. Only the words are required: a name, an
 * address and a way to make contact may all stay empty.
 */
export const helpReport = z.object({
  ...fieldsFor('help'),
  ...detailFields('help'),
  ...childFields,
  reported_for: choice(['me', 'someone_else'], 'Say whether it is about you or somebody else'),
  reporter: optionalChoice(['friend_family', 'neighbour'], ''),
});

export type HelpReport = z.infer<typeof helpReport>;
type Told = Pick<Answers, QuestionsOf<'help'>>;

/** What the team will read, of a report that arrived then. */
export function disclosureOf(report: HelpReport, receivedAt: Temporal.Instant): DisclosureValue {
  const forSomebodyElse = report.reported_for === 'someone_else';
  const told = answersIn('help', report);
  const childrenTold = childrenIn(report);
  return {
    ...nothingElseKnown,
    ...told,
    childrenTold,
    // They wrote a child down: whatever was ticked above, there is one.
    children: childrenTold.length > 0 ? 'yes' : told.children,
    receivedAt,
    route: 'web_form',
    toldBy: forSomebodyElse ? toldBy(report.reporter) : 'person',
    routeDetails: detailsIn('help', report),
    ...(forSomebodyElse && informantsOwn(told)),
  };
}

/** Did they leave a way in which somebody may answer? Where none is safe, that is said to them (L2.2). */
export function answerable(report: HelpReport): boolean {
  const { informantContact, contactChannel, contactValue, safeToContact } = answersIn('help', report);
  if (safeToContact === 'no') return false;
  return contactValue !== '' || informantContact !== '' || contactChannel === 'through_somebody';
}

/** The way to reach an informant is never taken for that of the person at risk: it is kept beside their name. */
function informantsOwn(told: Told): Partial<DisclosureValue> {
  const { informantContact, contactChannel, contactValue, contactTimes, safeToContact } = told;
  const { safeToContact: notAsked, contactChannel: noWay } = nothingElseKnown;
  const ways = [
    informantContact,
    labelled(contactChannel && labelOf(contactChannels, contactChannel), contactValue),
    contactTimes,
    safeToContact === 'not_asked' ? '' : `Safe to contact them: ${answerLabel(safeToContact).toLowerCase()}`,
  ];
  return {
    safeToContact: notAsked,
    contactChannel: noWay,
    contactValue: '',
    contactTimes: '',
    informantContact: ways.filter((way) => way !== '').join('; '),
  };
}

function labelled(way: string, value: string): string {
  return way === '' || value === '' ? way || value : `${way}: ${value}`;
}

/** Whoever does not say how they know the person is taken for somebody who cares about them. */
function toldBy(reporter: HelpReport['reporter']): ToldBy {
  return reporter === 'neighbour' ? 'neighbour' : 'friend_family';
}
