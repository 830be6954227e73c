import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { teamOf } from '#modules/cases/testing.ts';
import { addRating, type NewRating } from './store/ratings.ts';

test('a level that is proposed again for the same reasons is one entry; for others it is told', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const proposed = {
    ...{
      caseId,
      level: 'high',
      before: 'high',
      indicated: 'high',
      how: 'assessment',
      judge: null,
      reason: '',
    },
    ...{
      assessmentId: null,
      receivedId: null,
      loweringId: null,
      waitsSince: null,
      grounds: [],
      sinceMarac: [],
    },
    ...{ callOuts: null, lastMaracOn: null },
    routes: [{ route: 'judgement', level: 'high', grounds: ['stalking'] }],
  } as const satisfies NewRating;
  const adds = (rating: NewRating) => team.as(team.worker, (tx, office) => addRating(tx, office, rating));
  const entries = () =>
    team.as(team.worker, async (tx) => {
      const found = await tx.rows(
        z.object({ words: z.string() }),
        sql`select words from case_entry where case_id = ${caseId} and kind = 'risk' order by happened_at, id`,
      );
      return found.length;
    });
  await adds(proposed);
  await adds({ ...proposed, waitsSince: null });
  assert.equal(await entries(), 1);
  const more = [...proposed.routes, { route: 'call-outs', count: 4, from: 3, source: '' }] as const;
  await adds({ ...proposed, routes: more as unknown as NewRating['routes'] });
  assert.equal(await entries(), 2, 'something else is known now');
});
