import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { addPerson, peopleIn } from '#modules/case-file/index.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import { sayProgrammeSafety } from '#modules/perpetrators/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { writeEntry } from './store/entries.ts';
import { endOwnFile, ownFile, ownFiles } from './store/files.ts';
import { askWhetherItMayGo, beginProgramme, programmesOf, referToProgramme } from './store/programmes.ts';
import { answerQuestion, questionsFor } from './store/questions.ts';
import { aCaseFearing, fears, onRegister, ownFileOf } from './testing.ts';

const counted = z.object({ count: z.number() });
const isId = /^[0-9a-f-]{36}$/;

/** A case about one of them, led by one worker, and a file of the other, kept by another worker. */
async function twoSides(t: TestContext) {
  const team = await teamOf(t);
  const [feared, person] = [await onRegister(team, 'P2'), await onRegister(team, 'P1')];
  const caseId = await aCaseFearing(team, feared, team.worker, person);
  const file = await ownFileOf(team, 'P2', { manager: team.otherManager, worker: team.otherWorker });
  assert.match(file, isId);
  return { team, feared, person, caseId, file };
}

const sees = async (team: Team, who: StaffId, table: ReturnType<typeof sql>) =>
  (await team.as(who, (tx) => tx.one(counted, sql`select count(*) from ${table}`))).count;

test('neither side sees the other: pair by pair', async (t) => {
  const { team } = await twoSides(t);
  const { manager, otherManager, worker, otherWorker, administrator } = team;
  const inFile = { own_file: sql`own_file`, own_file_entry: sql`own_file_entry` };
  const inCase = { case_file: sql`case_file`, case_person: sql`case_person`, case_access: sql`case_access` };
  const pairs = [
    [worker, 0, 1, 'whoever leads the case'],
    [manager, 0, 1, 'a manager of the team'],
    [otherWorker, 1, 0, 'whoever works on the file'],
    [otherManager, 1, 0, 'the manager who keeps the file'],
    [administrator, 0, 0, 'an administrator'],
  ] as const;
  for (const [who, ofFile, ofCase, name] of pairs) {
    for (const [table, from] of Object.entries(inFile))
      assert.equal(await sees(team, who, from), ofFile, `${name}: ${table}`);
    for (const [table, from] of Object.entries(inCase))
      assert.equal((await sees(team, who, from)) > 0, ofCase === 1, `${name}: ${table}`);
  }
});

test('whoever keeps the file finds nobody of the other side on the register, and whoever is feared', async (t) => {
  const { team } = await twoSides(t);
  const names = (who: StaffId) =>
    team.as(who, async (tx) => {
      await tx.run(sql`select lintel.keep_apart()`);
      const rows = await tx.rows(
        z.object({ reference: z.string() }),
        sql`select reference from person order by 1`,
      );
      return rows.map(({ reference }) => reference);
    });
  assert.deepEqual(await names(team.otherWorker), ['P2']);
  assert.deepEqual(await names(team.worker), ['P1', 'P2']);
});

test('what happens to a file is on the record for those who keep it alone', async (t) => {
  const { team } = await twoSides(t);
  const events = sql`event where name like 'own-file.%'`;
  assert.equal(await sees(team, team.otherWorker, events), 1);
  assert.equal(await sees(team, team.worker, events), 0);
  assert.equal(await sees(team, team.manager, events), 0);
});

test('one colleague cannot keep both sides, and is refused in the same words as anybody', async (t) => {
  const team = await teamOf(t);
  const feared = await onRegister(team, 'P2');
  await aCaseFearing(team, feared, team.worker);
  assert.equal(await ownFileOf(team, 'P2', { manager: team.manager, worker: team.worker }), 'worker');
  assert.equal(await ownFileOf(team, 'P2', { manager: team.manager, worker: team.administrator }), 'worker');
  await assert.rejects(
    team.as(team.manager, (tx, { organisation, now }) =>
      tx.run(sql`insert into own_file (organisation_id, id, person_id, name, opened_because, opened_at, opened_by,
          manager_id, worker_id)
        values (${organisation}, ${newId()}, ${feared}, 'Somebody', 'police', ${now}, ${team.manager}, ${team.manager},
          ${team.worker})`),
    ),
    /another colleague keeps this file/,
  );
});

test('whoever meets the other side in a case of theirs loses the file, and its manager learns no more', async (t) => {
  const team = await teamOf(t);
  const feared = await onRegister(team, 'P2');
  const file = await ownFileOf(team, 'P2', { manager: team.otherManager, worker: team.otherWorker });
  const caseId = await team.open(team.otherWorker, { leadId: team.otherWorker });
  await team.as(team.otherWorker, (tx, office) => fears(tx, office, caseId, feared));
  assert.equal(await sees(team, team.otherWorker, sql`own_file`), 0);
  assert.equal(await sees(team, team.otherWorker, sql`case_file`), 1);
  const told = await team.as(team.otherManager, async (tx, office) => ({
    worker: (await ownFile(tx, office.organisation, file)).workerId,
    notices: await tx.rows(
      z.object({ kind: z.string(), case_id: z.string().nullable(), about_id: z.string().nullable() }),
      sql`select kind, case_id, about_id from notification`,
    ),
  }));
  assert.deepEqual(told, {
    worker: null,
    notices: [{ kind: 'own_file_needs_worker', case_id: null, about_id: file }],
  });
});

test('a landlord with one manager: they see both, for nobody else could', async (t) => {
  const team = await teamOf(t);
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`update staff set ended_at = now() where id = ${team.otherManager}`),
  );
  await aCaseFearing(team, await onRegister(team, 'P2'), team.worker);
  await ownFileOf(team, 'P2', { manager: team.manager, worker: team.otherWorker });
  assert.equal(await sees(team, team.manager, sql`case_file`), 1);
  assert.equal(await sees(team, team.otherWorker, sql`case_file`), 0);
});

test('ended as unfounded it is on nobody’s list, without a name, and shuts nobody out', async (t) => {
  const { team, file, caseId } = await twoSides(t);
  await team.as(team.otherManager, async (tx, office) => {
    const stands = await ownFile(tx, office.organisation, file);
    const ending = { as: 'unfounded', words: 'The police found that it was somebody else' } as const;
    assert.equal(await endOwnFile(tx, office, stands, ending), true);
  });
  for (const who of [team.otherManager, team.otherWorker]) {
    assert.deepEqual(await team.as(who, (tx, { organisation }) => ownFiles(tx, organisation)), []);
    assert.equal(await sees(team, who, sql`case_file`), 1);
  }
  const { rows } = await team.behind.pool.query('select name, person_id, standing from own_file');
  assert.deepEqual(rows, [{ name: '', person_id: null, standing: 'unfounded' }]);
  const blocked = await team.behind.pool.query('select blocked_staff from case_file where id = $1', [caseId]);
  assert.deepEqual(blocked.rows, [{ blocked_staff: [] }]);
});

test('who is feared is only described, by name: that shuts the other side too, and stops a referral', async (t) => {
  const team = await teamOf(t);
  await onRegister(team, 'P2');
  const caseId = await team.open(team.worker, { leadId: team.worker });
  await team.as(team.worker, (tx, office) =>
    addPerson(tx, office, {
      ...{ caseId, personId: null, part: 'alleged_perpetrator', connection: '', notes: '' },
      describedAs: 'Her partner, somebody P2, who lives with his mother',
    }),
  );
  const file = await ownFileOf(team, 'P2', { manager: team.otherManager, worker: team.otherWorker });
  assert.equal(await sees(team, team.otherWorker, sql`case_file`), 0);
  await asked(team, file);
  await answers(team, team.manager);
  assert.deepEqual(await learns(team, file), ['not_now']);
});

test('two records of one human that are linked later shut the other side as well', async (t) => {
  const team = await teamOf(t);
  const [feared, twin] = [await onRegister(team, 'P2'), await onRegister(team, 'P3')];
  await aCaseFearing(team, feared, team.worker);
  await ownFileOf(team, 'P3', { manager: team.otherManager, worker: team.otherWorker });
  assert.equal(await sees(team, team.otherWorker, sql`case_file`), 1);
  const [one, other] = [feared, twin].toSorted();
  await transact(team.behind, { organisation: team.organisation }, async (tx) => {
    await tx.run(sql`insert into person_match (organisation_id, id, person_id, other_id, reasons, found_at)
      values (${team.organisation}, ${newId()}, ${one ?? ''}, ${other ?? ''}, '{name}', now())`);
    await tx.run(sql`update person_match set decision = 'linked', decided_at = now()`);
  });
  assert.equal(await sees(team, team.otherWorker, sql`case_file`), 0);
});

/** A programme in that file about which it was asked whether it may go. */
async function asked(team: Team, file: string): Promise<string> {
  return team.as(team.otherWorker, async (tx, office) => {
    const programmeId = await beginProgramme(tx, office, file, {
      name: 'A programme for those who want to change',
      words: 'He says that he wants to stop',
    });
    await askWhetherItMayGo(tx, office, { fileId: file, programmeId });
    return programmeId;
  });
}

const answers = (team: Team, by: StaffId) =>
  team.as(by, async (tx, office) => {
    const [question] = await questionsFor(tx);
    assert.ok(question);
    await answerQuestion(tx, office, question.id, { said: 'may_go', words: 'I asked whoever knows' });
  });

const learns = (team: Team, file: string) =>
  team.as(team.otherWorker, async (tx, { organisation }) =>
    (await programmesOf(tx, organisation, file)).flatMap((each) => each.answers.map(({ result }) => result)),
  );

async function theySayItMayGo(team: Team, caseId: CaseId): Promise<void> {
  await team.as(team.worker, async (tx, office) => {
    const people = await peopleIn(tx, office.organisation, caseId);
    const aboutId = people.find(({ part }) => part === 'alleged_perpetrator')?.id ?? '';
    const said = { answer: 'may_go', asked: 'asked', words: 'She hopes that he gets help' } as const;
    await sayProgrammeSafety(tx, office, { caseId, aboutId, ...said });
  });
}

test('a referral goes only where every case that fears them says so, whatever a manager answers', async (t) => {
  const { team, file, caseId } = await twoSides(t);
  const programmeId = await asked(team, file);
  const refers = () =>
    team.as(team.otherWorker, (tx, office) =>
      referToProgramme(
        tx,
        office,
        { fileId: file, programmeId },
        { referred: Temporal.PlainDate.from('2026-07-01'), words: 'By telephone, to the programme' },
      ),
    );
  assert.equal(await refers(), false, 'nobody has answered');
  assert.deepEqual(
    await team.as(team.otherManager, questionsFor),
    [],
    'whoever keeps the file answers nothing',
  );
  await answers(team, team.manager);
  assert.deepEqual(await learns(team, file), ['not_now'], 'nobody has said in the case that it may');
  await theySayItMayGo(team, caseId);
  assert.equal(await refers(), false, 'what was answered before stands');
  await team.as(team.otherWorker, (tx, office) =>
    askWhetherItMayGo(tx, office, { fileId: file, programmeId }),
  );
  await answers(team, team.manager);
  assert.deepEqual((await learns(team, file)).toSorted(), ['may_go', 'not_now']);
  assert.equal(await refers(), true);
});

test('what has happened since in the case stops a referral, and PostgreSQL refuses it whoever writes it', async (t) => {
  const { team, file, caseId } = await twoSides(t);
  const programmeId = await asked(team, file);
  await theySayItMayGo(team, caseId);
  await answers(team, team.manager);
  await team.as(team.worker, (tx) =>
    tx.run(sql`update case_file set immediate_danger = true where id = ${caseId}`),
  );
  const about = { fileId: file, programmeId };
  const referral = {
    referred: Temporal.PlainDate.from('2026-07-01'),
    words: 'By telephone, to the programme',
  };
  assert.equal(
    await team.as(team.otherWorker, (tx, office) => referToProgramme(tx, office, about, referral)),
    false,
  );
  await assert.rejects(
    team.as(team.otherWorker, (tx, { organisation, now }) =>
      tx.run(sql`insert into own_programme_step (organisation_id, id, file_id, programme_id, step, words, recorded_at,
          recorded_by)
        values (${organisation}, ${newId()}, ${file}, ${programmeId}, 'referred', 'all the same', ${now},
          ${team.otherWorker})`),
    ),
    /not now/,
  );
});

test('nobody writes in a file that they do not keep, nor in somebody else’s name', async (t) => {
  const { team, file } = await twoSides(t);
  const entry = { fileId: file, kind: 'note', words: 'A note from the other side' } as const;
  await assert.rejects(
    team.as(team.worker, (tx, office) => writeEntry(tx, office, entry)),
    /row-level security/,
  );
  await assert.rejects(
    team.as(team.worker, (tx, { organisation }) => ownFile(tx, organisation, file)),
    (error) => error instanceof Fault && error.code === 'not-found',
  );
});
