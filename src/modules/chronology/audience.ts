import type { Choice } from '#rules/words.ts';

/** To whom an entry may be shown outside the team, once somebody has looked at it (V3.2, domain §10). */
export const audiences = [
  { value: 'person', label: 'The person themselves', hint: 'In a copy of their record, or read aloud' },
  {
    value: 'agencies',
    label: 'Agencies, if the person agrees',
    hint: 'Also a court. Anything wider is a decision of its own, with its reason',
  },
] as const satisfies readonly Choice[];
export type Audience = (typeof audiences)[number]['value'];

/** On the form the third answer, which rules out the others. */
export const audienceAnswers = [
  ...audiences,
  {
    value: 'nobody',
    label: 'Nobody without asking first',
    hint: 'What others told us in confidence, and what would show who they are',
  },
] as const satisfies readonly Choice[];
export type AudienceAnswer = (typeof audienceAnswers)[number]['value'];

/**
 * Where nobody has decided yet: what somebody said about themselves is theirs and, as they agree, their agencies’; what
 * we wrote ourselves is theirs to see. All else came from others, and goes to nobody without asking.
 */
export function usualAudience(source: string): readonly Audience[] {
  if (source === 'person') return ['person', 'agencies'];
  return source === 'colleague' || source === 'record' ? ['person'] : [];
}

/** “nobody” ticked beside somebody is no answer. */
export function contradicts(answers: readonly AudienceAnswer[]): boolean {
  return answers.includes('nobody') && answers.length > 1;
}

/** @param answers as ticked; nothing ticked leaves it to the source */
export function audienceOf(answers: readonly AudienceAnswer[], source: string): readonly Audience[] {
  if (answers.length === 0) return usualAudience(source);
  return answers.filter((answer) => answer !== 'nobody');
}

export function answersOf(audience: readonly Audience[]): readonly AudienceAnswer[] {
  return audience.length === 0 ? ['nobody'] : audience;
}

export function audienceInWords(audience: readonly Audience[]): string {
  const [toPerson, toAgencies] = [audience.includes('person'), audience.includes('agencies')];
  if (toPerson && toAgencies) return 'The person themselves, and agencies if they agree';
  if (toPerson) return 'The person themselves only';
  return toAgencies ? 'Agencies, if the person agrees' : 'Nobody without asking first';
}
