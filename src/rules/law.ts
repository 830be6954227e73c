/** How far a law has come. What is a Bill today is shown as one, and never as law. */
export type LawStatus = 'in_force' | 'pilot' | 'bill' | 'not_commenced';

/** One rule of law as it bears on a social landlord's work, by date: law changes, so none of it is a constant. */
export interface Law {
  readonly id: string;
  readonly title: string;
  /** What of it matters here, in our words. */
  readonly gist: string;
  readonly jurisdiction: 'england' | 'england-and-wales' | 'uk';
  readonly status: LawStatus;
  /** The first day on which it applied here; null: it does not yet. ISO date. */
  readonly from: string | null;
  /** The first day on which it no longer did. */
  readonly to: string | null;
  readonly source: string;
  /** When its date was last looked up; null: nobody has yet, so it is shown as still to be checked. */
  readonly checkedOn: string | null;
}

type Given = Partial<Law> & Pick<Law, 'id' | 'title' | 'gist' | 'from' | 'source'>;

function law(given: Given): Law {
  return { jurisdiction: 'england-and-wales', status: 'in_force', to: null, checkedOn: null, ...given };
}

const act = (citation: string) => `legislation.gov.uk, ${citation}`;

/** In the order of their dates; what has none comes last. */
export const laws: readonly Law[] = [
  law({
    id: 'possession-14a',
    title: 'Housing Act 1988, Schedule 2 ground 14A',
    gist: 'A discretionary ground for possession where a partner has left because of violence or threats.',
    from: '1997-02-28',
    source: act('1988 c. 50'),
  }),
  law({
    id: 'harassment',
    title: 'Protection from Harassment Act 1997',
    gist: 'Harassment and stalking are offences; injunctions and restraining orders.',
    from: '1997-06-16',
    source: act('1997 c. 40'),
  }),
  law({
    id: 'occupation-orders',
    title: 'Family Law Act 1996, Part IV',
    gist: 'Non-molestation and occupation orders: who may come near, and who lives in the home.',
    from: '1997-10-01',
    source: act('1996 c. 27'),
  }),
  law({
    id: 'protection-notices',
    title: 'Crime and Security Act 2010, sections 24 to 33',
    gist: 'Protection notices of 48 hours, and protection orders of 14 to 28 days.',
    from: '2014-03-08',
    source: act('2010 c. 17'),
  }),
  law({
    id: 'care-act',
    title: 'Care Act 2014, section 42',
    gist: 'Councils make enquiries about adults who need care, are at risk, and so cannot protect themselves.',
    jurisdiction: 'england',
    from: '2015-04-01',
    source: act('2014 c. 23'),
  }),
  law({
    id: 'coercive-control',
    title: 'Serious Crime Act 2015, section 76',
    gist:
      'Controlling or coercive behaviour is an offence between people who are personally connected and ' +
      'live together.',
    from: '2015-12-29',
    to: '2023-04-05',
    source: act('2015 c. 9'),
  }),
  law({
    id: 'homelessness-reduction',
    title: 'Homelessness Reduction Act 2017',
    gist: 'Councils prevent and relieve homelessness; landlords that are public authorities refer with consent.',
    jurisdiction: 'england',
    from: '2018-04-03',
    source: act('2017 c. 13'),
  }),
  law({
    id: 'data-protection',
    title: 'UK GDPR and Data Protection Act 2018',
    gist: 'On which grounds personal data may be kept and shared, and what people may ask to see.',
    jurisdiction: 'uk',
    from: '2018-05-25',
    source: act('2018 c. 12'),
  }),
  law({
    id: 'debt-respite',
    title: 'Debt Respite Scheme, SI 2020/1311',
    gist: 'Breathing space of 60 days through a debt adviser, beside the landlord’s own.',
    from: '2021-05-04',
    source: act('SI 2020/1311'),
  }),
  law({
    id: 'priority-need',
    title: 'Domestic Abuse Act 2021, section 78',
    gist: 'Priority need for whoever is homeless because of domestic abuse.',
    jurisdiction: 'england',
    from: '2021-07-05',
    source: act('2021 c. 17'),
    checkedOn: '2026-08-31',
  }),
  law({
    id: 'definition',
    title: 'Domestic Abuse Act 2021, sections 1 to 3',
    gist:
      'What domestic abuse is, who is personally connected, and that children who live with it count in ' +
      'their own right.',
    from: '2021-10-01',
    source: act('2021 c. 17'),
  }),
  law({
    id: 'secure-tenancies',
    title: 'Domestic Abuse Act 2021, section 79',
    gist: 'Councils that rehouse a lifetime tenant because of domestic abuse grant a lifetime tenancy again.',
    jurisdiction: 'england',
    from: '2021-11-01',
    source: act('2021 c. 17'),
  }),
  law({
    id: 'marriage-age',
    title: 'Marriage and Civil Partnership (Minimum Age) Act 2022',
    gist: 'Nobody marries before they are 18; to bring it about is forced marriage.',
    from: '2023-02-27',
    source: act('2022 c. 28'),
  }),
  law({
    id: 'coercive-control-apart',
    title: 'Serious Crime Act 2015, section 76 as amended',
    gist: 'Controlling or coercive behaviour is an offence whether or not the two live together.',
    from: '2023-04-05',
    source: act('2021 c. 17, section 68'),
  }),
  law({
    id: 'consumer-standards',
    title: 'Neighbourhood and Community Standard',
    gist: 'Registered providers work with others on domestic abuse and help tenants to support and advice.',
    jurisdiction: 'england',
    from: '2024-04-01',
    source: 'Regulator of Social Housing',
    checkedOn: '2026-08-31',
  }),
  law({
    id: 'protection-orders-pilot',
    title: 'Domestic Abuse Act 2021, Part 3',
    gist: 'Protection notices and orders without a longest time; breach is an offence. In pilot areas.',
    status: 'pilot',
    from: '2024-11-27',
    source: 'Home Office, guidance for police',
    checkedOn: '2026-08-31',
  }),
  law({
    id: 'local-connection',
    title: 'Allocation of Housing Regulations, SI 2025/706',
    gist: 'Councils ask no local connection of people who have lived with domestic abuse.',
    jurisdiction: 'england',
    from: '2025-07-10',
    source: act('SI 2025/706'),
    checkedOn: '2026-08-31',
  }),
  law({
    id: 'hazards',
    title: 'Hazards in Social Housing Regulations 2025',
    gist: 'Emergency hazards are made safe within 24 hours.',
    jurisdiction: 'england',
    from: '2025-10-27',
    source: 'Awaab’s Law, first phase',
  }),
  law({
    id: 'recognised-interests',
    title: 'UK GDPR Article 6(1)(ea)',
    gist: 'Safeguarding, crime and emergencies as recognised grounds for sharing, without a balancing test.',
    jurisdiction: 'uk',
    from: '2026-02-05',
    source: act('Data (Use and Access) Act 2025'),
  }),
  law({
    id: 'death-reviews',
    title: 'Victims and Prisoners Act 2024, section 19',
    gist: 'Domestic homicide reviews become domestic abuse related death reviews.',
    status: 'not_commenced',
    from: null,
    source: act('2024 c. 21'),
    checkedOn: '2026-08-31',
  }),
  law({
    id: 'social-housing-bill',
    title: 'Social Housing Bill',
    gist: 'Possession, and a transfer of the tenancy, without anybody having to leave first.',
    jurisdiction: 'england',
    status: 'bill',
    from: null,
    source: 'bills.parliament.uk',
    checkedOn: '2026-08-31',
  }),
];

/** What was law on a day: pilots too, which say that they are; no Bill, and nothing before its first day. */
export function inForceOn(day: Temporal.PlainDate): readonly Law[] {
  return laws.filter(({ from, to, status }) => {
    if (from === null || status === 'bill' || status === 'not_commenced') return false;
    const began = Temporal.PlainDate.compare(Temporal.PlainDate.from(from), day) <= 0;
    return began && (to === null || Temporal.PlainDate.compare(day, Temporal.PlainDate.from(to)) < 0);
  });
}
