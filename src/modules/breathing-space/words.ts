import { dateInWords } from '#rules/moment.ts';

/** For the team alone: a joint tenant, or whoever is feared, must not learn of it from a record. */
export const forTheTeam = { kind: 'decision', source: 'record', disclosableTo: [] } as const;

export function monthsInWords(months: number): string {
  return months === 1 ? '1 month' : `${months} months`;
}

export function givenInWords({
  from,
  until,
  months,
  promised,
}: {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly months: number | null;
  readonly promised: boolean;
}): string {
  const length =
    months === null
      ? 'Nobody has chosen its length with them yet, so that it reaches as far as it may.'
      : `Its length is ${monthsInWords(months)}.`;
  const whose = promised ? '' : ' No policy promises it: it is help of our own.';
  return `Breathing space from court action, from ${dateInWords(from)} to ${dateInWords(until)}. ${length}${whose}`;
}
