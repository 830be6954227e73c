import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { addTeam, teamOf } from '../cases/testing.ts';
import { pathways } from './pathways.ts';
import { addCheck, linesToCheck, type NewCheck } from './store/local-checks.ts';
import { meetingsOn } from './store/meetings.ts';
import { takePathway } from './store/pathways.ts';
import { decideThreshold, setThreshold } from './store/set-threshold.ts';
import { saveArea, thresholdsOf } from './store/thresholds.ts';
import { customary } from './threshold.ts';

const count = z.object({ n: z.number() });
const day = (text: string) => Temporal.PlainDate.from(text);

test('a check is one landlord’s, a manager’s, in their own name, and stays as it was written', async (t) => {
  const team = await teamOf(t);
  const stranger = await addTeam(team.db, team.behind);
  const { manager, worker, organisation } = team;
  const [merseyside] = pathways;
  assert.ok(merseyside);
  await team.as(manager, (tx, office) => takePathway(tx, office, merseyside));
  const [line] = await team.as(manager, (tx) => meetingsOn(tx, organisation, day('2026-11-18')));
  assert.ok(line);
  const check: NewCheck = {
    of: 'meeting',
    lineId: line.id,
    checkedOn: day('2026-11-18'),
    withWhom: 'the Marac coordinator',
    outcome: 'holds',
    words: '',
  };
  await assert.rejects(
    team.as(worker, (tx, office) => addCheck(tx, office, check)),
    /row-level security/,
  );
  await assert.rejects(
    team.as(manager, (tx, office) => addCheck(tx, { ...office, staff: worker }, check)),
    /row-level security/,
    'in somebody else’s name',
  );
  await team.as(manager, (tx, office) => addCheck(tx, office, check));
  const seen = (who: typeof team) =>
    who.as(who.manager, async (tx) => (await tx.one(count, sql`select count(*) as n from pathway_check`)).n);
  assert.equal(await seen(team), 1);
  assert.equal(await seen(stranger), 0);
  for (const change of [sql`update pathway_check set words = ''`, sql`delete from pathway_check`])
    await assert.rejects(
      team.as(manager, (tx) => tx.run(change)),
      /permission denied/,
    );
});

test('every line that ships is to be checked, and each again after twelve months', async (t) => {
  const team = await teamOf(t);
  const { manager, organisation } = team;
  const toCheck = (on: string) => team.as(manager, (tx) => linesToCheck(tx, organisation, day(on)));
  assert.equal(await toCheck('2026-11-18'), 0, 'nothing was taken over');
  for (const pathway of pathways) await team.as(manager, (tx, office) => takePathway(tx, office, pathway));
  const areas = pathways.flatMap((pathway) => pathway.areas);
  const lines = areas.reduce((sum, { meetings, thresholds }) => sum + meetings.length + thresholds.length, 0);
  assert.equal(await toCheck('2026-11-18'), lines);
  const [line] = await team.as(manager, (tx) => meetingsOn(tx, organisation, day('2026-11-18')));
  assert.ok(line);
  const about = { of: 'meeting', lineId: line.id, withWhom: 'the Marac coordinator' } as const;
  await team.as(manager, (tx, office) =>
    addCheck(tx, office, { ...about, checkedOn: day('2026-11-18'), outcome: 'holds', words: '' }),
  );
  assert.equal(await toCheck('2027-11-18'), lines - 1);
  assert.equal(await toCheck('2027-11-19'), lines, 'a year has passed');
  await team.as(manager, (tx, office) =>
    addCheck(tx, office, {
      ...about,
      checkedOn: day('2026-11-19'),
      outcome: 'differs',
      words: 'It is weekly now',
    }),
  );
  assert.equal(await toCheck('2026-11-20'), lines, 'the area says that it is different');
});

test('what two people agreed to is the line to check from the day on which they did', async (t) => {
  const team = await teamOf(t);
  const { manager, otherManager, organisation } = team;
  const areaId = await team.as(manager, (tx, office) =>
    saveArea(tx, office, { areaId: null, name: 'Larkhaven', authorities: [] }),
  );
  const line = { ...customary, areaId };
  const wide = { ...line, effectiveFrom: day('2026-07-10'), known: 'stored_source', reason: '' } as const;
  const laxer = { ...line, highFrom: 16, effectiveFrom: day('2026-07-05'), reason: 'The Marac is full' };
  assert.equal(await team.as(manager, (tx, office) => setThreshold(tx, office, wide)), false);
  assert.equal(await team.as(manager, (tx, office) => setThreshold(tx, office, laxer)), true, 'it waits');
  const held = await team.as(manager, (tx) => thresholdsOf(tx, organisation));
  const waiting = held.find(({ highFrom }) => highFrom === 16);
  assert.ok(waiting);
  const agreed = { decision: 'approved', why: '', version: waiting.version } as const;
  const onThe20th = Temporal.Instant.from('2026-07-20T09:00:00+01:00');
  await team.as(otherManager, (tx, office) => decideThreshold(tx, office, waiting, agreed), onThe20th);
  const toCheck = (on: string) => team.as(manager, (tx) => linesToCheck(tx, organisation, day(on)));
  assert.equal(await toCheck('2026-07-19'), 1, 'what nobody here has said holds until then');
  assert.equal(await toCheck('2026-07-20'), 0, 'what was said here this month holds');
});
