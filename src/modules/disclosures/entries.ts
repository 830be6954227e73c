import { labelOf, type ToldBy } from '#rules/words.ts';
import { indicators } from './indicators.ts';
import { safeguardingAnswers, type TriageDecision } from './triage-form.ts';
import type { DisclosureValue } from './value.ts';

/** An entry of the chronology, in the shape that a case keeps. */
export interface FirstEntry {
  readonly kind: 'disclosure' | 'action' | 'decision';
  readonly happenedAt: Temporal.Instant;
  readonly knownAt: Temporal.Instant;
  readonly source: 'person' | 'informant' | 'colleague' | 'contractor' | 'agency' | 'record';
  readonly words: string;
}

/** With what a case's chronology goes on: the words as they were told, what was done at once, and what was decided. */
export function entriesFor(
  told: Pick<
    DisclosureValue,
    'receivedAt' | 'toldBy' | 'verbatim' | 'indicators' | 'routeDetails' | 'dangerResponse' | 'promised'
  >,
  decision: Pick<TriageDecision, 'safeguarding' | 'safeguardingWhy'>,
  now: Temporal.Instant,
): readonly FirstEntry[] {
  const first = { happenedAt: told.receivedAt, knownAt: told.receivedAt } as const;
  const entries: readonly FirstEntry[] = [
    { ...first, kind: 'disclosure', source: sources[told.toldBy], words: accountOf(told) },
    { ...first, kind: 'action', source: 'record', words: labelled('About the danger', told.dangerResponse) },
    { ...first, kind: 'action', source: 'record', words: labelled('What was promised', told.promised) },
    { kind: 'decision', happenedAt: now, knownAt: now, source: 'record', words: safeguardingWords(decision) },
  ];
  return entries.filter(({ words }) => words !== '');
}

const sources: Readonly<Record<ToldBy, FirstEntry['source']>> = {
  person: 'person',
  friend_family: 'informant',
  neighbour: 'informant',
  colleague: 'colleague',
  contractor: 'contractor',
  agency: 'agency',
};

/** The words themselves, untouched; what was ticked, and what is only thought, below them and named as such. */
function accountOf({
  verbatim,
  indicators: noticed,
  routeDetails,
}: Pick<DisclosureValue, 'verbatim' | 'indicators' | 'routeDetails'>): string {
  const signs = noticed.map((sign) => labelOf(indicators, sign)).join('; ');
  return [verbatim, labelled('Noticed', signs), labelled('Their opinion', routeDetails.opinion ?? '')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function safeguardingWords({
  safeguarding,
  safeguardingWhy,
}: Pick<TriageDecision, 'safeguarding' | 'safeguardingWhy'>): string {
  if (safeguarding === 'not_needed') return '';
  const decided = `Safeguarding of a child: ${labelOf(safeguardingAnswers, safeguarding)}.`;
  return safeguardingWhy === '' ? decided : `${decided} ${safeguardingWhy}`;
}

function labelled(label: string, words: string): string {
  return words.trim() === '' ? '' : `${label}: ${words}`;
}
