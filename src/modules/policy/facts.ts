import type { Cite } from '#rules/cite.ts';
import type { LandlordIs } from '#rules/facts.ts';
import { dateInWords, weekdays } from '#rules/moment.ts';
import type { CalendarRules, Pack, Words } from '#rules/pack.ts';
import { purposeNames, purposes } from '#rules/purposes.ts';
import type { Said } from './terms.ts';

/** What a policy is called, when it was published and when it is to be reviewed. */
export function headOf(pack: Pack): Said {
  return {
    Title: pack.title,
    Publisher: pack.publisher,
    'Also called': pack.knownAs?.join(', ') ?? '',
    'In data protection': pack.landlord ? landlordIs[pack.landlord] : 'Not said',
    Version: pack.version,
    Published: date(pack.inForceFrom),
    'Next review': date(pack.nextReview),
    'Reviewed every': `${pack.reviewEveryMonths} months`,
  };
}

const landlordIs: Readonly<Record<LandlordIs, string>> = {
  'public-authority': 'A public authority',
  'private-provider': 'A private provider of social housing',
};

const called: Readonly<Record<keyof Words, string>> = {
  person: 'Whoever a case is about',
  people: 'Several of them',
  customer: 'Whoever lives in a home',
  customers: 'Several who live in homes',
  perpetrator: 'Whoever is said to do harm',
  team: 'The team',
};

export function wordsOf({ words }: Pack): Said {
  return Object.fromEntries(Object.entries(called).map(([word, what]) => [what, words[word as keyof Words]]));
}

const divisions = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;
export function officeHoursOf({ calendar }: Pack): Said {
  const {
    division,
    timeZone,
    workingDays,
    opens,
    closes,
    cutOff,
    outOfHoursTarget,
    closures,
  }: CalendarRules = calendar;
  return {
    'Bank holidays of': divisions[division],
    'Time zone': timeZone,
    'Working days': workingDays.map((day) => weekdays[day - 1]).join(', '),
    'Office hours': `${opens} to ${closes}`,
    'Counts as the next day after': cutOff ?? 'closing',
    'First thing after hours by': outOfHoursTarget,
    'Own closures': closures.map(date).join(', ') || 'none',
  };
}

export function gatesOf(
  { breathingSpace, perpetratorGate, responsibilities, approvedAlone }: Pack,
  cite: Cite,
): Said {
  const { clause } = perpetratorGate;
  return {
    'Breathing space': breathingSpace ? breathingSpaceInWords(breathingSpace, cite) : 'none is promised',
    'What may raise the risk from a perpetrator': `stopped, and nobody overrides it (${cite(clause)})`,
    'What one person approves alone':
      approvedAlone === undefined ? 'nothing' : `up to £${approvedAlone.pounds} within 30 days of a case`,
    'Who answers for what':
      responsibilities.map((each) => `${each.role}: ${each.duty} (${cite(each.clause)})`).join('; ') ||
      'not said',
  };
}

function breathingSpaceInWords(space: NonNullable<Pack['breathingSpace']>, cite: Cite): string {
  const { minMonths, maxMonths, begins, given, clause } = space;
  const how = given === 'unless-declined' ? 'given unless declined' : 'given where they ask';
  return `${minMonths} to ${maxMonths} months from the ${begins}, ${how} (${cite(clause)})`;
}

/** What changed in each version, as the pack says itself. */
export function editionsOf({ editions = [] }: Pack) {
  return {
    'What changed in it': editions
      .map(({ version, on, changes }) => `${version}, ${on}: ${changes.join(' ')}`)
      .join('\n'),
  };
}

/** The promises that the board names first. */
export function headlineOf({ headline }: Pack): Said {
  return Object.fromEntries(
    headline.map(({ title, promises }) => [`First on the board: ${title}`, promises.join(', ')]),
  );
}

/** The clause that is cited for each purpose. */
export function citedOf(pack: Pack, cite: Cite): Said {
  return Object.fromEntries(
    purposeNames.map((purpose) => {
      const clause = pack.purposes[purpose];
      return [purposes[purpose], clause === null ? 'no clause' : cite(clause)];
    }),
  );
}

function date(iso: string): string {
  return dateInWords(Temporal.PlainDate.from(iso));
}
