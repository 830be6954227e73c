import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import type { ReceivedFact } from './rating.ts';
import {
  overtakesLowering,
  ratingAfterAssessment,
  ratingAfterReceived,
  ratingAsStated,
  type Standing,
} from './rating-decision.ts';
import type { Rating } from './store/ratings.ts';
import { customary, rulesOf } from './threshold.ts';

const today = Temporal.PlainDate.from('2026-07-01');

const rated = (differences: Partial<Rating> = {}): Rating => ({
  id: 'rating',
  number: 1,
  level: 'medium',
  indicated: null,
  routes: [],
  how: 'stated',
  assessmentId: null,
  receivedId: null,
  loweringId: null,
  reason: 'He knows where she works',
  grounds: [],
  callOuts: null,
  lastMaracOn: null,
  sinceMarac: [],
  ratedAt: Temporal.Instant.from('2026-06-30T09:00:00Z'),
  judgedBy: 'ada' as StaffId,
  judgedByName: 'Ada',
  judgedAt: Temporal.Instant.from('2026-06-30T09:00:00Z'),
  waitsSince: null,
  ...differences,
});

const standing = (before: Rating | null, received: readonly ReceivedFact[] = []): Standing => ({
  before,
  received,
  local: rulesOf(customary),
  today,
});
const from = (level: ReceivedFact['level']): ReceivedFact => ({
  id: 'received',
  tool: 'dash',
  level,
  receivedOn: today,
});

const nothing = { instrument: 'dash', name: 'Dash', score: null, cluster: false, grounds: [], notKnown: [] };
const score = (yes: number) => ({ ...nothing, score: { yes, answered: 24, of: 24 } });
const unscored = { ...nothing, instrument: 'stalking', name: 'Stalking screen' };
const ended = { assessmentId: 'assessment', told: true };
const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

test('an assessment that finds more than what stands raises the level, and rests on that assessment', () => {
  const rating = ratingAfterAssessment(standing(rated()), { ...ended, found: score(15) });
  assert.equal(rating?.level, 'high');
  assert.equal(rating?.assessmentId, 'assessment');
  assert.equal(rating?.reason, '', 'the reason was for another level');
  assert.equal(rating?.judge, null, 'and nobody has judged it: whoever asked only asked');
});

test('an assessment that finds less lowers nothing, and the reason given before still holds', () => {
  const rating = ratingAfterAssessment(standing(rated()), { ...ended, found: score(2) });
  assert.equal(rating?.level, 'medium');
  assert.equal(rating?.reason, 'He knows where she works');
});

test('an assessment in which nothing was told changes nothing, unless what is known already raises it', () => {
  const silent = { assessmentId: 'assessment', found: score(0), told: false };
  assert.equal(ratingAfterAssessment(standing(rated()), silent), null);
  assert.equal(ratingAfterAssessment(standing(rated(), [from('high')]), silent)?.level, 'high');
});

test('a tool that is not scored rates nothing where nothing stands, and rests on the last one that was scored', () => {
  assert.equal(ratingAfterAssessment(standing(null), { ...ended, found: unscored }), null);
  const before = rated({ assessmentId: 'the last Dash' });
  assert.equal(
    ratingAfterAssessment(standing(before), { ...ended, found: unscored })?.assessmentId,
    'the last Dash',
  );
});

test('what others assess raises a level, and where it says as much, a lowering that waits is overtaken', () => {
  assert.equal(ratingAfterReceived(standing(rated(), [from('high')]))?.level, 'high');
  assert.equal(ratingAfterReceived(standing(rated(), [from('medium')])), null);
  const again = ratingAfterReceived(standing(rated(), [from('medium')]), true);
  assert.deepEqual([again?.level, again?.judge], ['medium', null], 'in a closed case it is looked at again');
  assert.equal(ratingAfterReceived(standing(rated({ level: 'high' }), [from('medium')]), true), null);
  assert.equal(overtakesLowering(standing(rated(), [from('medium')])), true);
  assert.equal(overtakesLowering(standing(rated({ level: 'high' }), [from('medium')])), false);
  assert.equal(
    overtakesLowering(standing(null, [from('high')])),
    false,
    'nothing stands that could be lowered',
  );
});

test('a lower level that a colleague states is proposed, and the higher one stands for its own reason', () => {
  const rating = ratingAsStated(standing(rated({ level: 'high' })), { ...statement, level: 'standard' });
  assert.equal(rating.level, 'high');
  assert.equal(rating.proposed, 'standard');
  assert.deepEqual([rating.how, rating.judge], ['kept', { by: 'ada', at: rated().judgedAt }]);
  assert.equal(rating.reason, 'He knows where she works');
});

test('a higher level that a colleague states stands at once, for the reason that they gave', () => {
  const rating = ratingAsStated(standing(rated()), { ...statement, level: 'high' });
  assert.equal(rating.level, 'high');
  assert.deepEqual([rating.proposed ?? null, rating.judge], [null, 'whoever acts']);
  assert.deepEqual(rating.routes, [{ route: 'judgement', level: 'high', grounds: [] }]);
});

test('what two people went below is opened again by a reason that neither of them knew', () => {
  const scored = { route: 'score', level: 'high', source: '', highFrom: 14, mediumFrom: 10 } as const;
  const lowered = rated({
    indicated: 'high',
    assessmentId: 'assessment',
    loweringId: 'lowering',
    routes: [{ ...scored, yes: 15, answered: 24, of: 24 }],
  });
  const stated = (before: Rating, callOuts: number | null) =>
    ratingAsStated(standing(before), { ...statement, level: 'medium', callOuts });
  assert.equal(stated(lowered, null).level, 'medium', 'for the same score no third person is asked');
  const more = stated(lowered, 5);
  assert.deepEqual([more.level, more.proposed, more.judge], ['high', 'medium', null]);
  const known = rated({ ...lowered, routes: [...lowered.routes, ...more.routes], callOuts: 5 });
  assert.equal(stated(known, 5).level, 'medium', 'once two people have looked at that as well');
  assert.equal(stated(known, 7).level, 'high');
});
