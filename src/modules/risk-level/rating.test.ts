import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Found } from './grounds.ts';
import { assessedBefore, indication, type RiskFacts, repeatOnlyElsewhere, withJudgement } from './rating.ts';
import { routeInWords } from './rating-words.ts';
import {
  type Area,
  areaOf,
  bandsInWords,
  customary,
  rulesOf,
  rulesOn,
  type SetThreshold,
} from './threshold.ts';

const today = Temporal.PlainDate.from('2026-11-18');
const nothing: RiskFacts = {
  found: [],
  received: [],
  local: rulesOf(customary),
  callOuts: null,
  lastMaracOn: null,
  sinceMarac: [],
  today,
};
/** What the Dash found: so many yes, and nothing grave among them. */
const dash = (yes: number, more: Partial<Found> = {}): Pick<RiskFacts, 'found'> => ({
  found: [
    {
      instrument: 'dash',
      name: 'Dash',
      score: { yes, answered: 24, of: 24 },
      cluster: false,
      grounds: [],
      notKnown: [],
      ...more,
    },
  ],
});
const indicated = (facts: Partial<RiskFacts>) => indication({ ...nothing, ...facts }).level;

test('what a score indicates follows the local bands; fourteen and more is high until somebody says otherwise', () => {
  assert.deepEqual(
    [0, 9, 10, 13, 14, 24].map((yes) => indicated(dash(yes))),
    ['standard', 'standard', 'medium', 'medium', 'high', 'high'],
  );
  const local = rulesOf({ ...customary, highFrom: 12, mediumFrom: 8 });
  assert.deepEqual(
    [7, 8, 11, 12].map((yes) => indicated({ ...dash(yes), local })),
    ['standard', 'medium', 'medium', 'high'],
  );
  assert.equal(indicated({}), null, 'nobody has assessed anything');
  assert.equal(bandsInWords(customary), 'up to 9 standard, 10 to 13 medium, 14 and more high');
  assert.equal(
    bandsInWords({ ...customary, mediumFrom: 13 }),
    'up to 12 standard, 13 medium, 14 and more high',
  );
});

test('each other way to high counts at any score', () => {
  const few = dash(2);
  assert.equal(indicated(dash(2, { cluster: true })), 'high');
  assert.equal(indicated({ ...few, callOuts: 2 }), 'standard');
  assert.equal(indicated({ ...few, callOuts: 3 }), 'high');
  assert.equal(
    indicated({ ...few, callOuts: 9, local: rulesOf({ ...customary, callOuts: null }) }),
    'standard',
  );
  const marac = (day: string) => ({ ...few, lastMaracOn: Temporal.PlainDate.from(day) });
  assert.equal(indicated(marac('2025-11-17')), 'standard', 'more than twelve months ago');
  assert.equal(indicated(marac('2025-11-18')), 'high', 'twelve months ago to the day');
  assert.equal(indicated(marac('2026-11-19')), 'standard', 'not yet');
});

test('what others assessed indicates what they say, whatever our score; the highest of several counts', () => {
  const few = dash(2);
  const came = (level: 'medium' | 'high', day: string, tool: 'dara' | 'other' = 'dara') =>
    ({ id: day, tool, level, receivedOn: Temporal.PlainDate.from(day) }) as const;
  assert.equal(indicated({ ...few, received: [came('medium', '2026-11-10')] }), 'medium');
  assert.equal(
    indicated({ ...few, received: [came('medium', '2026-11-10'), came('high', '2026-11-02')] }),
    'high',
  );
  assert.equal(
    indicated({ received: [came('high', '2026-11-02')] }),
    'high',
    'although nothing was asked here',
  );
  const says = (tool: 'dara' | 'other') => {
    const [route] = indication({ ...nothing, received: [came('high', '2026-11-02', tool)] }).routes;
    return route && routeInWords(route).says;
  };
  assert.equal(says('dara'), 'DARA from others, received on Monday 2 November 2026');
  assert.equal(says('other'), 'An assessment from others, received on Monday 2 November 2026');
});

test('what was since the last referral counts as a repeat by the local definition, unknown by either', () => {
  const marac = { ...dash(2), lastMaracOn: Temporal.PlainDate.from('2026-09-02') };
  const narrow = rulesOf({ ...customary, repeat: 'violence_stalking_sexual' });
  assert.equal(indicated({ ...marac, sinceMarac: ['economic'] }), 'high');
  assert.equal(indicated({ ...marac, sinceMarac: ['economic'], local: narrow }), 'standard');
  assert.equal(indicated({ ...marac, sinceMarac: ['economic', 'strangulation'], local: narrow }), 'high');
  assert.equal(indicated({ ...marac, local: narrow }), 'high', 'nobody knows what it was');
  const only = (sinceMarac: RiskFacts['sinceMarac'], day = today) =>
    repeatOnlyElsewhere({ ...marac, sinceMarac, local: narrow, today: day });
  assert.deepEqual(
    [only(['economic']), only([]), only(['economic'], today.add({ years: 1 }))],
    [true, false, false],
  );
  assert.match(
    routeInWords({ route: 'repeat', level: 'high', lastMaracOn: '2026-09-02' }).source,
    /any abuse/,
    'one that was rated before definitions could differ',
  );
});

test('every route is told with what it rests on, the one to the highest level first', () => {
  const all = indication({
    ...nothing,
    ...dash(11, { cluster: true, score: { yes: 11, answered: 20, of: 24 } }),
    callOuts: 4,
    lastMaracOn: Temporal.PlainDate.from('2026-03-02'),
  });
  assert.equal(all.level, 'high');
  assert.deepEqual(
    all.routes.map(({ route, level }) => [route, level]),
    [
      ['cluster', 'high'],
      ['call-outs', 'high'],
      ['repeat', 'high'],
      ['score', 'medium'],
      ['unanswered', 'medium'],
    ],
  );
  const words = all.routes.map((route) => routeInWords(route));
  assert.equal(words[3]?.says, 'Score: 11 yes, with 20 of 24 answered');
  assert.match(words[3]?.source ?? '', /10 to 13 medium, 14 and more high\. A common local convention/);
  assert.match(words[2]?.says ?? '', /Marac referral of Monday 2 March 2026/);
  for (const { says, source } of words) assert.ok(says && source);
  assert.deepEqual(
    assessedBefore(all.routes),
    dash(11, { cluster: true, score: { yes: 11, answered: 20, of: 24 } }).found,
  );
});

test('a professional’s judgement is a route of its own, at any score', () => {
  const low = indication({ ...nothing, ...dash(1) });
  const judged = withJudgement(low, { level: 'high', grounds: ['too_scared', 'own_view'] });
  assert.deepEqual(
    judged[0] && routeInWords(judged[0]).says,
    'Professional judgement: how they see the risk themselves; they may be too frightened to answer',
  );
  assert.equal(withJudgement(low, { level: 'standard', grounds: [] }), low.routes, 'agreeing adds nothing');
});

test('a threshold holds in its area and from its day; what was set last for a day holds', () => {
  const set = (areaId: string | null, effectiveFrom: string, highFrom: number, hour = 9): SetThreshold => ({
    ...customary,
    highFrom,
    areaId,
    effectiveFrom: Temporal.PlainDate.from(effectiveFrom),
    counts: true,
    setAt: Temporal.Instant.from(`2026-01-02T${String(hour).padStart(2, '0')}:00:00Z`),
  });
  const thresholds = [
    set(null, '2026-01-01', 13),
    set('north', '2026-02-01', 10),
    set('north', '2026-12-01', 9),
    set('north', '2026-02-01', 11, 10),
  ];
  const highFrom = (area: string | null, day: string) =>
    rulesOn(thresholds, area, Temporal.PlainDate.from(day)).bands[0]?.highFrom;
  assert.deepEqual(
    [highFrom('north', '2026-11-18'), highFrom('north', '2026-12-01'), highFrom('north', '2026-01-15')],
    [11, 9, 13],
  );
  assert.deepEqual([highFrom('south', '2026-11-18'), highFrom(null, '2025-12-31')], [13, 14]);
});

test('the area of a home follows from its local authority, however it is written', () => {
  const areas: readonly Area[] = [
    { id: 'north', name: 'North', authorities: ['Exampleshire', 'Upper Example'] },
  ];
  assert.equal(areaOf(areas, ' upper  EXAMPLE ')?.id, 'north');
  assert.equal(areaOf(areas, 'Elsewhere'), null);
  assert.equal(areaOf(areas, null), null);
});
