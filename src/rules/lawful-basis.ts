import type { LandlordIs } from './facts.ts';
import type { DataKind, RecipientSort, SharePurpose } from './sharing.ts';

/**
 * What the law lets somebody share on without agreement, by date (domain §4). `basis`: UK GDPR Article 6. `condition`:
 * what Articles 9 and 10 ask beside it. `power`: a law that lets, or obliges, one agency tell another.
 */
export interface LawfulBasis {
  readonly id: string;
  readonly kind: 'basis' | 'condition' | 'power';
  readonly title: string;
  readonly gist: string;
  /** The first day on which it could be relied on, and the first on which it no longer can; ISO dates. */
  readonly from: string;
  readonly to: string | null;
  /** Null: whoever the landlord is. */
  readonly landlord: LandlordIs | null;
  /** Null: any. */
  readonly purposes: readonly SharePurpose[] | null;
  readonly recipients: readonly RecipientSort[] | null;
  readonly source: string;
  /** When its dates were last looked up; null: nobody has, so it is shown as to be checked. */
  readonly checkedOn: string | null;
}

type Given = Partial<LawfulBasis> & Pick<LawfulBasis, 'id' | 'kind' | 'title' | 'gist' | 'source'>;

const since2018 = '2018-05-25';

function lawful(given: Given): LawfulBasis {
  return {
    ...{ from: since2018, to: null, landlord: null, purposes: null, recipients: null, checkedOn: null },
    ...given,
  };
}

const gdpr = 'UK GDPR, legislation.gov.uk/eur/2016/679';
const dpa = 'Data Protection Act 2018, legislation.gov.uk/ukpga/2018/12';

export const lawfulBases: readonly LawfulBasis[] = [
  lawful({
    id: 'recognised-interest',
    kind: 'basis',
    title: 'Recognised legitimate interest, Article 6(1)(ea)',
    gist: 'To safeguard somebody vulnerable, to prevent or find out a crime, or in an emergency: nothing is weighed.',
    from: '2026-02-05',
    landlord: 'private-provider',
    purposes: ['safety', 'prosecution'],
    source: 'Data (Use and Access) Act 2025, s.70 and Sch 4; commencement of February 2026',
    checkedOn: '2026-11-30',
  }),
  lawful({
    id: 'legitimate-interest',
    kind: 'basis',
    title: 'Legitimate interests, Article 6(1)(f)',
    gist: 'Necessary for our or their work, and weighed against what the person would expect and want.',
    landlord: 'private-provider',
    source: gdpr,
  }),
  lawful({
    id: 'public-task',
    kind: 'basis',
    title: 'Public task, Article 6(1)(e)',
    gist: 'A law gives us this task, and it cannot be done without sharing.',
    landlord: 'public-authority',
    source: gdpr,
  }),
  lawful({
    id: 'legal-obligation',
    kind: 'basis',
    title: 'Legal obligation, Article 6(1)(c)',
    gist: 'A law or an order of a court obliges us to tell. A request by somebody is no obligation.',
    source: gdpr,
  }),
  lawful({
    id: 'vital-interests',
    kind: 'basis',
    title: 'Vital interests, Article 6(1)(d)',
    gist: 'Somebody’s life is in danger, and nothing else would do.',
    purposes: ['safety'],
    source: gdpr,
  }),
  lawful({
    id: 'safeguarding',
    kind: 'condition',
    title: 'Safeguarding, Data Protection Act 2018 Sch 1 para 18',
    gist:
      'A child, or an adult with needs for care who cannot protect themselves; their consent cannot be given, ' +
      'cannot reasonably be asked for, or asking would put protecting them at risk.',
    purposes: ['safety'],
    source: dpa,
  }),
  lawful({
    id: 'unlawful-acts',
    kind: 'condition',
    title: 'Preventing or finding out unlawful acts, Sch 1 para 10',
    gist: 'Also for what somebody is said to have done (Article 10). Asking for consent would defeat it.',
    purposes: ['safety', 'prosecution'],
    source: `${dpa}; ss.10–11`,
  }),
  lawful({
    id: 'legal-proceedings',
    kind: 'condition',
    title: 'Legal proceedings and courts, Article 9(2)(f), Sch 1 para 33',
    gist: 'For proceedings that are under way or in prospect, or for legal advice.',
    purposes: ['prosecution', 'housing', 'safety'],
    source: dpa,
  }),
  lawful({
    id: 'vital-and-cannot-consent',
    kind: 'condition',
    title: 'Vital interests of somebody who cannot consent, Article 9(2)(c)',
    gist: 'They cannot be asked, or are not able to answer, and a life is in danger.',
    purposes: ['safety'],
    source: gdpr,
  }),
  lawful({
    id: 'crime-and-disorder',
    kind: 'power',
    title: 'Crime and Disorder Act 1998 s.115',
    gist: 'Lets us tell the police, a council or health what is needed for the purposes of that Act. Obliges nobody.',
    from: '1998-09-30',
    purposes: ['safety', 'prosecution'],
    recipients: ['police', 'council', 'health', 'marac'],
    source: 'legislation.gov.uk/ukpga/1998/37/section/115',
  }),
  lawful({
    id: 'child-at-risk',
    kind: 'power',
    title: 'Children Act 1989 s.47',
    gist: 'A council asks whether a child suffers, or is likely to suffer, significant harm. Consent is not needed.',
    from: '1991-10-14',
    purposes: ['safety'],
    recipients: ['council'],
    source: 'legislation.gov.uk/ukpga/1989/41/section/47',
  }),
  lawful({
    id: 'adult-at-risk',
    kind: 'power',
    title: 'Care Act 2014 ss.42 and 45',
    gist: 'An adult with needs for care, at risk, who cannot protect themselves because of them. Abuse alone is none.',
    from: '2015-04-01',
    purposes: ['safety'],
    recipients: ['council'],
    source: 'legislation.gov.uk/ukpga/2014/23/section/42',
  }),
];

/** What there is to rely on: on that day, by that landlord, for that purpose, with that recipient. */
export interface Relying {
  readonly on: Temporal.PlainDate;
  /** Null: its policy does not say, so that only what is open to every landlord may be relied on. */
  readonly landlord: LandlordIs | null;
  readonly purpose: SharePurpose;
  readonly sort: RecipientSort;
}

export function mayRelyOn(basis: LawfulBasis, { on, landlord, purpose, sort }: Relying): boolean {
  const day = on.toString();
  return (
    basis.from <= day &&
    (basis.to === null || day < basis.to) &&
    (basis.landlord === null || basis.landlord === landlord) &&
    (basis.purposes === null || basis.purposes.includes(purpose)) &&
    (basis.recipients === null || basis.recipients.includes(sort))
  );
}

/** Those in force on a day for a landlord, whatever it would be for: what a form offers. */
export function offeredOn(
  kind: LawfulBasis['kind'],
  { on, landlord }: Pick<Relying, 'on' | 'landlord'>,
): readonly LawfulBasis[] {
  return lawfulBases.filter(
    (basis) =>
      basis.kind === kind &&
      mayRelyOn({ ...basis, purposes: null, recipients: null }, { on, landlord, ...any }),
  );
}

const any = { purpose: 'safety', sort: 'other' } as const;

export function basisOf(id: string): LawfulBasis | null {
  return lawfulBases.find((basis) => basis.id === id) ?? null;
}

/** Of home and how to reach somebody, Articles 9 and 10 ask nothing more; all else tells of health or of crimes. */
export function needsCondition(kinds: readonly DataKind[]): boolean {
  return kinds.some((kind) => kind !== 'home' && kind !== 'contact');
}

/** What of a lawful ground is missing or not open, or null where it holds. */
export function groundProblem(
  { basis, condition }: { readonly basis: string; readonly condition: string },
  kinds: readonly DataKind[],
  relying: Relying,
): { readonly of: 'basis' | 'condition'; readonly problem: string } | null {
  const holds = (id: string, kind: LawfulBasis['kind']) => {
    const found = basisOf(id);
    return found?.kind === kind && mayRelyOn(found, relying);
  };
  if (!holds(basis, 'basis'))
    return { of: 'basis', problem: 'This basis is not open to us on that day, for that purpose' };
  if (needsCondition(kinds) && !holds(condition, 'condition'))
    return {
      of: 'condition',
      problem: 'Choose a condition open for that purpose: it tells of health or of crimes',
    };
  return null;
}
