import { z } from 'zod';
import { choice, choices, line, optionalChoice, words } from '#kit/forms.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import { answered, type Moment, readReceived, receivedFields } from './forms.ts';
import { indicators } from './indicators.ts';
import { ageBands, dangerAnswers, valuesOf } from './lists.ts';
import { conflictFields, conflictsIn } from './named-colleagues.ts';
import { type DisclosureValue, nothingElseKnown } from './value.ts';

const fields = z.object({
  ...receivedFields,
  immediate_danger: choice(valuesOf(dangerAnswers), 'Say whether anybody is in danger right now'),
  danger_response: words(4_000),
  indicators: choices(valuesOf(indicators)),
  verbatim: words(),
  opinion: words(4_000),
  address: line(500),
  person_name: line(),
  person_age: optionalChoice(valuesOf(ageBands), 'not_known'),
  job_reference: line(),
  children: answered(),
  staff_involved: answered(),
  ...conflictFields,
});

/**
 * What a colleague or contractor saw or suspects (L2.4). A sign or a sentence is enough; what was seen and what is only
 * thought are kept apart. @param team those who will read it, whom the form offered as involved
 */
export function concernForm(
  { now, timeZone }: Moment,
  reporter: readonly Role[],
  team: readonly StaffId[],
): z.ZodType<DisclosureValue> {
  return fields.transform((typed, context): DisclosureValue => {
    const noticed = readReceived(typed, now, timeZone);
    const conflicts = conflictsIn(typed, team);
    const enough = typed.indicators.length > 0 || typed.verbatim.trim() !== '';
    if (!enough) problem(context, 'verbatim', 'Tick what you noticed, or write it in a few words');
    if (typeof noticed === 'string') problem(context, 'received', noticed);
    if (conflicts === null) problem(context, 'colleague_1', 'Choose a colleague from the list');
    if (!enough || typeof noticed === 'string' || conflicts === null) return z.NEVER;
    return {
      ...nothingElseKnown,
      ...reportedBy(reporter),
      receivedAt: noticed,
      verbatim: typed.verbatim,
      immediateDanger: typed.immediate_danger,
      dangerResponse: typed.danger_response,
      personName: typed.person_name,
      personAge: typed.person_age,
      address: typed.address,
      children: typed.children,
      indicators: typed.indicators,
      routeDetails: given({ opinion: typed.opinion, job_reference: typed.job_reference }),
      staffInvolved: conflicts.length > 0 ? 'yes' : typed.staff_involved,
      conflicts,
    };
  });
}

/** A contractor who is also a colleague reports as a colleague. */
function reportedBy(roles: readonly Role[]): Pick<DisclosureValue, 'route' | 'toldBy'> {
  return roles.every((role) => role === 'contractor')
    ? { route: 'seen_by_contractor', toldBy: 'contractor' }
    : { route: 'seen_by_colleague', toldBy: 'colleague' };
}

function given(answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== ''));
}

function problem(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message });
}
