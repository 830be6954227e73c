import { childInWords, type ToldChild } from '#modules/case-file/pure.ts';
import type { Words } from '#rules/pack.ts';
import { labelOf, type ToldBy } from '#rules/words.ts';
import { childrenOf } from './children.ts';
import { indicators } from './indicators.ts';
import { type Answers, question, questionNames, saidOf } from './questions/all.ts';
import { inWords } from './questions/question.ts';
import { saidOfDetail } from './route-details.ts';
import { questionsOf } from './route-questions.ts';
import { adultSafeguardingAnswers, safeguardingAnswers, type TriageDecision } from './triage-form.ts';
import type { DisclosureValue } from './value.ts';

/** An entry of the chronology, in the shape that a case keeps. */
export interface FirstEntry {
  readonly kind: 'disclosure' | 'action' | 'decision';
  readonly happenedAt: Temporal.Instant;
  readonly knownAt: Temporal.Instant;
  readonly source: 'person' | 'informant' | 'colleague' | 'contractor' | 'agency' | 'record';
  readonly words: string;
  readonly disclosableTo?: readonly [];
}

type Told = Answers & Pick<DisclosureValue, 'receivedAt' | 'routeDetails' | 'childrenTold'>;

/**
 * With what a case's chronology goes on: the words as they were told, what else was told, what was done at once, and
 * what was decided. Each answer goes where its question says (`questions/`).
 */
export function entriesFor(
  told: Told,
  decision: Safeguarded,
  words: Words,
  now: Temporal.Instant,
): readonly FirstEntry[] {
  const first = { happenedAt: told.receivedAt, knownAt: told.receivedAt } as const;
  const source = sources[told.toldBy];
  const entries: readonly FirstEntry[] = [
    { ...first, kind: 'disclosure', source, words: accountOf(told) },
    // Where somebody lives and who they fear leaves the team only once somebody has looked at it.
    { ...first, kind: 'disclosure', source, words: toldBesides(told, words), disclosableTo: [] },
    ...ownEntries(told).map(
      (own) => ({ ...first, kind: 'action', source: 'record', words: own, ...ofWhomTold(told) }) as const,
    ),
    ...[...childrenWords(told, decision), ...safeguardingWords(decision)].map(
      (decided) =>
        ({
          kind: 'decision',
          happenedAt: now,
          knownAt: now,
          source: 'record',
          words: decided,
          disclosableTo: [],
        }) as const,
    ),
  ];
  return entries.filter((entry) => entry.words !== '');
}

/** What was promised to somebody else, or done by them, would name them to the person: it leaves nobody's hands. */
function ofWhomTold({ toldBy }: Told): Pick<FirstEntry, 'disclosableTo'> {
  return toldBy === 'person' ? {} : { disclosableTo: [] };
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
function accountOf(told: Told): string {
  const { verbatim, indicators: noticed, routeDetails } = told;
  const signs = noticed.map((sign) => labelOf(indicators, sign)).join('; ');
  return [verbatim, labelled('Noticed', signs), labelled('Their opinion', routeDetails.opinion ?? '')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Everything else that was said of them, a line each. */
function toldBesides(told: Told, words: Words): string {
  const answers = questionNames
    .filter((name) => question(name).goes === 'told')
    .map((name) => labelled(inWords(question(name).label, words), saidOf(told, name)));
  const details = questionsOf(told.route)
    .filter(({ goes = 'told' }) => goes === 'told')
    .map(({ name, label }) => labelled(label, saidOfDetail(told.routeDetails, name)));
  const children = childrenOf(told).map((child) => labelled('Child', childInWords(child)));
  return [...answers, ...children, ...details].filter((line) => line !== '').join('\n');
}

function ownEntries(told: Told): readonly string[] {
  return questionNames.flatMap((name) => {
    const { goes } = question(name);
    return typeof goes === 'object' && 'entry' in goes ? [labelled(goes.entry, saidOf(told, name))] : [];
  });
}

type Safeguarded = Pick<
  TriageDecision,
  'safeguarding' | 'safeguardingWhy' | 'adultSafeguarding' | 'adultSafeguardingWhy'
> & { readonly children?: readonly ToldChild[] | null };

/** The children as they were known at triage, where that was more, or other, than what was told. */
function childrenWords(told: Told, { children = null }: Safeguarded): readonly string[] {
  if (children === null || children.length === 0) return [];
  const [known, before] = [children, childrenOf(told)].map((each) => each.map(childInWords).join('\n'));
  return known === before ? [] : [`The children, as they are known:\n${known}`];
}

/** Of the child, and of the adult at risk: for the team alone until somebody looked at it. */
function safeguardingWords(decision: Safeguarded): readonly string[] {
  const { safeguarding, safeguardingWhy, adultSafeguarding, adultSafeguardingWhy } = decision;
  const child = safeguarding === 'not_needed' ? '' : labelOf(safeguardingAnswers, safeguarding);
  const adult = adultSafeguarding === 'not_asked' ? '' : labelOf(adultSafeguardingAnswers, adultSafeguarding);
  return [
    child && `Safeguarding of a child: ${child}. ${safeguardingWhy}`.trim(),
    adult && `Safeguarding of an adult: ${adult}. ${adultSafeguardingWhy}`.trim(),
  ];
}

function labelled(label: string, words: string): string {
  return words.trim() === '' ? '' : `${label}${label.endsWith('?') ? '' : ':'} ${words}`;
}
