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

export interface Meeting {
  readonly kind: MeetingKind;
  readonly words: string;
  readonly effectiveFrom: string;
  readonly source: string;
  readonly checkedOn: string;
}

export interface PathwayArea {
  readonly name: string;
  readonly authorities: readonly string[];
  readonly meetings: readonly Meeting[];
  readonly thresholds: readonly (Threshold & { readonly effectiveFrom: string })[];
}

/** What is known of how one part of the country assesses and hears a risk, as dated data with its source. */
export interface Pathway {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly areas: readonly PathwayArea[];
}

const checkedOn = '2026-11-29';

function meeting(kind: MeetingKind, effectiveFrom: string, source: string, words = ''): Meeting {
  return { kind, effectiveFrom, source, words, checkedOn };
}

const sinceBefore = '2025-01-01';
const council = (name: string) =>
  `${name}’s published guidance for practitioners. Ask the Marac for its own.`;
const inferred = 'Inferred from the areas around it, and not confirmed. Ask the Marac for its own.';

/** Not every area uses Dash, a count of yes, or one monthly Marac (domain §16): taken over by whoever wishes. */
export const pathways: readonly Pathway[] = [
  {
    id: 'merseyside',
    name: 'Merseyside',
    says:
      'MeRIT, a weighted tool with the levels Gold, Silver and Bronze. Lintel does not have its questions: what ' +
      'partners assess with it is received, and Gold is high.',
    areas: [
      {
        name: 'Liverpool',
        authorities: ['Liverpool', 'Liverpool City Council'],
        meetings: [
          meeting('marac', sinceBefore, council('Liverpool'), 'Idva through Marac'),
          meeting('high_or_judgement', '2025-07-01', council('Liverpool'), 'Tried since July 2025'),
        ],
        thresholds: [],
      },
      {
        name: 'St Helens',
        authorities: ['St Helens', 'St Helens Council', 'St Helens Borough Council'],
        meetings: [meeting('marac', sinceBefore, council('St Helens'), 'Idva through Marac')],
        thresholds: [
          {
            instrument: 'merit',
            highFrom: 72,
            mediumFrom: 1,
            names: meritNames,
            callOuts: null,
            repeat: guidanceOnRepeats,
            effectiveFrom: sinceBefore,
            source:
              'St Helens: Gold from 72. Where Silver ends is not published: whatever is below Gold counts as medium.',
          },
        ],
      },
      {
        name: 'Knowsley',
        authorities: ['Knowsley', 'Knowsley Council', 'Knowsley Metropolitan Borough Council'],
        meetings: [meeting('marac', sinceBefore, inferred)],
        thresholds: [],
      },
    ],
  },
  {
    id: 'hampshire',
    name: 'Hampshire, Southampton and Dorset',
    says:
      'Dash for partners; DARA by the police from April 2026, received and never completed here. Beside Marac, or ' +
      'instead of it, a daily high-risk meeting (HRDA) at the safeguarding hub.',
    areas: [
      {
        name: 'Hampshire',
        authorities: ['Hampshire', 'Hampshire County Council'],
        meetings: [
          meeting('marac', sinceBefore, council('Hampshire')),
          meeting(
            'daily_high_risk',
            '2026-04-01',
            council('Hampshire'),
            'High-risk domestic abuse meeting (HRDA)',
          ),
        ],
        thresholds: [],
      },
      {
        name: 'Southampton',
        authorities: ['Southampton', 'Southampton City Council'],
        meetings: [
          meeting('marac', sinceBefore, council('Southampton')),
          meeting(
            'daily_high_risk',
            '2026-04-01',
            council('Southampton'),
            'High-risk domestic abuse meeting (HRDA)',
          ),
          meeting('children_service', '2026-04-01', council('Southampton')),
        ],
        thresholds: [],
      },
      {
        name: 'Bournemouth, Christchurch and Poole',
        authorities: ['Bournemouth, Christchurch and Poole', 'BCP Council'],
        meetings: [meeting('marac', sinceBefore, council('Dorset'))],
        thresholds: [],
      },
      {
        name: 'Dorset',
        authorities: ['Dorset', 'Dorset Council'],
        meetings: [meeting('daily_high_risk', '2026-04-01', council('Dorset'), 'HRDA instead of Marac')],
        thresholds: [],
      },
    ],
  },
];
