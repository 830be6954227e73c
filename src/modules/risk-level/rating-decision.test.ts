import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceivedFact } from './rating.ts';
import {
  overtakesLowering,
  ratingAfterAssessment,
  ratingAfterReceived,
  ratingAsStated,
  type Standing,
} from './rating-decision.ts';
import type { Rating } from './store/ratings.ts';
import { customary } from './threshold.ts';

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
  ratedBy: null,
  ratedByName: null,
  ...differences,
});

const standing = (before: Rating | null, received: readonly ReceivedFact[] = []): Standing => ({
  before,
  received,
  threshold: customary,
  today,
});
const from = (level: ReceivedFact['level']): ReceivedFact => ({
  id: 'received',
  tool: 'dash',
  level,
  receivedOn: today,
});

const score = (yes: number) => ({ score: { yes, answered: 24, of: 24 }, cluster: false });
const ended = { assessmentId: 'assessment', reviewed: true };
const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

test('an assessment that finds more than what stands raises the level, and rests on that assessment', () => {
  const rating = ratingAfterAssessment(standing(rated()), { ...ended, scored: score(15) });
  assert.equal(rating?.level, 'high');
  assert.equal(rating?.assessmentId, 'assessment');
  assert.equal(rating?.reason, '', 'the reason was for another level');
});

test('an assessment that finds less lowers nothing, and the reason given before still holds', () => {
  const rating = ratingAfterAssessment(standing(rated()), { ...ended, scored: score(2) });
  assert.equal(rating?.level, 'medium');
  assert.equal(rating?.reason, 'He knows where she works');
});

test('an assessment in which nothing was told changes nothing, unless what is known already raises it', () => {
  const silent = { assessmentId: 'assessment', scored: score(0), reviewed: false };
  assert.equal(ratingAfterAssessment(standing(rated()), silent), null);
  assert.equal(ratingAfterAssessment(standing(rated(), [from('high')]), silent)?.level, 'high');
});

test('a tool that is not scored rates nothing where nothing stands, and rests on the last one that was scored', () => {
  assert.equal(ratingAfterAssessment(standing(null), { ...ended, scored: null }), null);
  const before = rated({ assessmentId: 'the last Dash' });
  assert.equal(
    ratingAfterAssessment(standing(before), { ...ended, scored: null })?.assessmentId,
    'the last Dash',
  );
});

test('what others assess raises a level, and where it says as much, a lowering that waits is overtaken', () => {
  assert.equal(ratingAfterReceived(standing(rated(), [from('high')]))?.level, 'high');
  assert.equal(ratingAfterReceived(standing(rated(), [from('medium')])), null);
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
  assert.equal(rating.reason, 'He knows where she works');
});

test('a higher level that a colleague states stands at once, for the reason that they gave', () => {
  const rating = ratingAsStated(standing(rated()), { ...statement, level: 'high' });
  assert.equal(rating.level, 'high');
  assert.equal(rating.proposed, null);
  assert.deepEqual(rating.routes, [{ route: 'judgement', level: 'high', grounds: [] }]);
});
