import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { type Office, officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { sql, transact } from '#kit/sql.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import { type CaseEventName, caseEventNames } from '#rules/event.ts';
import type { Clock, Commitment, Pack } from '#rules/pack.ts';
import { happened } from './index.ts';
import { promiseWorld } from './testing.ts';

const idOf = (kind: 'begins' | 'keeps', event: CaseEventName) => `${kind}-${event.replaceAll('.', '-')}`;
const first = 'disclosure.received';

function promise(id: string, terms: Pick<Clock, 'starts' | 'stops'>): Commitment {
  const measure = { kind: 'clock', byPlan: [], due: { workingDays: 5 }, escalateAt: [1], ...terms } as const;
  return { id, clauses: ['V4.1a'], title: id, definition: id, measure };
}

/** Two promises for every event that may happen to a case: one that it begins, and one that it keeps. */
const everyEvent: Pack = {
  ...vivid2023,
  id: 'every-event',
  commitments: caseEventNames.flatMap((event) => [
    promise(idOf('begins', event), {
      starts: event,
      stops: [event === 'case.closed' ? first : 'case.closed'],
    }),
    promise(idOf('keeps', event), { starts: first, stops: [event] }),
  ]),
};
const shelf = shelve([everyEvent]);
const row = z.object({ commitment: z.string(), outcome: z.string().nullable() });

test('for every event, a promise that begins with it runs, and a promise that it keeps is kept', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const office: Office = officeUnder(shelf, everyEvent.id, world.author());
  const caseId = await world.caseFile();
  await transact(world.services.db, { organisation, system: true }, async (tx) => {
    const promises = async () =>
      new Map(
        (await tx.rows(row, sql`select commitment, outcome from obligation where case_id = ${caseId}`)).map(
          ({ commitment, outcome }) => [commitment, outcome],
        ),
      );
    await happened(tx, office, { name: first, caseId });
    for (const event of caseEventNames.filter((each) => each !== first && each !== 'case.closed')) {
      await happened(tx, office, { name: event, caseId });
      const standing = await promises();
      assert.equal(standing.get(idOf('begins', event)), null, `${event} begins its promise, which runs`);
      assert.equal(standing.get(idOf('keeps', event)), 'met', `${event} keeps the promise that waits for it`);
    }
    await happened(tx, office, { name: 'case.closed', caseId });
    const standing = await promises();
    assert.equal(standing.size, 2 * caseEventNames.length, 'every promise has begun, once');
    const kept = [...standing].filter(([id]) => id !== idOf('begins', 'case.closed'));
    assert.deepEqual(new Set(kept.map(([, outcome]) => outcome)), new Set(['met']), 'and each was kept');
  });
});

test('an event that no policy on the shelf names moves no promise, and is written all the same', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const nothing: Pack = {
    ...vivid2023,
    commitments: [promise('x', { starts: first, stops: ['case.closed'] })],
  };
  const office = officeUnder(shelve([nothing]), nothing.id, world.author());
  const caseId = await world.caseFile();
  await transact(world.services.db, { organisation, system: true }, async (tx) => {
    const id = await happened(tx, office, { name: 'contact.made', caseId });
    const { name } = await tx.one(
      z.object({ name: z.string() }),
      sql`select name from event where id = ${id}`,
    );
    assert.equal(name, 'contact.made');
    assert.deepEqual(await tx.rows(row, sql`select commitment, outcome from obligation`), []);
  });
});

test('what is told at once is told in order: the second keeps what the first begins', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const twoAtOnce: Pack = {
    ...vivid2023,
    commitments: [
      promise('first', { starts: 'case.opened', stops: ['case.closed'] }),
      promise('second', { starts: 'case.opened', stops: ['case.children-asked'] }),
    ],
  };
  const office = officeUnder(shelve([twoAtOnce]), twoAtOnce.id, world.author());
  const caseId = await world.caseFile();
  await transact(world.services.db, { organisation, system: true }, async (tx) => {
    await Promise.all([
      happened(tx, office, { name: 'case.opened', caseId }),
      happened(tx, office, { name: 'case.children-asked', caseId }),
    ]);
    const found = await tx.rows(row, sql`select commitment, outcome from obligation order by commitment`);
    assert.deepEqual(found, [
      { commitment: 'first', outcome: null },
      { commitment: 'second', outcome: 'met' },
    ]);
  });
});
