import { dateInWords } from '#rules/moment.ts';
import { guidanceOnRepeats } from '#rules/repeat.ts';
import type { Choice } from '#rules/words.ts';
import { meritNames } from './received.ts';
import type { Threshold } from './threshold.ts';

/** How a high risk is heard in an area; one may have several. */
export const meetingKinds = [
  { value: 'marac', label: 'Marac' },
  { value: 'daily_high_risk', label: 'A daily high-risk meeting at the safeguarding hub' },
  { value: 'high_or_judgement', label: 'Only the highest level, or a professional’s judgement, is heard' },
  { value: 'children_service', label: 'High-risk adults with children go to one children’s service' },
] as const satisfies readonly Choice[];
export type MeetingKind = (typeof meetingKinds)[number]['value'];

/** How it is known. What somebody here says, they say with their source. */
export const waysOfKnowing = [
  { value: 'stored_source', label: 'Seen in a published source' },
  { value: 'inferred', label: 'Inferred, and not confirmed' },
  { value: 'said_here', label: 'Set by a colleague' },
] as const satisfies readonly Choice[];
export type WayOfKnowing = (typeof waysOfKnowing)[number]['value'];

export interface Meeting {
  readonly kind: MeetingKind;
  readonly words: string;
  /** A day, `2026-07-01`; where only the month is known, `2026-07`; null: nobody knows since when. */
  readonly from: string | null;
  readonly known: WayOfKnowing;
  readonly source: string;
  /** When somebody last opened the page of whoever holds it; null: nobody has. */
  readonly checkedOn: string | null;
}

export interface PathwayArea {
  readonly name: string;
  readonly authorities: readonly string[];
  readonly meetings: readonly Meeting[];
  readonly thresholds: readonly (Threshold & {
    readonly effectiveFrom: string | null;
    readonly known: WayOfKnowing;
  })[];
}

/** What is known of how one part of the country assesses and hears a risk, with how it is known. */
export interface Pathway {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly areas: readonly PathwayArea[];
}

/** "from 1 July 2025", "from July 2025, on which day is not known", "from an unknown day" */
export function fromInWords(from: Temporal.PlainDate | null, monthOnly: boolean): string {
  if (from === null) return 'from an unknown day';
  if (!monthOnly) return `from ${dateInWords(from)}`;
  const month = from.toLocaleString('en-GB', { month: 'long', year: 'numeric' });
  return `from ${month}, on a day that is not known`;
}

/** The day as a date, and whether only its month is known. */
export function dayOfMeeting({ from }: Pick<Meeting, 'from'>): {
  readonly from: Temporal.PlainDate | null;
  readonly monthOnly: boolean;
} {
  const monthOnly = from?.length === 7;
  return { from: from === null ? null : Temporal.PlainDate.from(monthOnly ? `${from}-01` : from), monthOnly };
}

/** "Not checked with the area by Lintel." or when it was. */
export function checkedInWords(checkedOn: Temporal.PlainDate | null): string {
  return checkedOn ? `Checked on ${dateInWords(checkedOn)}.` : 'Not checked with the area.';
}

/** Nobody opened the page of a council: it is known that this was published, not that it still holds. */
function seen(kind: MeetingKind, words = '', from: string | null = null): Meeting {
  return { kind, words, from, known: 'stored_source', source: published, checkedOn: null };
}

function inferred(kind: MeetingKind, words = ''): Meeting {
  return { kind, words, from: null, known: 'inferred', source: around, checkedOn: null };
}

const published =
  'Seen in published material that Lintel was built from; the council’s own page was not opened.';
const around = 'Inferred from what is published for the areas around it, and not confirmed.';

const hampshireDistricts = [
  'Basingstoke and Deane',
  'East Hampshire',
  'Eastleigh',
  'Fareham',
  'Gosport',
  'Hart',
  'Havant',
  'New Forest',
  'Rushmoor',
  'Test Valley',
  'Winchester',
];

/** Not every area uses Dash, a count of yes, or one monthly Marac. Whoever takes it over checks it. */
export const pathways: readonly Pathway[] = [
  {
    id: 'merseyside',
    name: 'Merseyside',
    says:
      'MeRIT, a weighted tool with the levels Gold, Silver and Bronze. Lintel does not have its questions: what ' +
      'partners assess with it is received, and Gold is high. Seen in published material; of Knowsley it is ' +
      'inferred.',
    areas: [
      {
        name: 'Liverpool',
        authorities: ['Liverpool', 'Liverpool City Council'],
        meetings: [
          seen('marac', 'Idva through Marac'),
          seen('high_or_judgement', 'Gold, or a professional’s judgement: on trial', '2025-07'),
        ],
        thresholds: [],
      },
      {
        name: 'St Helens',
        authorities: ['St Helens', 'St Helens Council', 'St Helens Borough Council'],
        meetings: [seen('marac', 'Idva through Marac')],
        thresholds: [
          {
            instrument: 'merit',
            highFrom: 72,
            mediumFrom: 1,
            names: meritNames,
            callOuts: null,
            repeat: guidanceOnRepeats,
            effectiveFrom: null,
            known: 'stored_source',
            source:
              'St Helens: Gold from 72. Where Silver ends is not published: whatever is below Gold counts as medium.',
          },
        ],
      },
      {
        name: 'Knowsley',
        authorities: ['Knowsley', 'Knowsley Council', 'Knowsley Metropolitan Borough Council'],
        meetings: [inferred('marac')],
        thresholds: [],
      },
    ],
  },
  {
    id: 'hampshire',
    name: 'Hampshire, Southampton and Dorset',
    says:
      'Dash for partners; DARA by the police from April 2026, received and never completed here. Beside Marac, or ' +
      'in Dorset instead of it, a daily high-risk meeting (HRDA) at the safeguarding hub. Seen in published ' +
      'material; what is inferred is marked below.',
    areas: [
      {
        name: 'Hampshire',
        // The register of homes names the district, not the county.
        authorities: ['Hampshire', 'Hampshire County Council', ...hampshireDistricts],
        meetings: [seen('marac'), seen('daily_high_risk', 'High-risk domestic abuse meeting (HRDA)')],
        thresholds: [],
      },
      {
        name: 'Southampton',
        authorities: ['Southampton', 'Southampton City Council'],
        meetings: [
          inferred('marac'),
          inferred('daily_high_risk', 'High-risk domestic abuse meeting (HRDA)'),
          seen('children_service'),
        ],
        thresholds: [],
      },
      {
        name: 'Bournemouth, Christchurch and Poole',
        authorities: ['Bournemouth, Christchurch and Poole', 'BCP Council'],
        meetings: [inferred('marac')],
        thresholds: [],
      },
      {
        name: 'Dorset',
        authorities: ['Dorset', 'Dorset Council'],
        meetings: [seen('daily_high_risk', 'HRDA instead of Marac')],
        thresholds: [],
      },
    ],
  },
];
