import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { addTeam, teamOf } from '../cases/testing.ts';
import { recordConflict } from '../wall/index.ts';
import { newestOf } from './instruments/catalogue.ts';
import { assess } from './store/assess.ts';
import { makeCopy } from './store/copies.ts';

const count = z.object({ n: z.number() });

test('row by row, what was taken away on paper is behind the wall, and stays as it was written', async (t) => {
  const team = await teamOf(t);
  const { manager, worker, otherWorker, administrator } = team;
  const stranger = await addTeam(team.db, team.behind);
  const caseId = await team.open(manager);
  await team.as(worker, async (tx, office) => {
    const assessmentId = await assess(tx, office, {
      ...{ caseId, instrument: newestOf('dash'), askedAt: office.now, askedBy: 'Ada Keel', how: 'phone' },
      ...{ withWhom: '', answers: new Map(), ending: 'stopped_by_person', endingWords: '', askAgainOn: null },
    });
    await makeCopy(tx, office, {
      ...{ caseId, assessmentId, wordsVersion: 'lintel-1', purpose: 'file', recipient: '' },
      ...{ agreed: 'not_asked', why: '', shareId: null, leftOut: ['notes'], answered: 0, learners: [] },
    });
  });
  const seen = (who: typeof team, by: typeof worker) =>
    who.as(by, async (tx) => (await tx.one(count, sql`select count(*) as n from assessment_copy`)).n);
  assert.equal(await seen(team, otherWorker), 1);
  assert.equal(await seen(team, administrator), 0, 'whoever sees no case sees nothing of one');
  assert.equal(await seen(stranger, stranger.manager), 0, 'of another landlord');
  await team.as(manager, (tx, office) =>
    recordConflict(tx, office, { caseId, staffId: otherWorker, relation: 'relative', reason: 'A cousin' }),
  );
  assert.equal(await seen(team, otherWorker), 0, 'a conflict beats every role');
  for (const change of [sql`update assessment_copy set recipient = ''`, sql`delete from assessment_copy`])
    await assert.rejects(
      team.as(worker, (tx) => tx.run(change)),
      /permission denied/,
    );
  await assert.rejects(
    team.as(otherWorker, (tx, { organisation, now }) =>
      tx.run(sql`insert into assessment_copy (organisation_id, id, case_id, assessment_id, words_version, purpose,
          agreed, made_at)
        select ${organisation}, gen_random_uuid(), ${caseId}, gen_random_uuid(), 'lintel-1', 'file', 'yes', ${now}`),
    ),
    /row-level security/,
    'nor does it write one',
  );
});
