import type { LawStatus } from './law.ts';
import type { CalendarRules } from './pack.ts';
import type { Choice } from './words.ts';

/**
 * What a landlord may do about whoever is feared, by date: law changes, so none of it is a constant (domain §5, §8).
 * Each passes the gate of `may-act.ts`. It lists what may be considered, and never picks.
 */
export interface ActionKind extends Choice {
  /** Null: it needs no law. */
  readonly source: string | null;
  /** `england`: this law is England's alone, or differs elsewhere. */
  readonly jurisdiction: 'england' | 'any';
  readonly status: LawStatus;
  /** The first day on which it applied; null: it does not yet, or needs no law. ISO date. */
  readonly from: string | null;
  /** The first day on which it no longer did. */
  readonly until: string | null;
  /** When its dates were last looked up; null: nobody has yet, and pages say that it is to be checked. */
  readonly checkedOn: string | null;
  /** What has to be so. */
  readonly conditions: readonly string[];
}

type Given = Choice & Pick<ActionKind, 'conditions'> & Partial<ActionKind>;

const withoutLaw = (given: Given): ActionKind => ({
  ...{ source: null, jurisdiction: 'any', status: 'in_force', from: null, until: null, checkedOn: null },
  ...given,
});
const english = (given: Given & Pick<ActionKind, 'source' | 'from'>): ActionKind => ({
  ...withoutLaw(given),
  ...{ jurisdiction: 'england', ...given },
});

const atDiscretion = 'A court decides whether it is reasonable.';

export const actionKinds = [
  withoutLaw({
    value: 'warning',
    label: 'Warning',
    hint: 'In person or in writing',
    conditions: ['It names nothing that only the person could have told us.'],
  }),
  withoutLaw({
    value: 'behaviour_agreement',
    label: 'Acceptable behaviour agreement',
    conditions: [
      'They agree to it of their own accord.',
      'It names nothing that only the person could have told us.',
    ],
  }),
  english({
    value: 'injunction',
    label: 'Injunction',
    hint: 'Power of arrest or exclusion where there was violence or a significant risk of harm',
    source: 'Anti-social Behaviour, Crime and Policing Act 2014, Part 1',
    from: '2015-03-23',
    conditions: [
      'They are 10 or older.',
      'Conduct that causes nuisance or annoyance in relation to housing.',
      atDiscretion,
    ],
  }),
  english({
    value: 'housing_injunction',
    label: 'Respect order or housing injunction',
    source: 'Crime and Policing Act 2026',
    status: 'not_commenced',
    from: null,
    conditions: ['It takes the place of the injunction once it applies.'],
  }),
  english({
    value: 'exclusion',
    label: 'Exclusion from the home by injunction',
    source: 'Anti-social Behaviour, Crime and Policing Act 2014, section 13',
    from: '2015-03-23',
    conditions: [
      'They are 18 or older.',
      'There was violence or a threat of it, or there is a significant risk of harm.',
    ],
  }),
  english({
    value: 'notice_14a',
    label: 'Notice of possession: ground 14A',
    hint: 'Somebody of a couple left because of violence or threats',
    source: 'Housing Act 1988, Schedule 2, ground 14A',
    from: '1997-02-28',
    conditions: [
      'A couple lived there, and one or both are the tenants.',
      'One left because of violence or threats to them or to family who lived there, and is unlikely to return.',
      'Whoever left is given notice, or everything reasonable was done to do so.',
      atDiscretion,
    ],
  }),
  english({
    value: 'notice_14',
    label: 'Notice of possession: ground 14, nuisance or crime',
    source: 'Housing Act 1988, Schedule 2, ground 14',
    from: '1997-02-28',
    conditions: [atDiscretion],
  }),
  english({
    value: 'notice_12',
    label: 'Notice of possession: ground 12, breach of the tenancy',
    source: 'Housing Act 1988, Schedule 2, ground 12',
    from: '1989-01-15',
    conditions: ['The agreement forbids what was done.', atDiscretion],
  }),
  english({
    value: 'notice_7a',
    label: 'Notice of possession: ground 7A, mandatory',
    source: 'Housing Act 1988, Schedule 2, ground 7A',
    from: '2014-10-20',
    conditions: [
      'A serious conviction, a breach of an injunction or order, or a closure; each within its time limit.',
      'The landlord offers a review.',
    ],
  }),
  english({
    value: 'possession',
    label: 'Claim for possession',
    source: 'Housing Act 1988, sections 7 to 8A',
    from: '1989-01-15',
    conditions: [
      'A notice was served and has run, or the court does without.',
      'Where the person lives is settled first.',
    ],
  }),
  english({
    value: 'possession_transfer',
    label: 'Transfer of the tenancy instead of possession',
    source: 'Social Housing Bill',
    status: 'bill',
    from: null,
    conditions: ['A Bill in every source that was seen.'],
  }),
  english({
    value: 'demotion',
    label: 'Demotion of the tenancy',
    source: 'Housing Act 1988, section 6A',
    from: '2004-06-30',
    conditions: ['Conduct that causes nuisance, or use of the home for crime.', atDiscretion],
  }),
  english({
    value: 'closure',
    label: 'Asking police or council for a closure order',
    source: 'Anti-social Behaviour, Crime and Policing Act 2014, Part 4',
    from: '2014-10-20',
    conditions: ['Police or the council decide and apply.', 'Whoever lives there has somewhere to go.'],
  }),
  withoutLaw({
    value: 'programme',
    label: 'Referral to a programme for people who want to change',
    conditions: [
      'They want to go, of their own accord.',
      'It is accredited, and supports whoever they harmed.',
      'It is no anger management and no couples work.',
    ],
  }),
  english({
    value: 'support_agency',
    label: 'Supporting what police or a partner do, with evidence',
    hint: 'What is shared is decided under Sharing. A duty to tell police or safeguarding never waits for this',
    source: 'Crime and Disorder Act 1998, section 115',
    from: '1998-07-01',
    conditions: ['A decision about sharing says what, to whom and on which ground.'],
  }),
] as const satisfies readonly ActionKind[];

const kinds: readonly ActionKind[] = actionKinds;

export function actionKind(value: string): ActionKind | null {
  return kinds.find((kind) => kind.value === value) ?? null;
}

type Where = Pick<CalendarRules, 'division'>;

/** It applies here on that day. */
export function isLawOn(
  { jurisdiction, status, from, until }: ActionKind,
  day: Temporal.PlainDate,
  { division }: Where,
) {
  if (jurisdiction === 'any') return true;
  if (division !== 'england-and-wales' || status === 'bill' || status === 'not_commenced' || from === null)
    return false;
  const began = Temporal.PlainDate.compare(Temporal.PlainDate.from(from), day) <= 0;
  return began && (until === null || Temporal.PlainDate.compare(day, Temporal.PlainDate.from(until)) < 0);
}

/** What may be proposed on that day. */
export function actionsOn(day: Temporal.PlainDate, where: Where): readonly ActionKind[] {
  return kinds.filter((kind) => isLawOn(kind, day, where));
}

/** What is law nowhere here yet, and is shown as such. */
export function actionsToCome(day: Temporal.PlainDate, where: Where): readonly ActionKind[] {
  const { division } = where;
  if (division !== 'england-and-wales') return [];
  return kinds.filter((kind) => kind.source !== null && !isLawOn(kind, day, where));
}
