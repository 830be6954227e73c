import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { type Proposals, proposalsIn } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { confirm } from '#modules/account/store/confirm.ts';
import { findWaiting } from '#modules/account/store/confirmations.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import { decideClosing } from '#modules/closing/store/decisions.ts';
import { decidePause } from '#modules/closing/store/pause-proposals.ts';
import { decideContactPlan } from '#modules/contact/store/contact-plans.ts';
import { decideLowering } from '#modules/risk-level/store/decide-lowering.ts';
import { allowed, type CaseId, type StaffId } from '#rules/facts.ts';
import { mayDecide, type ProposalKind } from '#rules/proposal.ts';
import { anyKind, byWorker, decides, found, kindsTried, type Trial } from './proposed-kinds.ts';

const trials = {
  ...kindsTried,
  'something made up': { proposals: anyKind(tea()), proposer: byWorker, propose: aTea },
} as const satisfies Readonly<Record<string, Trial>>;

/** Another kind, as a module would declare it: a kind, a table, and nothing else. */
function tea(): Proposals<'brewed'> {
  const kind: ProposalKind<'brewed'> = {
    approval: 'brewed',
    basis: 'review',
    withdrawnBy: 'proposer',
    says: { own: 'Somebody else puts the kettle on.' },
  };
  return proposalsIn(sql`tea`, kind);
}

/** The table as a migration would make it. */
const teaTable = `create table tea (organisation_id uuid not null references organisation, id uuid not null,
    leaf text not null, proposed_by uuid, proposed_at timestamptz not null, decision text, decided_by uuid,
    decided_at timestamptz, decided_why text not null default '', version integer not null default 1,
    primary key (organisation_id, id));
  call lintel.protect('tea');
  call lintel.decided_by_another('tea', 'brewed');`;

async function aTea(team: Team): Promise<string> {
  await team.behind.pool.query(teaTable);
  const id = newId<string>();
  await team.as(team.worker, (tx, { now }) =>
    tx.run(sql`insert into tea (organisation_id, id, leaf, proposed_by, proposed_at)
      values (${team.organisation}, ${id}, 'Assam', ${team.worker}, ${now})`),
  );
  return id;
}

for (const [what, { proposals, proposer, propose }] of Object.entries(trials)) {
  const prepared = async (team: Team) => {
    const id = await propose(team);
    return team.as(team.manager, (tx) => found(tx, team, proposals, id));
  };

  test(`${what}: two decide at the same moment, one wins, and the other is told that somebody was first`, async (t) => {
    const team = await teamOf(t);
    const seen = await prepared(team);
    assert.deepEqual([seen.decision, seen.proposedBy], [null, proposer(team)]);
    const managers = [team.manager, team.otherManager];
    const ended = await Promise.allSettled(managers.map((by) => decides(team, by, proposals, seen)));
    const lost = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    assert.deepEqual(lost, ['stale']);
    const winner = managers[ended.findIndex(({ status }) => status === 'fulfilled')];
    const after = await team.as(team.manager, (tx) => found(tx, team, proposals, seen.id));
    assert.equal(after.decision, proposals.kind.approval);
    assert.equal(after.decidedBy, winner);
    assert.equal(after.decidedWhy, 'I know them');
    assert.equal(after.version, seen.version + 1);
    await assert.rejects(decides(team, team.manager, proposals, after), { code: 'refused' });
  });

  test(`${what}: neither the proposer, nor somebody behind the wall or on a visit, decides`, async (t) => {
    const team = await teamOf(t);
    const seen = await prepared(team);
    await assert.rejects(decides(team, proposer(team), proposals, seen), { code: 'refused' });
    const { manager } = team;
    await assert.rejects(decides(team, manager, proposals, seen, { sight: 'outside' }), {
      code: 'not-found',
    });
    await assert.rejects(decides(team, manager, proposals, seen, { sight: 'visiting' }), { code: 'refused' });
    const still = await team.as(manager, (tx) => found(tx, team, proposals, seen.id));
    assert.equal(still.decision, null);
    const forgetful = { ...seen, proposedBy: null, about: null };
    await assert.rejects(decides(team, proposer(team), proposals, forgetful), (error: { code: string }) =>
      ['23514', '42501'].includes(error.code),
    );
  });
}

test('what somebody types into the form of a made-up kind is decided by its rule, and a no needs a reason', () => {
  const form = decisionForm(['brewed', 'declined'], { choose: 'Choose', whyNot: 'Say why not' });
  const typed = parseForm(form, { _version: '1', decision: 'declined', why: ' ' });
  assert.deepEqual(!typed.ok && typed.errors, { why: 'Say why not' });
  for (const why of ['x', '-', 'No no no']) {
    const short = parseForm(form, { _version: '1', decision: 'declined', why });
    assert.match(String(!short.ok && short.errors.why), /Say it in a sentence/, why);
    assert.equal(short.typed.why, why, 'what was typed is kept');
  }
  const brewed = parseForm(form, { _version: '1', decision: 'brewed', why: '' });
  assert.ok(brewed.ok);
  const proposal = { proposedBy: newId<StaffId>(), decision: null };
  const deciding = { by: newId<StaffId>(), sight: 'inside', decision: brewed.value.decision } as const;
  assert.deepEqual(mayDecide(tea().kind, proposal, deciding), allowed);
});

for (const what of [
  'a plan where there is no safe way',
  'letting a case rest',
  'closing a case',
  'something made up',
] as const)
  test(`${what}: what was decided stays so, and nobody decides in another’s name`, async (t) => {
    const team = await teamOf(t);
    const { manager, otherManager } = team;
    const { proposals, propose } = trials[what];
    const id = await propose(team);
    const settles = (by: StaffId, named: StaffId) =>
      team.as(by, (tx) =>
        tx.run(sql`update ${proposals.table} set decision = ${proposals.kind.approval}, decided_by = ${named},
          decided_at = now() where id = ${id}`),
      );
    await assert.rejects(settles(manager, otherManager), { code: '42501' });
    const seen = await team.as(manager, (tx) => found(tx, team, proposals, id));
    await assert.rejects(decides(team, manager, proposals, seen, { version: 7 }), { code: 'stale' });
    await decides(team, manager, proposals, seen, { decision: 'declined' });
    assert.equal(await settles(otherManager, otherManager), 0);
    const another = sql`update ${proposals.table} set proposed_by = ${otherManager}`;
    await assert.rejects(
      team.as(manager, (tx) => tx.run(another)),
      { code: '42501' },
    );
  });

/** What a module does once it is decided: its own function, and the event that it writes. */
const acts: readonly {
  readonly what: keyof typeof trials;
  readonly event: string;
  readonly approve: (tx: Tx, office: Office, id: string, caseId: CaseId) => Promise<unknown>;
}[] = [
  {
    what: 'a plan where there is no safe way',
    event: 'contact-plan.approved',
    approve: (tx, office, planId) =>
      decideContactPlan(tx, office, { planId, version: 1, decision: 'approved', why: '' }),
  },
  {
    what: 'letting a case rest',
    event: 'case.pause-approved',
    approve: (tx, office, proposalId, caseId) =>
      decidePause(tx, office, { caseId, proposalId, version: 1, decision: 'approved', why: '' }),
  },
  {
    what: 'closing a case',
    event: 'case.closing-signed',
    approve: (tx, office, closingId, caseId) =>
      decideClosing(tx, office, { caseId, closingId, version: 1, decision: 'signed', why: '' }),
  },
  {
    what: 'a lower level of risk',
    event: 'risk.lowering-confirmed',
    approve: (tx, office, loweringId, caseId) =>
      decideLowering(tx, office, { caseId, loweringId, version: 1, decision: 'confirmed', why: '' }),
  },
  ...(
    [
      ['a role that sees cases', 'roles.confirmed'],
      ['a new start', 'new-start.confirmed'],
    ] as const
  ).map(([what, event]) => ({ what, event, approve: confirmed })),
];

async function confirmed(tx: Tx, office: Office, id: string) {
  const asked = await findWaiting(tx, office.organisation, id);
  if (asked === null) throw notFound();
  return confirm(tx, office, asked);
}

for (const { what, event, approve } of acts)
  test(`${what}: approved by two at the same moment, it takes effect once`, async (t) => {
    const team = await teamOf(t);
    const id = await trials[what].propose(team);
    const caseId = await team.as(team.manager, (tx) =>
      tx.maybe(z.object({ id: z.custom<CaseId>() }), sql`select id from case_file limit 1`),
    );
    const both = [team.manager, team.otherManager].map((by) =>
      team.as(by, (tx, office) => approve(tx, office, id, caseId?.id as CaseId)),
    );
    const ended = await Promise.allSettled(both);
    const lost = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    assert.equal(lost.length, 1);
    assert.match(lost[0], /^(stale|refused|not-found)$/, 'first, or there before the other looked');
    const written = await team.behind.pool.query('select from event where name = $1', [event]);
    assert.equal(written.rowCount, 1);
  });
