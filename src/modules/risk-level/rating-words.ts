import { dayOfWeekInWords } from '#rules/moment.ts';
import { guidanceOnRepeats, repeatInWords } from '#rules/repeat.ts';
import { type Choice, capitalised, labelOf } from '#rules/words.ts';
import { groundsInWords, type ScoreFact } from './grounds.ts';
import type { OfInstrument, Route } from './rating.ts';
import { type ReceivedTool, receivedTools } from './received.ts';
import { bandsInWords, levelsInWords, sinceInWords } from './threshold.ts';

/** What a professional's judgement may rest on; each is enough by itself, whatever the score (domain §3). */
export const judgementGrounds = [
  { value: 'own_view', label: 'How they see the risk themselves' },
  { value: 'too_scared', label: 'They may be too frightened to answer' },
  { value: 'honour_based', label: 'Honour-based abuse', hint: 'Speak to a specialist; never to the family' },
  { value: 'stalking', label: 'Stalking or harassment' },
  { value: 'history', label: 'What is known of what happened before' },
  { value: 'change', label: 'Something is about to change' },
  { value: 'other', label: 'Something else', hint: 'Say what, with your reason' },
] as const satisfies readonly Choice[];
export type JudgementGround = (typeof judgementGrounds)[number]['value'];

export interface RouteWords {
  readonly says: string;
  /** What it rests on. */
  readonly source: string;
}

/** A route in words, with what it rests on, for whoever asks why. */
export function routeInWords(route: Route): RouteWords {
  switch (route.route) {
    case 'score':
      return {
        says: scoreInWords(route),
        source: `${capitalised(routeBands(route))}${held(route)}. ${route.source}`,
      };
    case 'unweighed':
      return {
        says: scoreInWords(route),
        source: 'Nobody has set from which score on this tool indicates a level here.',
      };
    case 'unanswered':
      return {
        says: unansweredInWords(route),
        source: 'What was not asked is not a no: while it is open, nothing below medium is proposed.',
      };
    case 'grounds':
      return {
        says: `${route.name ?? 'Dash'}: ${decapitalised(groundsInWords(route.found).join('; '))}`,
        source: 'Each counts at any score, and is for a named person to judge, the same day.',
      };
    case 'cluster':
      return {
        says: 'Separation, control and violence are there together',
        source: 'Local guidance calls this a critical cluster. It counts at any score.',
      };
    case 'received':
      return {
        says:
          `${receivedKind(route.tool)} from others, ` +
          `received on ${dayOfWeekInWords(Temporal.PlainDate.from(route.receivedOn))}`,
        source:
          'Their level, as they stated it: it is never scored again. It indicates this until the Dash ' +
          'is asked here to its end.',
      };
    case 'call-outs':
      return {
        says: `Potential escalation: ${route.count} police call-outs in the last 12 months`,
        source: `From ${route.from} on, by the local number. ${route.source}`,
      };
    case 'repeat':
      return {
        says:
          'Repeat: abuse again within 12 months of the Marac referral of ' +
          `${dayOfWeekInWords(Temporal.PlainDate.from(route.lastMaracOn))}`,
        source:
          `By the local definition of a repeat, ${repeatInWords(route.definition ?? guidanceOnRepeats)}. ` +
          'It counts at any score.',
      };
    case 'judgement':
      return {
        says: judgementInWords(route.grounds),
        source: 'It counts at any score; the reason stands with it.',
      };
  }
}

function held({ since }: Extract<Route, { readonly route: 'score' }>): string {
  return since === undefined ? '' : `, ${sinceInWords(since)}`;
}

function routeBands(route: Extract<Route, { readonly route: 'score' }>): string {
  return route.byItself && route.levels ? levelsInWords(route.levels) : bandsInWords(route);
}

function scoreInWords({
  yes,
  answered,
  of,
  points,
  name,
  named,
  instrument = 'dash',
}: ScoreFact & OfInstrument & { readonly named?: string | undefined }): string {
  const weighed = points === undefined ? '' : `${points} points${named ? ` (${named})` : ''} from `;
  const whose = instrument === 'dash' ? 'Score' : `${name}, score`;
  return `${whose}: ${weighed}${yes} yes, with ${answered} of ${of} answered`;
}

function unansweredInWords({
  answered,
  of,
  notKnown,
}: Extract<Route, { readonly route: 'unanswered' }>): string {
  const open = of - answered;
  const blank = open > 0 && `${open} of ${of} questions ${open === 1 ? 'is' : 'are'} unanswered`;
  const unknown = notKnown.length > 0 && `not known: ${notKnown.join(', ')}`;
  return capitalised([blank, unknown].filter(Boolean).join('; '));
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function judgementInWords(grounds: readonly string[]): string {
  const named = judgementGrounds.filter(({ value }) => value !== 'other' && grounds.includes(value));
  if (named.length === 0) return 'Professional judgement';
  const grounded = named.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  return `Professional judgement: ${grounded.join('; ')}`;
}

function receivedKind(tool: ReceivedTool): string {
  return tool === 'other' ? 'An assessment' : labelOf(receivedTools, tool);
}
