import type { LawStatus } from '#rules/law.ts';

/** One thing of `domain.md` §7 to ask an adviser about, by date. It is listed, never decided. */
export interface Benefit {
  readonly id: string;
  readonly called: string;
  /** What of it may matter, in plain words. */
  readonly plain: string;
  readonly conditions: readonly string[];
  readonly source: string;
  readonly status: LawStatus;
  /** ISO dates: the first day on which it was there, and the first on which it is not. Null: no end. */
  readonly from: string;
  readonly to: string | null;
  /** When somebody last looked it up; null: nobody has, so it is shown as to be checked. */
  readonly checkedOn: string | null;
}

type Given = Omit<Benefit, 'status' | 'to' | 'checkedOn'> & Partial<Benefit>;

function benefit(given: Given): Benefit {
  return { status: 'in_force', to: null, checkedOn: null, ...given };
}

const benefits: readonly Benefit[] = [
  benefit({
    id: 'crisis-fund',
    called: 'A crisis payment of the council',
    plain: 'Money first, for whoever is in crisis; urgent ones are decided in about two days.',
    conditions: ['Each council has its own rules and way to ask'],
    source: 'Crisis and Resilience Fund, England, guidance of the department',
    ...{ from: '2026-04-01', to: '2029-04-01', checkedOn: '2026-08-31' },
  }),
  benefit({
    id: 'housing-payment',
    called: 'A housing payment of the council',
    plain: 'Help towards rent, a deposit or a move.',
    conditions: ['They have the housing element of Universal Credit, or Housing Benefit'],
    source: 'Crisis and Resilience Fund, England, guidance of the department',
    ...{ from: '2026-04-01', to: '2029-04-01', checkedOn: '2026-08-31' },
  }),
  benefit({
    id: 'discretionary-housing',
    called: 'A Discretionary Housing Payment',
    plain: 'Help towards rent that a benefit does not cover.',
    conditions: ['They have the housing element of Universal Credit, or Housing Benefit'],
    source: 'Discretionary Financial Assistance Regulations 2001',
    ...{ from: '2001-07-02', to: '2026-04-01', checkedOn: '2026-08-31' },
  }),
  benefit({
    id: 'split-payment',
    called: 'Universal Credit paid to each of a couple',
    plain: 'Part of it comes to an account of their own.',
    conditions: [
      'They ask for it',
      'It is given by way of exception',
      'Whoever they fear sees that it changes',
    ],
    source: 'Universal Credit payment regulations of 2013, reg 47(6)',
    from: '2013-04-29',
  }),
  benefit({
    id: 'easement',
    called: 'No looking for work for a time',
    plain: 'Thirteen weeks without having to look for work; thirteen more where they care for a child.',
    conditions: ['They tell the job centre of it, with something in writing from somebody who knows'],
    source: 'Universal Credit Regulations 2013, reg 98',
    from: '2013-04-29',
  }),
  benefit({
    id: 'sanctuary-room',
    called: 'No cut for a spare room in a home with a sanctuary',
    plain: 'The cut for a bedroom too many does not apply.',
    conditions: ['The home was made safer under a sanctuary scheme'],
    source: 'Benefit regulations of October 2021 on sanctuary schemes',
    from: '2021-10-01',
  }),
  benefit({
    id: 'two-homes',
    called: 'Help with the rent of two homes',
    plain: 'For up to fifty-two weeks while they are away because it is not safe.',
    conditions: ['They mean to come back', 'They tell whoever pays it'],
    source: 'Housing Benefit Regulations 2006, reg 7; Universal Credit Regulations 2013, sch 3',
    from: '2006-03-06',
  }),
  benefit({
    id: 'refuge-cap',
    called: 'No benefit cap for what a refuge costs',
    plain: 'What a refuge costs is not counted towards the cap.',
    conditions: ['They live in a refuge or other supported accommodation'],
    source: 'Universal Credit Regulations 2013, reg 83; sch 1',
    from: '2013-04-15',
  }),
  benefit({
    id: 'migrant-concession',
    called: 'Benefits for three months although their visa allows none',
    plain: 'For whoever is here as somebody’s partner, and the relationship broke down because of abuse.',
    conditions: [
      'Asked for at the Home Office, which changes what they are here as: first a regulated immigration adviser',
      'Nobody of us advises about immigration',
    ],
    source: 'Home Office, concession on domestic abuse (MVDAC, before it DDVC)',
    from: '2024-02-16',
  }),
];

/** What there is to ask an adviser about on a day. */
export function benefitsOn(day: Temporal.PlainDate): readonly Benefit[] {
  const on = day.toString();
  return benefits.filter(({ from, to }) => from <= on && (to === null || on < to));
}
