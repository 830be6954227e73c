import { associated, fixedTerm, type HousingOption, option, owned, periodic, rented } from '../option.ts';

const flaPart4 = 'legislation.gov.uk/ukpga/1996/27/part/IV';
const reach =
  'An order protects only while it is known of and kept to: think with them of what happens on that day.';

/** Options for somebody who would like to stay (domain §5). In the order of how little they change. */
export const staying: readonly HousingOption[] = [
  option({
    id: 'safer-home',
    towards: 'stay',
    called: 'Make the home safer',
    plain:
      'Locks are changed, doors and windows are made stronger, and one room may be made safe to wait in for help.',
    by: 'us',
    conditions: [
      'They would like it, and it is safe to come: whoever comes is given a neutral reason.',
      'A joint tenant, or a husband, wife or civil partner, may not be locked out without an order of a court.',
    ],
    risks: ['Whoever they fear may notice the work.', 'It is no help while whoever they fear lives there.'],
    law: 'Our policy; home rights: Family Law Act 1996 s.30',
  }),
  option({
    id: 'end-permission',
    towards: 'stay',
    called: 'Whoever they fear has no right to live there, and is asked to leave',
    plain:
      'Somebody who lives in their home as a guest may stay only as long as they allow it. They can end that, with ' +
      'the police there if they wish.',
    by: 'them',
    when: { holders: ['alone'], relations: ['couple', 'partner', 'family', 'other'] },
    conditions: [
      'They hold the tenancy or lease alone.',
      'Not for a husband, wife or civil partner: they have home rights, so that an order of a court comes first.',
    ],
    risks: [
      'The moment of being told to go is a dangerous one: plan it, and who is there.',
      'They may come back.',
    ],
    law: 'Family Law Act 1996 s.30 (who has home rights)',
    source: flaPart4,
  }),
  option({
    id: 'police-notice',
    towards: 'both',
    called: 'A notice or an order of protection through the police',
    plain:
      'The police can give a notice at once that keeps somebody away from the home, and bring it to court within ' +
      '48 hours. They need not agree, and need not pay.',
    by: 'police',
    when: { relations: associated },
    conditions: ['The police have grounds to believe that there was violence, or a threat of it.'],
    risks: [reach, 'A notice is short: what comes after it has to be planned on the same day.'],
    law: 'Crime and Security Act 2010 ss.24–33',
    source: 'legislation.gov.uk/ukpga/2010/17/part/1/crossheading/domestic-violence',
    from: '2014-03-08',
  }),
  option({
    id: 'protection-order',
    towards: 'both',
    called: 'A domestic abuse protection order',
    plain: 'A court can keep somebody away from them and from the home for as long as it needs.',
    by: 'court',
    when: { relations: associated },
    conditions: [
      'Only where and while these orders can be made: find out with the police or a solicitor whether they can be ' +
        'made in this area today. Orders that were made stay alive.',
    ],
    risks: [reach],
    law: 'Domestic Abuse Act 2021 Part 3',
    source: 'legislation.gov.uk/ukpga/2021/17/part/3',
    ...{ status: 'pilot', from: '2024-11-27', advice: true },
  }),
  option({
    id: 'non-molestation',
    towards: 'both',
    called: 'A non-molestation order',
    plain: 'A court forbids somebody to threaten, follow, ring or come near them. To break it is a crime.',
    by: 'court',
    when: { relations: associated },
    conditions: [
      'They and whoever they fear are associated: a couple, family, or parents of the same child.',
    ],
    risks: [reach, 'Whoever they fear learns of it, and is told when a court hears it.'],
    law: 'Family Law Act 1996 s.42',
    source: flaPart4,
    advice: true,
  }),
  option({
    id: 'occupation-order',
    towards: 'stay',
    called: 'An occupation order',
    plain: 'A court decides who may live in the home, for now, and can have somebody leave it.',
    by: 'court',
    when: { relations: associated },
    conditions: [
      'With a right to be there (a tenant, a husband, wife or civil partner): section 33.',
      'Without one: section 35 for those who were married, section 36 for a couple; at first for up to six months.',
      'The court weighs harm, and what each could do otherwise.',
    ],
    risks: [reach, 'It changes nobody’s tenancy: rent and notices go on.'],
    law: 'Family Law Act 1996 ss.33, 35 and 36',
    source: flaPart4,
    advice: true,
  }),
  option({
    id: 'home-rights',
    towards: 'stay',
    called: 'Home rights',
    plain:
      'A husband, wife or civil partner may stay in the home though the other one holds it, and what they pay as ' +
      'rent counts.',
    by: 'them',
    when: { holders: ['feared_alone'], relations: ['married'], types: [...rented, ...owned] },
    conditions: ['While the marriage or partnership lasts, or longer where a court says so.'],
    risks: [
      'The right stands with the tenancy of the other: a notice or a surrender of theirs can end it. Get advice at ' +
        'once where one is spoken of.',
    ],
    law: 'Family Law Act 1996 ss.30–31',
    source: flaPart4,
  }),
  option({
    id: 'assignment',
    towards: 'stay',
    called: 'The other tenant hands over their share',
    plain:
      'Whoever they fear gives up their part of the tenancy by a deed, or hands theirs over, and they go on alone.',
    by: 'us',
    when: { holders: ['jointly', 'feared_alone'], types: rented },
    conditions: [
      'Truly free: nobody is pressed, and each has had advice of their own, apart from the other.',
      'The kind of tenancy allows it. A secure one is handed over by a court, in an exchange, or to somebody who ' +
        'could have succeeded (Housing Act 1985 s.91); an assured one needs our consent (Housing Act 1988 s.15).',
      'Arrears: who owes what from before, in writing.',
    ],
    risks: ['To speak of it at all may raise the risk: only past the gate.', 'It can be used to press them.'],
    law: 'Housing Act 1985 s.91; Housing Act 1988 s.15; Law of Property Act 1925 s.52',
    advice: true,
  }),
  option({
    id: 'tenancy-transfer',
    towards: 'stay',
    called: 'A court transfers the tenancy to them',
    plain: 'A family court can put the tenancy in their name alone, whoever holds it now.',
    by: 'court',
    when: {
      holders: ['jointly', 'feared_alone'],
      relations: ['married', 'was_married', 'couple'],
      types: rented,
    },
    conditions: [
      'Married or civil partners: with divorce, dissolution or separation.',
      'A couple: once they have ceased to live together as one.',
      'The tenancy must still be there: ask the court to forbid a notice or a surrender in the meantime.',
    ],
    risks: [
      'Whoever they fear is heard by the court.',
      'One joint tenant’s notice ends it before the court can act.',
    ],
    law: 'Family Law Act 1996 s.53 and Schedule 7',
    source: 'legislation.gov.uk/ukpga/1996/27/schedule/7',
    advice: true,
  }),
  option({
    id: 'property-adjustment',
    towards: 'both',
    called: 'A court adjusts property with the divorce',
    plain:
      'With a divorce or dissolution a court can transfer the home, or have it sold, and say who gets what.',
    by: 'court',
    when: { holders: ['jointly', 'feared_alone', 'alone'], relations: ['married', 'was_married'] },
    conditions: ['Proceedings for divorce, dissolution or separation.', 'Not after they have married again.'],
    risks: ['It takes months: what protects until then is another option.'],
    law: 'Matrimonial Causes Act 1973 s.24; Civil Partnership Act 2004 Sch 5',
    advice: true,
  }),
  option({
    id: 'children-transfer',
    towards: 'stay',
    called: 'A court transfers the home for a child',
    plain: 'A court can transfer a tenancy or property to a parent for the benefit of a child.',
    by: 'court',
    when: { holders: ['jointly', 'feared_alone'], children: true, types: [...rented, ...owned] },
    conditions: ['Both are parents of the child.'],
    risks: ['It takes months, and whoever they fear is heard.'],
    law: 'Children Act 1989 Schedule 1 paragraph 1',
    source: 'legislation.gov.uk/ukpga/1989/41/schedule/1',
    advice: true,
  }),
  option({
    id: 'notice-regrant',
    towards: 'stay',
    called: 'Their own notice ends the joint tenancy, and a new one is granted to them',
    plain:
      'One joint tenant’s notice ends a tenancy that runs from week to week or month to month, for both. We can then ' +
      'grant a new one to them alone, if that was decided before.',
    by: 'them',
    when: { holders: ['jointly'], types: periodic },
    conditions: [
      'Independent legal advice was offered first; a decision about the new tenancy stands in writing, with its day.',
      'Notice of four weeks at least, in writing, to end on the right day.',
      'Arrears and benefits are worked out; nobody loses a more secure tenancy unknowingly.',
      'No court is asked to transfer the tenancy.',
      'It is planned what happens if whoever they fear stays, and what they may do.',
    ],
    risks: [
      'It cannot be taken back. Without the decision in writing they may have no home.',
      'Whoever they fear loses the home by it: the risk may rise.',
    ],
    law: 'Hammersmith and Fulham LBC v Monk [1992] 1 AC 478; Protection from Eviction Act 1977 s.5',
    ...{ checkedOn: '2026-11-30', advice: true },
  }),
  option({
    id: 'surrender-of-all',
    towards: 'both',
    called: 'All tenants give up a fixed term together',
    plain: 'A tenancy for a fixed term ends before its end only if every tenant and we agree.',
    by: 'us',
    when: { holders: ['jointly'], types: fixedTerm },
    conditions: [
      'Each agrees freely, with advice of their own.',
      'What comes after stands in writing first.',
    ],
    risks: ['It needs whoever they fear: it may be used to press them.'],
    law: 'Leek and Moorlands Building Society v Clark [1952] 2 QB 788',
    advice: true,
  }),
  option({
    id: 'lease-orders',
    towards: 'both',
    called: 'What to do about a lease: an order, a sale, or one buys the other’s share',
    plain: 'A shared-ownership or long lease is property: a court, or both, decide who keeps or sells it.',
    by: 'court',
    when: { types: owned },
    conditions: ['The lender agrees to any change.', 'The terms of the lease about selling are kept.'],
    risks: ['A mortgage in both names is owed by both, whoever lives there.'],
    law: 'Trusts of Land and Appointment of Trustees Act 1996 s.14; the lease',
    advice: true,
  }),
];
