import { type HousingOption, option } from '../option.ts';

const gate =
  'Past the gate of our policy: their view is known, safety was asked about, and nothing of it may raise the risk.';

/** What the landlord can do about whoever they fear (domain §5, landlord action): listed, so that they know of it. */
export const byTheLandlord: readonly HousingOption[] = [
  option({
    id: 'ground-14a',
    towards: 'stay',
    called: 'We ask a court for the home because a partner had to leave',
    plain:
      'Where one of a couple has left because of violence or threats, a court can give the home back to us, and we ' +
      'can let it to them again.',
    by: 'us',
    when: {
      holders: ['jointly', 'feared_alone'],
      relations: ['married', 'couple', 'was_married'],
      types: ['assured_periodic', 'assured_fixed_term', 'assured_shorthold', 'starter'],
    },
    conditions: [
      gate,
      'They lived there as a couple, and one or both are tenants.',
      'They have left because of violence or threats, to them or to family there, and are unlikely to return.',
      'If they are not a party, they are served with the notice too. The court decides whether it is reasonable.',
    ],
    risks: ['Whoever they fear learns what is said of them.', 'It takes months.'],
    law: 'Housing Act 1988 Schedule 2 ground 14A',
    source: 'legislation.gov.uk/ukpga/1988/50/schedule/2',
    ...{ checkedOn: '2026-08-31', advice: true, pastGate: true },
  }),
  option({
    id: 'ground-2a',
    towards: 'stay',
    called: 'A council asks a court for the home because a partner had to leave',
    plain: 'The same for secure tenancies: one of a couple has left because of violence or threats.',
    by: 'us',
    when: {
      holders: ['jointly', 'feared_alone'],
      relations: ['married', 'couple', 'was_married'],
      types: ['secure', 'flexible'],
    },
    conditions: [
      gate,
      'They lived there as a couple, and one or both are tenants.',
      'They have left because of violence or threats, and are unlikely to return.',
    ],
    risks: ['Whoever they fear learns what is said of them.', 'It takes months.'],
    law: 'Housing Act 1985 Schedule 2 ground 2A',
    source: 'legislation.gov.uk/ukpga/1985/68/schedule/2',
    ...{ checkedOn: '2026-08-31', advice: true, pastGate: true },
  }),
  option({
    id: 'breach-of-tenancy',
    towards: 'stay',
    called: 'We act on the breach of the tenancy',
    plain: 'Domestic abuse breaks the agreement. We can warn, and ask a court for the home.',
    by: 'us',
    when: { holders: ['jointly', 'feared_alone'] },
    conditions: [
      gate,
      'The court decides whether it is reasonable, also towards them where the tenancy is joint.',
    ],
    risks: ['A joint tenancy ends for both: what they would have instead stands in writing first.'],
    law: 'Housing Act 1988 Sch 2 grounds 12 and 14; Housing Act 1985 Sch 2 grounds 1 and 2',
    ...{ advice: true, pastGate: true },
  }),
  option({
    id: 'mandatory-ground',
    towards: 'stay',
    called: 'A court must give us the home after a serious conviction or the breach of an order',
    plain:
      'Where whoever they fear was convicted of a serious crime, or broke an order, a court has no choice.',
    by: 'us',
    when: {
      holders: ['jointly', 'feared_alone'],
      types: ['assured_periodic', 'assured_shorthold', 'starter', 'assured_fixed_term', 'secure', 'flexible'],
    },
    conditions: [
      gate,
      'There are strict times after the conviction or the finding: ask a solicitor at once.',
    ],
    risks: ['A joint tenancy ends for both: what they would have instead stands in writing first.'],
    law: 'Housing Act 1988 Sch 2 ground 7A; Housing Act 1985 s.84A',
    ...{ from: '2014-10-20', advice: true, pastGate: true },
  }),
  option({
    id: 'injunction',
    towards: 'stay',
    called: 'We ask a court to keep whoever they fear away',
    plain: 'An injunction can forbid somebody to come to the home, with a power of arrest.',
    by: 'us',
    conditions: [gate, 'To exclude somebody from their own home: violence, or a significant risk of harm.'],
    risks: ['Whoever they fear learns what is said of them.', 'It protects only while it is kept to.'],
    law: 'Anti-social Behaviour, Crime and Policing Act 2014 ss.1, 4 and 13',
    source: 'legislation.gov.uk/ukpga/2014/12/part/1',
    ...{ from: '2015-03-23', advice: true, pastGate: true },
  }),
  option({
    id: 'exclusion-from-licence',
    towards: 'stay',
    called: 'Whoever they fear is asked to leave supported housing',
    plain: 'A place in supported housing can be ended as its agreement says; often a court is needed.',
    by: 'us',
    when: { types: ['licence'] },
    conditions: [gate],
    risks: ['They may come back: the doors, the codes and who lets people in.'],
    law: 'Protection from Eviction Act 1977 ss.3A and 5',
    pastGate: true,
  }),
  option({
    id: 'bill-transfer',
    towards: 'stay',
    called:
      'A transfer of the tenancy of whoever they fear, or its end, without anybody having to leave first',
    plain: 'A Bill would let a court do this. It is no law, and nobody can ask for it today.',
    by: 'court',
    when: { holders: ['jointly', 'feared_alone'] },
    conditions: ['Once it is law.'],
    risks: [],
    law: 'Social Housing Bill',
    source: 'bills.parliament.uk',
    ...{ status: 'bill', from: null, checkedOn: '2026-08-31', advice: true, pastGate: true },
  }),
];
