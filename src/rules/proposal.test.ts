import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { met, runs } from '../../tests/property.ts';
import type { StaffId } from './facts.ts';
import {
  type Deciding,
  type Decision,
  mayDecide,
  type Proposal,
  type ProposalKind,
  sightOf,
} from './proposal.ts';

const [ada, bram, carys] = ['ada', 'bram', 'carys'] as unknown as readonly [StaffId, StaffId, StaffId];
const waiting: Proposal = { proposedBy: ada, decision: null };
const kind: ProposalKind<'agreed'> = {
  approval: 'agreed',
  basis: 'review',
  withdrawnBy: 'proposer',
  says: { own: 'Another manager decides.' },
};
const approving: Deciding<'agreed'> = { by: bram, sight: 'inside', decision: 'agreed' };

const reason = (deciding: Partial<Deciding<'agreed'>>, proposal: Partial<Proposal> = {}, its = kind) => {
  const verdict = mayDecide(its, { ...waiting, ...proposal }, { ...approving, ...deciding });
  return verdict.allowed ? null : verdict.reason;
};

test('another person approves or declines; whoever proposed it does neither, and is told so', () => {
  assert.equal(reason({}), null);
  assert.equal(reason({ decision: 'declined' }), null);
  assert.equal(reason({ by: ada }), 'Another manager decides.');
  assert.equal(reason({ by: ada, decision: 'declined' }), 'Another manager decides.');
});

test('where it is about a colleague, they decide as little as whoever proposed it', () => {
  assert.match(reason({ by: bram }, { about: bram }) ?? '', /This is about you/);
  assert.equal(reason({ by: carys }, { about: bram }), null);
});

test('whoever is behind the wall decides nothing, and emergency access is not enough', () => {
  for (const decision of ['agreed', 'declined', 'withdrawn'] as const)
    assert.notEqual(reason({ decision, by: decision === 'withdrawn' ? ada : bram, sight: 'outside' }), null);
  for (const decision of ['agreed', 'declined'] as const)
    assert.match(reason({ decision, sight: 'visiting' }) ?? '', /emergency access is not enough/);
  const emergencyUntil = Temporal.Instant.from('2026-07-01T09:00Z');
  assert.deepEqual(
    [sightOf(null), sightOf({ emergencyUntil }), sightOf({ emergencyUntil: null })],
    ['outside', 'visiting', 'inside'],
  );
});

test('what was decided stays decided', () => {
  for (const decision of ['agreed', 'declined', 'withdrawn'])
    for (const again of ['agreed', 'declined', 'withdrawn'] as const)
      assert.match(
        reason({ decision: again, by: again === 'withdrawn' ? ada : bram }, { decision }) ?? '',
        /already/,
      );
});

test('what has changed since is not approved on yesterday’s reasons; it is declined, or taken back', () => {
  assert.match(reason({ changed: true }) ?? '', /has changed since/);
  assert.equal(reason({ changed: true, decision: 'declined' }), null);
  assert.equal(reason({ changed: true, decision: 'withdrawn', by: ada }), null);
});

test('whoever proposed it takes it back; a colleague or nobody, where the kind says so', () => {
  const by = (withdrawnBy: typeof kind.withdrawnBy) =>
    [ada, bram].map(
      (each) => reason({ decision: 'withdrawn', by: each }, {}, { ...kind, withdrawnBy }) === null,
    );
  assert.deepEqual(by('proposer'), [true, false]);
  assert.deepEqual(by('colleague'), [true, true]);
  assert.deepEqual(by('nobody'), [false, false]);
});

test('a refusal rests on what the kind rests on', () => {
  const verdict = mayDecide(kind, waiting, { ...approving, by: ada });
  assert.ok(!verdict.allowed);
  assert.equal(Object.values(verdict).includes(kind.basis), true);
});

/** What may happen to one thing, in any order: proposed, decided, and changed meanwhile. */
type Happening =
  | { readonly does: 'propose'; readonly by: StaffId; readonly about: StaffId | null }
  | { readonly does: 'change' }
  | ({ readonly does: 'decide' } & Omit<Deciding<'agreed'>, 'changed'>);

const person = fc.constantFrom(ada, bram, carys);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ does: fc.constant('propose' as const), by: person, about: fc.option(person) }),
  fc.record({ does: fc.constant('change' as const) }),
  fc.record({
    does: fc.constant('decide' as const),
    by: person,
    sight: fc.constantFrom('inside' as const, 'visiting' as const, 'outside' as const),
    decision: fc.constantFrom<Decision<'agreed'>[]>('agreed', 'declined', 'withdrawn'),
  }),
);

interface Decided {
  readonly proposal: Proposal;
  readonly deciding: Deciding<'agreed'>;
}

/** What the store keeps, with only the rule between: one proposal at a time, decided once. */
function play(its: ProposalKind<'agreed'>, happenings: readonly Happening[]): readonly Decided[] {
  const decided: Decided[] = [];
  let present = { proposal: { ...waiting, decision: 'none' } as Proposal, changed: false };
  for (const each of happenings) {
    if (each.does === 'propose')
      present = { proposal: { proposedBy: each.by, about: each.about, decision: null }, changed: false };
    else if (each.does === 'change') present = { ...present, changed: true };
    else {
      const { proposal, changed } = present;
      const deciding = { ...each, changed };
      if (!mayDecide(its, proposal, deciding).allowed) continue;
      decided.push({ proposal, deciding });
      present = { proposal: { ...proposal, decision: each.decision }, changed };
    }
  }
  return decided;
}

test('whoever proposed never decides, whatever happens in whatever order', () => {
  let [approved, tried] = [0, 0];
  const kinds = (['proposer', 'colleague', 'nobody'] as const).map((withdrawnBy) => ({
    ...kind,
    withdrawnBy,
  }));
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(happening, { minLength: 6, maxLength: 20 }),
      (its, happenings) => {
        tried += 1;
        const decided = play(its, happenings);
        assert.equal(new Set(decided.map(({ proposal }) => proposal)).size, decided.length, 'each once');
        for (const { proposal, deciding } of decided) {
          assert.equal(proposal.decision, null);
          assert.notEqual(deciding.sight, 'outside');
          if (deciding.decision === 'withdrawn') continue;
          approved += Number(deciding.decision === 'agreed');
          assert.notEqual(deciding.by, proposal.proposedBy);
          assert.notEqual(deciding.by, proposal.about);
          assert.equal(deciding.sight, 'inside');
          assert.ok(deciding.decision === 'declined' || !deciding.changed);
        }
      },
    ),
    runs(10_000),
  );
  assert.ok(met(approved, tried, { oneIn: 50 }), 'and two people can approve');
});
