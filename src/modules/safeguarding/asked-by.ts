import { yearsOld } from '#modules/case-file/pure.ts';
import { dashes } from '#modules/risk-level/pure.ts';
import type { Choice, PartInCase } from '#rules/words.ts';
import type { ReferralKind } from './referral.ts';

/** A fact as it was noted when it was entered, with what stands on record about it now. */
export interface Fact {
  readonly fact: string;
  /** The question of an assessment, and of which one. */
  readonly detail: string;
  readonly instrument: string;
  /** Of a person of the case, and of whoever lives at the home. */
  readonly part: PartInCase | null;
  readonly age: string;
  readonly bornOn: Temporal.PlainDate | null;
}

/** Why a decision is asked for; of several, the first of these is named first. */
export const askedBecause = [
  { value: 'under_16', label: 'Somebody harmed or feared is under 16: safeguarding comes first' },
  { value: 'child_told', label: 'A child told us something' },
  { value: 'aged_16_17', label: 'Somebody harmed or feared is 16 or 17: a child until 18' },
  { value: 'child_there', label: 'A child was seen or heard, or was there' },
  { value: 'child_known', label: 'A child is among the people of the case' },
  { value: 'child_at_home', label: 'The register has somebody under 18 at the home' },
  { value: 'children', label: 'It was said that there are children' },
  { value: 'pregnant', label: 'A pregnancy: an unborn child' },
  { value: 'answer_baby', label: 'An assessment says: pregnant, or a baby' },
  { value: 'answer_contact', label: 'An assessment says: conflict over contact with children' },
  { value: 'answer_harm', label: 'An assessment says: children or others were harmed' },
  { value: 'adult', label: 'It was said that an adult needs care or support' },
  { value: 'needs', label: 'An adult’s health needs or adjustments were written down' },
] as const satisfies readonly Choice[];
export type AskedBecause = (typeof askedBecause)[number]['value'];

export interface Asked {
  readonly kind: ReferralKind;
  readonly reason: AskedBecause;
}

const answers: Readonly<Record<string, AskedBecause>> = {
  7: 'answer_contact',
  9: 'answer_baby',
  18: 'answer_harm',
};
const children = ['under_16', 'aged_16_17', 'child_told', 'child_there', 'children', 'pregnant'] as const;

/**
 * Which decision a fact asks for; null: none. A child is a child until 18, whatever else they are; under 16
 * safeguarding is first (domain.md §1; Children Act 1989 s.47, Care Act 2014 s.42). It decides nothing.
 */
export function askedBy(fact: Fact, today: Temporal.PlainDate): Asked | null {
  const child = (reason: AskedBecause): Asked => ({ kind: 'child', reason });
  const said = children.find((each) => each === fact.fact);
  if (said) return child(said);
  if (fact.fact === 'adult') return { kind: 'adult', reason: 'adult' };
  if (fact.fact === 'answer') {
    const reason = dashes.includes(fact.instrument) && answers[fact.detail];
    return reason ? child(reason) : null;
  }
  const years = yearsOld(fact, today);
  if (fact.fact === 'needs')
    return fact.part === 'child_victim' || (years !== null && years < 18) || fact.part === null
      ? null
      : { kind: 'adult', reason: 'needs' };
  if (fact.fact === 'resident') return years !== null && years < 18 ? child('child_at_home') : null;
  if (fact.fact !== 'person') return null;
  if (fact.part === 'child_victim') return child('child_known');
  if (years === null || years >= 18) return null;
  if (fact.part !== 'at_risk' && fact.part !== 'alleged_perpetrator') return child('child_known');
  return child(years < 16 ? 'under_16' : 'aged_16_17');
}

/** Of a child under 16 the decision is owed the same day (domain.md §1). */
export type Pressing = ReferralKind | 'under_16';

export function pressing({ kind, reason }: Asked): Pressing {
  return reason === 'under_16' ? 'under_16' : kind;
}

/** A referral of that kind that is there already, as far as a new fact is concerned. */
export interface Before {
  readonly id: string;
  readonly standing: 'undecided' | 'to_make' | 'to_decide' | 'to_answer' | 'answered' | 'not_made';
  /** What it was asked because of so far. */
  readonly reasons: readonly string[];
  /** When it was made, or proposed that none is: whoever did so could know what was known by then. */
  readonly settledAt: Temporal.Instant | null;
}

/**
 * To which referral a new fact belongs; null: a decision is asked for anew. What is not decided yet takes it along.
 * What was made is told of anything new in kind; that none is made is asked again with anything that came afterwards.
 */
export function belongsTo(
  before: readonly Before[],
  fact: { readonly reason: AskedBecause; readonly knownAt: Temporal.Instant },
): string | null {
  const open = before.findLast(({ standing }) => ['undecided', 'to_make', 'to_decide'].includes(standing));
  if (open) return open.id;
  const last = before.at(-1);
  if (!last) return null;
  const known = last.settledAt !== null && Temporal.Instant.compare(fact.knownAt, last.settledAt) <= 0;
  if (known) return last.id;
  const said = last.standing !== 'not_made' && before.some(({ reasons }) => reasons.includes(fact.reason));
  return said ? last.id : null;
}
