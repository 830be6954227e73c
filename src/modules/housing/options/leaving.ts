import { type HousingOption, option, periodic, rented } from '../option.ts';

const home: HousingOption['when'] = { holders: ['alone', 'jointly'] };
const tenure =
  'The same kind of tenancy where it can be: a less secure one only where they know what they would lose, and agree.';

/** Options for somebody who would like to leave (domain §5). */
export const leaving: readonly HousingOption[] = [
  option({
    id: 'managed-transfer',
    towards: 'leave',
    called: 'A move to another home of ours',
    plain:
      'We move them to a home where they feel safe, ahead of others, and ask which places to keep away from.',
    by: 'us',
    conditions: [
      tenure,
      'A home that they turn down because it is not safe for them does not count against them.',
    ],
    risks: ['The address must stay unknown to whoever they fear: mail, schools, rent and repairs included.'],
    law: 'Our policy; Neighbourhood and Community Standard (2024)',
  }),
  option({
    id: 'reciprocal',
    towards: 'leave',
    called: 'A move through another landlord',
    plain: 'Another landlord gives them a home in a safe area, and we give one of ours in return.',
    by: 'another-landlord',
    conditions: [tenure, 'They agree to what the other landlord is told.'],
    risks: ['It may take long: what protects until then is another option.'],
    law: 'Agreement between landlords',
  }),
  option({
    id: 'homelessness',
    towards: 'leave',
    called: 'Help from a council because it is not safe to stay',
    plain:
      'Nobody has to stay in a home where abuse is likely. Any council must take their application, find somewhere ' +
      'to stay for now, and may not send them back to where they are at risk.',
    by: 'council',
    conditions: [
      'It is probable that staying would lead to domestic abuse, of them or of somebody who lives with them.',
      'They are in priority need for that reason alone; nobody asks how vulnerable they are.',
    ],
    risks: [
      'What is offered for now may be far away, or of one room.',
      'Keep the tenancy until advice was had.',
    ],
    law: 'Housing Act 1996 Part 7: ss.177, 188, 189(1)(e) and 198',
    source: 'legislation.gov.uk/ukpga/1996/52/part/VII',
    ...{ from: '2021-07-05', checkedOn: '2026-08-31' },
  }),
  option({
    id: 'council-register',
    towards: 'leave',
    called: 'A place on a council’s housing register, in any area',
    plain: 'They may apply to a council anywhere in England, which asks for no connection to its area.',
    by: 'council',
    conditions: [
      'The regulations of 2025: no test of local connection for people who have lived with domestic abuse.',
    ],
    risks: ['It may take long.', 'The council writes to them: agree on how.'],
    law: 'Allocation of Housing Regulations, SI 2025/706',
    source: 'legislation.gov.uk/uksi/2025/706',
    ...{ from: '2025-07-10', checkedOn: '2026-08-31' },
  }),
  option({
    id: 'refuge',
    towards: 'leave',
    called: 'A refuge or other safe place, and the tenancy stays',
    plain:
      'They go to a safe place for now and keep their home. Being away is no giving up, and benefit can pay for two ' +
      'homes for a time.',
    by: 'them',
    conditions: ['They mean to return, or have not decided; benefit is asked for at once, for both homes.'],
    risks: [
      'Not every refuge has room for a son in his teens, a pet or a disability: ask before they travel.',
    ],
    law: 'Housing Benefit Regulations 2006 reg 7; Universal Credit Regulations 2013 Sch 3',
  }),
  option({
    id: 'exchange',
    towards: 'leave',
    called: 'A mutual exchange',
    plain: 'They swap homes with another tenant, of ours or of another landlord.',
    by: 'them',
    when: { ...home, types: rented },
    conditions: ['Both landlords agree. Every joint tenant has to sign.'],
    risks: [
      'Homes are advertised, so that others may learn where they go.',
      'It is slow, and not for somebody in danger.',
      'They take over the other tenancy, which may be less secure.',
    ],
    law: 'Housing Act 1985 s.92; Localism Act 2011 ss.158–159',
  }),
  option({
    id: 'rehouse-then-notice',
    towards: 'leave',
    called: 'First a new home, then their notice ends the joint tenancy',
    plain:
      'Once they have moved, their own notice ends the joint tenancy, so that they owe no more rent for it.',
    by: 'them',
    when: { holders: ['jointly'], types: periodic },
    conditions: [
      'The new home is there before any notice, in writing.',
      'Independent legal advice was offered; arrears and benefits are worked out.',
      'No court is asked to transfer the tenancy.',
    ],
    risks: ['It cannot be taken back.', 'Whoever they fear loses the home by it: the risk may rise.'],
    law: 'Hammersmith and Fulham LBC v Monk [1992] 1 AC 478',
    ...{ checkedOn: '2026-11-30', advice: true },
  }),
  option({
    id: 'assignment-out',
    towards: 'leave',
    called: 'They hand over their share and go',
    plain:
      'They give up their part of a joint tenancy by a deed, and are free of what it brings from then on.',
    by: 'us',
    when: { holders: ['jointly'], types: rented },
    conditions: [
      'The kind of tenancy allows it (Housing Act 1985 s.91; Housing Act 1988 s.15).',
      'A new home is there first: whoever gives up a home without one may be asked why.',
    ],
    risks: ['Arrears of before are still owed by both.', 'It needs whoever they fear to sign.'],
    law: 'Housing Act 1985 s.91; Housing Act 1988 s.15',
    advice: true,
  }),
  option({
    id: 'own-notice',
    towards: 'leave',
    called: 'They end their own tenancy once they have moved',
    plain: 'When they have another home, they give notice, and rent ends with it.',
    by: 'them',
    when: { holders: ['alone'], types: periodic },
    conditions: ['The new home is there first, in writing.', 'Notice of four weeks at least, in writing.'],
    risks: ['It cannot be taken back.', 'The keys: who has them, and what happens if somebody else stays.'],
    law: 'Protection from Eviction Act 1977 s.5',
    advice: true,
  }),
  option({
    id: 'lifetime-again',
    towards: 'leave',
    called: 'A lifetime tenancy again',
    plain:
      'A council that houses somebody who had a lifetime tenancy, because of abuse, must grant a lifetime one.',
    by: 'council',
    when: { types: ['secure', 'assured_periodic'], landlord: 'public-authority' },
    conditions: ['They hold, or held, a lifetime tenancy of a social landlord, alone or jointly.'],
    risks: [],
    law: 'Housing Act 1985 s.81ZA (Domestic Abuse Act 2021 s.79)',
    source: 'legislation.gov.uk/ukpga/2021/17/section/79',
    from: '2021-11-01',
  }),
  option({
    id: 'move-on',
    towards: 'leave',
    called: 'From supported housing to a home of their own',
    plain: 'Whoever runs the place helps to find what comes next; their place stays until then.',
    by: 'us',
    when: { types: ['licence', 'none'] },
    conditions: ['What the licence says about notice is kept.'],
    risks: ['A licence ends quickly: get advice before anything is signed.'],
    law: 'Protection from Eviction Act 1977 ss.3A and 5',
  }),
];
