import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { type Colleague, words } from '../../../tests/policy/office.ts';
import { london } from '../../../tests/site.ts';
import { aKeptCase, asks, rows, sees, whole } from './emergency.fixture.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

test('emergency access lets somebody in for an hour, to the second, although no job runs', async (t) => {
  const { lintel, outsider, file, reference } = await aKeptCase(t);
  assert.equal(await sees(outsider, file), false);
  const answer = await asks(outsider, reference);
  assert.equal(answer.statusCode, 303, words(answer.body));
  assert.equal(answer.headers.location, file);
  assert.match(await whole(outsider, file), /Emergency access until\s+Wednesday 18 November 2026 at 11:00/);
  assert.match(await outsider.reads('/cases/team'), new RegExp(reference));
  lintel.clock.set(london('2026-11-18T10:59:59'));
  assert.equal(await sees(outsider, file), true);
  lintel.clock.set(london('2026-11-18T11:00:00'));
  assert.equal(await sees(outsider, file), false);
  assert.doesNotMatch(await outsider.reads('/cases/team'), new RegExp(reference));
});

test('whoever has it ends it early, or a manager who sees the case, or the data protection officer', async (t) => {
  const { office, outsider, manager, officer, file, reference } = await aKeptCase(t);
  const path = `${file}/emergency-access`;
  const end = async (who: Colleague, page: string) => {
    const action = /action="([^"]+\/ending)"/.exec(await whole(who, page))?.[1] ?? '';
    return (await who.post(action)).statusCode;
  };
  await asks(outsider, reference);
  assert.equal(await end(outsider, path), 303);
  assert.equal(await sees(outsider, file), false);

  await office.at('2026-11-18T10:05');
  await asks(outsider, reference);
  assert.equal(await end(manager, path), 303);
  assert.equal(await sees(outsider, file), false);

  await office.at('2026-11-18T10:10');
  await asks(outsider, reference);
  const use = /href="(\/emergency-access\/[0-9a-f-]{36})"/.exec(
    await whole(officer, '/emergency-access'),
  )?.[1];
  assert.equal(await end(officer, use ?? ''), 303);
  assert.equal(await sees(outsider, file), false);
});

test('a case that a conflict stands in front of, and one that does not exist, are one answer', async (t) => {
  const { office, outsider, worker, manager, file, reference } = await aKeptCase(t);
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: outsider.staff,
    relation: 'relative',
    reason: 'His cousin',
  });
  const shape = async (typed: string) => {
    const { statusCode, body, headers } = await asks(outsider, typed);
    const told = body
      .replaceAll(uuid, '')
      .replaceAll(typed, '')
      .replaceAll(/(?:value|content)="[\w~-]{20,}"/g, '');
    return { statusCode, told, cache: headers['cache-control'], said: headers['set-cookie'] };
  };
  const kept = await shape(reference);
  assert.equal(kept.statusCode, 422);
  assert.deepEqual(kept, await shape('C-2222-2222'));
  assert.match(words(kept.told), /There is no such case/);
  assert.equal(await sees(outsider, file), false);

  // The same people are told of both, and what is written differs only in what nobody outside may read.
  const tries = await rows(
    office,
    z.object({ outcome: z.string(), known: z.boolean(), referenced: z.boolean() }),
    sql`select outcome, kept_from is not null as known, case_id is not null as referenced from break_glass order by id`,
  );
  assert.deepEqual(tries, [
    { outcome: 'nothing', known: true, referenced: false },
    { outcome: 'nothing', known: false, referenced: false },
  ]);
  const events = await rows(
    office,
    z.object({ data: z.unknown(), case: z.string().nullable() }),
    sql`select data, case_id as "case" from event where name = 'break-glass.refused' order by id`,
  );
  assert.deepEqual(events[0], events[1]);
  assert.doesNotMatch(
    await worker.reads('/notifications'),
    /emergency/i,
    'nor is the lead, who might say so',
  );
  assert.doesNotMatch(await outsider.reads('/notifications'), /emergency/i);
});

test('the data protection officer sees that a conflict was in the way; one who has it too sees nothing', async (t) => {
  const { office, outsider, manager, officer, file, reference } = await aKeptCase(t);
  const involved = await office.colleague('data_protection_officer');
  for (const staffId of [outsider.staff, involved.staff])
    await manager.finishes(`${file}/conflicts/new`, { staffId, relation: 'friend', reason: 'Old friends' });
  await asks(outsider, reference);
  assert.match(await officer.reads('/emergency-access'), /Conflict Refused: they have a conflict/);
  assert.match(await involved.reads('/emergency-access'), /Nobody has asked yet/);
  const use = /href="(\/emergency-access\/[0-9a-f-]{36})"/.exec(
    await whole(officer, '/emergency-access'),
  )?.[1];
  assert.equal((await involved.get(use ?? '')).statusCode, 404);
});

test('a conflict found while it lasts ends it at once', async (t) => {
  const { outsider, manager, file, reference } = await aKeptCase(t);
  await asks(outsider, reference);
  assert.equal(await sees(outsider, file), true);
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: outsider.staff,
    relation: 'neighbour',
    reason: 'Lives below',
  });
  assert.equal(await sees(outsider, file), false);
});

test('whoever is in by emergency changes nothing of who may see the case, but may shut themselves out', async (t) => {
  const { lintel, office, manager, worker, file, reference } = await aKeptCase(t);
  const other = await office.colleague('da_manager');
  await asks(other, reference);
  const sent = [
    [`${file}/access/new`, { staffId: other.staff, reason: 'For good' }],
    [`${file}/allocation`, { staffId: other.staff, reason: 'For good' }],
    [`${file}/access/restriction`, { staffIds: [other.staff], reason: 'For good' }],
    [`${file}/conflicts/new`, { staffId: worker.staff, relation: 'friend', reason: 'To be rid of her' }],
  ] as const;
  for (const [path, fields] of sent) assert.equal((await other.fills(path, fields)).statusCode, 403, path);
  const { organisation } = office.landlord;
  const straight = transact(
    lintel.services.db,
    { organisation, staff: other.staff, roles: ['da_manager'] },
    async (tx) => {
      const id = file.split('/').at(-1);
      await tx.run(sql`select set_config('lintel.emergency', ${id}, true)`);
      await tx.run(sql`insert into case_access (organisation_id, id, case_id, staff_id, reason, granted_at)
        values (${organisation}, ${crypto.randomUUID()}, ${id}, ${other.staff}, 'For good', ${lintel.clock.now()})`);
    },
  );
  await assert.rejects(straight, (error: { code?: string }) => error.code === '42501');
  assert.doesNotMatch(await manager.reads(`${file}/access`), /For good|To be rid of her/);
  const own = { staffId: other.staff, relation: 'friend', reason: 'We went to school together' };
  assert.equal((await other.fills(`${file}/conflicts/new`, own)).statusCode, 303);
  assert.equal(await sees(other, file), false);
});

test('the sixth try in a day is refused in words, two at once count as two, and managers hear of a rush', async (t) => {
  const { office, outsider, manager, file, reference } = await aKeptCase(t);
  for (const _ of [1, 2]) await asks(outsider, 'C-2222-2222');
  assert.doesNotMatch(await manager.reads('/notifications'), /again and again/);
  await Promise.all([asks(outsider, 'C-2222-2222'), asks(outsider, 'C-2222-2222')]);
  assert.match(await manager.reads('/notifications'), /again and again/);
  assert.match(await manager.reads('/emergency-access/colleagues'), / 4 Wednesday 18 November 2026 at 10:00/);
  await asks(outsider, 'C-2222-2222');
  const refused = await asks(outsider, reference);
  assert.equal(refused.statusCode, 422);
  assert.match(words(refused.body), /You have asked 5 times in 24 hours/);
  assert.equal(await sees(outsider, file), false);
  await office.at('2026-11-19T10:01');
  assert.equal((await asks(outsider, reference)).statusCode, 303, 'a day later');
});

test('nobody else uses it: not a colleague, a contractor, an administrator, nor the one who reviews', async (t) => {
  const { office, officer } = await aKeptCase(t);
  const others = [
    officer,
    ...(await Promise.all(
      (['colleague', 'contractor', 'administrator', 'director'] as const).map((role) =>
        office.colleague(role),
      ),
    )),
  ];
  for (const other of others) assert.equal((await other.get('/emergency-access/new')).statusCode, 403);
  for (const path of ['/emergency-access', '/emergency-access/colleagues'])
    assert.equal((await office.worker.get(path)).statusCode, 403, path);
});

test('an hour is the most that the database admits, and nobody writes a use but through it', async (t) => {
  const { lintel, office, outsider, reference } = await aKeptCase(t);
  const { organisation } = office.landlord;
  const now = lintel.clock.now();
  const scope = { organisation, staff: outsider.staff, roles: ['da_worker'] } as const;
  const ask = (minutes: number) =>
    transact(lintel.services.db, scope, (tx) =>
      tx.run(sql`select lintel.break_glass(${crypto.randomUUID()}, 'reference', ${reference}, null, null, 'other',
        'Longer', true, ${now}, ${now.add({ minutes })})`),
    );
  await assert.rejects(ask(61), (error: { code?: string }) => error.code === '23514');
  await ask(60);
  for (const forbidden of [
    sql`update break_glass set ends_at = ends_at + interval '1 hour'`,
    sql`update break_glass_review set finding = 'appropriate'`,
    sql`insert into break_glass (organisation_id, id, staff_id, at, asked_by, reason, words, outcome)
      values (${organisation}, ${crypto.randomUUID()}, ${outsider.staff}, ${now}, 'home', 'other', 'x', 'nothing')`,
    sql`delete from break_glass`,
  ])
    await assert.rejects(
      transact(lintel.services.db, scope, (tx) => tx.run(forbidden)),
      (error: { code?: string }) => error.code === '42501',
      forbidden.text,
    );
});
