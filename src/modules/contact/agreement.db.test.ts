import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw } from 'sql-template-tag';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { notAsked } from '#modules/agreement/safe-contact.ts';
import { agreedIn, recordSafeContact, safeContactVersions } from '#modules/agreement/store/safe-contacts.ts';
import { type CaseFile, openFile } from '#modules/case-file/store/case-file.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { recordConflict } from '#modules/wall/store/conflicts.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { recordContact } from './store/contacts.ts';
import { recordShown, shownIn } from './store/showings.ts';

const agreed = {
  ...notAsked,
  channel: 'phone',
  value: '07700 900123',
  times: '',
  windows: [{ days: [1, 3], from: '10:00', to: '14:00' }],
  never: [{ days: [3], from: '12:00', to: '12:30' }],
  whoMightAnswer: '',
  mayLeaveVoicemail: false,
  mayText: false,
  mayEmail: true,
  mayPost: false,
  withholdNumber: true,
  codeWord: 'Bluebell',
  coverReason: 'The gas check',
  contactPerson: 'Her sister',
  contactPersonValue: '07700 900777',
  accessNeedsAsked: true,
  language: 'Welsh',
  interpreter: 'professional_woman',
  workerGender: 'woman',
  meetingPlace: 'The library',
  adjustments: '',
  doNot: 'Never write',
  agreedWithPerson: true,
} as const;

const later = (hours: number) => morning.add({ hours });

async function agreedCase(team: Team): Promise<CaseId> {
  const caseId = await team.open(team.worker);
  await team.as(team.worker, (tx, who) => recordSafeContact(tx, who, { ...agreed, caseId }));
  return caseId;
}

async function opened(tx: Tx, team: Team, caseId: CaseId): Promise<CaseFile> {
  const file = await openFile(tx, team.organisation, caseId);
  assert.ok(file);
  return file;
}

function reached(
  team: Team,
  caseId: CaseId,
  stillRight: 'same' | 'changed' | 'not_safe_to_ask' | undefined,
  at: Temporal.Instant,
) {
  return team.as(
    team.worker,
    async (tx, who) =>
      recordContact(tx, who, {
        file: await opened(tx, team, caseId),
        happenedAt: at,
        channel: 'phone',
        outcome: 'spoke_safely',
        withWhom: 'person',
        begunBy: 'them',
        stillRight,
        danger: { answer: 'no', words: '' },
        notes: '',
      }),
    at,
  );
}

const now = (team: Team, caseId: CaseId) =>
  team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));

test('what was agreed comes back from the database as it went in, hours and all', async (t) => {
  const team = await teamOf(t);
  const caseId = await agreedCase(team);
  const back = await now(team, caseId);
  for (const [name, value] of Object.entries(agreed))
    assert.deepEqual(back?.[name as keyof typeof agreed], value, name);
});

test('still right at a contact: it counts as asked then, and no version is added', async (t) => {
  const team = await teamOf(t);
  const caseId = await agreedCase(team);
  await reached(team, caseId, 'same', later(24 * 20));
  const back = await now(team, caseId);
  assert.equal(back?.askedAt.toString(), later(24 * 20).toString());
  assert.equal(back?.number, 1);
  await reached(team, caseId, 'not_safe_to_ask', later(24 * 21));
  assert.equal((await now(team, caseId))?.askedAt.toString(), later(24 * 20).toString(), 'nobody was asked');
});

test('changed: it is in doubt until somebody writes down what is right, and that says at which contact', async (t) => {
  const team = await teamOf(t);
  const caseId = await agreedCase(team);
  const { id: contactId } = await reached(team, caseId, 'changed', later(2));
  assert.equal((await now(team, caseId))?.changedSince?.toString(), later(2).toString());
  await team.as(team.worker, (tx, who) => recordSafeContact(tx, who, { ...agreed, caseId }), later(3));
  assert.equal((await now(team, caseId))?.changedSince, null);
  const versions = await team.as(team.worker, (tx) => safeContactVersions(tx, team.organisation, caseId));
  assert.equal(versions.length, 2, 'and nothing of the earlier one is lost');
  const asked = await team.as(team.worker, (tx) =>
    tx.rows(
      z.object({ at: z.string().nullable() }),
      sql`select asked_at_contact as at from safe_contact where case_id = ${caseId} order by number`,
    ),
  );
  assert.deepEqual(asked, [{ at: null }, { at: contactId }]);
});

/** Rows in sight without opening any case: what a careless query would show. */
const inSight = async (tx: Tx) => {
  let seen = 0;
  for (const table of ['safe_contact', 'safe_contact_asking', 'contact_shown'])
    seen += (await tx.one(z.object({ n: z.number() }), sql`select count(*) as n from ${raw(table)}`)).n;
  return seen;
};

test('who saw a number, and why, is read by those who may see the case and by nobody with a conflict', async (t) => {
  const team = await teamOf(t);
  const caseId = await agreedCase(team);
  await reached(team, caseId, 'same', later(1));
  const shown = {
    caseId,
    disclosureId: null,
    channel: 'phone',
    reason: 'danger',
    words: 'She rang',
  } as const;
  await team.as(team.worker, (tx, who) => recordShown(tx, who, shown));
  const read = (staff: StaffId) =>
    team.as(staff, async (tx) => {
      await openFile(tx, team.organisation, caseId);
      return shownIn(tx, team.organisation, caseId);
    });
  const [one] = await read(team.otherWorker);
  assert.deepEqual([one?.words, one?.shownToName], ['She rang', 'The worker']);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.otherWorker, relation: 'relative', reason: 'Kin' }),
  );
  assert.deepEqual(await read(team.otherWorker), []);
  assert.equal(await team.as(team.otherWorker, inSight), 0);
  assert.equal(await team.as(team.administrator, inSight), 0);
  await assert.rejects(
    team.as(team.otherWorker, (tx, who) => recordShown(tx, who, shown)),
    (error) => !(error instanceof Fault),
    'nor can somebody behind the wall write there',
  );
});
