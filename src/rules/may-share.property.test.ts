import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { agreedTo, type Consent } from './consent.ts';
import type { StaffId } from './facts.ts';
import { groundProblem, lawfulBases } from './lawful-basis.ts';
import { type Decided, mayShare, type SharingFacts } from './may-share.ts';
import { dataKinds, recipientSorts, sharePurposes } from './sharing.ts';

const values = <T extends string>(list: readonly { readonly value: T }[]) =>
  fc.constantFrom(...list.map(({ value }) => value));
const begin = Temporal.Instant.from('2026-01-15T09:00:00Z');
const moments = fc.integer({ min: 0, max: 60 }).map((days) => begin.add({ hours: days * 24 }));
/** Most often not at all. */
const sometimes = fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: moments });
const staff = fc.constantFrom('ada', 'bram', 'carys') as unknown as fc.Arbitrary<StaffId>;
const kinds = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(['account', 'home'] as const, { minLength: 1 }) },
  fc.uniqueArray(values(dataKinds), { maxLength: 3 }),
);
const seldom = fc.integer({ min: 0, max: 9 }).map((number) => number === 0);
const bases = fc.constantFrom('legal-obligation', 'legitimate-interest', ...lawfulBases.map(({ id }) => id));
const conditions = fc.constantFrom(
  'unlawful-acts',
  'legal-proceedings',
  ...lawfulBases.map(({ id }) => id),
  'nothing',
);
const purposes = fc.constantFrom(
  'safety',
  'safety',
  'prosecution',
  ...sharePurposes.map(({ value }) => value),
);

const consent: fc.Arbitrary<Consent> = fc.record({
  id: fc.uuid(),
  recipientId: fc.constantFrom('idva', 'police'),
  purpose: purposes,
  kinds,
  answer: fc.constantFrom('given', 'refused'),
  givenAt: moments,
  recordedAt: moments,
  until: fc.option(
    moments.map((at) => at.toZonedDateTimeISO('Europe/London').toPlainDate()),
    { nil: null },
  ),
  changed: fc.option(fc.record({ change: fc.constantFrom('withdrawn', 'unsure'), recordedAt: moments }), {
    nil: null,
  }),
  recipientEndedAt: sometimes,
});

const decided: fc.Arbitrary<Decided> = fc.record({
  recipientId: fc.constantFrom('idva', 'police'),
  purpose: purposes,
  kinds,
  sort: values(recipientSorts),
  ground: fc.option(fc.record({ basis: bases, condition: conditions }), { nil: null }),
  decidedBy: fc.option(staff, { nil: null, freq: 9 }),
  decidedAt: moments,
  droppedAt: sometimes,
});

const facts: fc.Arbitrary<SharingFacts> = fc.record({
  consents: fc.array(consent, { maxLength: 4 }),
  moment: fc.record({ now: moments, timeZone: fc.constant('Europe/London'), closedAt: sometimes }),
  landlord: fc.constantFrom('private-provider', 'public-authority', null),
  recipientEndedAt: sometimes,
  second: fc.option(
    fc.record({
      decision: fc.constantFrom('approved', 'declined', 'withdrawn', null),
      by: fc.option(staff, { nil: null }),
    }),
    { nil: null },
  ),
  danger: fc.boolean(),
  closed: seldom,
  inConflict: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.uniqueArray(staff, { maxLength: 2 })),
  mayNotLeave: seldom.map(Number),
  inDoubt: seldom,
});

test('whatever is on record, nothing leaves but as they agreed, or on a ground that a second person agreed to', () => {
  let opened = 0;
  fc.assert(
    fc.property(decided, facts, (what, known) => {
      const gate = mayShare(what, known);
      if (!gate.open) {
        assert.ok(gate.reasons.every(({ reason, basis }) => reason !== '' && basis === 'sharing'));
        return;
      }
      opened += 1;
      assert.ok(
        what.decidedBy && !known.inConflict.includes(what.decidedBy),
        'decided by somebody without a conflict',
      );
      assert.ok(!known.inDoubt);
      assert.ok(known.mayNotLeave === 0 && !known.closed && what.droppedAt === null && what.kinds.length > 0);
      const agreed = agreedTo(known.consents, what, known.moment).covered;
      assert.equal(gate.on === 'consent', agreed);
      if (agreed) return;
      const on = known.moment.now.toZonedDateTimeISO('Europe/London').toPlainDate();
      assert.ok(what.ground);
      assert.equal(groundProblem(what.ground, what.kinds, { ...what, on, landlord: known.landlord }), null);
      const { second } = known;
      const another = second?.decision === 'approved' && second.by !== null && second.by !== what.decidedBy;
      const free = another && second.by !== null && !known.inConflict.includes(second.by);
      assert.ok(
        free || (known.danger && what.purpose === 'safety' && second?.decision !== 'declined'),
        'a second person, or danger now',
      );
      assert.equal(gate.second, free ? 'agreed' : 'afterwards');
    }),
    runs(20_000),
  );
  assert.ok(opened > 10, `something may be shared: ${opened}`);
});

test('the same by day and by night: taking it back shuts at once what was open on their agreement', () => {
  fc.assert(
    fc.property(decided, facts, (what, known) => {
      const gate = mayShare(what, known);
      if (!gate.open || gate.on !== 'consent') return;
      const consents = known.consents.map((each) => ({
        ...each,
        changed: { change: 'withdrawn', recordedAt: known.moment.now } as const,
      }));
      const after = mayShare({ ...what, ground: null }, { ...known, consents });
      assert.equal(after.open, false);
    }),
    runs(20_000),
  );
});
