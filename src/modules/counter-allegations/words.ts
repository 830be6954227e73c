import type { Apart } from '#rules/who-harms-whom.ts';
import type { Choice } from '#rules/words.ts';

/** For the team alone: neither of two people may learn from a record what the other said. */
export const forTheTeam = { kind: 'decision', source: 'record', disclosableTo: [] } as const;

/** By whom it reached this side. What stands in another case or file is none of these. */
export const sources = [
  { value: 'themselves', label: 'Whoever is feared said so to one of us' },
  { value: 'police', label: 'The police' },
  { value: 'court', label: 'A court, or papers for one' },
  { value: 'agency', label: 'Another agency' },
  { value: 'family', label: 'Family, friends or neighbours' },
  { value: 'colleague', label: 'A colleague saw or heard something' },
] as const satisfies readonly Choice[];
export type Source = (typeof sources)[number]['value'];

export const asked = { value: 'asked', label: 'It is asked who harms whom' } as const satisfies Choice;
export const allSources = [...sources, asked];

export const apartInWords: Readonly<Record<Apart, string>> = {
  none: 'Nobody says that',
  open: 'To be judged',
  cannot_tell: 'It cannot be told yet',
  overtaken: 'To be judged again: something has happened since',
  harmed: 'The person of this case is mainly harmed',
  harms: 'The person of this case mainly harms the other',
  no_allegation: 'Nobody says that: it was an error',
};

/** In these nothing is done about whoever is feared, and a judgement is owed. */
export const owedIn: readonly Apart[] = ['open', 'cannot_tell', 'overtaken'];
