import { z } from 'zod';
import { formGiven, known, line } from '#kit/forms.ts';
import type { PropertyId, Role, StaffId } from '#rules/facts.ts';
import { childFields, childProblems, childrenIn, noneAndSome, someBelow } from './child-rows.ts';
import { type Moment, readReceived, receivedFields } from './forms.ts';
import { conflictFields, conflictsIn } from './named-colleagues.ts';
import { answersIn, fieldsFor } from './questions/form.ts';
import { detailFields, detailsIn } from './route-details.ts';
import { type DisclosureValue, nothingElseKnown } from './value.ts';

/** A home of the register, as whoever reports sees it: where it is, and nothing of who lives there. */
export interface ChosenHome {
  readonly id: PropertyId;
  readonly address: string;
}

interface ConcernFacts extends Moment {
  readonly reporter: readonly Role[];
  /** Those who will read it, whom the form offered as involved. */
  readonly team: readonly StaffId[];
  /** What the register has of the home that was chosen; null: none was, or there is none for this person. */
  readonly home: ChosenHome | null;
}

const fields = z.object({
  ...receivedFields,
  ...fieldsFor('concern'),
  ...detailFields('concern'),
  ...conflictFields,
  ...childFields,
  property_id: line(36),
  facts: known<ConcernFacts>(),
});

/**
 * What a colleague or contractor saw or suspects (L2.4). A sign or a sentence is enough; what was seen and what is only
 * thought are kept apart. Where it was is asked, and that it is not known is an answer.
 */
export const concernForm = formGiven(
  fields.transform(({ facts, ...typed }, context): DisclosureValue => {
    const { now, timeZone, reporter, team, home } = facts;
    const noticed = readReceived(typed, now, timeZone);
    const conflicts = conflictsIn(typed, team);
    const answers = answersIn('concern', typed);
    const enough = answers.indicators.length > 0 || answers.verbatim.trim() !== '';
    if (!enough) problem(context, 'verbatim', 'Tick what you noticed, or write it in a few words');
    if (typeof noticed === 'string') problem(context, 'received', noticed);
    if (conflicts === null) problem(context, 'colleague_1', 'Choose a colleague from the list');
    const childrenTold = childrenIn(typed);
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
    for (const [field, message] of childProblems(typed, today)) problem(context, field, message);
    if (noneAndSome(answers.children, childrenTold)) problem(context, 'children', someBelow);
    const address = answers.address.trim() || (home?.address ?? '');
    const somewhere = address !== '';
    if (typed.property_id !== '' && home === null)
      problem(context, 'search', 'Find the home again: it could not be taken from the register');
    if (answers.whereKnown === 'known' && !somewhere)
      problem(context, 'address', 'Find the home or describe the place, or choose that it is not known');
    if (answers.whereKnown === 'not_asked' && !somewhere)
      problem(context, 'where_known', 'Say where it was, or that it is not known');
    if (!enough || typeof noticed === 'string' || conflicts === null) return z.NEVER;
    return {
      ...nothingElseKnown,
      ...reportedBy(reporter),
      ...answers,
      receivedAt: noticed,
      routeDetails: detailsIn('concern', typed),
      staffInvolved: conflicts.length > 0 ? 'yes' : answers.staffInvolved,
      conflicts,
      address,
      // Whoever writes a place down has said that it is known.
      whereKnown: somewhere ? 'known' : answers.whereKnown,
      propertyId: home?.id ?? null,
      childrenTold,
      children: childrenTold.length > 0 ? 'yes' : answers.children,
    };
  }),
  (
    typed,
    moment: Moment,
    reporter: readonly Role[],
    team: readonly StaffId[],
    home: ChosenHome | null = null,
  ) => ({ ...typed, facts: { ...moment, reporter, team, home } }),
);

/** A contractor who is also a colleague reports as a colleague. */
function reportedBy(roles: readonly Role[]): Pick<DisclosureValue, 'route' | 'toldBy'> {
  return roles.every((role) => role === 'contractor')
    ? { route: 'seen_by_contractor', toldBy: 'contractor' }
    : { route: 'seen_by_colleague', toldBy: 'colleague' };
}

function problem(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message });
}
