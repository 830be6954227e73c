import type { Connection } from '#rules/words.ts';
import type { AgeBand, Answered, Happened } from './lists.ts';

/** Domestic Abuse Act 2021 s.1 to s.3, as the rows of our triage table (domain reference §1). */
export const definitions = [
  { value: 'meets', label: 'Meets the definition' },
  { value: 'unclear', label: 'Not clear yet: treated as domestic abuse' },
  { value: 'historic', label: 'In the past: in scope, current risk looked at again' },
  { value: 'aged_16_17', label: 'Somebody is 16 or 17: domestic abuse and child safeguarding' },
  { value: 'under_16', label: 'Somebody is under 16: child safeguarding today' },
  { value: 'not_connected', label: 'Not personally connected: helped by another route' },
] as const;
export type Definition = (typeof definitions)[number]['value'];

/** What is known of the two people. Nothing here is asked for as proof, and nothing waits for it (V3.1). */
export interface DefinitionFacts {
  readonly connection: Connection | '';
  readonly personAge: AgeBand;
  readonly allegedAge: AgeBand;
  readonly happened: Happened;
  readonly children: Answered;
  /** Whether so-called honour plays a part: with any suggestion of it, specialists are asked (L1.4b). */
  readonly honour: Answered;
}

export interface Reason {
  readonly says: string;
  readonly law: string;
}

export type NextStep =
  | 'treat_as_abuse'
  | 'child_safeguarding'
  | 'support_parent'
  | 'child_is_victim'
  | 'safety_step_today'
  | 'warm_handover'
  | 'look_at_risk_again';

export interface DefinitionCheck {
  readonly suggested: Definition;
  readonly reasons: readonly Reason[];
  readonly next: readonly NextStep[];
}

/**
 * What the Act says of what is known so far, with its reasons; a person decides. A child comes before everything, and
 * what is not known is never held against anybody: it is `unclear`, which is treated as domestic abuse.
 */
export function checkDefinition(facts: DefinitionFacts): DefinitionCheck {
  const suggested = suggestion(facts);
  return {
    suggested,
    reasons: [...ageReasons(facts), connectionReason(facts), ...timeReasons(facts), ...childReasons(facts)],
    next: [...new Set([...nextSteps[suggested], ...alsoFor(facts)])],
  };
}

/** As they are kept with the decision. */
export function reasonWords({ reasons }: DefinitionCheck): readonly string[] {
  return reasons.map(({ says, law }) => `${says} (${law})`);
}

function suggestion(facts: DefinitionFacts): Definition {
  const ages = [facts.personAge, facts.allegedAge];
  if (ages.includes('under_16')) return 'under_16';
  if (facts.connection === 'not_connected') return 'not_connected';
  if (ages.includes('aged_16_17')) return 'aged_16_17';
  if (facts.happened === 'in_the_past') return 'historic';
  return known(facts.connection) && ages.every((age) => age === 'adult') ? 'meets' : 'unclear';
}

const nextSteps: Readonly<Record<Definition, readonly NextStep[]>> = {
  meets: ['treat_as_abuse'],
  unclear: ['treat_as_abuse'],
  historic: ['treat_as_abuse', 'look_at_risk_again'],
  aged_16_17: ['treat_as_abuse', 'child_safeguarding'],
  under_16: ['child_safeguarding'],
  not_connected: ['safety_step_today', 'warm_handover'],
};

function alsoFor(facts: DefinitionFacts): readonly NextStep[] {
  const steps: NextStep[] = [];
  if (aged16or17(facts)) steps.push('child_safeguarding');
  if (facts.allegedAge === 'under_16' && facts.personAge !== 'under_16') steps.push('support_parent');
  if (facts.children === 'yes') steps.push('child_is_victim', 'child_safeguarding');
  return steps;
}

function ageReasons(facts: DefinitionFacts): readonly Reason[] {
  const reasons: Reason[] = [];
  if (facts.personAge === 'under_16')
    reasons.push({ says: 'The person at risk was under 16 when it happened.', law: under16 });
  if (facts.allegedAge === 'under_16')
    reasons.push({
      says: 'The person said to have caused harm was under 16 when it happened.',
      law: under16,
    });
  if (aged16or17(facts))
    reasons.push({
      says: 'Somebody is 16 or 17: old enough for the definition, and a child until 18.',
      law: `${bothOver16}; Children Act 1989 s.105`,
    });
  if (reasons.length > 0) return reasons;
  return facts.personAge === 'adult' && facts.allegedAge === 'adult'
    ? [{ says: 'Both are 16 or over.', law: bothOver16 }]
    : [{ says: 'It is not known whether both are 16 or over.', law: bothOver16 }];
}

function connectionReason({ connection }: DefinitionFacts): Reason {
  if (connection === 'not_connected')
    return { says: 'They are not personally connected, so another route helps better.', law: connected };
  if (!known(connection))
    return { says: 'How they are connected is not known yet. Help does not wait for it.', law: connected };
  return { says: `They are personally connected: ${connectionWords[connection]}.`, law: connected };
}

function timeReasons({ happened }: DefinitionFacts): readonly Reason[] {
  return happened === 'in_the_past'
    ? [{ says: 'It happened in the past. That is in scope, and risk may have changed.', law: onceIsEnough }]
    : [];
}

function childReasons({ children }: DefinitionFacts): readonly Reason[] {
  return children === 'yes'
    ? [
        {
          says: 'A child who sees, hears or lives with the effects, and is related to either, is a victim too.',
          law: 'Domestic Abuse Act 2021 s.3',
        },
      ]
    : [];
}

const bothOver16 = 'Domestic Abuse Act 2021 s.1(2)(a)';
const connected = 'Domestic Abuse Act 2021 s.2(1)';
const onceIsEnough = 'Domestic Abuse Act 2021 s.1(3)';
const under16 = `${bothOver16}; Children Act 1989 s.47`;

type Connected = Exclude<Connection, 'not_connected' | 'not_known'>;

/** Section 2(1): the first, second and fifth cover past and present; an agreement counts though it has ended. */
const connectionWords: Readonly<Record<Connected, string>> = {
  married: 'they are or were married',
  civil_partners: 'they are or were civil partners',
  engaged: 'they agreed to marry, even if that has ended',
  cp_agreement: 'they agreed to a civil partnership, even if that has ended',
  intimate: 'they are or were in an intimate personal relationship',
  co_parents: 'they are or were parents of, or responsible for, the same child',
  relatives: 'they are relatives',
};

function known(connection: Connection | ''): connection is Connected {
  return connection !== '' && connection !== 'not_known' && connection !== 'not_connected';
}

function aged16or17(facts: DefinitionFacts): boolean {
  return facts.personAge === 'aged_16_17' || facts.allegedAge === 'aged_16_17';
}
