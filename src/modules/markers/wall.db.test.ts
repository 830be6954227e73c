import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { writeEvent } from '#kit/event.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import type { CaseId, PropertyId, StaffId } from '#rules/facts.ts';
import { findKept, markersOfCase, markersToReview } from './store/kept.ts';
import { placeMarker } from './store/place.ts';
import { reviewMarker } from './store/reviews.ts';

const day = (date: string) => Temporal.PlainDate.from(date);
const marker = {
  text: 'Two people attend',
  audiences: ['repairs'],
  reviewOn: day('2026-10-01'),
  why: 'He waits in the stairwell',
} as const;

/** A case on a home, shut to one of the team, and a marker placed for it. */
async function aMarkedCase(t: TestContext) {
  const team = await teamOf(t);
  const propertyId = newId<PropertyId>();
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`insert into property (organisation_id, id, reference, address_lines, postcode)
      values (${team.organisation}, ${propertyId}, 'H1', ${['1 Mill Lane']}, 'EX1 2AB')`),
  );
  const shut = { staffId: team.otherManager, relation: 'relative', reason: 'His aunt' } as const;
  const caseId = await team.open(team.worker, { propertyId, blocked: [shut] });
  const id = await opened(team, team.worker, caseId, (tx, who) =>
    placeMarker(tx, who, { ...marker, propertyId, caseId }),
  );
  return { team, propertyId, caseId, id };
}

function opened<T>(
  team: Team,
  staff: StaffId,
  caseId: CaseId,
  work: (tx: Tx, author: Office) => Promise<T>,
  now = morning,
): Promise<T> {
  return team.as(
    staff,
    async (tx, author) => {
      await openFile(tx, team.organisation, caseId);
      return work(tx, author);
    },
    now,
  );
}

test('a marker that nobody has looked at lately keeps its case from closing', async (t) => {
  const { team, caseId, id } = await aMarkedCase(t);
  const waiting = (now?: Temporal.Instant) =>
    opened(team, team.worker, caseId, (tx) => markersToReview(tx, team.organisation, caseId), now);
  assert.deepEqual(await waiting(), [{ id, text: marker.text, reviewOn: marker.reviewOn }]);
  await opened(team, team.worker, caseId, async (tx, who) => {
    const [kept] = await markersOfCase(tx, team.organisation, caseId);
    assert.ok(kept);
    const stays = { decision: 'kept', reviewOn: day('2027-01-01'), reason: 'He still does' } as const;
    assert.equal(await reviewMarker(tx, who, kept, stays), true);
    assert.equal(await reviewMarker(tx, who, kept, stays), false, 'somebody else was first');
  });
  assert.deepEqual(await waiting(), []);
  // Two months of work later, that look is old.
  await opened(team, team.worker, caseId, (tx, who) =>
    writeEvent(tx, { ...who, now: morning.add({ hours: 24 * 60 }) }, { name: 'case.entry-recorded', caseId }),
  );
  assert.equal((await waiting()).length, 1);
});

test('somebody with a conflict finds no marker on that home, nor any way to change it', async (t) => {
  const { team, caseId, id } = await aMarkedCase(t);
  const seen = await team.as(team.otherManager, async (tx, who) => {
    const words = await tx.run(sql`select text from marker where id = ${id}`);
    const kept = await findKept(tx, team.organisation, id);
    const ended = await reviewMarker(
      tx,
      who,
      { id, caseId, version: 1 },
      { decision: 'ended', reason: 'Mine' },
    );
    return { words, kept, ended };
  });
  assert.deepEqual(seen, { words: 0, kept: null, ended: false });
  const inserted = team.as(team.otherManager, (tx) =>
    tx.run(sql`insert into marker_review (organisation_id, id, marker_id, decision, reason, decided_at)
      values (${team.organisation}, ${newId()}, ${id}, 'ended', 'Mine', ${morning})`),
  );
  await assert.rejects(inserted, (error: { code?: string }) => error.code === '42501');
});

test('nothing but an approved wording is placed, whoever asks the program for it', async (t) => {
  const { team, propertyId } = await aMarkedCase(t);
  await assert.rejects(
    team.as(team.manager, (tx, who) =>
      placeMarker(tx, who, { ...marker, propertyId, caseId: null, text: 'Violent man' }),
    ),
    (error: { code?: string }) => error.code === 'refused',
  );
});

test('who placed it and when it was looked at is never changed or emptied', async (t) => {
  const { team } = await aMarkedCase(t);
  for (const forbidden of [
    sql`update marker_keeping set case_id = null`,
    sql`update marker_review set reason = 'Another'`,
    sql`update marker set text = 'Violent man'`,
    sql`delete from marker`,
  ])
    await assert.rejects(
      team.as(team.manager, (tx) => tx.run(forbidden)),
      (error: { code?: string }) => error.code === '42501',
      forbidden.text,
    );
});
