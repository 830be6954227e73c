import { z } from 'zod';
import { choice, choices, line, optionalChoice, requiredWords, words } from '#kit/forms.ts';
import type { StaffId } from '#rules/facts.ts';
import { abuseTypes, connections, routes, toldBy } from '#rules/words.ts';
import { firstKnownAt } from './first-known.ts';
import { ageBands, answers, contactChannels, dangerAnswers, valuesOf, whenHappened } from './lists.ts';
import { conflictFields, conflictsIn } from './named-colleagues.ts';
import { questionsOf, routeField, routeQuestions } from './route-questions.ts';
import type { DisclosureValue } from './value.ts';

/** When the form is read, and on whose clock. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

export const answered = () => optionalChoice(valuesOf(answers), 'not_asked');

/** A moment in four boxes: `received-day`, `received-month`, `received-year`, `received-time`. */
export const receivedFields = {
  'received-day': line(2),
  'received-month': line(2),
  'received-year': line(4),
  'received-time': line(5),
};

/** The type of the form knows only that they are there as text. */
const routeFields = Object.fromEntries(
  routeQuestions.flatMap((question) =>
    question.routes.map((route) => [routeField(route, question), words(2_000)]),
  ),
) as Record<never, never>;

const fields = z.object({
  ...receivedFields,
  immediate_danger: choice(valuesOf(dangerAnswers), 'Say whether anybody is in danger right now'),
  danger_response: words(4_000),
  safe_to_contact: answered(),
  contact_channel: optionalChoice(valuesOf(contactChannels), ''),
  contact_value: line(),
  contact_times: line(),
  contact_do_not: line(500),
  who_can_hear: line(500),
  route: choice(valuesOf(routes), 'Choose how you were told'),
  told_by: optionalChoice(valuesOf(toldBy), 'person'),
  verbatim: requiredWords('Write down what was said'),
  person_name: line(),
  person_age: optionalChoice(valuesOf(ageBands), 'not_known'),
  address: line(500),
  alleged_name: line(),
  alleged_age: optionalChoice(valuesOf(ageBands), 'not_known'),
  connection: optionalChoice(valuesOf(connections), ''),
  happened: optionalChoice(valuesOf(whenHappened), 'not_known'),
  abuse_types: choices(valuesOf(abuseTypes)),
  children: answered(),
  children_details: words(4_000),
  pregnant: answered(),
  access_needs: words(4_000),
  views_on_sharing: words(4_000),
  promised: words(4_000),
  informant_name: line(),
  informant_contact: line(),
  informant_known: answered(),
  staff_involved: answered(),
  ...conflictFields,
  ...routeFields,
});

/**
 * What a colleague wrote down while somebody was telling them. Only the route, the danger and the words are required;
 * the answers of other routes' questions are let go.
 * @param colleagues whom the form offered as involved
 */
export function disclosureForm(
  { now, timeZone }: Moment,
  colleagues: readonly StaffId[],
): z.ZodType<DisclosureValue> {
  return fields.transform((typed, context): DisclosureValue => {
    const received = readReceived(typed, now, timeZone);
    if (typeof received === 'string') {
      context.addIssue({ code: 'custom', path: ['received'], message: received });
      return z.NEVER;
    }
    const extra = typed as unknown as Readonly<Record<string, string>>;
    const conflicts = conflictsIn(extra, colleagues);
    if (conflicts === null) {
      context.addIssue({
        code: 'custom',
        path: ['colleague_1'],
        message: 'Choose a colleague from the list',
      });
      return z.NEVER;
    }
    return {
      receivedAt: received,
      route: typed.route,
      toldBy: typed.told_by,
      verbatim: typed.verbatim,
      immediateDanger: typed.immediate_danger,
      dangerResponse: typed.danger_response,
      personName: typed.person_name,
      personAge: typed.person_age,
      address: typed.address,
      allegedName: typed.alleged_name,
      allegedAge: typed.alleged_age,
      connection: typed.connection,
      happened: typed.happened,
      whoCanHear: typed.who_can_hear,
      children: typed.children,
      childrenDetails: typed.children_details,
      pregnant: typed.pregnant,
      safeToContact: typed.safe_to_contact,
      contactChannel: typed.contact_channel,
      contactValue: typed.contact_value,
      contactTimes: typed.contact_times,
      contactDoNot: typed.contact_do_not,
      accessNeeds: typed.access_needs,
      viewsOnSharing: typed.views_on_sharing,
      promised: typed.promised,
      abuseTypes: typed.abuse_types,
      indicators: [],
      routeDetails: detailsOf(typed.route, extra),
      informantName: typed.informant_name,
      informantContact: typed.informant_contact,
      informantKnown: typed.informant_known,
      staffInvolved: conflicts.length > 0 ? 'yes' : typed.staff_involved,
      conflicts,
    };
  });
}

export function readReceived(
  typed: Readonly<Record<keyof typeof receivedFields, string>>,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant | string {
  return firstKnownAt(
    {
      day: typed['received-day'],
      month: typed['received-month'],
      year: typed['received-year'],
      time: typed['received-time'],
    },
    now,
    timeZone,
  );
}

/** Answers to the questions of this route, those that were given. */
export function detailsOf(
  route: DisclosureValue['route'],
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questionsOf(route)
      .map((question) => [question.name, (typed[routeField(route, question)] ?? '').trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );
}
