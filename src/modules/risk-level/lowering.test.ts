import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type RiskLevel, riskLevels, type StaffId } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import { below, decide, highest, type Rated } from './level.ts';
import { type Lowering, type LoweringDecision, loweringDecisions, mayDecideLowering } from './lowering.ts';

const [ada, bram, carys] = ['ada', 'bram', 'carys'] as unknown as readonly [StaffId, StaffId, StaffId];
const team = [ada, bram, carys];

/** A case as the store keeps it: ratings that are only added, and at most one proposal that waits. */
interface Case {
  readonly ratings: readonly (Rated & { readonly lowered: Waiting | null })[];
  readonly waiting: Waiting | null;
}
interface Waiting extends Lowering {
  readonly to: RiskLevel;
  readonly decidedBy: StaffId | null;
}
const opened: Case = { ratings: [], waiting: null };

type Operation =
  | { readonly does: 'assess'; readonly indicated: RiskLevel; readonly by: StaffId }
  | {
      readonly does: 'state';
      readonly level: RiskLevel;
      readonly by: StaffId;
      readonly indicated: RiskLevel | null;
    }
  | { readonly does: 'receive'; readonly level: RiskLevel }
  | { readonly does: 'decide'; readonly decision: LoweringDecision; readonly by: StaffId };

const level = fc.constantFrom(...riskLevels);
const by = fc.constantFrom(...team);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ does: fc.constant('assess' as const), indicated: level, by }),
  fc.record({ does: fc.constant('state' as const), level, by, indicated: fc.option(level) }),
  fc.record({ does: fc.constant('receive' as const), level }),
  fc.record({
    does: fc.constant('decide' as const),
    decision: fc.constantFrom(...loweringDecisions),
    by,
  }),
);

function rated(file: Case, next: Omit<Rated, 'id'>, lowered: Waiting | null = null): Case {
  const id = String(file.ratings.length + 1);
  // Whatever is rated anew overtakes a proposal that waits.
  return { ratings: [...file.ratings, { id, ...next, lowered }], waiting: null };
}

function perform(file: Case, operation: Operation): Case {
  const before = file.ratings.at(-1) ?? null;
  if (operation.does === 'assess') {
    const { indicated } = operation;
    const assessmentId = `assessment ${file.ratings.length}`;
    const wanted = highest([before?.level ?? null, indicated]) ?? indicated;
    const { level } = decide(before, { level: wanted, indicated, assessmentId, receivedId: null });
    return rated(file, { level, indicated, assessmentId, receivedId: null });
  }
  if (operation.does === 'receive') {
    const { level: indicated } = operation;
    const assessmentId = before?.assessmentId ?? null;
    const receivedId = `received ${file.ratings.length}`;
    const present = before?.level ?? null;
    const { level } = decide(before, { level: present ?? indicated, indicated, assessmentId, receivedId });
    if (!below(present, level)) return below(indicated, present) ? file : { ...file, waiting: null };
    return rated(file, { level, indicated, assessmentId, receivedId });
  }
  if (operation.does === 'state') {
    const { indicated } = operation;
    const assessmentId = before?.assessmentId ?? null;
    const { level, lowering } = decide(before, {
      level: operation.level,
      indicated,
      assessmentId,
      receivedId: null,
    });
    const next = rated(file, { level, indicated, assessmentId, receivedId: null });
    if (lowering === null) return next;
    const ratingId = next.ratings.at(-1)?.id ?? '';
    const proposal = { ratingId, to: lowering, proposedBy: operation.by, decision: null, decidedBy: null };
    return { ...next, waiting: proposal };
  }
  const { waiting } = file;
  if (!waiting || !before) return file;
  if (!mayDecideLowering(waiting, { ...operation, sight: 'inside', standing: before.id }).allowed)
    return file;
  const decided: Waiting = { ...waiting, decision: operation.decision, decidedBy: operation.by };
  if (operation.decision !== 'confirmed') return { ...file, waiting: null };
  return rated(file, { ...before, level: waiting.to }, decided);
}

test('no path lowers a risk without two people, whatever happens in whatever order', () => {
  let lowered = 0;
  let tried = 0;
  fc.assert(
    fc.property(fc.array(operation, { minLength: 2, maxLength: 14 }), (operations) => {
      tried += 1;
      const { ratings } = operations.reduce(perform, opened);
      for (const [index, rating] of ratings.entries()) {
        const before = ratings[index - 1];
        if (before === undefined || !below(rating.level, before.level)) continue;
        lowered += 1;
        const two = rating.lowered;
        assert.ok(two, `lowered from ${before.level} to ${rating.level} by nobody`);
        assert.equal(two.decision, 'confirmed');
        assert.notEqual(two.proposedBy, two.decidedBy);
        assert.equal(two.ratingId, before.id, 'on reasons given for another rating');
        assert.equal(two.to, rating.level);
      }
    }),
    runs(100_000),
  );
  assert.ok(lowered > tried / 100, 'and two people can lower it');
});

test('what is indicated is gone below by two people only, and stays so until it is assessed again', () => {
  fc.assert(
    fc.property(fc.option(level), level, level, (present, indicated, wanted) => {
      const before = present && {
        id: '1',
        level: present,
        indicated: present,
        assessmentId: 'one',
        receivedId: null,
      };
      const decided = decide(before, { level: wanted, indicated, assessmentId: 'two', receivedId: null });
      assert.ok(!below(decided.level, indicated));
      assert.ok(!below(decided.level, present));
      assert.equal(decided.lowering !== null, below(wanted, highest([present, indicated])));
    }),
    runs(10_000),
  );
  const settled: Rated = {
    id: '2',
    level: 'medium',
    indicated: 'high',
    assessmentId: 'one',
    receivedId: null,
  };
  assert.deepEqual(
    decide(settled, { level: 'medium', indicated: 'high', assessmentId: 'one', receivedId: null }),
    {
      level: 'medium',
      lowering: null,
    },
  );
  assert.deepEqual(
    decide(settled, { level: 'medium', indicated: 'high', assessmentId: 'another', receivedId: null }),
    {
      level: 'high',
      lowering: 'medium',
    },
  );
});

test('what two people went below for one assessment by others does not settle the next one', () => {
  const settled: Rated = {
    id: '2',
    level: 'medium',
    indicated: 'high',
    assessmentId: null,
    receivedId: 'one',
  };
  const wanted = { level: 'medium', indicated: 'high', assessmentId: null } as const;
  assert.equal(decide(settled, { ...wanted, receivedId: 'one' }).level, 'medium');
  assert.deepEqual(decide(settled, { ...wanted, receivedId: 'two' }), { level: 'high', lowering: 'medium' });
});

test('anybody raises a risk alone', () => {
  const before: Rated = {
    id: '1',
    level: 'standard',
    indicated: 'standard',
    assessmentId: 'one',
    receivedId: null,
  };
  const wanted = { level: 'high', indicated: 'standard', assessmentId: 'one', receivedId: null } as const;
  assert.deepEqual(decide(before, wanted), { level: 'high', lowering: null });
});

test('whoever proposed a lower level may take it back, and never confirm it', () => {
  const proposal: Lowering = { ratingId: '1', proposedBy: ada, decision: null };
  const may = (by: StaffId, decision: LoweringDecision, standing = '1') =>
    mayDecideLowering(proposal, { by, decision, standing, sight: 'inside' }).allowed;
  assert.deepEqual(
    loweringDecisions.map((decision) => may(ada, decision)),
    [false, false, true],
  );
  assert.deepEqual(
    loweringDecisions.map((decision) => may(bram, decision)),
    [true, true, false],
  );
  assert.equal(may(bram, 'confirmed', '2'), false, 'the risk was looked at again meanwhile');
  const confirming = { by: bram, decision: 'confirmed', standing: '1', sight: 'inside' } as const;
  assert.equal(
    mayDecideLowering(proposal, { ...confirming, sight: 'visiting' }).allowed,
    false,
    'not from outside',
  );
  const verdict = mayDecideLowering({ ...proposal, decision: 'declined' }, confirming);
  assert.deepEqual(verdict, {
    allowed: false,
    reason: 'This proposal has been decided already.',
    basis: 'risk-assessed',
  });
});
