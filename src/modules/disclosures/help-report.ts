import { z } from 'zod';
import { choice, line, optionalChoice, requiredWords, words } from '#kit/forms.ts';
import type { ToldBy } from '#rules/words.ts';
import { answers, contactChannels, dangerAnswers, valuesOf } from './lists.ts';
import { type DisclosureValue, nothingElseKnown } from './value.ts';

export const reportedFor = [
  { value: 'me', label: 'It is about me' },
  { value: 'someone_else', label: 'It is about somebody else' },
] as const;

export const reporters = [
  { value: 'friend_family', label: 'A friend or family member' },
  { value: 'neighbour', label: 'A neighbour' },
] as const;

const answered = () => optionalChoice(valuesOf(answers), 'not_asked');

/**
 * What somebody tells on the help site, for themselves or for somebody else. Only the words are required: a name, an
 * address and a way to make contact may all stay empty.
 */
export const helpReport = z.object({
  immediate_danger: optionalChoice(valuesOf(dangerAnswers), 'not_known'),
  reported_for: choice(['me', 'someone_else'], 'Say whether it is about you or somebody else'),
  verbatim: requiredWords('Write a few words about what is happening', 10_000),
  person_name: line(),
  address: line(500),
  children: answered(),
  device_safe: answered(),
  safe_to_contact: answered(),
  contact_channel: optionalChoice(valuesOf(contactChannels), ''),
  contact_value: line(),
  contact_times: line(),
  who_might_see: line(500),
  access_needs: words(2_000),
  reporter: optionalChoice(['friend_family', 'neighbour'], ''),
  informant_name: line(),
  informant_contact: line(),
  informant_known: answered(),
});

export type HelpReport = z.infer<typeof helpReport>;

/** What the team will read, of a report that arrived then. */
export function disclosureOf(report: HelpReport, receivedAt: Temporal.Instant): DisclosureValue {
  const forSomebodyElse = report.reported_for === 'someone_else';
  return {
    ...nothingElseKnown,
    receivedAt,
    route: 'web_form',
    toldBy: forSomebodyElse ? toldBy(report.reporter) : 'person',
    verbatim: report.verbatim,
    immediateDanger: report.immediate_danger,
    personName: report.person_name,
    address: report.address,
    children: report.children,
    whoCanHear: report.who_might_see,
    accessNeeds: report.access_needs,
    routeDetails: report.device_safe === 'not_asked' ? {} : { device_safe: report.device_safe },
    ...(forSomebodyElse ? informant(report) : contact(report)),
  };
}

/** The informant's own contact details are never taken for those of the person at risk. */
function informant(report: HelpReport): Partial<DisclosureValue> {
  return {
    informantName: report.informant_name,
    informantContact: report.informant_contact,
    informantKnown: report.informant_known,
  };
}

function contact(report: HelpReport): Partial<DisclosureValue> {
  return {
    safeToContact: report.safe_to_contact,
    contactChannel: report.contact_channel,
    contactValue: report.contact_value,
    contactTimes: report.contact_times,
  };
}

/** Whoever does not say how they know the person is taken for somebody who cares about them. */
function toldBy(reporter: HelpReport['reporter']): ToldBy {
  return reporter === 'neighbour' ? 'neighbour' : 'friend_family';
}
