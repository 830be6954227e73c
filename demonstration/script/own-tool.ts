import { timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { dayOf } from './arc-steps.ts';
import type { Season } from './season.ts';
import type { Step } from './steps.ts';

/** Invented for the demonstration: its questions, its weights and its levels are nobody's. */
export const lantern = {
  instrument: 'own-1',
  version: '2026-1',
  name: 'Larkhaven lantern',
  attribution:
    'Invented for this demonstration, questions and weights. It follows nobody’s work, and is not to be used.',
  purpose: 'Beside the Dash, where the partners in Larkhaven hear a case together.',
  enough: 10,
  levels: [
    { name: 'Candle', from: 0, means: 'standard' },
    { name: 'Lantern', from: 10, means: 'medium' },
    { name: 'Beacon', from: 20, means: 'high' },
  ],
  items: [
    weighs('1', 'Tonight', 'Are you afraid of tonight?', 4, 'At home'),
    weighs('2', 'Getting in', 'Could they get in where you sleep?', 4),
    weighs('3', 'Hurt', 'Were you hurt in the last month?', 4),
    weighs(
      '4',
      'Throat',
      'Did they hold you by the throat, or keep you from breathing?',
      6,
      '',
      'strangulation',
    ),
    weighs('5', 'Worse', 'Does it happen more often than in the spring?', 3, 'What changes', 'escalation'),
    weighs('6', 'Going', 'Have you left, or do you think of leaving?', 3, '', 'separation'),
    weighs('7', 'Following', 'Do they turn up where you did not say you would be?', 4, '', 'stalking'),
    weighs('8', 'Money', 'Do they decide what you may spend?', 2),
    weighs('9', 'Phone', 'Do they read what is on your phone?', 2),
    weighs(
      '10',
      'Who else',
      'Do others of the family help them to find you?',
      3,
      'Around you',
      'honour_based',
    ),
    weighs('11', 'Children', 'Is a child of yours afraid of them?', 3, '', 'children'),
    weighs('12', 'Alone', 'Is there nobody near whom you could wake at night?', 2),
  ],
} as const;

function weighs(id: string, theme: string, question: string, yes: number, section = '', flagged = '') {
  const more = { ...(section && { section }), ...(flagged && { flagged }) };
  return { id, theme, question, weights: { yes, dont_know: Math.floor(yes / 2) }, ...more };
}

/** Yes to these comes to a Beacon, which means high. */
const yes = [1, 2, 3, 5, 7, 8, 9, 10];

/**
 * The manager loads it as the season begins, and in the newest open case at high risk it is asked beside the Dash, when
 * the risk was judged last; its level is judged at once, as every other.
 */
export function asksWithOwnTool(
  steps: readonly Step[],
  {
    season,
    calendar,
    present,
  }: {
    readonly season: Season;
    readonly calendar: WorkingCalendar;
    readonly present: Temporal.Instant;
  },
): readonly Step[] {
  const begins = dayOf(present.subtract({ hours: 24 * season.days }), calendar);
  const loaded: Step = {
    at: timeOn(begins, calendar.opens, calendar),
    story: '',
    action: { does: 'load-instrument', by: 'manager', file: JSON.stringify(lantern) },
  };
  const ended = new Set(steps.filter(({ action }) => action.does === 'close').map(({ story }) => story));
  const judged = steps.findLast(
    ({ at, story, action }) =>
      action.does === 'state-level' &&
      action.level === 'high' &&
      !ended.has(story) &&
      Temporal.Instant.compare(at.add({ hours: 1 }), present) < 0,
  );
  if (judged?.action.does !== 'state-level') return [loaded];
  const { at, story, action } = judged;
  const asked = at.add({ minutes: 25 });
  return [
    loaded,
    { at: asked, story, action: { does: 'assess', by: action.by, tool: 'own-1', askedAt: at, yes } },
    {
      at: asked.add({ minutes: 2 }),
      story,
      action: {
        ...{ does: 'state-level', by: action.by, level: 'high' },
        reason: 'A Beacon by the tool of our partners too: they are found wherever they go, and sleep badly.',
      },
    },
  ];
}
