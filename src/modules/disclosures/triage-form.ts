import { z } from 'zod';
import { choice, formGiven, line, optionalChoice, words } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { type MomentBounds, typedMoment } from '#kit/typed-moment.ts';
import type { ToldChild } from '#modules/case-file/pure.ts';
import { saidOfReferral } from '#modules/safeguarding/pure.ts';
import type { CaseId, PersonId, PropertyId, StaffId } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { childFields, childProblems, childrenIn, noneAndSome, someBelow } from './child-rows.ts';
import { checkDefinition, type Definition, type DefinitionFacts, definitions } from './definition.ts';
import { type Reached, reachedChannels } from './handing-over.ts';
import { type Handover, handovers } from './handovers.ts';
import { answersIn, fieldsFor } from './questions/form.ts';

/** Whom it is about: somebody on the register, somebody who is not, or nobody that is known yet. */
export type TriagePerson =
  | { readonly kind: 'register'; readonly id: PersonId }
  | { readonly kind: 'new'; readonly givenName: string; readonly familyName: string }
  | { readonly kind: 'not_known' };

export type TriageOutcome =
  | { readonly kind: 'new_case'; readonly leadId: StaffId | null; readonly describedAs: string }
  /** It happened again, or somebody else told us too. */
  | { readonly kind: 'existing_case'; readonly caseId: CaseId }
  /** A warm handover: somebody was spoken to, and told what the person wants. */
  | {
      readonly kind: 'handover';
      readonly to: Handover;
      readonly contact: string;
      readonly said: string;
      readonly safetyStep: string;
      /** Who spoke with the person, safely and both ways: that keeps the promise of contact. Null: nobody did. */
      readonly reached: Reached | null;
      /** Why nobody did: a second person decides. */
      readonly notReachedWhy: string;
    };

export const safeguardingAnswers = saidOfReferral;
export type Safeguarding = (typeof safeguardingAnswers)[number]['value'] | 'not_needed';

/** Of an adult at risk nobody may know yet; then the case asks until it is known (L2.5). */
export const adultSafeguardingAnswers = [
  ...safeguardingAnswers,
  { value: 'nobody', label: 'There is no such adult' },
  { value: 'not_known', label: 'Not known yet', hint: 'The case asks again' },
] as const;
export type AdultSafeguarding = (typeof adultSafeguardingAnswers)[number]['value'] | 'not_asked';

/** What a named person decided, and why. */
export interface TriageDecision {
  readonly facts: DefinitionFacts;
  readonly definition: Definition;
  readonly person: TriagePerson;
  readonly propertyId: PropertyId | null;
  readonly outcome: TriageOutcome;
  /** The children as they are known now; null: nobody was asked again, and those stand who were told of. */
  readonly children?: readonly ToldChild[] | null;
  readonly safeguarding: Safeguarding;
  readonly safeguardingWhy: string;
  readonly adultSafeguarding: AdultSafeguarding;
  readonly adultSafeguardingWhy: string;
  readonly why: string;
}

const optionalId = z.preprocess((value) => value || null, z.uuid('Choose from the list').nullable());

const fields = z.object({
  ...fieldsFor('triage'),
  ...childFields,
  children_asked: line(3),
  children_by: z.custom<Temporal.PlainDate | undefined>(() => true).optional(),
  definition: choice(valuesOf(definitions), 'Choose what the check comes to'),
  why: words(4_000),
  person_id: optionalId,
  given_name: line(),
  family_name: line(),
  property_id: optionalId,
  outcome: choice(['new_case', 'existing_case', 'handover'], 'Choose what happens next'),
  case_id: optionalId,
  join_why: words(4_000),
  lead_id: optionalId,
  described_as: line(),
  handover_to: optionalChoice(valuesOf(handovers), ''),
  handover_contact: line(500),
  handover_said: words(4_000),
  safety_step: words(4_000),
  reached: optionalChoice(['yes', 'no'], ''),
  reached_by: optionalId,
  reached_channel: optionalChoice(valuesOf(reachedChannels), ''),
  reached_at: z.custom<Temporal.Instant | string | undefined>(() => true).optional(),
  not_reached_why: words(4_000),
  safeguarding: optionalChoice(valuesOf(safeguardingAnswers), 'not_needed'),
  safeguarding_why: words(4_000),
  adult_safeguarding: optionalChoice(valuesOf(adultSafeguardingAnswers), 'not_asked'),
  adult_safeguarding_why: words(4_000),
});
type Typed = z.infer<typeof fields>;
const lastDay = Temporal.PlainDate.from('9999-12-31');

/**
 * The decision of triage. The check only suggests; whoever decides otherwise says why. Nobody is handed over without
 * somebody having been spoken to and a step today to keep the person safe, and a child is never passed over.
 */
export const triageForm: z.ZodType<TriageDecision> = fields
  .superRefine((typed, context) => {
    const told = childrenIn(typed);
    const problems = {
      ...problemsOf(typed),
      ...Object.fromEntries(childProblems(typed, typed.children_by ?? lastDay)),
      ...(noneAndSome(factsOf(typed).children, told) && { children: someBelow }),
    };
    for (const [field, message] of Object.entries(problems))
      context.addIssue({ code: 'custom', path: [field], message });
  })
  .transform((typed) => ({
    facts: factsOf(typed),
    definition: typed.definition,
    person: personOf(typed),
    propertyId: typed.property_id as PropertyId | null,
    outcome: outcomeOf(typed),
    children: typed.children_asked === 'yes' ? childrenIn(typed) : null,
    safeguarding: typed.safeguarding,
    safeguardingWhy: typed.safeguarding_why.trim(),
    adultSafeguarding: typed.adult_safeguarding,
    adultSafeguardingWhy: typed.adult_safeguarding_why.trim(),
    why: typed.why.trim(),
  }));

const factsAsked = z.object({ ...fieldsFor('triage'), ...childFields });

/** What is known so far, from a form that may still be wrong elsewhere; what cannot be read is not known. */
export function factsIn(typed: Readonly<Record<string, unknown>>): DefinitionFacts {
  const read = factsAsked.safeParse(typed);
  return factsOf(read.success ? read.data : factsAsked.parse({}));
}

function problemsOf(typed: Typed): Readonly<Record<string, string>> {
  const check = checkDefinition(factsOf(typed));
  const handing = typed.outcome === 'handover';
  const needsWhy = typed.definition !== check.suggested || (handing && !isHandedOverByRule(typed.definition));
  const child = check.next.includes('child_safeguarding');
  const problems: Record<string, string | false> = {
    why:
      needsWhy && !isReason(typed.why) && 'Say in a sentence why, because the check suggests something else',
    given_name:
      typed.given_name === '' && typed.family_name !== '' && 'Enter a given name, or leave both names empty',
    family_name:
      typed.given_name !== '' && typed.family_name === '' && 'Enter a family name, or leave both names empty',
    case_id: typed.outcome === 'existing_case' && typed.case_id === null && 'Choose the case it belongs to',
    handover_to: handing && typed.handover_to === '' && 'Choose who takes over',
    handover_contact: handing && typed.handover_contact === '' && 'Say whom you spoke to, and how',
    handover_said: handing && !isReason(typed.handover_said) && 'Say in a sentence what you told them',
    safety_step:
      handing &&
      !isReason(typed.safety_step) &&
      'Say in a sentence what was done today to keep the person safe, before handing over',
    reached: handing && typed.reached === '' && 'Say whether the person was spoken to',
    reached_channel:
      handing && typed.reached === 'yes' && typed.reached_channel === '' && 'Say how they were reached',
    reached_at: handing && typed.reached === 'yes' && momentProblem(typed.reached_at),
    not_reached_why:
      handing &&
      typed.reached === 'no' &&
      !isReason(typed.not_reached_why) &&
      'Say in a sentence why nobody has reached them',
    safeguarding: child && typed.safeguarding === 'not_needed' && 'Say what happens to keep the child safe',
    safeguarding_why:
      typed.safeguarding === 'not_referred' &&
      !isReason(typed.safeguarding_why) &&
      'Say in a sentence why there is no referral of the child',
    adult_safeguarding_why:
      typed.adult_safeguarding === 'not_referred' &&
      !isReason(typed.adult_safeguarding_why) &&
      'Say in a sentence why there is no referral of the adult',
  };
  return Object.fromEntries(
    Object.entries(problems).filter((problem): problem is [string, string] => problem[1] !== false),
  );
}

/** Findings after which somebody else helps better; any other handover needs its reason, and still owes contact. */
export const handedOverByRule = ['not_connected', 'under_16'] as const satisfies readonly Definition[];

/** Is somebody else to help by the definition itself? */
export function isHandedOverByRule(definition: Definition): definition is (typeof handedOverByRule)[number] {
  return handedOverByRule.some((each) => each === definition);
}

function factsOf(read: Readonly<Record<string, unknown>>): DefinitionFacts {
  const answers = answersIn('triage', read);
  const { children } = answers;
  // Whoever writes a child down has answered whether there is one.
  return { ...answers, children: children !== 'no' && childrenIn(read).length > 0 ? 'yes' : children };
}

function personOf(typed: Typed): TriagePerson {
  if (typed.person_id !== null) return { kind: 'register', id: typed.person_id as PersonId };
  return typed.given_name === ''
    ? { kind: 'not_known' }
    : { kind: 'new', givenName: typed.given_name, familyName: typed.family_name };
}

function outcomeOf(typed: Typed): TriageOutcome {
  if (typed.outcome === 'existing_case') return { kind: 'existing_case', caseId: typed.case_id as CaseId };
  if (typed.outcome === 'new_case')
    return { kind: 'new_case', leadId: typed.lead_id as StaffId | null, describedAs: typed.described_as };
  return {
    kind: 'handover',
    to: typed.handover_to as Handover,
    contact: typed.handover_contact,
    said: typed.handover_said.trim(),
    safetyStep: typed.safety_step.trim(),
    reached: reachedOf(typed),
    notReachedWhy: typed.not_reached_why.trim(),
  };
}

function reachedOf({
  reached,
  reached_by: by,
  reached_channel: channel,
  reached_at: at,
}: Typed): Reached | null {
  if (reached !== 'yes' || channel === '' || !(at instanceof Temporal.Instant)) return null;
  return { by: by as StaffId | null, channel, at };
}

function momentProblem(at: Typed['reached_at']): string | false {
  if (at instanceof Temporal.Instant) return false;
  return typeof at === 'string' ? at : 'Enter the day and the time';
}

/** The same as it is sent: whoever was reached was reached after somebody told us, and by now. */
export const triageFormAt = formGiven(
  triageForm as unknown as z.ZodType<TriageDecision>,
  (typed, bounds: MomentBounds) => {
    const children_by = bounds.notAfter?.toZonedDateTimeISO(bounds.timeZone).toPlainDate();
    return { ...typed, reached_at: typedMoment(typed, 'reached_at', bounds), children_by };
  },
);
