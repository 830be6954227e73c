import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import {
  type DisclosureValue,
  nothingElseKnown,
  receiveDisclosure,
  type TriageDecision,
  triageDisclosure,
} from '#modules/disclosures/index.ts';
import { decideHandover } from '#modules/disclosures/store/handovers.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { spacesOf } from './store/rows.ts';

const friday = Temporal.Instant.from('2026-07-03T16:55:00+01:00');
const later = friday.add({ hours: 72 });

const told: DisclosureValue = {
  ...nothingElseKnown,
  receivedAt: friday,
  route: 'phone',
  toldBy: 'person',
  verbatim: 'He takes my wages',
  immediateDanger: 'no',
};
const adults = {
  connection: 'married',
  personAge: 'adult',
  allegedAge: 'adult',
  happened: 'recently',
  honour: 'not_asked',
  children: 'no',
} as const;
const decided: TriageDecision = {
  facts: adults,
  definition: 'meets',
  person: { kind: 'not_known' },
  propertyId: null,
  outcome: { kind: 'new_case', leadId: null, describedAs: 'Somebody invented' },
  safeguarding: 'not_needed',
  safeguardingWhy: '',
  adultSafeguarding: 'not_asked',
  adultSafeguardingWhy: '',
  why: '',
};

async function receives(team: Team, value: Partial<DisclosureValue> = {}): Promise<DisclosureId> {
  const write = { value: { ...told, ...value } };
  return (await team.as(team.worker, (tx, office) => receiveDisclosure(tx, office, write), friday)).id;
}

async function triages(team: Team, disclosureId: DisclosureId, decision: Partial<TriageDecision> = {}) {
  const triaging = {
    disclosureId,
    version: null,
    decision: { ...decided, ...decision },
    agreed: true,
  } as const;
  const done = await team.as(team.worker, (tx, office) => triageDisclosure(tx, office, triaging), later);
  return done.caseId as CaseId;
}

const ofDisclosure = (team: Team, disclosureId: DisclosureId) =>
  team.as(team.worker, (tx) => spacesOf(tx, team.organisation, { disclosureId }));
const ofCase = (team: Team, caseId: CaseId) =>
  team.as(team.worker, (tx) => spacesOf(tx, team.organisation, { caseId }));

test('it begins with the disclosure, before anybody looked, and reaches as far as the policy lets it', async (t) => {
  const team = await teamOf(t);
  const [space, ...others] = await ofDisclosure(team, await receives(team));
  assert.ok(space);
  assert.equal(others.length, 0);
  assert.equal(space.beginsAt.toString(), friday.toString());
  assert.equal(space.endedAt, null);
  assert.equal(space.months, null);
  assert.equal(String(space.until), '2026-10-03');
  assert.equal(String(space.lookOn), '2026-08-03');
  assert.equal(space.promised, true);
});

test('what was noticed on Friday and written down on Monday began on Friday', async (t) => {
  const team = await teamOf(t);
  const write = { value: told };
  const { id } = await team.as(team.worker, (tx, office) => receiveDisclosure(tx, office, write), later);
  const [space] = await ofDisclosure(team, id);
  assert.equal(space?.beginsAt.toString(), friday.toString());
  assert.equal(String(space?.until), '2026-10-03');
});

test('it goes with what was told into the case, and begins no later for that; somebody owes a look', async (t) => {
  const team = await teamOf(t);
  const disclosureId = await receives(team);
  const caseId = await triages(team, disclosureId);
  const [space, ...others] = await ofCase(team, caseId);
  assert.equal(others.length, 0);
  assert.equal(space?.beginsAt.toString(), friday.toString());
  assert.equal(space?.disclosureId, disclosureId);
  const owed = await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId }));
  const looks = owed.filter(({ commitment }) => commitment === 'breathing-space-looked-at');
  assert.deepEqual(
    looks.map(({ outcome, dueAt }) => [
      outcome,
      dueAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
    ]),
    [[null, '2026-08-03']],
  );
});

test('a second disclosure joined to the case does not add up: the first goes on', async (t) => {
  const team = await teamOf(t);
  const caseId = await triages(team, await receives(team));
  const again = await receives(team, { verbatim: 'He did it again' });
  assert.equal((await ofDisclosure(team, again))[0]?.endedAt, null, 'until triage it protects by itself');
  assert.equal(await triages(team, again, { outcome: { kind: 'existing_case', caseId } }), caseId);
  const standing = (await ofCase(team, caseId)).filter(({ endedAt }) => endedAt === null);
  assert.equal(standing.length, 1);
  assert.equal(standing[0]?.beginsAt.toString(), friday.toString());
  assert.equal((await ofDisclosure(team, again))[0]?.endedBecause, 'joined');
  const owed = await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId }));
  const looks = owed.filter(({ commitment }) => commitment === 'breathing-space-looked-at');
  assert.equal(looks.filter(({ outcome }) => outcome === null).length, 1, 'the look at the first stays owed');
});

test('what is handed over takes it along, once a second person agrees', async (t) => {
  const team = await teamOf(t);
  const disclosureId = await receives(team);
  const handed = { to: 'asb', contact: 'Rang the duty officer', said: 'The noise is to stop' } as const;
  await triages(team, disclosureId, {
    facts: { ...adults, connection: 'not_connected' },
    definition: 'not_connected',
    outcome: {
      kind: 'handover',
      ...handed,
      safetyStep: 'She stays with a friend tonight',
      reached: null,
      notReachedWhy: 'He is at home with her',
    },
  });
  assert.equal((await ofDisclosure(team, disclosureId))[0]?.endedAt, null, 'one alone takes nothing away');
  const decides = { disclosureId, version: 1, decision: 'approved', why: '' } as const;
  await team.as(team.otherWorker, (tx, office) => decideHandover(tx, office, decides), later);
  assert.equal((await ofDisclosure(team, disclosureId))[0]?.endedBecause, 'handed_over');
  const caseId = await triages(team, disclosureId);
  const [space] = await ofCase(team, caseId);
  assert.equal(space?.endedAt, null, 'looked at again, and a case after all: it is given anew');
  assert.equal(space?.beginsAt.toString(), friday.toString());
});

test('nobody who may not see the case sees it, and nobody gives or ends it in another’s name', async (t) => {
  const team = await teamOf(t);
  const caseId = await triages(team, await receives(team));
  const seen = await team.as(team.administrator, (tx) => spacesOf(tx, team.organisation, { caseId }));
  assert.deepEqual(seen, []);
});
