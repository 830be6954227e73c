import { dueInWords } from '#modules/simulator/pure.ts';
import { byItself, type Cite } from '#rules/cite.ts';
import type { EventName } from '#rules/event.ts';
import type { Clock, Commitment, Measure } from '#rules/pack.ts';

/** What a policy says of one thing, by what it is called. */
export type Said = Readonly<Record<string, string>>;

/** A promise with its terms in words; none where they are what they usually are. */
export function termsOf({ title, definition, clauses, measure }: Commitment, cite: Cite = byItself): Said {
  return {
    Promise: title,
    'What the figure means': definition,
    Clauses: clauses.map(cite).join(', '),
    'How it is measured': kinds[measure.kind],
    ...measuredBy(measure),
  };
}

const kinds: Readonly<Record<Measure['kind'], string>> = {
  clock: 'A deadline runs',
  evidence: 'By what is shown in time',
  share: 'Of all the times, how often it was done',
  review: 'The date of the next review',
  gate: 'How often a gate was asked',
  offer: 'How often it was offered',
  cadence: 'How often it recurs',
  count: 'It is counted',
  unmeasured: 'Not measured',
};

function measuredBy(measure: Measure): Said {
  switch (measure.kind) {
    case 'clock':
      return clock(measure);
    case 'evidence':
      return {
        'Begins with': eventInWords(measure.of),
        'Shown by': eventsInWords(measure.shownBy),
        Due: `within ${measure.withinWorkingDays} working day${measure.withinWorkingDays === 1 ? '' : 's'}`,
        'Counted for each': measure.per,
      };
    case 'share':
      return {
        'Done is': eventsInWords(measure.done),
        'Not done is': eventsInWords(measure.notDone),
        'Told apart': eventsInWords(measure.apart),
        'Only of these kinds': measure.kinds?.join(', ') ?? 'any',
        'Said where nothing of it happened': silenceInWords(measure.silence),
      };
    case 'gate':
      return { Gate: measure.gate, 'Counted by': eventInWords(measure.asked) };
    case 'offer':
      return {
        Offer: measure.offer,
        'Counted by': eventInWords(measure.offered),
        'Of these kinds': (measure.kinds ?? []).join(', ') || 'any',
      };
    case 'cadence':
      return { Every: `${measure.everyMonths} months`, 'Counted by': eventInWords(measure.done) };
    case 'count':
      return {
        'Counted by': eventInWords(measure.of),
        'Called on the board': measure.says,
        'Told apart by': measure.by ?? 'nothing',
        ...(measure.also && {
          'Counted as well by': measure.also
            .map(({ of, says, oneOf }) => `${eventsInWords(of)} (${says}: ${oneOf.join(', ')})`)
            .join('; '),
        }),
      };
    case 'unmeasured':
      return { 'Why not': measure.because };
    case 'review':
      return { 'Or sooner': measure.sooner ? 'where a reason for it stands open' : 'no' };
  }
}

function silenceInWords(silence: Extract<Measure, { kind: 'share' }>['silence']): string {
  if (!silence) return 'none ended';
  const { says, asked } = silence;
  return asked ? `${says}; ${asked.called}, by ${eventsInWords(asked.by)}` : says;
}

function clock({ starts, stops, byPlan, due, escalateAt, evenBefore, atLatest, only }: Clock): Said {
  return {
    Due: dueInWords(due),
    'Begins with': eventInWords(starts),
    'Kept by': eventsInWords(stops),
    'Ended by plan': eventsInWords(byPlan),
    'Colleagues are told': escalateAt.map(shareInWords).join(', ') || 'when it is due',
    'Only of these kinds': only?.kinds?.join(', ') ?? 'any',
    'Only at these levels of risk': only?.risk?.join(', ').replaceAll('_', ' ') ?? 'any',
    'Kept by what came before': evenBefore ? 'yes' : 'no',
    'Owed in any case': atLatest
      ? `from ${eventInWords(atLatest.starts)}, ${dueInWords(atLatest.due)}`
      : 'no',
  };
}

/** `contact-plan.approved` as “contact plan approved”. */
function eventInWords(event: EventName | null): string {
  return event === null ? 'nothing yet' : event.replaceAll(/[.-]/g, ' ');
}

function eventsInWords(events: readonly EventName[]): string {
  return events.map(eventInWords).join(', ') || 'nothing';
}

function shareInWords(share: number): string {
  return share === 1 ? 'when it is due' : `after ${Math.round(share * 1_000) / 10}% of the time`;
}
